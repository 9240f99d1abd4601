/** A department's files as bytes → its checked records, and the form that they are printed in. */
import type { FormLibrary } from "../assets/forms/index.ts";
import type { Finding } from "../catalogue/index.ts";
import { checkCodes, checkDepartment, ruleCodes, rulesOfUnprinted } from "../check/index.ts";
import type { Form } from "../compose/index.ts";
import type { FormReason } from "../contracts/index.ts";
import { type Diagnostic, type Place, type Report, severityOf } from "../diagnostics/index.ts";
import {
  hiddenCells,
  type ListedSource,
  listedSources,
  normaliseDepartment,
  type Understood,
} from "../normalise/index.ts";
import {
  isSameName,
  type RawFile,
  type RawTree,
  type ReadAs,
  readSource,
  readTree,
  type Source,
} from "../read/index.ts";
import type { Department } from "../records/index.ts";
import type { Stopwatch } from "./stopwatch.ts";

export type DepartmentSources = {
  /** The folder's own name. */
  readonly folder: string;
  readonly departmentFile?: Source | undefined;
  readonly files: readonly Source[];
  /** Names of files that are not read at all. */
  readonly unread: readonly string[];
  /** Found while the files were read from the disk. */
  readonly found: readonly Diagnostic[];
};

export type Records = {
  readonly department: Department;
  readonly form: Form;
  /** Why it is printed in this form. */
  readonly formReason: FormReason;
};

/** How one file was read, and on what evidence. */
export type FileReading = ReadAs & {
  readonly file: string;
  /** How what is in it was understood. */
  readonly understood?: readonly Understood[];
};

export type ReadRecords = {
  /** Absent if a failure, which is among the findings then, leaves nothing to print. */
  readonly records?: Records;
  readonly findings: readonly Finding[];
  /** Of all files that could be read, even if a failure followed. */
  readonly readings: readonly FileReading[];
};

export function readRecords(...of: Parameters<typeof readInStages>): ReadRecords {
  const stages = readInStages(...of);
  let stage = stages.next();
  while (stage.done !== true) stage = stages.next();
  return stage.value;
}

/** Yields between stages, each of which takes seconds for a large department: a run can be cancelled there. */
export function* readInStages(
  sources: DepartmentSources,
  library: FormLibrary,
  watch: Stopwatch,
): Generator<void, ReadRecords, void> {
  const findings: Finding[] = [];
  const report: Report = (finding) => findings.push(finding);
  watch.start();
  const raw = readFiles(sources, report);
  watch.lap("read");
  let readings = readingsOf(raw.files);
  const tell = (all: readonly Understood[]) => {
    readings = readings.map((reading) => ({
      ...reading,
      understood: all.filter(({ file }) => file === reading.file),
    }));
  };
  if (hasFailure(findings)) return { findings, readings };
  yield;
  watch.start();
  const forms = [...library.forms.values()].map(({ id, spec }) => ({ id, spec }));
  const known = [...ruleCodes, ...forms.flatMap(checkCodes)];
  const normalised = normaliseDepartment(
    { folder: sources.folder, ...raw, forms, ruleCodes: known, tell },
    report,
  );
  watch.lap("normalise");
  if (normalised === undefined) findings.push(...faultsOfNamedForm(findings, library));
  if (normalised === undefined || hasFailure(findings)) return { findings, readings };
  yield;
  watch.start();
  const { department, formReason } = normalised;
  const form = library.forms.get(normalised.form.id);
  if (form === undefined)
    throw new Error(`normalise chose "${normalised.form.id}", which it was not offered`);
  const checked = checkDepartment(department, form);
  watch.lap("check");
  const all = [...findings, ...checked].filter((one) => isOfPrint(one, normalised.isUnprinted));
  return { records: { department, form, formReason }, findings: all, readings };
}

/** Nothing is said of a value that is not printed, but that it is not, and what must not be seen by anybody. */
function isOfPrint(finding: Finding, isUnprinted: (at: Place) => boolean): boolean {
  return !isUnprinted(finding.at) || finding.code.startsWith("column-") || rulesOfUnprinted.has(finding.code);
}

/** One for each file, however many tables it holds. */
function readingsOf(files: readonly RawFile[]): readonly FileReading[] {
  const readings = new Map(files.map(({ file, readAs }) => [file, { file, ...readAs }]));
  return [...readings.values()];
}

type RawDepartment = { readonly departmentFile: RawTree | undefined; readonly files: readonly RawFile[] };

function readFiles(sources: DepartmentSources, report: Report): RawDepartment {
  for (const name of sources.unread) {
    const container = /\.docx$/iu.test(name) ? "docx" : "doc";
    report({ code: "container-not-read", at: { kind: "file", file: name }, args: { container } });
  }
  if (sources.departmentFile === undefined && sources.files.length === 0 && !hasFailure(sources.found))
    report({ code: "nothing-to-read", at: { kind: "file", file: sources.folder }, args: {} });
  const departmentFile = sources.departmentFile && readTree(sources.departmentFile, report);
  const listed = departmentFile && listedSources(departmentFile);
  for (const finding of sources.found) report(listed === undefined ? finding : ifListed(finding, listed));
  const hidden = departmentFile === undefined ? "undecided" : hiddenCells(departmentFile);
  const wanted = listed === undefined ? sources.files : pickSources(sources, listed, report);
  return { departmentFile, files: wanted.flatMap((file) => readSource(file, report, { hidden })) };
}

/** What department.json does not list is no export: that it cannot be read stops nothing. */
function ifListed(finding: Diagnostic, listed: readonly ListedSource[]): Diagnostic {
  const { at } = finding;
  if (finding.code !== "file-unreadable" || at.kind !== "file") return finding;
  if (listed.some(({ name }) => isSameName(name.text, at.file))) return finding;
  return { ...finding, code: "file-not-looked-at" };
}

/** The files that department.json lists; one that is not there would leave projects out, so it is a failure. */
function pickSources(
  { files, found }: DepartmentSources,
  listed: readonly ListedSource[],
  report: Report,
): readonly Source[] {
  return listed.flatMap(({ name, forced }, index) => {
    const isSame = (one: ListedSource) => isSameName(one.name.text, name.text);
    const file = files.find((one) => isSameName(one.name, name.text));
    // A file may be listed several times, for several of its sheets.
    if (file !== undefined && listed.findIndex(isSame) < index) return [];
    if (file !== undefined) return [{ ...file, forced }];
    // Of one that is there and could not be read the reason was found.
    if (!found.some(({ at }) => at.kind === "file" && isSameName(at.file, name.text)))
      report({ code: "source-not-found", at: name.at, found: name.text, args: { file: name.text } });
    return [];
  });
}

/** A form that was named but could not be loaded is no unknown form: what is wrong with it is said as well. */
function faultsOfNamedForm(findings: readonly Finding[], { broken }: FormLibrary): readonly Finding[] {
  const named = findings.find((finding) => finding.code === "form-unknown");
  if (named === undefined || broken.length === 0) return [];
  const faults = broken.find(({ form }) => form === named.args.form)?.problems;
  // One that was named in Chinese cannot be told from the others that could not be loaded.
  const forms = broken.map(({ form }) => form);
  return faults ?? [{ code: "form-also-broken", at: named.at, args: { forms } }];
}

export function hasFailure(findings: readonly Finding[]): boolean {
  return findings.some((finding) => severityOf(finding) === "failure");
}
