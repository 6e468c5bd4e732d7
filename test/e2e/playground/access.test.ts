// The playground for everybody: nothing serious by axe on any pane and dialog, in every theme; by keyboard alone; in little room.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { chromiumPath } from '../chromium.js';
import { TRIES, edit, expectNothingSerious, playground, sound, tab } from './page.js';

const PANES = ['Scorecard', 'Result', 'Explain', 'Graph', 'SQL', 'Tests', 'Diff'];

describe.skipIf(chromiumPath === null)('the playground for everybody', TRIES, () => {
  const { opened } = playground();

  /** The pane has its answer, and nothing moves any more. */
  async function settled(page: Page): Promise<void> {
    await page.waitForSelector('.pane .busy', { state: 'detached', timeout: 30_000 });
    await page.waitForTimeout(250);
  }

  test.each([
    ['light', 1440, 'trailhead', {}],
    ['dark', 1440, 'guardrails', { colorScheme: 'dark' }],
    ['high contrast', 1440, 'guardrails', { contrast: 'more' }],
    ['light', 390, 'guardrails', {}],
  ] as const)('axe finds nothing serious on any pane, %s, %d wide, of %s', async (theme, width, example, context) => {
    await opened({ hash: `#example=${example}`, width, context }, async (page) => {
      await sound(page);
      if (width < 800) await page.click('.side-switch button:has-text("Answers")');
      expect(await page.getAttribute('html', 'data-theme')).toBe(theme === 'high contrast' ? 'contrast' : theme);
      for (const name of PANES) {
        await tab(page, name);
        if (name === 'Explain') await page.waitForSelector('.explain');
        await settled(page);
        await expectNothingSerious(page, name);
      }
    });
  });

  test('axe finds nothing serious where something is wrong, failed, explained or changed', async () => {
    await opened({ hash: '#example=failing-tests' }, async (page) => {
      await page.waitForSelector('.failed-test');
      await expectNothingSerious(page, 'failed tests');
    });
    await opened({ hash: '#example=first-metric' }, async (page) => {
      await page.click('.answer .why >> nth=2');
      await page.waitForSelector('[role=tree]');
      await page.click('text=Why did it change?');
      await page.waitForSelector('.change');
      await expectNothingSerious(page, 'a number explained');
      await edit(page, (text) => text.replace('sum(sales.amount)', 'sum(sales.amount) * 2'));
      await tab(page, 'Diff');
      await page.waitForSelector('.diff-example');
      await page.click('.diff-example summary >> nth=0');
      await settled(page);
      await expectNothingSerious(page, 'a changed number');
      await edit(page, (text) => text.replace('sum(sales.amount)', 'sum(sales.amout)'));
      await page.waitForSelector('.problems .mark.error');
      await expectNothingSerious(page, 'a mistake');
      await page.click('.problems .code >> nth=0');
      await page.waitForSelector('dialog .page h3');
      await expectNothingSerious(page, 'the page about a code');
    });
  });

  test('axe finds nothing serious in any dialog, and Escape gives the focus back', async () => {
    await opened({ hash: '#example=first-metric' }, async (page) => {
      await sound(page);
      await page.waitForSelector('.offline-mark');
      await edit(page, (text) => `${text}# edited\n`);
      await page.waitForSelector('.edited');
      const dialogs = [
        '.tool:has-text("Examples")',
        '.tool:has-text("Share")',
        '.tool:has-text("Add data")',
        '.tool:has-text("Keys")',
        '.tool:has-text("Reset")',
        '[aria-label="New file"]',
        '.offline-mark',
      ];
      for (const name of dialogs) {
        await page.focus(name);
        await page.keyboard.press('Enter');
        await page.waitForSelector('dialog[open]');
        await page.waitForTimeout(250);
        await expectNothingSerious(page, name);
        await page.keyboard.press('Escape');
        await page.waitForSelector('dialog', { state: 'detached' });
        expect(await page.evaluate(`document.querySelector('${name.replace(/:has-text.*/, '')}') !== null`)).toBe(true);
        expect(await page.evaluate('document.activeElement !== document.body')).toBe(true);
      }
    });
  });

  test('everything is reached by keyboard alone', async () => {
    await opened({ hash: '#example=first-metric' }, async (page) => {
      await page.waitForSelector('.answer tbody tr');
      // Out of the editor, part by part.
      await page.keyboard.press('F6');
      const region = (): Promise<string> =>
        page.evaluate(
          "['.bar', '.file-tabs', '.editor', '.bottom', '.pane-head', '.pane'].find((name) => document.activeElement.closest(name)) ?? ''",
        );
      const visited: string[] = [];
      for (let i = 0; i < 6; i++) {
        visited.push(await region());
        await page.keyboard.press('F6');
      }
      expect(visited.toSorted()).toEqual(['.bar', '.bottom', '.editor', '.file-tabs', '.pane', '.pane-head']);
      // To a number, and why it is what it is.
      while ((await region()) !== '.pane-head') await page.keyboard.press('F6');
      await page.keyboard.press('F6');
      for (let i = 0; i < 60; i++) {
        await page.keyboard.press('Tab');
        if (await page.evaluate<boolean>("document.activeElement.matches('.answer .why')")) break;
      }
      const number = (): Promise<string> => page.evaluate("document.activeElement.getAttribute('aria-label')");
      expect(await number()).toMatch(/^revenue, 2026-W02: /);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowRight');
      expect(await number()).toMatch(/^sales_made, 2026-W03: /);
      await page.keyboard.press('Enter');
      await page.waitForSelector('[role=tree]');
      // Along the tabs.
      while ((await region()) !== '.pane-head') await page.keyboard.press('F6');
      await page.keyboard.press('ArrowRight');
      await page.waitForSelector('.pane[data-pane=graph]');
      await page.keyboard.press('End');
      await page.waitForSelector('.pane[data-pane=diff]');
      // An example.
      await page.keyboard.press('Control+o');
      await page.waitForSelector('dialog[open]');
      // It begins at the one that is open.
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.project-name:has-text("A ratio of sums")');
      // Out of the editor with Tab, once it is told so.
      while ((await region()) !== '.editor') await page.keyboard.press('F6');
      await page.keyboard.press('Control+m');
      await page.keyboard.press('Tab');
      expect(await region()).not.toBe('.editor');
    });
  });

  test('the theme is chosen, and is the same on the next visit', async () => {
    await opened({ hash: '#example=ratios' }, async (page) => {
      await sound(page);
      for (const theme of ['dark', 'light', 'contrast']) {
        await page.selectOption('.theme select', theme);
        await page.waitForSelector(`html[data-theme=${theme}]`);
      }
      await page.waitForSelector('.monaco-editor.hc-black');
      await page.reload();
      await page.waitForSelector('html[data-theme=contrast]');
      await page.waitForSelector('.monaco-editor.hc-black');
    });
  });

  test.each([1440, 1024, 820, 390, 360])('%d wide, nothing stands beyond the edge on any pane', async (width) => {
    await opened({ hash: '#example=guardrails', width }, async (page) => {
      await sound(page);
      const widest = (): Promise<number> => page.evaluate<number>('document.documentElement.scrollWidth');
      expect(await widest()).toBeLessThanOrEqual(width);
      const narrow = page.locator('.side-switch button:has-text("Answers")');
      if (await narrow.isVisible()) await narrow.click();
      for (const name of PANES) {
        await tab(page, name);
        await page.waitForTimeout(150);
        expect([name, (await widest()) <= width]).toEqual([name, true]);
      }
    });
  });
});
