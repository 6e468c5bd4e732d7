// What every test of the playground begins with: the built page in Chromium, which must stay silent and ask nobody else.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { source as axeSource, type AxeResults } from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { launchChromium } from '../chromium.js';
import { buildSite, serveBuilt, type Server } from '../playground-site.js';

/** A browser on a machine that others use too may be slower than any waiting: a test that fails is tried again. */
export const TRIES = { retry: 2 };

export const GALLERY = join(import.meta.dirname, '../../../packages/playground/gallery');

export interface Given {
  /** `#example=ratios` */
  readonly hash?: string;
  readonly width?: number;
  readonly height?: number;
  readonly context?: BrowserContextOptions;
  /** What the console may say: errors that the test itself makes. */
  readonly says?: RegExp;
  /** Runs before the page is opened. */
  readonly before?: (context: BrowserContext) => Promise<void>;
}

export type Work = (page: Page, context: BrowserContext) => Promise<void>;

export interface Playground {
  readonly opened: (given: Given, work: Work) => Promise<void>;
  /** Of the built page; with `/` at its end. */
  readonly address: () => string;
  readonly browser: () => Browser;
  /** A folder for the tests of the file. */
  readonly folder: string;
}

/** To be called in a `describe`: starts and ends what its tests need. */
export function playground(): Playground {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-playground-'));
  let browser: Browser;
  let server: Server;
  const ends: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    await buildSite();
    server = await serveBuilt();
    ends.push(server.close);
    browser = await launchChromium();
    ends.push(() => browser.close());
  }, 120_000);
  afterAll(async () => {
    for (const end of ends.toReversed()) await end();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    folder,
    address: () => server.address,
    browser: () => browser,
    opened: (given, work) => opened(browser, server.address, given, work),
  };
}

/** Whatever a test does, the page says nothing on its console and asks nobody but its own server. */
export async function opened(browser: Browser, address: string, given: Given, work: Work): Promise<void> {
  const { hash = '', width = 1440, height = 900, says = /^$/ } = given;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: 'light', ...given.context });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const said: string[] = [];
  const hear = (text: string): void => {
    if (!says.test(text)) said.push(text);
  };
  context.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol !== 'blob:' && protocol !== 'data:' && host !== new URL(address).host) hear(request.url());
  });
  context.on('console', (message) => hear(`${message.type()}: ${message.text()}`));
  context.on('weberror', (error) => hear(error.error().message));
  const page = await context.newPage();
  try {
    await given.before?.(context);
    await page.goto(`${address}${hash}`);
    await page.waitForSelector('.editor[data-ready=yes]');
    await work(page, context);
    expect(said).toEqual([]);
  } finally {
    await context.close();
  }
}

export function tab(page: Page, name: string): Promise<void> {
  return page.click(`.pane-head [role=tab]:has-text("${name}")`);
}

/** The definitions were checked, and nothing is wrong with them. */
export async function sound(page: Page): Promise<void> {
  await page.waitForSelector('.summary-text.fine', { state: 'attached' });
}

/** A text pasted over what is in the editor. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  await page.click('.editor .view-lines');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+v');
}

/** The text of the first example's definitions, changed. */
export async function edit(page: Page, change: (text: string) => string): Promise<void> {
  await paste(page, change(readFileSync(join(GALLERY, 'first-metric/sales.kpi.yaml'), 'utf8')));
}

/** By axe, beside the editor, which is Monaco's. */
export async function expectNothingSerious(page: Page, where: string): Promise<void> {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate<AxeResults>(
    "axe.run({ exclude: ['.monaco-editor'] }, { preload: false })",
  );
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.flatMap(({ id, nodes }) => nodes.map((node) => `${where} ${id}: ${node.html.slice(0, 140)}`))).toEqual(
    [],
  );
}
