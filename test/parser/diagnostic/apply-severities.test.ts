// A project may raise, lower and silence warnings, and never an error.
import { expect, test } from 'vitest';
import { applySeverities } from '../../../packages/parser/src/diagnostic/apply-severities.js';
import type { Code } from '../../../packages/parser/src/diagnostic/codes.js';
import { makeDiagnostic } from '../../../packages/parser/src/diagnostic/make-diagnostic.js';

const span = { file: 'a.kpi.yaml', start: 0, end: 1 };
const say = (code: Code) => makeDiagnostic(code, 'said', span);
const settings = (severities: Readonly<Record<string, 'error' | 'warning' | 'info' | 'off'>>) => ({
  project: {
    def: {
      severities: Object.entries(severities).map(([text, value]) => ({ code: { text, span }, severity: { value } })),
    },
  },
});

test('raised, lowered, silenced and left alone', () => {
  const said = applySeverities(
    [say('KPI7024'), say('KPI7025'), say('KPI7026'), say('KPI7027')],
    settings({ KPI7024: 'error', KPI7025: 'info', KPI7026: 'off' }),
  );
  expect(said.map(({ code, severity }) => [code, severity])).toEqual([
    ['KPI7024', 'error'],
    ['KPI7025', 'info'],
    ['KPI7027', 'warning'],
  ]);
});

test('errors and unknown codes are not touched', () => {
  const diagnostics = [say('KPI7023'), say('KPI7020')];
  expect(applySeverities(diagnostics, settings({ KPI7023: 'off', KPI7020: 'info', KPI0000: 'off' }))).toEqual(
    diagnostics,
  );
});

test('once more changes nothing', () => {
  const graph = settings({ KPI7024: 'error' });
  const once = applySeverities([say('KPI7024')], graph);
  expect(applySeverities(once, graph)).toEqual(once);
});
