// The commands, in the order in which `kpi --help` lists them. Only the engine is loaded when a command needs it.
import type { Command } from '../command-line/command.js';
import { check } from './check.js';
import { demo } from './demo.js';
import { diff } from './diff.js';
import { docs } from './docs.js';
import { evaluateCommand } from './eval.js';
import { explain } from './explain.js';
import { fmt } from './fmt.js';
import { graph } from './graph.js';
import { init } from './init.js';
import { lsp } from './lsp.js';
import { owners } from './owners.js';
import { playground } from './playground.js';
import { report } from './report.js';
import { schema } from './schema.js';
import { sql } from './sql.js';
import { status } from './status.js';
import { test } from './test.js';

export const commands: readonly Command[] = [
  init,
  check,
  test,
  fmt,
  status,
  evaluateCommand,
  sql,
  graph,
  diff,
  owners,
  report,
  docs,
  explain,
  playground,
  lsp,
  schema,
  demo,
];
