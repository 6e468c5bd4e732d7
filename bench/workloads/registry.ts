// The workloads by name. What a workload returns is a sentence for the person who asked, where it ran nothing.
import type { BenchContext } from '../harness/context.js';
import { coldStart } from './w1-cold-start.js';
import { parseAndCheck } from './w2-parse-and-check.js';
import { recheck } from './w3-recheck.js';
import { planning } from './w4-planning.js';
import { execution } from './w5-execution.js';
import { manyKpisInOneRun } from './w6-many-kpis.js';
import { memory } from './w7-memory.js';
import { editor } from './w8-editor.js';
import { contexts } from './w9-contexts.js';

export type Workload = (context: BenchContext) => Promise<string | void>;

export const WORKLOADS: Readonly<Record<string, Workload>> = {
  W1: coldStart,
  W2: parseAndCheck,
  W3: recheck,
  W4: planning,
  W5: execution,
  W6: manyKpisInOneRun,
  W7: memory,
  W8: editor,
  W9: contexts,
};
