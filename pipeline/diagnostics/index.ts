/** Every code, its severity, and its sentences in Chinese and English. Imports nothing. */
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
export type { PartOneSection } from "./holes.ts";
export type { Need } from "./needs.ts";
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
export type { Language, RuleSeverity as FindingSeverity, Severity } from "./row.ts";
