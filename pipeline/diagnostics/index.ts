/** What every stage but the check can report: codes, severities, and sentences in Chinese and English. Imports nothing. */
export { type TemplateLimit, templateLimitNames } from "./composing.ts";
export {
  type AlikeFindings,
  type AlikePlaces,
  type Diagnostic,
  type DiagnosticOf,
  type IndicatorLevels,
  type Report,
  type Subject,
  settableCodes,
  severityOf,
  stageCodes,
  stageRows,
} from "./diagnostic.ts";
export { type PartOneSection, partOneSections } from "./holes.ts";
export type { Bilingual, Language } from "./language.ts";
export type { UnsetScript } from "./laying.ts";
export type { Need } from "./needs.ts";
export { type LimitName, limitNames } from "./opening.ts";
export {
  type CellPlace,
  cellName,
  columnKey,
  columnLetters,
  type FilePlace,
  formatPlace,
  type JsonPlace,
  type OptionPlace,
  type Place,
  type SourceLine,
  sheetOf,
  type TemplatePlace,
  tableOf,
} from "./place.ts";
export type { SyntaxProblem } from "./reading.ts";
export type { NotPrinted } from "./reading-back.ts";
export type { FormulaExpectation } from "./reading-formulas.ts";
export {
  type ArgsOf,
  adviceOf,
  type RuleSeverity,
  type Sentence,
  type Sentences,
  type Severity,
  severities,
  type Wording,
  wordsOf,
} from "./row.ts";
export type { RowSign, SkippedAs } from "./sorting-rows.ts";
