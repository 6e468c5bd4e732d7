// The playground's editor in Chromium: files, marks, and every feature that comes from the language service.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { chromiumPath } from '../chromium.js';
import { TRIES, edit, paste, playground, sound } from './page.js';

describe.skipIf(chromiumPath === null)('the editor of the playground', TRIES, () => {
  const { opened } = playground();

  /** The text of the editor's file, over the clipboard. */
  async function textOf(page: Page): Promise<string> {
    await page.click('.editor .view-lines');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    return page.evaluate<string>('navigator.clipboard.readText()');
  }

  test('a mistake is marked, listed, explained and repaired', async () => {
    await opened({ hash: '#example=first-metric' }, async (page) => {
      await sound(page);
      await edit(page, (text) => text.replace('sum(sales.amount)', 'sum(sales.amout)'));
      await page.waitForSelector('.problems .mark.error');
      await page.click('.problems .jump >> nth=0');
      await page.waitForSelector('.squiggly-error');
      await page.click('.problems .code >> nth=0');
      await page.waitForSelector('dialog .page h3');
      await page.keyboard.press('Escape');
      // The numbers from before are still there, and said to be.
      await page.locator('.outdated .answer').waitFor();
      await page.click('.problems .jump >> nth=0');
      await page.keyboard.press('Control+.');
      await page.waitForSelector('.action-widget .action-list-item, .monaco-list-row.action');
      await page.keyboard.press('Enter');
      await sound(page);
      expect(await textOf(page)).toContain('sum(sales.amount)');
    });
  });

  test('F8 walks through the problems of a file', async () => {
    await opened({ hash: '#example=first-metric' }, async (page) => {
      await sound(page);
      await edit(page, (text) => `${text}  wrong: sum(sales.nothing)\n`);
      await page.waitForSelector('.problems .mark.error');
      await page.keyboard.press('F8');
      await page.waitForSelector('.marker-widget');
      expect(await page.textContent('.marker-widget')).toContain('KPI');
      await page.keyboard.press('Escape');
    });
  });

  test('what can be written is proposed', async () => {
    await opened({ hash: '#example=first-metric' }, async (page) => {
      await sound(page);
      await edit(page, (text) => `${text.replace(/# A question with[\s\S]*/, '')}  mine: sum(sales.`);
      await page.keyboard.press('Control+Space');
      await page.waitForSelector('.suggest-widget.visible .monaco-list-row');
      const rows = await page.locator('.suggest-widget .monaco-list-row .label-name').allTextContents();
      expect(rows).toContain('amount');
      await page.keyboard.type('amo');
      await page.keyboard.press('Tab');
      expect(await textOf(page)).toContain('mine: sum(sales.amount');
    });
  });

  test('hovering says type, meaning and what it is worth', async () => {
    await opened({ hash: '#example=first-metric' }, async (page) => {
      await sound(page);
      await page.waitForSelector('.answer tbody tr');
      const last = await page.locator('.answer tbody tr').last().locator('.why').last().textContent();
      await page.hover('.view-line >> text=ticket');
      await page.waitForSelector('.monaco-hover-content');
      const said = await page.textContent('.monaco-hover-content');
      expect(said).toContain('EUR/sale');
      expect(said?.replaceAll('\u00a0', ' ')).toContain(`now: ${last} EUR/sale (2026-W13, as of 2026-03-31)`);
    });
  });

  test('a KPI that is pointed at says how much it is', async () => {
    await opened({ hash: '#example=pacing' }, async (page) => {
      await page.waitForSelector('.card');
      await page.click('.editor .view-lines');
      await page.keyboard.press('Control+End');
      await page.hover('.view-line >> text=gift_size');
      await page.waitForSelector('.monaco-hover-content');
      expect(await page.textContent('.monaco-hover-content')).toMatch(
        /now: .* EUR\/donation \(2026-Q2, as of 2026-05-/,
      );
    });
  });

  test('a name is renamed in all files', async () => {
    await opened({ hash: '#example=first-metric' }, async (page) => {
      await sound(page);
      await page.click('.view-line >> text=ticket');
      await page.keyboard.press('F2');
      await page.waitForSelector('.rename-box input:focus');
      await page.keyboard.press('Control+a');
      await page.keyboard.type('mean_ticket');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.view-line >> text=mean_ticket');
      await sound(page);
    });
  });

  test('definition, references, outline, folding, hints, colours and signatures', async () => {
    await opened({ hash: '#example=trailhead' }, async (page) => {
      await sound(page);
      await page.waitForSelector('.view-line span[class*=mtk]');
      // A name that is used here and defined elsewhere.
      await page.click('[aria-label="New file"]');
      await page.fill('dialog input', 'mine');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.file-tabs [aria-selected=true]:has-text("mine")');
      await paste(page, 'metrics:\n  mine: { formula: 3 * revenue, description: Three times of it. }\n');
      await page.waitForSelector('.view-line >> text=mine');
      await sound(page);
      await page.click('.view-line >> text=revenue');
      await page.keyboard.press('Shift+F12');
      await page.waitForSelector('.reference-zone-widget, .zone-widget');
      await page.keyboard.press('Escape');
      await page.click('.view-line >> text=revenue');
      await page.keyboard.press('F12');
      await page.locator('.file-tabs [aria-selected=true] .stem', { hasText: /^sales$/ }).waitFor();
      await page.keyboard.press('Control+Shift+o');
      await page.waitForSelector('.quick-input-widget .monaco-list-row');
      await page.keyboard.press('Escape');
    });
  });

  test('files are made, renamed and deleted', async () => {
    await opened({ hash: '#example=first-metric' }, async (page) => {
      await sound(page);
      await page.click('[aria-label="New file"]');
      await page.fill('dialog input', 'mine');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.file-tabs [aria-selected=true]:has-text("mine")');
      await page.click('.editor .view-lines');
      await page.keyboard.insertText('metrics:\n  twice: 2 * revenue\n');
      await page.keyboard.press('Escape');
      await sound(page);
      await page.focus('.file-tabs [aria-selected=true]');
      await page.keyboard.press('F2');
      await page.fill('dialog input', 'sales.kpi.yaml');
      await page.waitForSelector('dialog [aria-invalid=true]');
      await page.fill('dialog input', 'yours.kpi.yaml');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.file-tabs [aria-selected=true]:has-text("yours")');
      await page.focus('.file-tabs [aria-selected=true]');
      await page.keyboard.press('Delete');
      await page.waitForSelector('.notice:has-text("yours.kpi.yaml deleted")');
      expect(await page.locator('.file-tabs [role=tab]').count()).toBe(2);
      await page.click('.notice >> text=Undo');
      await page.waitForSelector('.file-tabs [aria-selected=true]:has-text("yours")');
      await page.waitForSelector('.view-line >> text=twice');
      await sound(page);
    });
  });

  test('the last file stays', async () => {
    await opened({ hash: '#example=first-metric' }, async (page) => {
      await sound(page);
      await page.focus('.file-tabs [aria-selected=true]');
      await page.keyboard.press('Delete');
      await page.waitForSelector('.file-tools [aria-label^="Delete"]:disabled');
      await page.focus('.file-tabs [aria-selected=true]');
      await page.keyboard.press('Delete');
      await page.locator('.file-tabs [role=tab]').waitFor();
    });
  });

  test('the file is formatted', async () => {
    await opened({ hash: '#example=first-metric' }, async (page) => {
      await sound(page);
      const before = await textOf(page);
      await edit(page, (text) => text.replace('sum(sales.amount)', 'sum( sales.amount )'));
      await page.waitForSelector('.edited');
      await page.keyboard.press('Control+Shift+i');
      await page.waitForSelector('.edited', { state: 'detached' });
      expect(await textOf(page)).toBe(before);
    });
  });
});
