// The engine as the command uses it: loaded only by the commands that ask it, since it brings a database along.
import type * as Engine from '@sextant/engine';

export type {
  AdditiveSegments,
  AggregateNode,
  AimReading,
  AskedPeriod,
  BucketCell,
  Cell,
  Change,
  Counted,
  Coverage,
  EffectNode,
  ExpectationResult,
  ExplainNode,
  ExplainRequest,
  Explanation,
  Figure,
  GoalReading,
  HistoryPoint,
  IncentiveReading,
  KpiReading,
  LeaveOneOutSegments,
  LeftDimension,
  MixRateSegments,
  OperandRole,
  Place,
  Question,
  Result,
  ResultColumn,
  ResultRow,
  Scorecard,
  ScorecardOptions,
  SegmentEffects,
  SessionOptions,
  Standing,
  TargetSource,
  TestFiles,
  TestResult,
} from '@sextant/engine';

export type EnginePort = Pick<
  typeof Engine,
  | 'ask'
  | 'checkNamedQuestion'
  | 'checkTest'
  | 'coverageRecorder'
  | 'datasetsForReport'
  | 'datasetsForScorecard'
  | 'duckDbTestExecutor'
  | 'evaluate'
  | 'explainNumber'
  | 'explainSql'
  | 'openDuckDb'
  | 'openSession'
  | 'questionOf'
  | 'questionSources'
  | 'referenceExecutor'
  | 'reportHtml'
  | 'requestSources'
  | 'runTest'
  | 'scorecard'
  | 'scorecardSources'
  | 'sessionAsker'
  | 'takeFigures'
  | 'takeReport'
>;

export function loadEngine(): Promise<EnginePort> {
  return import('@sextant/engine');
}
