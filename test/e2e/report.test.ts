// The report in a browser: for everyone, without a network, in both themes, on a narrow screen, by keyboard, without scripts.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { source as axeSource, type AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildReportModel } from '../../packages/engine/src/report/build-report-model.js';
import { reportHtml } from '../../packages/engine/src/report/report-html.js';
import { exampleCard, exampleGraph } from '../engine/report/example-card.js';
import { chromiumPath, launchChromium } from './chromium.js';

describe.skipIf(chromiumPath === null)('the report in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-report-'));
  const file = join(folder, 'report.html');
  let browser: Browser;

  beforeAll(async () => {
    writeFileSync(file, reportHtml(buildReportModel(exampleGraph(), exampleCard)));
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  interface Opened {
    readonly page: Page;
    /** What the page said on the console, and what it asked for beside itself. */
    readonly said: readonly string[];
  }

  async function opened(
    {
      width = 1280,
      scheme = 'light',
      scripts = true,
    }: { width?: number; scheme?: 'light' | 'dark'; scripts?: boolean },
    work: (opened: Opened) => Promise<void>,
  ): Promise<void> {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: scheme,
      javaScriptEnabled: scripts,
    });
    const page = await context.newPage();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    page.on('request', (request) => {
      if (!request.url().endsWith('/report.html')) said.push(request.url());
    });
    try {
      await page.goto(pathToFileURL(file).href);
      await work({ page, said });
      expect(said).toEqual([]);
    } finally {
      await context.close();
    }
  }

  const findings = async (page: Page): Promise<readonly string[]> => {
    await page.evaluate(axeSource);
    const results = await page.evaluate<AxeResults>('axe.run({ preload: false })');
    return results.violations.flatMap(({ id, impact, nodes }) =>
      nodes.map(({ html: element }) => `${impact ?? ''} ${id}: ${element.slice(0, 120)}`),
    );
  };

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
  ] as const)('axe finds nothing, %s, %d wide', async (scheme, width) => {
    await opened({ scheme, width }, async ({ page }) => {
      await page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))");
      expect(await findings(page)).toEqual([]);
    });
  });

  test.each([1440, 1280, 1100, 1024, 800, 768, 390, 320])('%d wide, nothing stands beyond the edge', async (width) => {
    await opened({ width }, async ({ page }) => {
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    });
  });

  test('everything that can be used is reached by keyboard, in order and visibly', async () => {
    await opened({}, async ({ page }) => {
      const focused = () =>
        page.evaluate<{ name: string; top: number; outline: string; visible: boolean }>(`(() => {
          const at = document.activeElement;
          const box = at.getBoundingClientRect();
          return {
            name: at.id || at.getAttribute('href') || at.getAttribute('aria-label') || at.tagName.toLowerCase(),
            top: box.top + window.scrollY,
            outline: getComputedStyle(at).outlineStyle,
            visible: box.width > 0 && box.height > 0 && box.left >= 0,
          };
        })()`);
      await page.keyboard.press('Tab');
      expect(await focused()).toMatchObject({ name: '#main', visible: true });
      const reached: string[] = [];
      for (let i = 0; i < 400; i++) {
        await page.keyboard.press('Tab');
        const at = await focused();
        if (at.name === 'body') break;
        expect(at).toMatchObject({ outline: expect.not.stringMatching('none'), visible: true });
        reached.push(at.name);
      }
      const all = await page.evaluate<number>(
        'document.querySelectorAll(\'a, button, input, select, summary, [tabindex="0"]\').length',
      );
      const hidden = await page.evaluate<number>(
        'document.querySelectorAll(\'details:not([open]) [tabindex="0"]\').length',
      );
      // All but the link that was first, and what lies in closed parts.
      expect(reached.length).toBe(all - hidden - 1);
      expect(reached.slice(-1)[0]).toMatch(/^#kpi-/);
      for (const name of ['theme', 'find', 'status', '#kpi-cac_fy27', 'summary']) expect(reached).toContain(name);
    });
  });

  test('the link at the top leads to the report', async () => {
    await opened({}, async ({ page }) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.id')).toBe('main');
    });
  });

  test('the theme is that of the system until somebody chooses', async () => {
    const ground = 'getComputedStyle(document.body).backgroundColor';
    await opened({ scheme: 'dark' }, async ({ page }) => {
      const dark = await page.evaluate(ground);
      await page.focus('#theme');
      await page.keyboard.press('Enter');
      const light = await page.evaluate(ground);
      expect([light, dark]).toEqual(['rgb(247, 247, 245)', 'rgb(16, 20, 25)']);
      expect(await page.textContent('#theme')).toBe('Dark theme');
      await page.emulateMedia({ media: 'print' });
      expect(await page.evaluate(ground)).toBe('rgb(255, 255, 255)');
    });
  });

  test('the scorecard is filtered by text and status, and says how many are left', async () => {
    await opened({}, async ({ page }) => {
      const rows = () => page.locator('.kpi-row:visible').count();
      expect(await rows()).toBe(9);
      await page.selectOption('#status', 'at risk');
      expect(await rows()).toBe(2);
      await page.fill('#find', 'country');
      expect(await rows()).toBe(1);
      expect(await page.textContent('#found')).toBe('1 of 9 shown');
      await page.fill('#find', '');
      await page.selectOption('#status', '');
      expect(await rows()).toBe(9);
    });
  });

  test('without scripts all of it can be read, and nothing is offered that would not work', async () => {
    await opened({ scripts: false }, async ({ page }) => {
      expect(await page.locator('.kpi').count()).toBe(9);
      expect(await page.locator('.kpi-row').first().isVisible()).toBe(true);
      expect(await page.locator('#theme').isVisible()).toBe(false);
      expect(await page.locator('#filters').isVisible()).toBe(false);
    });
  });

  test('on paper each KPI begins a page, and the controls are gone', async () => {
    await opened({}, async ({ page }) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('nav').isVisible()).toBe(false);
      expect(await page.locator('#theme').isVisible()).toBe(false);
      const breaks = await page.evaluate<readonly string[]>(
        "[...document.querySelectorAll('.kpi')].map((one) => getComputedStyle(one).breakBefore)",
      );
      expect(breaks.slice(1).every((one) => one === 'page')).toBe(true);
    });
  });
});
