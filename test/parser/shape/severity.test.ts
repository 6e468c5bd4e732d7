import { expect, test } from 'vitest';
import { complaints, shapeFiles } from './read.js';
import { codes } from '../../../packages/parser/src/diagnostic/codes.js';
import type { CodeEntry } from '../../../packages/parser/src/diagnostic/codes/code-entry.js';

const warning = Object.entries<CodeEntry>(codes).find(([, { severity }]) => severity === 'warning')?.[0] ?? '';
const at = (text: string) => complaints(text, 'kpi.project.yaml');

test.skipIf(warning === '')('a warning may be raised, lowered, and switched off with a reason', () => {
  const read = (text: string) => shapeFiles({ 'kpi.project.yaml': text }).value.project.severities;
  expect(read(`severity: { ${warning}: error }`)).toMatchObject([
    { code: { text: warning }, severity: { value: 'error' } },
  ]);
  expect(read(`severity: { ${warning}: { level: off, reason: known } }`)).toMatchObject([
    { severity: { value: 'off' }, reason: { text: 'known' } },
  ]);
});

test.skipIf(warning === '')('switching off needs a reason', () => {
  expect(at(`severity: { ${warning}: { level: off } }`)).toEqual(['KPI1102 at <level>: `level: off` needs `reason`']);
  expect(at(`severity: { ${warning}: off }`)).toEqual([
    `KPI1107 at <off>: \`${warning}\` takes \`error\`, \`warning\` or \`info\`, not \`off\``,
  ]);
});

test('an error cannot be lowered, and only known codes count', () => {
  expect(at('severity: { KPI1101: info }')).toEqual(['KPI1116 at <KPI1101>: `KPI1101` is not the code of a warning']);
  expect(at('severity: { KPI0000: error }')).toEqual(['KPI1116 at <KPI0000>: `KPI0000` is not the code of a warning']);
});
