// A handbook in a browser, from the disk: search by keyboard, both themes, narrow, without scripts, nothing foreign.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { source as axeSource, type AxeResults } from 'axe-core';
import { openSession, takeFigures, takeReport } from '@sextant/engine';
import { handbookFiles, partOf } from '@sextant/handbook';
import { parseProject } from '@sextant/parser';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { definitionFiles, examples } from '../examples/example-files.js';
import { chromiumPath, launchChromium } from './chromium.js';

describe.skipIf(chromiumPath === null)('a handbook in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-handbook-'));
  let browser: Browser;

  beforeAll(async () => {
    const { value: graph } = parseProject(definitionFiles('trailhead'));
    const { value: session } = await openSession(graph, { root: join(examples, 'trailhead') });
    if (session === null) throw new Error('the example does not open');
    const asOf = '2026-06-17';
    const report = await takeReport(session, { asOf });
    const numbers = { asOf, metrics: await takeFigures(session, asOf), report: report.value };
    await session.executor.close();
    const part = partOf(graph, numbers);
    for (const [path, text] of handbookFiles({ title: part.title, description: null, parts: [part] })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function opened(
    path: string,
    {
      width = 1280,
      scheme = 'light',
      scripts = true,
    }: { width?: number; scheme?: 'light' | 'dark'; scripts?: boolean },
    work: (page: Page) => Promise<void>,
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
      if (!request.url().startsWith(pathToFileURL(folder).href)) said.push(request.url());
    });
    try {
      await page.goto(pathToFileURL(join(folder, path)).href);
      await work(page);
      expect(said).toEqual([]);
    } finally {
      await context.close();
    }
  }

  const PAGES = [
    'index.html',
    'metrics.html',
    'metrics/cac.html',
    'kpis/cac_fy27.html',
    'goals.html',
    'goals/more_leads.html',
    'owners/marketing.html',
    'datasets/orders.html',
    'dimensions.html',
    'parameters.html',
  ];

  test.each(PAGES)('axe finds nothing on %s, light and dark; nothing stands beyond the edge', async (path) => {
    for (const [scheme, width] of [
      ['light', 1280],
      ['dark', 1280],
      ['light', 360],
    ] as const) {
      await opened(path, { scheme, width }, async (page) => {
        await page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))");
        expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
        await page.evaluate(axeSource);
        const results = await page.evaluate<AxeResults>('axe.run({ preload: false })');
        expect(
          results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 140)}`)),
        ).toEqual([]);
      });
    }
  });

  test('the search finds by other names, and leads on by keyboard', async () => {
    await opened('kpis/cac_fy27.html', {}, async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('acquisition cost');
      const found = await page.locator('#found li a').allTextContents();
      expect(found[0]).toBe('Cost to win a customer');
      await page.keyboard.press('Escape');
      expect(await page.locator('#found').isVisible()).toBe(false);
      await page.keyboard.type('cac');
      await page.keyboard.press('ArrowDown');
      expect(await page.locator('#found li[aria-selected=true]').getAttribute('id')).toBe('found-1');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      await page.waitForURL(/(kpis|metrics)\/cac/);
      await page.fill('#search', 'no such thing');
      expect(await page.locator('#found').textContent()).toBe('Nothing has these words');
    });
  });

  test('numbers are worked out from their parts, which lead on', async () => {
    await opened('metrics/cac.html', {}, async (page) => {
      expect(await page.locator('.worked > li > .worked-line strong').first().textContent()).toContain('EUR/customer');
      await page.locator('.worked a', { hasText: 'New customers' }).click();
      expect(await page.textContent('h1')).toBe('New customers');
      await page.locator('a.node.of-kpi').first().click();
      expect(await page.locator('.eyebrow').first().textContent()).toContain('KPI');
    });
  });

  test('without scripts everything can be read', async () => {
    await opened('metrics/cac.html', { scripts: false }, async (page) => {
      expect(await page.locator('#search').isVisible()).toBe(false);
      await page.locator('nav a', { hasText: 'Goals' }).click();
      expect(await page.textContent('h1')).toBe('Goals');
    });
  });

  test('a theme that was chosen stays', async () => {
    await opened('index.html', { scheme: 'light' }, async (page) => {
      const ground = (): Promise<string> => page.evaluate('getComputedStyle(document.body).backgroundColor');
      const light = await ground();
      await page.click('#theme');
      expect(await ground()).not.toBe(light);
      expect(await page.textContent('#theme')).toBe('Light theme');
    });
  });
});
