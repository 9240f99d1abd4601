/** A department's files as bytes → its report as bytes, and all that was found on the way: every stage in turn, no disk. */
import type { FormLibrary } from "../assets/forms/index.ts";
import type { Finding } from "../catalogue/index.ts";
import { findUnprinted, type RenderedReport, renderReport } from "../compose/index.ts";
import type { FormReason } from "../contracts/index.ts";
import { type Language, severityOf } from "../diagnostics/index.ts";
import type { Readback } from "../verify/index.ts";
import type { ChangeData, MarkData, ReviewPages, ReviewValues } from "../write/review/index.ts";
import { type ChangedValue, changedValues } from "./changed-values.ts";
import {
  type ChangeFiles,
  type ComparedRecords,
  changesSinceEdition,
  type EarlierEditions,
} from "./changes.ts";
import { commentsOf, withComments } from "./comments.ts";
import { gatherFindings } from "./gather-floods.ts";
import { packValues } from "./given-values.ts";
import { type IgnoredDays, type Ignoring, ignoreNothing } from "./ignore-findings.ts";
import { type Judging, judgeRecords } from "./judge-records.ts";
import { locateFindings, locatePrinted } from "./locate-findings.ts";
import { type MadeFiles, makeFiles } from "./make-files.ts";
import { openMarks } from "./mark-findings.ts";
import type { MakeParts, Reuse } from "./part.ts";
import { findPrinted, type PrintedBy } from "./printed-by.ts";
import {
  makePublicEdition,
  type PublicEdition,
  type PublicEnvironment,
  type PublicPrint,
  renderPublicly,
} from "./public-edition.ts";
import type { Verification } from "./read-back.ts";
import {
  asUnderstood,
  type DepartmentSources,
  type FileReading,
  hasFailure,
  normaliseFiles,
  type ReadFiles,
  type Records,
  readFiles,
} from "./read-records.ts";
import { addTimings, type Stopwatch, startStopwatch, type Timings } from "./stopwatch.ts";
import { type Totals, totalsOf } from "./totals.ts";
import type { TypesetDocument } from "./typeset-document.ts";
import { type ValuesToPrint, valuesToPrint } from "./unprinted-values.ts";

export type Environment = PublicEnvironment & {
  readonly library: FormLibrary;
  /** Pages are made for the page of review as well. */
  readonly review: boolean;
  readonly draft: boolean;
  /** A draft has what was found as comments on its cells. */
  readonly comments: boolean;
  /** An edition that may be published is made, too, of parts that no other document shares. */
  readonly public: boolean;
  readonly strict: boolean;
  /** How much of the written files is read back before they are published. */
  readonly verification: Verification;
  /** Of the change list. */
  readonly language: Language;
  readonly makeParts: MakeParts;
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
  /** What department.json ignores; not among the findings. */
  readonly ignored?: readonly Finding[];
  /** What follows from a finding, and would be one without it; not among the findings. */
  readonly consequences?: readonly Finding[];
  /** On which days that would be others. */
  readonly ignoredDays?: IgnoredDays | undefined;
  /** What department.json says that it is called, which is known even of one whose records could not be read. */
  readonly statedName?: string | undefined;
  /** Absent if its records could not be read. */
  readonly about?: About | undefined;
  /** The four digits of the budget year, if its records say them. */
  readonly year?: string | undefined;
  readonly readings: readonly FileReading[];
  readonly milliseconds: Timings;
};

export type Generated = Examined & {
  /** Absent if a failure, or an error under --strict, leaves nothing to publish. */
  readonly report?: TypesetDocument;
  /** There with the report, if it was asked for. */
  readonly publicEdition?: PublicEdition | undefined;
  /** The edition's records, and what changed since the one before; there with the report. */
  readonly changes?: ChangeFiles;
  /** There with the report, if it was asked for. */
  readonly review?: ReviewedPages | undefined;
  readonly reuse?: Reuse | undefined;
  /** Absent if nothing was read back. */
  readonly readback?: Readback | undefined;
};

/** The pages, and where on them each of the findings shows, in their order. */
export type ReviewedPages = {
  readonly pages: ReviewPages;
  readonly marks: readonly (readonly MarkData[])[];
  /** Where what they print was given. */
  readonly values: ReviewValues;
  /** What changed since the edition before. */
  readonly changes: readonly ChangeData[];
};

/** What a caller may look at besides the records. */
export type Examination = Pick<Examined, "readings"> & {
  readonly sources: DepartmentSources;
  /** What was read of them. */
  readonly raw: ReadFiles;
  readonly watch: Stopwatch;
  /** So far, with those reported from here on. */
  readonly findings: readonly Finding[];
  /** What department.json ignores of what was found so far. */
  readonly ignored: readonly Finding[];
  readonly report: (finding: Finding) => void;
};

/**
 * The pipeline as far as the records: read, normalise, check. `take` makes what is wanted of them before they are let
 * go: while the pages of a large department are made, they would be most of what every collection of garbage has to
 * look at.
 */
export function examine<Value>(
  sources: DepartmentSources,
  library: FormLibrary,
  take: (records: Records, examination: Examination) => Value,
  judging: Judging = {},
): Examined & { readonly value?: Value; readonly judgeLater?: Ignoring["judgeLater"] } {
  const watch = startStopwatch();
  const { report, found } = gatherFindings<Finding>();
  const raw = readFiles(sources, report);
  watch.lap("read");
  const { statedName } = raw;
  let { readings } = raw;
  const end = () => ({ findings: found(), statedName, readings, milliseconds: watch.milliseconds() });
  if (hasFailure(found())) return end();
  const { folder, mostProjects } = sources;
  const tools = { folder, library, mostProjects, report };
  const records = normaliseFiles(raw, tools, (understood) => {
    readings = asUnderstood(readings, understood);
  });
  watch.lap("normalise");
  if (records === undefined || hasFailure(found())) return end();
  const { counted, consequences, ignored, judgeLater, days } = judgeRecords(records, found(), judging);
  watch.lap("check");
  const findings = [...counted];
  const reportTo = (finding: Finding) => findings.push(finding);
  const value = take(records, { readings, sources, raw, watch, findings, ignored, report: reportTo });
  const late = judgeLater(findings.slice(counted.length));
  return {
    ...{ ...end(), about: aboutOf(records), year: yearOf(records), value, judgeLater },
    findings: [...counted, ...late.counted],
    consequences,
    ignored: [...ignored, ...late.ignored],
    ignoredDays: days,
  };
}

/**
 * The whole pipeline: read, normalise and check (`examine`), render and compare with the edition before (`render`),
 * typeset each part that no cache has, join the parts to files and read these back (`makeFiles`). Whatever is found
 * comes back beside the files.
 */
export async function generate(
  sources: DepartmentSources,
  earlier: EarlierEditions,
  environment: Environment,
): Promise<Generated> {
  const { library, fonts, formats, review, strict, clock, makeParts, pause, verification } = environment;
  const {
    value: print,
    judgeLater = ignoreNothing.judgeLater,
    ...examined
  } = examine(
    sources,
    library,
    (records, examination) => render(records, examination, { earlier, environment }),
    { day: clock.day },
  );
  const locate = (findings: readonly Finding[]) => locateFindings(findings, sources, examined.readings);
  const end = (findings: readonly Finding[], made: Partial<Generated> = {}): Generated => ({
    ...{ ...examined, ...made },
    findings: locate(findings),
    consequences: locate(examined.consequences ?? []),
    ignored: locate(made.ignored ?? examined.ignored ?? []),
  });
  if (print?.rendered === undefined || hasFailure(examined.findings)) return end(examined.findings);
  const joined = await makeFiles(print.rendered, {
    ...{ formats, review, fonts, makeParts, pause, verification },
    ...{ createdAt: clock.createdAt, wanted: print.wanted },
  });
  const readAgain = () => examine(sources, library, ({ department }) => department).value;
  const late = judgeLater(locatePrinted(joined.findings, readAgain));
  const findings = [...examined.findings, ...late.counted, ...joined.differences];
  // What differs, or is not done when the run is ended, is made again by the next build.
  const isSound = joined.file !== undefined && !hasFailure(joined.differences);
  const reuse = isSound ? await joined.keep() : joined.reuse;
  const milliseconds = addTimings(examined.milliseconds, joined.milliseconds);
  const made = { reuse, readback: joined.readback, milliseconds };
  if (joined.file === undefined || hasFailure(findings)) return end(findings, made);
  const errors = findings.filter((finding) => severityOf(finding) === "error").length;
  if (strict && errors > 0) return end([...findings, withheld(errors)], made);
  const { publicly } = print;
  const published = publicly && (await makePublicEdition(publicly, environment, findings));
  if (published !== undefined && published.edition === undefined)
    return end([...findings, ...published.findings], made);
  const { onPage, reviewed } = onPages(print, joined, findings);
  const ignored = [...(examined.ignored ?? []), ...late.ignored].map(onPage);
  return end(findings.map(onPage), {
    ...made,
    milliseconds: addTimings(made.milliseconds, published?.milliseconds ?? {}),
    ...{ ignored, report: joined.file, publicEdition: published?.edition, review: reviewed },
    changes: print.changes.finish(findings),
  });
}

/** Where on the pages what was found shows. */
function onPages(
  { printedBy, values, changed }: Print,
  { openPages, review: pages }: MadeFiles,
  findings: readonly Finding[],
): { readonly onPage: (finding: Finding) => Finding; readonly reviewed: ReviewedPages | undefined } {
  const pageOf = openPages?.();
  const { marksOf, marked } = openMarks(printedBy, pageOf);
  const onPage = (finding: Finding): Finding => {
    const printed = printedBy(finding.at);
    return { ...finding, page: printed && pageOf?.(printed)?.number };
  };
  const changes = marked(changed);
  return { onPage, reviewed: pages && values && { pages, values, marks: findings.map(marksOf), changes } };
}

type Print = {
  /** Absent if a template failed: reported. */
  readonly rendered: RenderedReport | undefined;
  /** What its files are to say of each project. */
  readonly wanted: readonly ValuesToPrint[];
  readonly changes: ComparedRecords;
  readonly printedBy: PrintedBy;
  /** If it is asked for, and not of a draft. */
  readonly publicly: PublicPrint | undefined;
  /** For the page of review, if it is asked for. */
  readonly values: ReviewValues | undefined;
  readonly changed: readonly ChangedValue[];
};

/** All that an edition takes of the records; nothing of it holds on to them. */
function render(
  records: Records,
  { raw, watch, findings, ignored, report }: Examination,
  { earlier, environment }: { readonly earlier: EarlierEditions; readonly environment: Environment },
): Print {
  const { review, draft, comments, public: isPublic, clock, language } = environment;
  const rendered = renderReport({ ...records, draft, day: clock.day }, report);
  const unprinted = rendered && findUnprinted(rendered, records.department);
  if (unprinted !== undefined) report(unprinted);
  const wanted = valuesToPrint(records);
  const publicly =
    isPublic && !draft
      ? renderPublicly(records, { ...raw, day: clock.day, findings, ignored, report })
      : undefined;
  watch.lap("compose");
  const changes = changesSinceEdition(earlier, records, { draft, language });
  changes.findings.forEach(report);
  watch.lap("changes");
  const printedBy = findPrinted([...findings, ...ignored], records.department);
  watch.start();
  const values = review ? packValues(records.department) : undefined;
  const changed = review ? changedValues(changes.differences, records.department, language) : [];
  watch.lap("review");
  if (!draft || !comments || rendered === undefined)
    return { rendered, wanted, publicly, changes, printedBy, values, changed };
  const commented = withComments(rendered, commentsOf(findings, records.department, language));
  return { rendered: commented, wanted, publicly, changes, printedBy, values, changed };
}

function withheld(errors: number): Finding {
  return { code: "withheld-by-strict", at: { kind: "option", option: "--strict" }, args: { errors } };
}

function yearOf({ department }: Records): string | undefined {
  return /20\d\d/u.exec(department.year?.text ?? "")?.[0];
}

function aboutOf({ department, form, formReason }: Records): About {
  return {
    name: department.folder ?? department.name.text,
    form: form.id,
    formReason,
    ...totalsOf(department),
  };
}
