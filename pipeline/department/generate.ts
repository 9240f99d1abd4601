/** A department's files as bytes → its report as bytes, and all that was found on the way: every stage in turn, no disk. */
import type { FormLibrary } from "../assets/forms/index.ts";
import type { Finding } from "../catalogue/index.ts";
import { findUnprinted, type RenderedReport, renderReport } from "../compose/index.ts";
import type { FormReason } from "../contracts/index.ts";
import { type Language, severityOf } from "../diagnostics/index.ts";
import type { Clock } from "../files/index.ts";
import type { FontBook } from "../layout/index.ts";
import type { OutputFormat } from "../model/index.ts";
import { type ChangeFiles, changesSinceEdition, type EarlierEditions } from "./changes.ts";
import { locateFindings, locateGlyphs } from "./locate-findings.ts";
import type { MakeParts, Pause, Reuse } from "./part.ts";
import {
  type DepartmentSources,
  type FileReading,
  hasFailure,
  type Records,
  readInStages,
  readRecords,
} from "./read-records.ts";
import { addTimings, type Stopwatch, startStopwatch, type Timings } from "./stopwatch.ts";
import { type Totals, totalsOf } from "./totals.ts";
import type { TypesetDocument } from "./typeset-document.ts";

export type Environment = {
  readonly library: FormLibrary;
  readonly fonts: FontBook;
  readonly clock: Clock;
  readonly formats: readonly OutputFormat[];
  readonly draft: boolean;
  readonly strict: boolean;
  /** Of the change list. */
  readonly language: Language;
  readonly makeParts: MakeParts;
  readonly pause: Pause;
};

/** What is known of a department's records. */
export type About = Totals & {
  readonly name: string;
  readonly form: string;
  readonly formReason: FormReason;
};

/** What reading and checking tell of a department. */
export type Examined = {
  readonly findings: readonly Finding[];
  /** Absent if its records could not be read. */
  readonly about?: About | undefined;
  readonly readings: readonly FileReading[];
  readonly milliseconds: Timings;
};

export type Generated = Examined & {
  /** Absent if a failure, or an error under --strict, leaves nothing to publish. */
  readonly report?: TypesetDocument;
  /** The edition's records, and what changed since the one before; there with the report. */
  readonly changes?: ChangeFiles;
  readonly reuse?: Reuse | undefined;
};

/** The typesetter with its libraries is loaded only if pages are made. */
export const loadTypesetter = () => import("./typeset-document.ts");

/**
 * The whole pipeline, in this order: read, normalise and check (`readInStages`), render and compare with the edition
 * before (`render`), typeset each part that no cache has (`typesetParts`: blocks, styles, lines, bytes), add the
 * contents and join the parts to files (`joinParts`). Whatever is found comes back beside the files.
 */
export async function generate(
  sources: DepartmentSources,
  earlier: EarlierEditions,
  environment: Environment,
): Promise<Generated> {
  const { library, fonts, formats, clock, strict, makeParts, pause } = environment;
  const watch = startStopwatch();
  const { rendered, ...read } = await render(sources, { ...environment, earlier, watch });
  const end = (findings: readonly Finding[], made: Partial<Generated> = {}): Generated => ({
    ...{ about: read.about, readings: read.readings, milliseconds: watch.milliseconds(), ...made },
    findings: locateFindings(findings, sources, read.readings),
  });
  if (rendered === undefined) return end(read.findings);
  await pause();
  const { typesetParts, joinParts } = await loadTypesetter();
  const typeset = await typesetParts(rendered, { formats, fonts, watch, makeParts });
  const joined = await joinParts(typeset, { fonts, createdAt: clock.createdAt, pause, watch });
  const readAgain = () => readRecords(sources, library, watch).records?.department;
  const findings = [...read.findings, ...locateGlyphs(joined.findings, readAgain)];
  const milliseconds = addTimings(watch.milliseconds(), typeset.milliseconds ?? {});
  const made = { reuse: typeset.reuse, milliseconds };
  if (joined.file === undefined || hasFailure(findings)) return end(findings, made);
  const errors = findings.filter((finding) => severityOf(finding) === "error").length;
  if (strict && errors > 0) return end([...findings, withheld(errors)], made);
  return end(findings, { ...made, report: joined.file, changes: read.changes });
}

type RenderTools = Pick<Environment, "library" | "draft" | "clock" | "language" | "pause"> & {
  readonly earlier: EarlierEditions;
  readonly watch: Stopwatch;
};

type Rendered = Pick<Generated, "findings" | "about" | "readings" | "changes"> & {
  /** Absent if there is a failure. */
  readonly rendered?: RenderedReport;
};

/**
 * All that is made of the records. None of it holds on to them: while the pages of a large department are made, they
 * would be most of what every collection of garbage has to look at.
 */
async function render(
  sources: DepartmentSources,
  { library, draft, clock, language, earlier, watch, pause }: RenderTools,
): Promise<Rendered> {
  const stages = readInStages(sources, library, watch);
  let stage = stages.next();
  for (; stage.done !== true; stage = stages.next()) await pause();
  const { records, findings: read, readings } = stage.value;
  if (records === undefined) return { findings: read, readings };
  await pause();
  watch.start();
  const faults: Finding[] = [];
  const rendered = renderReport({ ...records, draft, day: clock.day }, (finding) => faults.push(finding));
  const unprinted = rendered && findUnprinted(rendered, records.department);
  if (unprinted !== undefined) faults.push(unprinted);
  watch.lap("compose");
  const changes = changesSinceEdition(earlier, records, { draft, language });
  watch.lap("changes");
  const findings = [...read, ...faults, ...changes.findings];
  const about = { findings, about: aboutOf(records), readings, changes };
  return rendered === undefined || hasFailure(findings) ? about : { ...about, rendered };
}

function withheld(errors: number): Finding {
  return { code: "withheld-by-strict", at: { kind: "option", option: "--strict" }, args: { errors } };
}

/** What a caller may look at besides the records. */
export type Examination = Pick<Examined, "readings"> & {
  readonly sources: DepartmentSources;
  readonly watch: Stopwatch;
  readonly report: (finding: Finding) => void;
};

/** Reads and checks only; `take` makes what is wanted of the records before they are let go. */
export function examine<Value>(
  sources: DepartmentSources,
  library: FormLibrary,
  take: (records: Records, examination: Examination) => Value,
): Examined & { readonly value?: Value } {
  const watch = startStopwatch();
  const { records, findings: read, readings } = readRecords(sources, library, watch);
  if (records === undefined) return { findings: read, readings, milliseconds: watch.milliseconds() };
  const findings = [...read];
  const report = (finding: Finding) => findings.push(finding);
  const value = take(records, { readings, sources, watch, report });
  return { findings, about: aboutOf(records), readings, milliseconds: watch.milliseconds(), value };
}

function aboutOf({ department, form, formReason }: Records): About {
  return {
    name: department.folder ?? department.name.text,
    form: form.id,
    formReason,
    ...totalsOf(department),
  };
}
