// The commands, in the order in which `kpi --help` lists them. Only the engine is loaded when a command needs it.
import type { Command } from '../command-line/command.js';
import { check } from './check.js';
import { demo } from './demo.js';
import { evaluateCommand } from './eval.js';
import { explain } from './explain.js';
import { graph } from './graph.js';
import { init } from './init.js';
import { owners } from './owners.js';
import { sql } from './sql.js';

export const commands: readonly Command[] = [init, check, evaluateCommand, sql, graph, owners, explain, demo];
