/** The schema of `manifest.json`: an edition's files with their hashes, what went into it, and its figures. */
import { z } from "zod";
import { FindingCounts } from "./findings.ts";

export const manifestName = "manifest.json";

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
/** By the name of a file, or of a form. */
export const Hashes = z.record(z.string(), Sha256).readonly();
export type Hashes = z.infer<typeof Hashes>;

/** Whatever an edition depends on. Equal inputs give equal files, so that an edition with these need not be built again. */
export const EditionInputs = z
  .object({
    program: z.object({ version: z.string(), code: Sha256 }).readonly(),
    /** The department folder's own name, the last resort for the department's. */
    folder: z.string(),
    data: Hashes,
    /** Of a draft, the newest final edition, since which it says what has changed. */
    edition: z.number().int().exactOptional(),
    /** Spreadsheets, which are only named in a finding. */
    unread: z.array(z.string()).readonly(),
    /** The form it is printed in, with the templates and styles shared with others. */
    form: z.object({ id: z.string(), files: Hashes }).readonly(),
    /** Of each form what has a say in how headers are read and which form is taken. */
    choice: Hashes,
    /** Forms that had errors, whole: mended ones could be taken. */
    broken: Hashes,
    /** The user's own. */
    fonts: Hashes,
    /** Those of the table that a department is built again for, and as `day` that of a draft, which prints it. */
    options: z.record(z.string(), z.unknown()).readonly(),
  })
  .readonly();
export type EditionInputs = z.infer<typeof EditionInputs>;

/** Why a department is printed in its form. */
export const FormReason = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("option") }).readonly(),
  z.object({ kind: z.literal("named") }).readonly(),
  z.object({ kind: z.literal("fitting"), matched: z.number().int(), fields: z.number().int() }).readonly(),
]);
export type FormReason = z.infer<typeof FormReason>;

/** The figures of a department's records. */
export const RecordFigures = z.object({
  projects: z.number().int(),
  indicators: z.number().int(),
  /** 万元 */
  budgetTotal: z.string().exactOptional(),
});

const whole = z.number().int();

/** How much has changed since another edition, or since the draft before. */
const ChangeFigures = z
  .object({
    /** Which edition. */
    edition: whole.exactOptional(),
    /** As `changes.json` counts. */
    count: whole,
    projects: z.object({ added: whole, removed: whole, changed: whole }).readonly(),
    /** Absent if those of the other are not known. */
    findings: z.object({ added: whole, gone: whole }).readonly().exactOptional(),
  })
  .readonly();
export type ChangeFigures = z.infer<typeof ChangeFigures>;

/** What a run says of a department without reading its data. */
export const EditionSummary = RecordFigures.extend({
  name: z.string(),
  form: z.string(),
  formReason: FormReason,
  title: z.string(),
  pages: z.number().int(),
  findings: FindingCounts,
  /** What department.json ignores. */
  ignored: FindingCounts.exactOptional(),
  /** It ignores the same on days after the one and up to the other. */
  ignoredDays: z
    .object({ after: z.string().exactOptional(), until: z.string().exactOptional() })
    .readonly()
    .exactOptional(),
  /** Since the edition before; absent of the first. */
  changes: ChangeFigures.exactOptional(),
  /** Of a draft, since the one before it. */
  sinceDraft: ChangeFigures.exactOptional(),
  /** The lists of findings as they were written: a failed run replaces them beside an edition that stays. */
  lists: Hashes,
}).readonly();
export type EditionSummary = z.infer<typeof EditionSummary>;

/** Files are removed on the manifest's word: it may name none outside its folder. */
const FileHash = z.object({
  name: z.string().regex(/^[^/\\]+$/u),
  bytes: z.number().int(),
  sha256: z.string(),
});
export type FileHash = Readonly<z.infer<typeof FileHash>>;

const ManifestFile = FileHash.extend({ format: z.string() });
export type ManifestFile = Readonly<z.infer<typeof ManifestFile>>;

/** No folder comes to so many: a higher number was forged, and its successors could not be told apart. */
export const mostEditions = 1_000_000_000;

/** A text that is too long for its page: how it begins, and how many characters are printed at least, blanks and … apart. */
export const CutRecord = z.object({ text: z.string(), shown: z.number().int().nonnegative() }).readonly();

/** The edition that may be published, in the folder `public` beside the documents. */
export const PublicRecord = z
  .object({
    files: z.array(ManifestFile.readonly()).readonly(),
    /** How many numbers and names were masked. */
    masked: z.number().int(),
    /** How many projects were left out. */
    leftOut: z.number().int(),
    /** Texts that are printed to their beginning. Absent if there are none. */
    cut: z.array(CutRecord).readonly().exactOptional(),
  })
  .readonly();
export type PublicRecord = z.infer<typeof PublicRecord>;

export const Manifest = z
  .object({
    /** Of the program. */
    version: z.string(),
    title: z.string(),
    form: z.string(),
    draft: z.boolean(),
    /** Counts the editions of this folder from 1; one that says the same as the last keeps its number. */
    edition: z.number().int().positive().lt(mostEditions),
    /** The documents. */
    files: z.array(ManifestFile.readonly()).readonly(),
    /** Documents of an earlier edition, in formats that were not asked for this time. */
    earlier: z.array(ManifestFile.readonly()).readonly(),
    /** Further files that were published with the documents. */
    extras: z.array(FileHash.readonly()).readonly(),
    public: PublicRecord.exactOptional(),
    /** The records that the history keeps of this edition. */
    records: FileHash.omit({ name: true }).readonly().exactOptional(),
    /** What the edition was built from, and what it holds: read by `readEditionRecord`. */
    inputs: z.record(z.string(), z.unknown()).readonly().exactOptional(),
    summary: z.record(z.string(), z.unknown()).readonly().exactOptional(),
  })
  .readonly();
export type Manifest = z.infer<typeof Manifest>;

const EditionRecord = z.object({ inputs: EditionInputs, summary: EditionSummary }).readonly();

/** Undefined if a manifest lacks one of the two, or one is damaged: editions of other versions have other ones. */
export function readEditionRecord(
  manifest: Pick<Manifest, "inputs" | "summary">,
): z.infer<typeof EditionRecord> | undefined {
  return EditionRecord.safeParse(manifest).data;
}
