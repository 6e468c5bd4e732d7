// The playground without a network: what was kept of it opens, checks and computes; the rest at a click.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { chromiumPath } from '../chromium.js';
import { TRIES, edit, playground, sound, tab } from './page.js';

describe.skipIf(chromiumPath === null)('the playground without a network', TRIES, () => {
  const { opened, address, folder } = playground();

  async function goOffline(page: Page, context: BrowserContext, hash: string): Promise<void> {
    await page.waitForSelector('.offline-mark');
    // The page's policy forbids what `waitForFunction` does with a text while it waits.
    await expect
      .poll(() => page.evaluate('navigator.serviceWorker.controller !== null'), { timeout: 30_000 })
      .toBe(true);
    await context.setOffline(true);
    await page.goto(`${address()}${hash}`);
    await page.reload();
    await page.waitForSelector('.editor[data-ready=yes]');
  }

  test('opens every lesson, computes, explains, and takes data', async () => {
    const file = join(folder, 'visits.json');
    writeFileSync(file, '[{"day":"2026-01-01","visits":3},{"day":"2026-01-02","visits":4}]');
    await opened({}, async (page, context) => {
      await page.waitForSelector('.answer tbody tr');
      await goOffline(page, context, '#example=pacing');
      await page.waitForSelector('.card');
      await page.goto(`${address()}#example=first-metric`);
      await page.waitForSelector('.answer tbody tr');
      await sound(page);
      await edit(page, (text) => text.replace('sum(sales.amount)', 'sum(sales.amount) * 2'));
      await tab(page, 'Diff');
      await page.waitForSelector('.diff-example');
      await tab(page, 'Result');
      await page.click('.answer .why >> nth=2');
      await page.waitForSelector('[role=tree]');
      await page.click('.tool:has-text("Add data")');
      await page.setInputFiles('dialog input[type=file]', file);
      await page.waitForSelector('.draft pre');
      await page.click('dialog .strong-button:not(:disabled)');
      await page.waitForSelector('.answer tbody tr .why:text-is("2")');
    });
  });

  test('DuckDB and the large example are there too, once somebody wants them kept', async () => {
    await opened({}, async (page, context) => {
      await page.waitForSelector('.answer tbody tr');
      await page.click('.offline-mark');
      await page.click('dialog .strong-button:has-text("MB")');
      await page.waitForSelector('dialog .message.good', { timeout: 60_000 });
      await page.keyboard.press('Escape');
      await goOffline(page, context, '#example=trailhead');
      await page.waitForSelector('.card', { timeout: 60_000 });
      await tab(page, 'SQL');
      await page.waitForSelector('.sql-text', { timeout: 60_000 });
      expect(await page.textContent('.sql-text')).toContain('SELECT');
    });
  });

  test('what is not there is said, and the page goes on', async () => {
    // The browser itself says on the console what could not be fetched.
    await opened({ says: /ERR_INTERNET_DISCONNECTED|Failed to load resource/ }, async (page, context) => {
      await page.waitForSelector('.answer tbody tr');
      await goOffline(page, context, '#example=two-facts');
      await tab(page, 'SQL');
      await page.waitForSelector('.message.bad:has-text("is there a network")');
      await tab(page, 'Result');
      await page.waitForSelector('.answer tbody tr');
    });
  });
});
