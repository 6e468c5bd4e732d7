// What the playground may weigh and how long it may take.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { chromiumPath } from '../chromium.js';
import { SITE } from '../playground-site.js';
import { TRIES, playground, sound } from './page.js';

describe.skipIf(chromiumPath === null)('the budgets of the playground', TRIES, () => {
  const { opened } = playground();

  test('the shell, the first paint, and from a key to the marks in the largest example', async () => {
    const page = readFileSync(join(SITE, 'index.html'), 'utf8');
    const shell = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(([, path]) => path ?? '');
    const bytes = shell.reduce((sum, path) => sum + gzipSync(readFileSync(join(SITE, path))).length, 0);
    expect(bytes).toBeLessThan(120_000);
    await opened({ hash: '#example=trailhead' }, async (page) => {
      await sound(page);
      const paint = await page.evaluate<number>("performance.getEntriesByName('first-contentful-paint')[0].startTime");
      expect(paint).toBeLessThan(1500);
      // The numbers are computed before, as they are when somebody types.
      await page.waitForSelector('.card', { timeout: 30_000 });
      await page.click('.editor .view-lines');
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Enter');
      // Others may use the machine too: the best of three rounds is nearest to what the page itself takes.
      const medians: number[] = [];
      for (let round = 0; round < 3 && !(Math.min(...medians) < 250); round++) {
        const times: number[] = [];
        for (let i = 0; i < 9; i++) {
          await page.waitForSelector('.summary-text.fine');
          const started = Date.now();
          await page.keyboard.type('x');
          await page.waitForSelector('.problems .mark.error');
          times.push(Date.now() - started);
          await page.keyboard.press('Backspace');
        }
        medians.push(times.toSorted((a, b) => a - b)[4] ?? Infinity);
      }
      process.stdout.write(
        `shell ${bytes} B gz, first paint ${Math.round(paint)} ms, key to marks ${medians.join(', ')} ms\n`,
      );
      expect(Math.min(...medians)).toBeLessThan(250);
    });
  });
});
