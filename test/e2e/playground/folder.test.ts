// `kpi playground` as it is built and published, with a copy of an example: edited in Chromium, written only when somebody says so.
import { execFile, spawn, type ChildProcessByStdio } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath } from '../chromium.js';
import { SITE } from '../playground-site.js';
import { TRIES, opened, playground, sound, tab } from './page.js';

const ROOT = join(import.meta.dirname, '../../..');

describe.skipIf(chromiumPath === null)('the built `kpi playground`', TRIES, () => {
  const { browser, folder } = playground();
  const project = join(folder, 'trailhead');
  const built = join(folder, 'built');
  let running: ChildProcessByStdio<null, Readable, Readable> | null = null;
  let address = '';

  beforeAll(async () => {
    cpSync(join(ROOT, 'examples/trailhead'), project, { recursive: true });
    rmSync(join(project, 'generate'), { recursive: true, force: true });
    await promisify(execFile)(process.execPath, [join(ROOT, 'packages/cli/build.mjs'), '--out', built, '--site', SITE]);
    const started = spawn(process.execPath, [join(built, 'kpi.mjs'), 'playground', project, '--as-of', '2026-06-17'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running = started;
    address = await new Promise<string>((resolve, reject) => {
      started.stdout.on('data', (text: Buffer) => resolve(text.toString().trim()));
      started.stderr.on('data', (text: Buffer) => {
        if (!text.includes('is open there')) reject(new Error(text.toString()));
      });
      started.on('exit', (code) => reject(new Error(`ended with ${code}`)));
    });
  }, 120_000);
  afterAll(async () => {
    const last = running;
    if (last === null) return;
    const ended = new Promise((resolve) => last.on('exit', resolve));
    last.kill('SIGINT');
    // As the shell counts what Ctrl-C ends.
    expect(await ended).toBe(130);
  });

  const onDisk = (path: string): string => readFileSync(join(project, path), 'utf8');

  async function write(page: Page, text: string): Promise<void> {
    await page.click('.editor .view-lines');
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText(text);
    await page.waitForSelector('.edited');
  }

  test('opens the project with its own data, and writes an edit only when somebody says so', async () => {
    const before = onDisk('sales.kpi.yaml');
    await opened(browser(), address, {}, async (page) => {
      await page.waitForSelector('.project-name:has-text("trailhead")');
      await sound(page);
      await page.waitForSelector('.card');
      await page.click('.file-tabs .stem:text-is("sales")');
      await write(page, '# ours\n');
      await tab(page, 'Diff');
      await page.waitForSelector('text=Only comments or layout differ in sales.kpi.yaml');
      expect(onDisk('sales.kpi.yaml')).toBe(before);
      await page.keyboard.press('Control+s');
      await page.waitForSelector('.notice.good:has-text("saved sales.kpi.yaml")');
      expect(onDisk('sales.kpi.yaml')).toBe(`${before}# ours\n`);
      // What is saved is what is compared with from now on.
      await page.waitForSelector('text=Nothing has changed');
      expect(await page.locator('.edited').count()).toBe(0);
    });
  });

  test('a new file is made on the disk, a renamed one moves, a deleted one goes', async () => {
    await opened(browser(), address, {}, async (page) => {
      await sound(page);
      await page.click('[aria-label="New file"]');
      await page.fill('dialog input', 'extra/mine');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.file-tabs [aria-selected=true]:has-text("mine")');
      await write(page, 'metrics:\n  mine: { formula: 2 * revenue, description: Ours. }\n');
      await page.keyboard.press('Escape');
      await sound(page);
      await page.keyboard.press('Control+s');
      await page.waitForSelector('.notice.good:has-text("saved extra/mine.kpi.yaml")');
      expect(onDisk('extra/mine.kpi.yaml')).toContain('2 * revenue');
      await page.click('[aria-label="Rename extra/mine.kpi.yaml"]');
      await page.fill('dialog input', 'yours');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.file-tabs [aria-selected=true]:has-text("yours")');
      await page.click('.tool:has-text("Save")');
      await page.waitForSelector('.notice.good:has-text("yours")');
      expect([existsSync(join(project, 'extra/mine.kpi.yaml')), existsSync(join(project, 'yours.kpi.yaml'))]).toEqual([
        false,
        true,
      ]);
      await page.click('[aria-label="Delete yours.kpi.yaml"]');
      await page.keyboard.press('Control+s');
      await page.waitForSelector('.notice.good:has-text("saved yours.kpi.yaml")');
      expect(existsSync(join(project, 'yours.kpi.yaml'))).toBe(false);
    });
  });

  test('what somebody else wrote meanwhile is not overwritten by itself', async () => {
    // The answer 409 is said on the console, by the browser itself.
    await opened(browser(), address, { says: /409/ }, async (page) => {
      await sound(page);
      await page.click('.file-tabs .stem:text-is("goals")');
      await write(page, '# mine\n');
      appendFileSync(join(project, 'goals.kpi.yaml'), '# theirs\n');
      await page.keyboard.press('Control+s');
      await page.waitForSelector('dialog li:has-text("goals.kpi.yaml")');
      expect(onDisk('goals.kpi.yaml').endsWith('# theirs\n')).toBe(true);
      await page.click('text=Read the folder again');
      await page.waitForSelector('.edited', { state: 'detached' });
      await page.click('.file-tabs .stem:text-is("goals")');
      await page.click('.editor .view-lines');
      await page.keyboard.press('Control+End');
      await page.waitForSelector('.view-line >> text=# theirs');
    });
  });

  test.each([
    ['another name for this machine', { host: 'kpi.example' }, 403],
    ['another page', { origin: 'http://kpi.example' }, 403],
    ['its own page', {}, 200],
  ])('%s gets %o and %i', async (_, headers, status) => {
    const url = new URL('api/project', address);
    expect(await statusOf(url, headers)).toBe(status);
    expect(await statusOf(new URL('/api/project', address), {})).toBe(404);
  });
});

function statusOf(url: URL, headers: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}
