// What the comparison takes of the engine, which brings a database along.
import type * as Engine from '@sextant/engine';

export type {
  Asked,
  Cell,
  CheckedQuestion,
  DefinitionChange,
  Detail,
  Diff,
  Effects,
  Question,
  ResultColumn,
  Searched,
  Verdict,
  Why,
} from '@sextant/engine';

export type DiffPort = Pick<
  typeof Engine,
  | 'ask'
  | 'checkQuestion'
  | 'datasetsNeeded'
  | 'diffGraphs'
  | 'isAtLeast'
  | 'openSession'
  | 'periodAt'
  | 'searchCounterexample'
  | 'shownValue'
  | 'subjectsOf'
  | 'testText'
  | 'unitOfNode'
>;

export function loadDiff(): Promise<DiffPort> {
  return import('@sextant/engine');
}
