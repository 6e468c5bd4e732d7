// Libraries in the playground: those of the standard library are there when they are named; those of a folder come with it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { serveSite } from '../../../packages/cli/src/serving/serve-site.js';
import { chromiumPath } from '../chromium.js';
import { SITE } from '../playground-site.js';
import { TRIES, expectNothingSerious, opened as openedAt, paste, playground, sound, tab } from './page.js';

const USE = `use:
  shop:
    from: std/revenue
    version: 1
    only: [discount_rate]
    with: { gross_sales: revenue, discounts: tea }
metrics:
  tea: { formula: "sum(sales.amount where product = 'tea')", description: What guests paid for tea., empty: 0 }
`;

describe.skipIf(chromiumPath === null)('libraries in the playground', TRIES, () => {
  const { opened, browser, folder } = playground();

  async function newFile(page: Page, text: string): Promise<void> {
    await page.click('[aria-label="New file"]');
    await page.fill('dialog input', 'uses');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.file-tabs [aria-selected=true]:has-text("uses")');
    await paste(page, text);
  }

  test('a library of the standard library is used, asked, explained, compared and read', async () => {
    await opened({ hash: '#example=first-metric' }, async (page) => {
      await sound(page);
      await newFile(page, USE);
      await page.waitForSelector('.view-line >> text=std/revenue');
      await page.waitForSelector('.edited');
      await sound(page);
      await tab(page, 'Diff');
      await page.waitForSelector('.diff-change:has-text("shop.discount_rate")');
      // Its definition is in the library, where it can be read.
      await page.hover('.view-line >> text=discount_rate');
      await page.waitForSelector('.monaco-hover-content');
      await page.click('.view-line >> text=discount_rate');
      await page.keyboard.press('F12');
      await page.waitForSelector('dialog .library-text mark');
      expect(await page.textContent('dialog .library-text mark')).toContain('discount_rate');
      await expectNothingSerious(page, 'a file of a library');
      await page.keyboard.press('Escape');
      // A name that the library does not know is a mistake of the project.
      await paste(page, USE.replace('only: [discount_rate]', 'only: [discount_rat]'));
      await page.waitForSelector('.problems .mark.error');
      expect(await page.textContent('.problems')).toContain('discount_rat');
    });
  });

  test('a number of a library is the same by both engines', async () => {
    await opened({ hash: '#example=first-metric' }, async (page) => {
      await sound(page);
      await newFile(page, `${USE}questions:\n  tea: { metrics: [shop.discount_rate], over: 2026-01..2026-03 }\n`);
      await page.waitForSelector('.edited');
      await sound(page);
      await page.selectOption('.named select', 'tea');
      await page.waitForSelector('.answer th:has-text("Discount rate")');
      await page.click('text=Ask both engines');
      await page.waitForSelector('.agreement.good');
      await page.click('.answer .why >> nth=0');
      await page.waitForSelector('[role=tree]');
      expect(await page.textContent('.tree')).toContain('tea');
    });
  });

  test('libraries are proposed where one is named', async () => {
    await opened({ hash: '#example=first-metric' }, async (page) => {
      await sound(page);
      await newFile(page, 'use:\n  shop:\n    from: ');
      await page.keyboard.press('Control+Space');
      await page.waitForSelector('.suggest-widget.visible .monaco-list-row:has-text("std/")');
    });
  });

  test('a library in the folder of a project comes with it, and is not edited', async () => {
    const root = join(folder, 'cafe');
    const files: Readonly<Record<string, string>> = {
      'kpi.project.yaml': readFileSync(
        join(import.meta.dirname, '../../../packages/playground/gallery/first-metric/kpi.project.yaml'),
        'utf8',
      ),
      'sales.kpi.yaml': readFileSync(
        join(import.meta.dirname, '../../../packages/playground/gallery/first-metric/sales.kpi.yaml'),
        'utf8',
      ),
      'data/sales.csv': readFileSync(
        join(import.meta.dirname, '../../../packages/playground/gallery/first-metric/data/sales.csv'),
        'utf8',
      ),
      'uses.kpi.yaml': 'use:\n  twice: { from: libs/twice, with: { one: revenue } }\n',
      'libs/twice/kpi.library.yaml':
        'library: twice\nversion: 1.0.0\ntitle: Twice\ndescription: Twice something.\ninputs:\n  one: What is doubled.\n',
      'libs/twice/twice.kpi.yaml':
        'datasets:\n  bags: { from: bags.csv, one: bag, key: bag_id, time: none, fields: { bag_id: text, price: decimal(2) EUR } }\n' +
        'metrics:\n  one: { formula: sum(bags.price), description: A stand-in. }\n  two: { formula: 2 * one, description: Twice of it. }\n',
    };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(root, path, '..'), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const running = await serveSite({ site: SITE, root, secret: 'abc', asOf: '2026-03-31' }, 0);
    try {
      await openedAt(browser(), running.address, {}, async (page) => {
        await page.waitForSelector('.project-name:has-text("cafe")');
        await sound(page);
        expect(await page.locator('.file-tabs [role=tab]').count()).toBe(3);
        await tab(page, 'Graph');
        await page.waitForSelector('.node[data-id="metric:twice.two"]');
      });
    } finally {
      await running.close();
    }
  });
});
