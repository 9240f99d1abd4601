/** The schema of `findings.json`, and what the lists of a department's findings are called. */
import { z } from "zod";
import { severities } from "../diagnostics/index.ts";

/** The same list for officers (Excel), for programs, and for editors and code hosts. */
export const listNames = ["findings.csv", "findings.json", "findings.sarif"] as const;

/** Pages and findings in one file for a browser. */
export const reviewName = "review.html";

const whole = z.number().int();

/** What department.json ignores, for officers; there only if something is. */
export const ignoredListName = "ignored.csv";

export const FindingCounts = z
  .object({ failure: whole, error: whole, warning: whole, info: whole })
  .readonly();
export type FindingCounts = z.infer<typeof FindingCounts>;

const Place = z
  .discriminatedUnion("kind", [
    /**
     * Of a table; rows and columns count from 1. Without a column the whole row is meant. `sheet`: of a workbook.
     * `labelColumn`: the column of the label beside it, in a form that was filled in for one project.
     */
    z.strictObject({
      kind: z.literal("cell"),
      file: z.string(),
      sheet: z.string().exactOptional(),
      row: whole,
      column: whole.exactOptional(),
      header: z.string().exactOptional(),
      labelColumn: whole.exactOptional(),
    }),
    /** `pointer`: RFC 6901. */
    z.strictObject({
      kind: z.literal("json"),
      file: z.string(),
      line: whole,
      column: whole,
      pointer: z.string(),
      header: z.string().exactOptional(),
    }),
    z.strictObject({ kind: z.literal("file"), file: z.string(), sheet: z.string().exactOptional() }),
    z.strictObject({
      kind: z.literal("template"),
      file: z.string(),
      line: whole,
      column: whole.exactOptional(),
    }),
    z.strictObject({ kind: z.literal("option"), option: z.string() }),
  ])
  .meta({ id: "place" });

export const SubjectRecord = z
  .strictObject({
    unit: z.string().exactOptional(),
    code: z.string().exactOptional(),
    project: z.string().exactOptional(),
  })
  .meta({ id: "subject" });

/** What an indicator is called. */
export const LevelsRecord = z.strictObject({
  level1: z.string().exactOptional(),
  level2: z.string().exactOptional(),
  level3: z.string().exactOptional(),
});

const Wording = z.strictObject({ says: z.string(), todo: z.string() }).meta({ id: "wording" });

export const FindingRecord = z
  .strictObject({
    code: z.string(),
    severity: z.enum(severities),
    at: Place,
    /** Further places that belong to it. */
    also: z.array(Place).readonly().exactOptional(),
    /** The project it is about. */
    subject: SubjectRecord.exactOptional(),
    /** All the projects that it touches, if it is not one alone. */
    subjects: z.array(SubjectRecord).readonly().exactOptional(),
    /** What these have in common, as a hash; and of which kind, if they can have but one of it in common. */
    shared: z.strictObject({ hash: z.string(), kind: z.string().exactOptional() }).exactOptional(),
    /** Which indicator it is about. */
    indicator: LevelsRecord.exactOptional(),
    /** Its rule is on trial: an info that does not count yet. */
    trial: z.literal(true).exactOptional(),
    /** Known again in another edition by rule, project, indicator, column and text, wherever its row is; in lists. */
    fingerprint: z.string().exactOptional(),
    /** The same without the text. */
    placeFingerprint: z.string().exactOptional(),
    /** The text at the place, as written. */
    found: z.string().exactOptional(),
    /** The part of it that is meant, if it is long. */
    part: z.string().exactOptional(),
    /** The line of the file; `from` and `to` are offsets in `text`. */
    source: z
      .strictObject({ line: whole, column: whole, text: z.string(), from: whole, to: whole })
      .exactOptional(),
    /** The printed number of the report's page that shows the place. */
    page: z.string().exactOptional(),
    /** What to write instead of `part`, or else of `found`, if that is certain in form. */
    suggestion: z.string().exactOptional(),
    /** department.json ignores it: why, who says so, and the last day. */
    ignored: z
      .strictObject({
        reason: z.string(),
        by: z.string().exactOptional(),
        until: z.string().exactOptional(),
      })
      .exactOptional(),
    /** The facts that the sentences are made of, by name. */
    args: z.record(z.string(), z.unknown()),
    zh: Wording,
    en: Wording,
  })
  .readonly();
export type FindingRecord = z.infer<typeof FindingRecord>;

/** A change that an older program could misread raises `schema`. */
export const FindingsFile = z
  .strictObject({
    schema: z.literal(1),
    /** Of the program. */
    version: z.string(),
    department: z.string(),
    /** The four digits of the budget year, if it is known. */
    year: z.string().exactOptional(),
    findings: z.array(FindingRecord).readonly(),
    /** What department.json ignores, if anything. */
    ignored: z.array(FindingRecord).readonly().exactOptional(),
    /** What follows from a finding and is mended with it: of no count, and a finding once that one is ignored. Absent in older lists. */
    consequences: z.array(FindingRecord).readonly().exactOptional(),
  })
  .readonly();
export type FindingsFile = z.infer<typeof FindingsFile>;
