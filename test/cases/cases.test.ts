// The worked cases, each by every executor: the same exact texts.
import { readdirSync, readFileSync } from 'node:fs';
import { parseProject, type Diagnostic } from '@sextant/parser';
import { afterAll, describe, expect, it } from 'vitest';
import { decimalText, roundedText } from '../../packages/engine/src/value/to-text.js';
import type { Result } from '../../packages/engine/src/result/result.js';
import { closeExecutors, executors } from './executors.js';
import { readCase, type Exact, type WorkedAsk } from './read-case.js';

const folder = new URL('.', import.meta.url);
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.yml'))
  .sort();

afterAll(closeExecutors);

for (const name of files) {
  const worked = readCase(readFileSync(new URL(name, folder), 'utf8'));
  const parsed = parseProject([
    { path: 'kpi.project.yaml', text: worked.project },
    { path: 'case.kpi.yaml', text: worked.definitions },
  ]);
  describe(name.replace('.yml', ''), () => {
    it('has definitions without errors', () => {
      expect(errorsOf(parsed.diagnostics)).toEqual([]);
    });
    it('has answers whose decimals are those of their fractions', () => {
      for (const ask of worked.asks) {
        for (const exact of [ask.value, ...ask.wrong]) if (exact !== null) expect(placesOf(exact)).toBe(exact.places);
      }
    });
    for (const executor of executors) {
      describe(executor.name, () => {
        for (const ask of worked.asks) {
          it(ask.name, async () => {
            const { value, diagnostics } = await executor.ask(parsed.value, worked.rows, ask.question);
            expect(errorsOf(diagnostics)).toEqual([]);
            const cell = value === null ? null : cellOf(value, ask);
            expect(cell).not.toBeNull();
            expect({ value: cell?.value, reason: cell?.reason }).toEqual({
              value: ask.value === null ? null : shown(ask.value, value),
              reason: ask.value === null ? (ask.reason ?? cell?.reason) : null,
            });
            for (const wrong of ask.wrong) expect(cell?.value).not.toBe(textOf(wrong));
          });
        }
      });
    }
  });
}

function cellOf(result: Result, ask: WorkedAsk): Result['rows'][number]['cells'][number] | null {
  const row = result.rows.find(
    (one) =>
      [...(one.bucket === null ? [] : [one.bucket.label]), ...one.keys.map((key) => key ?? '-')].join(' ') === ask.pick,
  );
  return row?.cells[0] ?? null;
}

/** In full, or rounded as the metric declares. */
function shown(exact: Exact, result: Result | null): string {
  const column = result?.columns.at(-1);
  const decimals = column?.kind === 'metric' ? column.decimals : null;
  return decimals === null ? textOf(exact) : roundedText({ n: exact.n, d: exact.d }, decimals);
}

function textOf(exact: Exact): string {
  return decimalText({ n: exact.n, d: exact.d });
}

/** Twelve places, half to even, without zeros at the end. */
function placesOf(exact: Exact): string {
  return roundedText({ n: exact.n, d: exact.d }, 12).replace(/\.?0+$/, '');
}

function errorsOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics
    .filter((diagnostic) => diagnostic.severity === 'error')
    .map((diagnostic) => `${diagnostic.code} ${diagnostic.message}`);
}
