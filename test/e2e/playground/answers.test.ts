// What the playground answers, in Chromium: the examples, the table with the digits of the command, why, SQL, graph, tests, diff.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kpi } from '../../cli/run-kpi.js';
import { chromiumPath } from '../chromium.js';
import { TRIES, edit, GALLERY, playground, sound, tab } from './page.js';

describe.skipIf(chromiumPath === null)('the answers of the playground', TRIES, () => {
  const { opened, folder } = playground();

  test.each(readdirSync(GALLERY))('the example %s opens without a problem', async (id) => {
    await opened({ hash: `#example=${id}` }, async (page) => {
      await sound(page);
      await page.waitForSelector('.answer tbody tr, .card, .verdict');
    });
  });

  test.each(['reference', 'duckdb'])('the digits of the table are those of the command, by %s', async (engine) => {
    const root = join(GALLERY, 'two-facts');
    const metrics = ['orders_placed', 'goods', 'shipping', 'ad_cost', 'return_on_ads'];
    const when = ['--from', '2026-03', '--to', '2026-03', '--as-of', '2026-03-31'];
    const args = ['eval', ...metrics, '--by', 'channel', ...when, '--format', 'csv', '--project', root];
    const { out } = await kpi(args, { cwd: folder });
    await opened({ hash: '#example=two-facts' }, async (page) => {
      await page.waitForSelector('.answer tbody tr');
      await page.selectOption('.engine-choice select', engine);
      await page.waitForSelector(`.foot:has-text("${engine === 'duckdb' ? 'DuckDB' : 'the reference evaluator'} in")`);
      await page.click('text=Copy as CSV');
      await page.waitForSelector('.notice.good');
      expect(await page.evaluate('navigator.clipboard.readText()')).toBe(out);
    });
  });

  test('both engines agree, and the SQL is shown', async () => {
    await opened({ hash: '#example=two-facts' }, async (page) => {
      await page.waitForSelector('.answer tbody tr');
      await page.click('text=Ask both engines');
      await page.waitForSelector('.agreement.good');
      await tab(page, 'SQL');
      await page.waitForSelector('.sql-text');
      expect(await page.textContent('.sql-text')).toContain('SELECT');
    });
  });

  test('the scorecard is the same by DuckDB', async () => {
    await opened({ hash: '#example=guardrails' }, async (page) => {
      await page.waitForSelector('.card');
      const before = await page.locator('.cards').allTextContents();
      await page.selectOption('.engine-choice select', 'duckdb');
      await page.waitForSelector('.foot:has-text("DuckDB")');
      expect(await page.locator('.cards').allTextContents()).toEqual(before);
    });
  });

  test('a KPI is opened from its card, and its number is explained with its status', async () => {
    await opened({ hash: '#example=guardrails' }, async (page) => {
      await page.waitForSelector('.card');
      const [title, value, status] = await Promise.all(
        ['.title', '.big .why', '.badge'].map((part) => page.textContent(`.card >> nth=0 >> ${part} >> nth=0`)),
      );
      await page.click('.card >> nth=0 >> .big .why');
      await page.waitForSelector('.explain-value');
      expect(await page.textContent('.explain-head h2')).toBe(title);
      expect(await page.textContent('.explain-value .big')).toBe(value);
      expect(await page.textContent('.explain-value .badge')).toBe(status);
      await tab(page, 'Scorecard');
      await page.click('.card >> nth=0 >> .title');
      await page.waitForSelector(`.pane h2:has-text("${title}")`);
      await page.waitForSelector('.pane table tbody tr', { state: 'attached' });
    });
  });

  test('a named question fills the form; its chart and table have the same numbers', async () => {
    await opened({ hash: '#example=first-metric' }, async (page) => {
      await page.waitForSelector('.answer tbody tr');
      await page.selectOption('.named select', 'by_product');
      await page.waitForSelector('.bars');
      const cells = await page.locator('.answer tbody tr td:nth-child(2) .why').allTextContents();
      expect(await page.locator('.bars >> nth=0 >> .why').allTextContents()).toEqual(cells);
      expect(cells).toHaveLength(4);
    });
  });

  test('a question that cannot be asked says why, with its place', async () => {
    await opened({ hash: '#example=first-metric' }, async (page) => {
      await page.waitForSelector('.answer tbody tr');
      await page.fill('.field.wide input', "produkt = 'tea'");
      await page.keyboard.press('Enter');
      await page.waitForSelector('.message.bad');
      expect(await page.textContent('.message.bad')).toContain('produkt');
    });
  });

  test('a number that is clicked is explained, down to its rows, and against another period', async () => {
    await opened({ hash: '#example=first-metric' }, async (page) => {
      await page.click('.answer .why >> nth=2');
      await page.waitForSelector('[role=tree]');
      expect(await page.textContent('.tree')).toContain('sales: 2026-01-05 to 2026-01-11');
      await page.focus('[role=treeitem]');
      await page.keyboard.press('ArrowDown');
      expect(await page.evaluate('document.activeElement.dataset.id')).toBe('0.0');
      await page.click('text=Why did it change?');
      await page.waitForSelector('.change');
    });
  });

  test('the graph is walked by keyboard, shows what is up and down of a node, and its list says the same', async () => {
    await opened({ hash: '#example=guardrails' }, async (page) => {
      await tab(page, 'Graph');
      await page.focus('.node[data-id="dataset:signups"]');
      await page.keyboard.press('ArrowRight');
      await page.waitForSelector('.node.in-focus');
      expect(await page.textContent('.node-part')).toContain('signups');
      await page.locator('.node[data-id="dataset:signups"].upstream').waitFor();
      expect(await page.locator('.node.downstream').count()).toBeGreaterThan(0);
      // Goals are part of the picture.
      expect(await page.locator('.node.kind-goal').count()).toBeGreaterThan(0);
    });
  });

  test('tests run, and say what was expected; another edit asks only one engine', async () => {
    await opened({ hash: '#example=failing-tests' }, async (page) => {
      await page.waitForSelector('.failed-test');
      expect(await page.textContent('.verdict')).toContain('2 of 3 tests failed');
      await page.click('text=Run them on DuckDB too');
      await page.waitForSelector('.verdict:has-text("DuckDB")');
      expect(await page.textContent('.verdict')).toContain('2 of 3 tests failed');
      await page.click('.editor .view-lines');
      await page.keyboard.press('Control+End');
      await page.keyboard.insertText('# edited\n');
      await page.waitForSelector('.verdict:not(:has-text("DuckDB"))');
    });
  });

  test('the tests of a whole company run while the page stays awake, and are left for another pane', async () => {
    await opened({ hash: '#example=trailhead' }, async (page) => {
      await page.waitForSelector('.card');
      await tab(page, 'Tests');
      await page.waitForSelector('.verdict.good');
      await page.click('text=Run them on DuckDB too');
      await page.waitForSelector('.busy .doing');
      await tab(page, 'Result');
      await page.waitForSelector('.answer tbody tr', { timeout: 10_000 });
    });
  });

  test('the diff says what an edit means, and shows it over a few rows', async () => {
    await opened({ hash: '#example=first-metric' }, async (page) => {
      await sound(page);
      await tab(page, 'Diff');
      await page.waitForSelector('text=Nothing has changed');
      await edit(page, (text) => text.replace('sum(sales.amount)', 'sum(sales.amount) * 2'));
      await page.waitForSelector('.verdict-badge.numbers');
      await page.waitForSelector('.diff-example code');
      await page.click('.diff-example summary >> nth=0');
      const shown = await page.textContent('.diff-example pre >> nth=0');
      expect(shown).toContain('tests:');
      expect(shown).toContain('# was');
      await page.click('text=Undo all edits');
      await page.click('dialog .strong-button');
      await page.waitForSelector('text=Nothing has changed');
    });
  });
});
