/**
 * A department's files → its draft for the screen: pages as soon as there are any, and what was found when it is asked
 * for. The stages are those of `generate`; but nobody waits for the check before they see what they have written.
 */
import type { Finding } from "../catalogue/index.ts";
import { type CheckDepartment, openCheck } from "../check/index.ts";
import { findUnprinted, openRenderer, type RenderReport } from "../compose/index.ts";
import { type KeptRecords, keepRecords } from "../normalise/index.ts";
import { type Department, type PerProject, perProject } from "../records/index.ts";
import type { ChangeData, MarkData, ReviewValues } from "../write/review/index.ts";
import { changedValues } from "./changed-values.ts";
import { changesSinceEdition, type EarlierEditions } from "./changes.ts";
import { gatherFindings } from "./gather-floods.ts";
import type { Environment, ReviewedPages } from "./generate.ts";
import { openPacker, type PackValues } from "./given-values.ts";
import { judgeRecords } from "./judge-records.ts";
import { type KeepContents, keepContents } from "./kept-contents.ts";
import { type KeepProjects, keepProjects } from "./kept-projects.ts";
import { keepReadings, type ReadSource } from "./kept-readings.ts";
import { keepValues, type ValuesOf } from "./kept-values.ts";
import { locatePrinted } from "./locate-findings.ts";
import { loadTypesetter } from "./make-files.ts";
import { openMarks } from "./mark-findings.ts";
import type { PrintedPages } from "./page-of-findings.ts";
import { keepParts } from "./part.ts";
import { findPrinted } from "./printed-by.ts";
import { printedNear } from "./printed-near.ts";
import {
  type DepartmentSources,
  hasFailure,
  type NormalisedRecords,
  normaliseFiles,
  readFiles,
} from "./read-records.ts";
import { startStopwatch } from "./stopwatch.ts";

export type PreviewEnvironment = Pick<
  Environment,
  "library" | "fonts" | "clock" | "language" | "makeParts" | "pause"
> & { readonly kept: KeptWork };

/** The stages as a department's tries share them: each keeps what it makes for the next try. */
export type KeptWork = {
  readonly read: ReadSource;
  readonly records: KeptRecords;
  readonly settle: KeepProjects;
  readonly check: CheckDepartment;
  readonly render: RenderReport;
  readonly packValues: PackValues;
  readonly withContents: KeepContents;
  readonly valuesOf: ValuesOf;
  /** Whether a project is printed. */
  readonly shown: PerProject<boolean>;
};

export function keepWork(): KeptWork {
  return {
    read: keepReadings(),
    records: keepRecords(),
    settle: keepProjects(),
    check: openCheck(),
    render: openRenderer(),
    packValues: openPacker(),
    withContents: keepContents(),
    valuesOf: keepValues(),
    shown: perProject(),
  };
}

/** Pages, with the records that they print: where on them a value of the files is looked up there. */
export type PrintedDraft = Pick<ReviewedPages, "pages"> & {
  readonly title: string;
  readonly department: Department;
  readonly pageOf: PrintedPages;
};

export type FoundInDraft = {
  /** Without the lines of the files, which no page shows. */
  readonly findings: readonly Finding[];
  /** Of each finding, on the pages that are shown. */
  readonly marks: readonly (readonly MarkData[])[];
  /** Of these pages; absent if there are none. */
  readonly values?: ReviewValues | undefined;
  readonly changes: readonly ChangeData[];
};

export type DepartmentPreview = {
  /** As department.json says. */
  readonly name: string | undefined;
  /** Absent if nothing could be printed. */
  readonly printed?: PrintedDraft | undefined;
  /** Checks the records, which takes longer than the pages. */
  readonly find: () => FoundInDraft;
};

/**
 * `before` are the last pages that could be printed: they stay on the screen if there are none now, and what is wrong is
 * marked on them.
 */
export async function previewDepartment(
  sources: DepartmentSources,
  earlier: EarlierEditions,
  environment: PreviewEnvironment,
  before: PrintedDraft | undefined,
): Promise<DepartmentPreview> {
  const { name, records, found } = readRecords(sources, environment);
  if (records === undefined) return { name, find: () => placed(found, before, environment.kept) };
  const late: Finding[] = [];
  const printed = await printDraft(records, environment, (finding) => late.push(finding));
  return {
    name,
    printed,
    find: () => {
      const { counted, judgeLater } = judgeRecords(
        records,
        found,
        { day: environment.clock.day },
        environment.kept.check,
      );
      const { language } = environment;
      // Without an edition to compare it with, nobody asks for a snapshot of the records.
      const compared =
        earlier.records.length === 0
          ? undefined
          : changesSinceEdition(earlier, records, { draft: true, language });
      const further = judgeLater([...late, ...(compared?.findings ?? [])]).counted;
      const findings = [...counted, ...further];
      const { department } = records;
      const { pageOf } = printed ?? before ?? {};
      const printedBy = (printed === undefined ? printedNear : findPrinted)(
        findings,
        department,
        environment.kept.valuesOf,
      );
      const { marksOf, marked } = openMarks(printedBy, pageOf);
      const changes = compared ? changedValues(compared.differences, department, language) : [];
      const values = printed && environment.kept.packValues(department);
      return { findings, marks: findings.map(marksOf), values, changes: marked(changes) };
    },
  };
}

/** No records if a failure leaves nothing to print. */
function readRecords(
  sources: DepartmentSources,
  { library, kept }: Pick<PreviewEnvironment, "library" | "kept">,
) {
  const { report, found } = gatherFindings<Finding>();
  const raw = readFiles(sources, report, kept.read);
  const { folder, mostProjects } = sources;
  const tools = { folder, library, mostProjects, report, kept: kept.records };
  const records = hasFailure(found()) ? undefined : normaliseFiles(raw, tools, () => undefined);
  const isUsable = records !== undefined && !hasFailure(found());
  return {
    name: raw.statedName,
    records: isUsable ? { ...records, department: kept.settle(records.department) } : undefined,
    found: found(),
  };
}

/** Undefined if a template or a table is wrong: reported. */
async function printDraft(
  records: NormalisedRecords,
  { kept, fonts, clock, makeParts, pause }: PreviewEnvironment,
  report: (finding: Finding) => void,
): Promise<PrintedDraft | undefined> {
  const { department } = records;
  const found: Finding[] = [];
  const rendered = kept.render({ ...records, draft: true, day: clock.day }, (one) => found.push(one));
  const unprinted = rendered && findUnprinted(rendered, department, kept.shown);
  for (const finding of unprinted === undefined ? found : [...found, unprinted]) report(finding);
  if (rendered === undefined || hasFailure(found)) return undefined;
  await pause();
  const { typesetParts, joinParts } = await loadTypesetter();
  const watch = startStopwatch();
  const typeset = await typesetParts(rendered, { formats: [], review: true, fonts, watch, makeParts });
  await keepParts(typeset);
  const joining = { ...typeset, document: kept.withContents(typeset.document, fonts) };
  const joined = await joinParts(joining, { fonts, createdAt: clock.createdAt, pause, watch });
  locatePrinted(joined.findings, () => department).forEach(report);
  const { file, review: pages, openPages } = joined;
  if (file === undefined || pages === undefined || openPages === undefined) return undefined;
  return { title: file.title, pages, department, pageOf: openPages() };
}

/** Where what stopped the draft shows on the pages before. */
function placed(
  findings: readonly Finding[],
  before: PrintedDraft | undefined,
  { valuesOf }: KeptWork,
): FoundInDraft {
  const printedBy =
    before === undefined ? () => undefined : printedNear(findings, before.department, valuesOf);
  return { findings, marks: findings.map(openMarks(printedBy, before?.pageOf).marksOf), changes: [] };
}
