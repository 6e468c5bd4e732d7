export { capDiagnostics, DIAGNOSTICS_PER_FILE, type CappedDiagnostics } from './diagnostic/cap-diagnostics.js';
export { codes, type Code } from './diagnostic/codes.js';
export type { Diagnostic, Edit, Fix, Outcome, Related, Severity } from './diagnostic/diagnostic.js';
export { makeDiagnostic } from './diagnostic/make-diagnostic.js';
export { sortDiagnostics } from './diagnostic/sort-diagnostics.js';
export { indexLines, lineText, positionAt, type LineIndex, type Position } from './source/line-index.js';
export type { Range, SourceFile, Span } from './source/source-file.js';
export type {
  BoundInput,
  Edge,
  Graph,
  LibraryUse,
  Metric,
  NodeId,
  OwnInput,
  OwnLibrary,
  Parameter,
  Project,
  UsedLibrary,
} from './graph/graph.js';
export type * from './graph/kpi.js';
export { isJudged, JUDGED, STATUSES, worseOf, type JudgedStatus, type Status } from './types/status.js';
export { formatFile } from './format/format-file.js';
export { librariesUsed } from './libraries/libraries-used.js';
export { folderNamedStd } from './libraries/errors.js';
export { folderFrom, isStandard } from './libraries/library-files.js';
export { parseAgain, parseProject, type ParsedProject, type ProjectMemory } from './parse-project.js';
export type * from './types/typed.js';
export type { Dataset, Dimension, Field, Reference, TimeAxis } from './types/model.js';
export type { Unit, UnitFactor } from './types/unit.js';
export { combineUnits, isCounted, sameUnit, showUnit } from './types/unit.js';
export type { ValueType } from './types/value-type.js';
export { isNumeric, isTemporal, showValueType } from './types/value-type.js';
export { bindMember, showMember, type Binding, type BindWorld } from './types/bind-member.js';
export { nestsIn, PLAIN_LEVELS, plainLevel, showLevel, showSpan, type PlainLevel } from './types/calendar-level.js';
export { isAdditive } from './types/additivity.js';
export { typedChildren, walkTyped } from './types/walk-typed.js';
export { applySeverities } from './diagnostic/apply-severities.js';
export { applyAllIgnores, applyIgnores } from './rules/apply-ignores.js';
export { overdueReviews, reviewOf, isOverdue, type Review } from './rules/reviews/reviews.js';
export { departmentOf, departmentsOf, teamsAbove } from './graph/owners/departments.js';
export { goalsBelow } from './graph/owners/goals-below.js';
export { responsibilitiesOf, type Responsibilities } from './graph/owners/responsibilities.js';
export { isDay } from './shape/forms.js';
export { didYouMeanHelp } from './diagnostic/did-you-mean.js';
export { currencyCodes, minorUnits } from './types/currencies.js';
export { lengthParameters } from './graph/length-parameters.js';
export { goesByOwnTime } from './graph/goes-by-own-time.js';
export { bindIn, datasetsIn, readConstantLike, readFormula, readLevelIn, readMember } from './graph/read-in-graph.js';
export { overlappingAdded, undeclaredTime, unreachableMember } from './types/join-errors.js';
export { percentComparisons } from './types/percent-comparisons.js';
export { largePercentage } from './types/errors.js';
export { unknownName } from './names/errors.js';
export { spanInScalar, type ScalarNode } from './yaml/tree.js';
export type * from './shape/definitions.js';
export {
  contextProblems,
  type ContextProblem,
  type ContextWorld,
  type OuterContext,
  type WindowFit,
} from './types/context-problems.js';
export { contextProblemDiagnostic } from './types/context-errors.js';
export { contextWorldOf } from './rules/context-operators.js';
export { graphDot } from './graph/export/dot.js';
export { graphJson } from './graph/export/json.js';
export { graphMermaid } from './graph/export/mermaid.js';
export { NODE_KINDS, pictureOf, type NodeKind, type Picture, type PictureNode } from './graph/export/picture.js';
export { sliceGraph, type Direction } from './graph/export/slice-graph.js';
export { graphText, graphTree } from './graph/export/text.js';
export { ownTime } from './types/own-time.js';
export { wordsOf } from './words/words-of.js';
export { bandsInWords, definitionInWords, kpiInWords, metricInWords, type KpiWords } from './words/definition-words.js';
export { aimInWords, boundInWords, pacingInWords } from './words/target-words.js';
export { amountInWords, asPercent, groupedDigits, unitInWords } from './words/amounts.js';
export { statusWord } from './words/status-words.js';
export { capitalised } from './words/english.js';
export {
  datasetName,
  goalName,
  kpiName,
  levelName,
  memberName,
  metricName,
  ownerName,
  rowsName,
} from './words/names.js';
export { nodeIds, normalForm, PROJECT_NODE } from './graph/normal-form/normal-form.js';
export type { Aspect, NormalForm, Part } from './graph/normal-form/aspect.js';
export {
  expandedFormula,
  normalFormula,
  type FormulaOptions,
  type NameOf,
} from './graph/normal-form/normal-formula.js';
export { graphHash, meaningHash, type MeaningHash } from './graph/normal-form/meaning-hash.js';
export { sha256 } from './graph/normal-form/sha256.js';
export { formulaLayout } from './graph/normal-form/formula-layout.js';
export * from './for-editors.js';
