// The engine as the command uses it: loaded only by the commands that ask it, since it brings a database along.
import type * as Engine from '@sextant/engine';

export type { Cell, Question, Result, ResultColumn, ResultRow, SessionOptions } from '@sextant/engine';

export type EnginePort = Pick<
  typeof Engine,
  | 'ask'
  | 'checkNamedQuestion'
  | 'evaluate'
  | 'explainSql'
  | 'openDuckDb'
  | 'openSession'
  | 'questionOf'
  | 'questionSources'
>;

export function loadEngine(): Promise<EnginePort> {
  return import('@sextant/engine');
}
