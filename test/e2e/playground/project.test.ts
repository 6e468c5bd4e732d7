// What becomes of a project in the playground: links, downloads, what is left for the next visit, and states that are broken.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { kpi } from '../../cli/run-kpi.js';
import { chromiumPath } from '../chromium.js';
import { TRIES, edit, playground, sound } from './page.js';

const fromPlayground = createRequire(join(import.meta.dirname, '../../../packages/playground/package.json'));

describe.skipIf(chromiumPath === null)('projects in the playground', TRIES, () => {
  const { opened, address, folder } = playground();

  /** The page keeps its work a moment after the last edit. */
  const kept = (page: Page): Promise<void> => page.waitForTimeout(1200);

  const lastLine = async (page: Page, text: string): Promise<void> => {
    await page.click('.editor .view-lines');
    await page.keyboard.press('Control+End');
    await page.waitForSelector(`.view-line >> text=${text}`);
  };

  test('a link carries the edits to another browser', async () => {
    let link = '';
    await opened({ hash: '#example=first-metric' }, async (page) => {
      await sound(page);
      await edit(page, (text) => `${text}# carried along\n`);
      await page.waitForSelector('.edited');
      await page.click('.tool:has-text("Share")');
      link = await page.inputValue('dialog .link-field input');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+s');
      await page.waitForSelector('.notice.good:has-text("copied a link")');
      expect(await page.evaluate('navigator.clipboard.readText()')).toBe(link);
    });
    expect(link.startsWith(`${address()}#v1.`)).toBe(true);
    await opened({ hash: new URL(link).hash }, async (page) => {
      await page.waitForSelector('.edited');
      await lastLine(page, '# carried along');
      await page.waitForSelector('.answer tbody tr');
    });
  });

  test('a link with data that is small has its numbers too', async () => {
    const file = join(folder, 'small.csv');
    writeFileSync(file, 'day,visits\n2026-01-01,3\n2026-01-02,4\n');
    let link = '';
    await opened({ hash: '#example=first-metric' }, async (page) => {
      await sound(page);
      await page.click('.tool:has-text("Add data")');
      await page.setInputFiles('dialog input[type=file]', file);
      await page.waitForSelector('.draft pre');
      await page.click('dialog .strong-button:not(:disabled)');
      await page.waitForSelector('.answer tbody tr .why:text-is("2")');
      await page.click('.tool:has-text("Share")');
      await page.waitForSelector('dialog .message');
      await page.check('dialog input[type=checkbox]');
      await page.waitForSelector('dialog .message', { state: 'detached' });
      link = await page.inputValue('dialog .link-field input');
    });
    await opened({ hash: new URL(link).hash }, async (page) => {
      await page.waitForSelector('.answer tbody tr .why:text-is("2")');
    });
  });

  test.each(['#v1.garbage', '#v9.later', '#v1.', '#example=no-such', '#nonsense'])(
    'the address %s opens the page all the same',
    async (hash) => {
      await opened({ hash }, async (page) => {
        await sound(page);
        await page.waitForSelector('.answer tbody tr');
      });
    },
  );

  test('what is downloaded is a project that the command takes, and that opens again when it is dropped', async () => {
    const file = join(folder, 'corner-cafe.zip');
    await opened({ hash: '#example=first-metric' }, async (page) => {
      await sound(page);
      await edit(page, (text) => `${text}# packed\n`);
      await page.waitForSelector('.edited');
      const [download] = await Promise.all([page.waitForEvent('download'), page.click('.tool:has-text("Download")')]);
      expect(download.suggestedFilename()).toBe('corner-cafe.zip');
      await download.saveAs(file);
    });
    const { unzipSync } = fromPlayground('fflate') as { unzipSync: (bytes: Uint8Array) => Record<string, Uint8Array> };
    for (const [path, bytes] of Object.entries(unzipSync(readFileSync(file)))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    const root = join(folder, 'corner-cafe');
    expect((await kpi(['check', root], { cwd: folder })).exit).toBe(0);
    const { out } = await kpi(['eval', 'revenue', '--as-of', '2026-03-31', '--project', root], { cwd: folder });
    expect(out).toMatch(/\d/);

    await opened({ hash: '#example=ratios' }, async (page) => {
      await sound(page);
      const bytes = readFileSync(file).toString('base64');
      await page.evaluate(
        `(() => {
          const bytes = Uint8Array.from(atob('${bytes}'), (letter) => letter.charCodeAt(0));
          const transfer = new DataTransfer();
          transfer.items.add(new File([bytes], 'corner-cafe.zip', { type: 'application/zip' }));
          document.querySelector('.pane').dispatchEvent(
            new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
          );
        })()`,
      );
      await page.waitForSelector('.project-name:has-text("corner_cafe")');
      await page.waitForSelector('dialog', { state: 'detached' });
      await sound(page);
      expect(await page.locator('.file-tabs [role=tab]').count()).toBe(2);
      await lastLine(page, '# packed');
    });
  });

  test('edits are there after a reload, not after they were undone, and gone after #reset', async () => {
    await opened({ hash: '#example=ratios' }, async (page) => {
      await sound(page);
      await page.click('.editor .view-lines');
      await page.keyboard.press('Control+End');
      await page.keyboard.insertText('# kept\n');
      await page.waitForSelector('.edited');
      await kept(page);
      await page.goto(address());
      await page.reload();
      await page.waitForSelector('.edited');
      await page.waitForSelector('.project-name:has-text("A ratio of sums")');
      // Looking at an example takes nothing away.
      await page.goto(`${address()}#example=periods`);
      await page.reload();
      await page.waitForSelector('.project-name:has-text("Comparing periods")');
      await page.goto(address());
      await page.reload();
      await page.waitForSelector('.edited');
      await page.goto(`${address()}#reset`);
      await page.reload();
      await page.waitForSelector('.project-name:has-text("Your first metric")');
      await page.reload();
      await page.waitForSelector('.project-name:has-text("Your first metric")');
      expect(await page.locator('.edited').count()).toBe(0);
    });
  });

  test('a reset takes back edits and data, and comes back with undo', async () => {
    await opened({ hash: '#example=first-metric' }, async (page) => {
      await sound(page);
      await edit(page, (text) => `${text}# to be lost\n`);
      await page.waitForSelector('.edited');
      await kept(page);
      await page.click('.tool:has-text("Reset")');
      await page.click('dialog .strong-button');
      await page.waitForSelector('.edited', { state: 'detached' });
      await page.click('.notice button:has-text("Undo")');
      await page.waitForSelector('.edited');
      await lastLine(page, '# to be lost');
      await page.click('.tool:has-text("Reset")');
      await page.click('dialog .strong-button');
      await page.waitForSelector('.edited', { state: 'detached' });
      await page.goto(address());
      await page.reload();
      await page.waitForSelector('.answer tbody tr');
      expect(await page.locator('.edited').count()).toBe(0);
    });
  });

  /** Puts something into the page's own store before it is opened. */
  const stored = (script: string) => `
    new Promise((resolve, reject) => {
      const opening = indexedDB.open('sextant', 1);
      opening.onupgradeneeded = () => { ${script.includes('NO STORE') ? '' : "opening.result.createObjectStore('work');"} };
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const database = opening.result;
        if (${script.includes('NO STORE')}) { database.close(); resolve(null); return; }
        const put = database.transaction('work', 'readwrite').objectStore('work').put(${script}, 'last');
        put.onsuccess = () => { database.close(); resolve(null); };
      };
    })`;

  test.each([
    ['nothing of ours', '42'],
    ['no store', '/* NO STORE */ 0'],
    [
      'files without texts',
      "{ origin: { kind: 'blank' }, files: [{ path: 'a.kpi.yaml' }], opened: [], data: [], view: {} }",
    ],
    [
      'paths that lead elsewhere',
      "{ origin: { kind: 'blank' }, files: [{ path: '../x', text: '' }], opened: [], data: [], view: {} }",
    ],
    [
      'an origin that is none',
      "{ origin: { kind: 'moon' }, files: [{ path: 'a.kpi.yaml', text: '' }], opened: [], data: [], view: {} }",
    ],
    [
      'a view that is none',
      "{ origin: { kind: 'blank' }, files: [{ path: 'a.kpi.yaml', text: '' }], opened: [], data: [], view: { pane: 7, asked: 'x', explaining: [], asOf: null } }",
    ],
    [
      'definitions that nobody can read',
      "{ origin: { kind: 'blank' }, files: [{ path: 'kpi.project.yaml', text: '\\u0000[[[{{{: &a *b !!x' }], opened: [], data: [], view: { pane: 'scorecard' } }",
    ],
  ])('a store that holds %s does not keep the page from opening, and #reset empties it', async (_, script) => {
    const before = { hash: '#example=first-metric' };
    await opened(before, async (page) => {
      await sound(page);
      await page.evaluate(stored(script));
      await page.goto(address());
      await page.reload();
      await page.waitForSelector('.editor[data-ready=yes]');
      await page.waitForSelector('.file-tabs [role=tab]');
      await page.goto(`${address()}#reset`);
      await page.reload();
      await page.waitForSelector('.answer tbody tr');
      await page.waitForSelector('.project-name:has-text("Your first metric")');
      if (!script.includes('NO STORE')) return;
      // And what is edited is kept again.
      await edit(page, (text) => `${text}# kept again\n`);
      await page.waitForSelector('.edited');
      await kept(page);
      await page.goto(address());
      await page.reload();
      await page.waitForSelector('.edited');
    });
  });
});
