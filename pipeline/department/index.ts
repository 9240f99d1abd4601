/** One department: its files as bytes → its report as bytes, through every stage. No disk, and nothing passed in is changed. */

export type { Readback } from "../verify/index.ts";
export type { OpenPart } from "./add-contents.ts";
export {
  type ChangeFiles,
  changeNames,
  draftChangeNames,
  type EarlierEditions,
  type PreviousRecords,
  takeSnapshot,
} from "./changes.ts";
export { evidenceInFile } from "./evidence-in-file.ts";
export { readKnown } from "./finding-changes.ts";
export { type FormerMarks, formerMarksIn } from "./former-marks.ts";
export {
  type About,
  type Environment,
  type Examination,
  type Examined,
  examine,
  type Generated,
  generate,
  type ReviewedPages,
} from "./generate.ts";
export type { GoneSince } from "./gone-since.ts";
export { asRead, locateFindings } from "./locate-findings.ts";
export { loadReadBack, loadTypesetter, makeFiles } from "./make-files.ts";
export { type LeftUnprinted, notPrinted } from "./not-printed.ts";
export {
  type FinishedPart,
  keepParts,
  type MadePart,
  type MadeParts,
  type MakeParts,
  makePartsHere,
  type OpenDocument,
  type PartContext,
  type PartFile,
  type PartJob,
  type Pause,
  type Reuse,
} from "./part.ts";
export {
  type DepartmentPreview,
  type FoundInDraft,
  keepWork,
  type PreviewEnvironment,
  type PrintedDraft,
  previewDepartment,
} from "./preview-department.ts";
export { joinedPath } from "./printed-paths.ts";
export {
  findPublicLeaks,
  type PublicEdition,
  type PublicPrint,
  renderPublicly,
} from "./public-edition.ts";
export type { Verification } from "./read-back.ts";
export {
  type DepartmentSources,
  type FileReading,
  hasFailure,
  type Records,
} from "./read-records.ts";
export { addTimings, type Stopwatch, startStopwatch, type Timings } from "./stopwatch.ts";
export { type ToSay, toSayOf } from "./to-say.ts";
export { sumOfTotals, type Totals, totalsOf } from "./totals.ts";
export type { DocumentFile, TypesetDocument } from "./typeset-document.ts";
export { type ValuesToPrint, valuesToPrint } from "./unprinted-values.ts";
