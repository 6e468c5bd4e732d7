// Data of one's own in the playground: CSV, JSON and Parquet get a definition and are counted; what takes long is seen and ended.
import { DuckDBInstance } from '@duckdb/node-api';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { chromiumPath } from '../chromium.js';
import { TRIES, playground, sound } from './page.js';

describe.skipIf(chromiumPath === null)('data of one’s own in the playground', TRIES, () => {
  const { opened, folder } = playground();

  async function add(page: Page, files: string | readonly string[]): Promise<void> {
    await page.click('.tool:has-text("Add data")');
    await page.setInputFiles('dialog input[type=file]', [files].flat());
    await page.waitForSelector('.draft pre', { timeout: 120_000 });
    await page.click('dialog .strong-button:not(:disabled)', { timeout: 120_000 });
  }

  /** One row and one number: all rows of the file. */
  async function expectRows(page: Page, rows: string): Promise<void> {
    const answer = page.locator('.answer tbody tr .why');
    await expect
      .poll(async () => (await answer.allTextContents()).join().replaceAll(/\D/g, ''), { timeout: 120_000 })
      .toBe(rows);
  }

  const ROWS = [
    { ticket: 't-1', opened: '2026-01-05', minutes: 12.5, urgent: true },
    { ticket: 't-2', opened: '2026-01-06', minutes: 7.25, urgent: false },
    { ticket: 't-3', opened: '2026-01-06', minutes: 90, urgent: false },
  ];

  async function parquetFile(): Promise<string> {
    const path = join(folder, 'calls.parquet');
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run(
      `COPY (SELECT 'c' || i AS call_id, DATE '2026-01-01' + CAST(i % 60 AS INTEGER) AS called_on,
         CAST(i % 7 AS DECIMAL(9, 2)) + 0.25 AS cost FROM range(500) t(i)) TO '${path}' (FORMAT parquet)`,
    );
    connection.closeSync();
    instance.closeSync();
    return path;
  }

  test.each([
    ['JSON', 'tickets.json', JSON.stringify(ROWS)],
    ['lines of JSON', 'tickets.ndjson', ROWS.map((row) => JSON.stringify(row)).join('\n')],
    ['CSV', 'tickets.csv', `ticket,opened\n${ROWS.map(({ ticket, opened }) => `${ticket},${opened}`).join('\n')}\n`],
  ])('%s gets a definition, and is counted', async (_, name, text) => {
    const file = join(folder, name);
    writeFileSync(file, text);
    await opened({ hash: '#example=first-metric' }, async (page) => {
      await sound(page);
      await add(page, file);
      await page.waitForSelector('.file-tabs [aria-selected=true]:has-text("tickets")');
      await expectRows(page, '3');
      // What nobody said stays to be said.
      expect(await page.textContent('.view-lines')).toContain('tickets');
    });
  });

  test('Parquet gets a definition, is counted, and both engines agree', async () => {
    const file = await parquetFile();
    await opened({ hash: '#example=first-metric' }, async (page) => {
      await sound(page);
      await add(page, file);
      await expectRows(page, '500');
      await page.click('text=Ask both engines');
      await page.waitForSelector('.agreement.good');
      await page.click('[role=tab]:has-text("Data")');
      await page.waitForSelector('.data-list li:has-text("calls.parquet") .place:has-text("calls")');
    });
  });

  test('what is no data is refused in words', async () => {
    const file = join(folder, 'broken.parquet');
    writeFileSync(file, 'PAR1 and nothing else');
    await opened({ hash: '#example=first-metric' }, async (page) => {
      await sound(page);
      await page.click('.tool:has-text("Add data")');
      await page.setInputFiles('dialog input[type=file]', file);
      await page.waitForSelector('dialog .message.bad');
      await page.locator('dialog .strong-button:disabled').waitFor();
    });
  });

  test('data that is removed comes back, with undo and with a reset', async () => {
    await opened({ hash: '#example=first-metric' }, async (page) => {
      await page.waitForSelector('.answer tbody tr');
      await page.click('[role=tab]:has-text("Data")');
      await page.click('[aria-label="Remove data/sales.csv"]');
      await page.waitForSelector('.pane .message.bad');
      await page.click('.notice >> text=Undo');
      await page.waitForSelector('.answer tbody tr');
      await page.click('[aria-label="Remove data/sales.csv"]');
      await page.waitForSelector('.pane .message.bad');
      await page.click('.tool:has-text("Reset")');
      await page.click('dialog .strong-button');
      await page.waitForSelector('.answer tbody tr');
    });
  });

  test('a file of 50 MB gets a definition and is counted by DuckDB; the reference evaluator is cancelled', async () => {
    const file = join(folder, 'events.csv');
    const lines = ['event_id,happened_on,kind,amount'];
    for (let i = 0, size = 0; size < 50_000_000; i++) {
      const line = `e${i},2026-0${1 + (i % 3)}-${10 + (i % 18)},kind_${i % 5},${i % 1000}.${10 + (i % 90)}`;
      lines.push(line);
      size += line.length + 1;
    }
    writeFileSync(file, `${lines.join('\n')}\n`);
    const rows = String(lines.length - 1);
    await opened({ hash: '#example=first-metric' }, async (page) => {
      await sound(page);
      await add(page, file);
      await expectRows(page, rows);
      expect(await page.textContent('.foot')).toContain('DuckDB');
      await page.selectOption('.engine-choice select', 'reference');
      await page.waitForSelector('.busy .doing:has-text("events")');
      // The page stays awake meanwhile, and the worker is ended at once.
      await page.click('.busy >> text=Cancel');
      await page.waitForSelector('.message:has-text("Cancelled")');
      await expectRows(page, rows);
      await page.selectOption('.engine-choice select >> nth=0', 'auto');
      await page.waitForSelector('.foot:has-text("DuckDB")', { timeout: 120_000 });
      await expectRows(page, rows);
    });
  }, 300_000);
});
