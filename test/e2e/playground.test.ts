// The playground in a real browser: every feature, no error on the console, no request to anybody else, and its budgets.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { source as axeSource, type AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveSite } from '../../packages/cli/src/serving/serve-site.js';
import { kpi } from '../cli/run-kpi.js';
import { chromiumPath, launchChromium } from './chromium.js';
import { buildSite, serveBuilt, SITE, type Server } from './playground-site.js';

const GALLERY = join(import.meta.dirname, '../../packages/playground/gallery');

describe.skipIf(chromiumPath === null)('the playground', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-playground-'));
  let browser: Browser;
  let server: Server;

  beforeAll(async () => {
    await buildSite();
    server = await serveBuilt();
    browser = await launchChromium();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  interface Given {
    readonly hash?: string;
    readonly width?: number;
    readonly scheme?: 'light' | 'dark';
  }

  /** Whatever a test does, the page says nothing on its console and asks nobody else. */
  async function opened(
    { hash = '', width = 1440, scheme = 'light' }: Given,
    work: (page: Page, context: BrowserContext) => Promise<void>,
  ): Promise<void> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
    const said: string[] = [];
    context.on('request', (request) => {
      const { protocol, host } = new URL(request.url());
      if (protocol !== 'blob:' && protocol !== 'data:' && host !== new URL(server.address).host)
        said.push(request.url());
    });
    const page = await context.newPage();
    page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => said.push(error.message));
    try {
      await page.goto(`${server.address}${hash}`);
      await page.waitForSelector('.editor[data-ready=yes]');
      await work(page, context);
      expect(said).toEqual([]);
    } finally {
      await context.close();
    }
  }

  const tab = (page: Page, name: string): Promise<void> => page.click(`[role=tab]:has-text("${name}")`);

  /** The text of the first example, changed and pasted over what is in the editor. */
  async function edit(page: Page, change: (text: string) => string): Promise<void> {
    const text = readFileSync(join(GALLERY, 'first-metric/sales.kpi.yaml'), 'utf8');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(change(text))})`);
    await page.click('.monaco-editor .view-lines');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+v');
  }

  test.each(readdirSync(GALLERY))('the example %s opens without a problem', async (id) => {
    await opened({ hash: `#example=${id}` }, async (page) => {
      await page.waitForSelector('.summary-text.fine');
      await page.waitForSelector('.answer tbody tr, .card, .verdict');
    });
  });

  test('the digits of the table are those of the command', async () => {
    const root = join(GALLERY, 'two-facts');
    const metrics = ['orders_placed', 'goods', 'shipping', 'ad_cost', 'return_on_ads'];
    const args = [
      'eval',
      ...metrics,
      '--by',
      'channel',
      '--from',
      '2026-03',
      '--to',
      '2026-03',
      '--as-of',
      '2026-03-31',
    ];
    const { out } = await kpi([...args, '--format', 'csv', '--project', root], { cwd: folder });
    await opened({ hash: '#example=two-facts' }, async (page, context) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.waitForSelector('.answer tbody tr');
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

  test('a number that is clicked is explained, down to its rows', async () => {
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

  test('a mistake is marked, listed, explained and repaired; the diff says what an edit means', async () => {
    await opened({ hash: '#example=first-metric' }, async (page) => {
      await page.waitForSelector('.summary-text.fine');
      await edit(page, (text) => text.replace('sum(sales.amount)', 'sum(sales.amout)'));
      await page.waitForSelector('.problems .mark.error');
      await page.click('.problems .jump >> nth=0');
      await page.waitForSelector('.squiggly-error');
      await page.click('.problems .code >> nth=0');
      await page.waitForSelector('dialog .page h3');
      await page.keyboard.press('Escape');
      await edit(page, (text) => text.replace('sum(sales.amount)', 'sum(sales.amount) * 2'));
      await page.waitForSelector('.summary-text.fine');
      await tab(page, 'Diff');
      await page.waitForSelector('.verdict-badge.numbers');
      await page.click('text=Undo all edits');
      await page.click('dialog .strong-button');
      await page.waitForSelector('text=Nothing has changed');
    });
  });

  test('completion, hover and renaming come from the language service', async () => {
    await opened({ hash: '#example=first-metric' }, async (page) => {
      await page.waitForSelector('.summary-text.fine');
      await page.hover('.view-line >> text=ticket');
      await page.waitForSelector('.monaco-hover-content');
      expect(await page.textContent('.monaco-hover-content')).toContain('EUR/sale');
      await page.click('.view-line >> text=ticket');
      await page.keyboard.press('F2');
      await page.waitForSelector('.rename-box input:focus');
      await page.keyboard.press('Control+a');
      await page.keyboard.type('mean_ticket');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.view-line >> text=mean_ticket');
      await page.waitForSelector('.summary-text.fine');
    });
  });

  test('the graph is walked by keyboard, and its list says the same', async () => {
    await opened({ hash: '#example=guardrails' }, async (page) => {
      await tab(page, 'Graph');
      await page.focus('.node[data-id="dataset:signups"]');
      await page.keyboard.press('ArrowRight');
      await page.waitForSelector('.node.in-focus');
      expect(await page.textContent('.node-part')).toContain('signups');
    });
  });

  test('tests run, and say what was expected', async () => {
    await opened({ hash: '#example=failing-tests' }, async (page) => {
      await page.waitForSelector('.failed-test');
      expect(await page.textContent('.verdict')).toContain('2 of 3 tests failed');
    });
  });

  test('a link carries the edits to another browser', async () => {
    let link = '';
    await opened({ hash: '#example=first-metric' }, async (page) => {
      await page.waitForSelector('.summary-text.fine');
      await edit(page, (text) => `${text}# carried along\n`);
      await page.waitForSelector('.edited');
      await page.click('.tool:has-text("Share")');
      link = await page.inputValue('dialog .link-field input');
    });
    await opened({ hash: new URL(link).hash }, async (page) => {
      await page.waitForSelector('.edited');
      await page.click('.monaco-editor .view-lines');
      await page.keyboard.press('Control+End');
      await page.waitForSelector('.view-line >> text=# carried along');
    });
  });

  test('a project is downloaded as a ZIP', async () => {
    await opened({ hash: '#example=first-metric' }, async (page) => {
      await page.waitForSelector('.summary-text.fine');
      const [download] = await Promise.all([page.waitForEvent('download'), page.click('.tool:has-text("Download")')]);
      expect(download.suggestedFilename()).toBe('corner-cafe.zip');
    });
  });

  test('edits are there after a reload, and are gone after #reset', async () => {
    await opened({ hash: '#example=ratios' }, async (page) => {
      await page.waitForSelector('.summary-text.fine');
      await page.click('.monaco-editor .view-lines');
      await page.keyboard.press('Control+End');
      await page.keyboard.insertText('# kept\n');
      await page.waitForSelector('.edited');
      await page.waitForTimeout(1200);
      await page.goto(server.address);
      await page.reload();
      await page.waitForSelector('.edited');
      await page.goto(`${server.address}#reset`);
      await page.reload();
      await page.waitForSelector('.project-name:has-text("Your first metric")');
      expect(await page.locator('.edited').count()).toBe(0);
    });
  });

  test('a file of 50 MB gets a definition and is counted', async () => {
    const file = join(folder, 'events.csv');
    const lines = ['event_id,happened_on,kind,amount'];
    for (let i = 0, size = 0; size < 50_000_000; i++) {
      const line = `e${i},2026-0${1 + (i % 3)}-${10 + (i % 18)},kind_${i % 5},${i % 1000}.${10 + (i % 90)}`;
      lines.push(line);
      size += line.length + 1;
    }
    writeFileSync(file, `${lines.join('\n')}\n`);
    await opened({ hash: '#example=first-metric' }, async (page) => {
      await page.waitForSelector('.summary-text.fine');
      await page.click('.tool:has-text("Add data")');
      await page.setInputFiles('dialog input[type=file]', file);
      await page.waitForSelector('.draft pre', { timeout: 120_000 });
      await page.click('dialog .strong-button:not(:disabled)');
      // One row and one number: all rows of the file.
      const whole = (lines.length - 1).toLocaleString('en').replaceAll(',', '');
      const answer = page.locator('.answer tbody tr .why');
      await expect
        .poll(async () => (await answer.allTextContents()).join().replaceAll(/\D/g, ''), { timeout: 120_000 })
        .toBe(whole);
      expect(await page.textContent('.foot')).toContain('DuckDB');
    });
  }, 300_000);

  test('without a network it opens and computes', async () => {
    await opened({}, async (page, context) => {
      await page.waitForSelector('.answer tbody tr');
      await page.evaluate('navigator.serviceWorker.ready');
      await page.waitForFunction('navigator.serviceWorker.controller !== null');
      await context.setOffline(true);
      await page.goto(`${server.address}#example=pacing`);
      await page.reload();
      await page.waitForSelector('.editor[data-ready=yes]');
      await page.waitForSelector('.card');
    });
  });

  test('a folder that the command serves is edited, and written only when somebody says so', async () => {
    const root = join(folder, 'cafe');
    cpSync(join(GALLERY, 'first-metric'), root, { recursive: true });
    const file = join(root, 'sales.kpi.yaml');
    const before = readFileSync(file, 'utf8');
    const running = await serveSite({ site: SITE, root, secret: 'abc', asOf: '2026-03-31' }, 0);
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      await page.goto(running.address);
      await page.waitForSelector('.editor[data-ready=yes]');
      await page.waitForSelector('.project-name:has-text("cafe")');
      await page.waitForSelector('.summary-text.fine');
      await edit(page, (text) => `${text}# ours\n`);
      await page.waitForSelector('.edited');
      expect(readFileSync(file, 'utf8')).toBe(before);
      await page.keyboard.press('Control+s');
      await page.waitForSelector('.notice.good');
      expect(readFileSync(file, 'utf8')).toBe(`${before}# ours\n`);
    } finally {
      await context.close();
      await running.close();
    }
  });

  test.each([
    ['light', 1440],
    ['dark', 1440],
    ['light', 390],
  ] as const)('axe finds nothing serious, %s, %d wide', async (scheme, width) => {
    await opened({ hash: '#example=guardrails', scheme, width }, async (page) => {
      await page.waitForSelector('.summary-text.fine', { state: 'attached' });
      if (width < 800) await page.click('.side-switch button:has-text("Answers")');
      for (const name of ['Scorecard', 'Result', 'Explain', 'Graph', 'Diff']) {
        await tab(page, name);
        await page.waitForTimeout(700);
        await page.evaluate(axeSource);
        const { violations } = await page.evaluate<AxeResults>(
          "axe.run({ exclude: ['.monaco-editor'] }, { preload: false })",
        );
        const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
        expect(
          serious.flatMap(({ id, nodes }) => nodes.map((node) => `${name} ${id}: ${node.html.slice(0, 140)}`)),
        ).toEqual([]);
      }
    });
  });

  test.each([1440, 1024, 820, 390, 360])('%d wide, nothing stands beyond the edge', async (width) => {
    await opened({ hash: '#example=guardrails', width }, async (page) => {
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    });
  });

  test('budgets: the shell, the first paint, and from a key to the marks in the largest example', async () => {
    const page = readFileSync(join(SITE, 'index.html'), 'utf8');
    const shell = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(([, path]) => path ?? '');
    const bytes = shell.reduce((sum, path) => sum + gzipSync(readFileSync(join(SITE, path))).length, 0);
    expect(bytes).toBeLessThan(120_000);
    await opened({ hash: '#example=trailhead' }, async (page) => {
      await page.waitForSelector('.summary-text.fine');
      const paint = await page.evaluate<number>("performance.getEntriesByName('first-contentful-paint')[0].startTime");
      expect(paint).toBeLessThan(1500);
      await page.click('.monaco-editor .view-lines');
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Enter');
      const times: number[] = [];
      for (let i = 0; i < 5; i++) {
        await page.waitForSelector('.summary-text.fine');
        const started = Date.now();
        await page.keyboard.type('x');
        await page.waitForSelector('.problems .mark.error');
        times.push(Date.now() - started);
        await page.keyboard.press('Backspace');
      }
      const median = times.sort((a, b) => a - b)[2] ?? Infinity;
      process.stdout.write(
        `shell ${bytes} B gz, first paint ${Math.round(paint)} ms, key to marks ${times.join(' ')} ms\n`,
      );
      expect(median).toBeLessThan(250);
    });
  });
});
