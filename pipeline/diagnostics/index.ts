/** Every code, its severity, and its sentences in Chinese and English. Imports nothing. */
export type { Need } from "./composing-values.ts";
export type { FindingSeverity, Language, Severity } from "./define.ts";
export {
  adviceOf,
  type CheckCode,
  type Code,
  checkCodes,
  type Diagnostic,
  isCheckCode,
  type Report,
  type Subject,
  severityOf,
  shippedSeverity,
  wordingOf,
} from "./diagnostic.ts";
export type { PartOneSection } from "./normalising.ts";
export {
  type CellPlace,
  columnLetters,
  type FilePlace,
  formatPlace,
  type JsonPlace,
  type OptionPlace,
  type Place,
  type SourceLine,
  type TemplatePlace,
} from "./place.ts";
export type { SyntaxProblem } from "./reading.ts";
