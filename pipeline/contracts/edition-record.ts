/** What a manifest keeps of an edition: what went into it, file by file, and the figures it is reported with. */
import { z } from "zod";

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
    options: z
      .object({
        formats: z.array(z.string()).readonly(),
        draft: z.boolean(),
        strict: z.boolean(),
        language: z.enum(["zh", "en"]),
        /** Of a draft, which prints it. */
        day: z.string().exactOptional(),
      })
      .readonly(),
  })
  .readonly();
export type EditionInputs = z.infer<typeof EditionInputs>;

export const FindingCounts = z
  .object({
    failure: z.number().int(),
    error: z.number().int(),
    warning: z.number().int(),
    info: z.number().int(),
  })
  .readonly();

/** Why a department is printed in its form. */
export const FormReason = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("option") }).readonly(),
  z.object({ kind: z.literal("named") }).readonly(),
  z.object({ kind: z.literal("fitting"), matched: z.number().int(), fields: z.number().int() }).readonly(),
]);

/** The figures of a department's records. */
export const Figures = z.object({
  projects: z.number().int(),
  indicators: z.number().int(),
  /** 万元 */
  budgetTotal: z.string().exactOptional(),
});

/** What a run says of a department without reading its data. */
export const EditionSummary = Figures.extend({
  name: z.string(),
  form: z.string(),
  formReason: FormReason,
  title: z.string(),
  pages: z.number().int(),
  findings: FindingCounts,
  /** The lists of findings as they were written: a failed run replaces them beside an edition that stays. */
  lists: Hashes,
}).readonly();
export type EditionSummary = z.infer<typeof EditionSummary>;

/** The two, where a manifest has them and they are whole. */
export function readEditionRecord(
  manifest: unknown,
): { readonly inputs: EditionInputs; readonly summary: EditionSummary } | undefined {
  const record = z.object({ inputs: EditionInputs, summary: EditionSummary }).safeParse(manifest);
  return record.success ? record.data : undefined;
}
