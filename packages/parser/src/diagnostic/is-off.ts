// Codes that are said only where a project asks for them.
import { codes, type Code } from './codes.js';
import type { CodeEntry } from './codes/code-entry.js';
import type { SeveritySettings } from './apply-severities.js';

const entries: Readonly<Record<Code, CodeEntry>> = codes;

/** Whether the code is off by default, and the project does not switch it on. */
export function isOff(code: Code, { project }: SeveritySettings): boolean {
  return entries[code].off === true && !project.def.severities.some((one) => one.code.text === code);
}
