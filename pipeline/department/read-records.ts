/** The stages before a report: files as bytes → tables and trees → records and their form → what the rules find. */
import type { FormLibrary, LoadedForm } from "../assets/forms/index.ts";
import type { Finding } from "../catalogue/index.ts";
import {
  type CheckDepartment,
  checkCodes,
  checkDepartment,
  ruleCodes,
  rulesOfUnprinted,
} from "../check/index.ts";
import { type Form, printedSections } from "../compose/index.ts";
import type { FormReason } from "../contracts/index.ts";
import {
  type Diagnostic,
  type Place,
  type Report,
  settableCodes,
  severityOf,
  tableOf,
} from "../diagnostics/index.ts";
import { isArchive } from "../files/index.ts";
import {
  hiddenCells,
  type KeptRecords,
  type ListedSource,
  listedSources,
  type NormalisedDepartment,
  normaliseDepartment,
  statedName,
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
import { gatherFindings } from "./gather-floods.ts";
import { nameIndicators } from "./name-indicators.ts";

export type DepartmentSources = {
  /** The folder's own name. */
  readonly folder: string;
  readonly departmentFile?: Source | undefined;
  readonly files: readonly Source[];
  /** Names of files that are not read at all. */
  readonly unread: readonly string[];
  /** Found while the files were read from the disk. */
  readonly found: readonly Diagnostic[];
  /** How many projects it may have; undefined if it may have any. */
  readonly mostProjects?: number | undefined;
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

/** The files of a department as tables and trees. */
export type ReadFiles = {
  readonly departmentFile: RawTree | undefined;
  /** What it says that the department is called. */
  readonly statedName: string | undefined;
  readonly files: readonly RawFile[];
  /** Of all files that could be read. */
  readonly readings: readonly FileReading[];
};

/** Sources → tables and trees; a failure is reported if one that is needed is not there or cannot be read. */
export function readFiles(sources: DepartmentSources, report: Report, read = readSource): ReadFiles {
  for (const name of sources.unread) {
    const container = isArchive(name) ? "archive" : "doc";
    report({ code: "container-not-read", at: { kind: "file", file: name }, args: { container } });
  }
  if (sources.departmentFile === undefined && sources.files.length === 0 && !hasFailure(sources.found))
    report({ code: "nothing-to-read", at: { kind: "file", file: sources.folder }, args: {} });
  const departmentFile = sources.departmentFile && readTree(sources.departmentFile, report);
  const listed = departmentFile && listedSources(departmentFile);
  for (const finding of sources.found) report(listed === undefined ? finding : ifListed(finding, listed));
  const hidden = departmentFile === undefined ? "undecided" : hiddenCells(departmentFile);
  const wanted = listed === undefined ? sources.files : pickSources(sources, listed, report);
  const files = wanted.flatMap((file) => read(file, report, { hidden }));
  const name = departmentFile && statedName(departmentFile);
  return { departmentFile, statedName: name, files, readings: readingsOf(files) };
}

/** One for each file, however many tables it holds. */
function readingsOf(files: readonly RawFile[]): readonly FileReading[] {
  const readings = new Map(files.map(({ file, readAs }) => [file, { file, ...readAs }]));
  return [...readings.values()];
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

/** What was read, as records in the form that they are printed in. */
export type NormalisedRecords = Records & Pick<NormalisedDepartment, "isUnprinted">;

/** How files were read, with how what is in them was understood. */
export function asUnderstood(
  readings: readonly FileReading[],
  all: readonly Understood[],
): readonly FileReading[] {
  return readings.map((reading) => ({
    ...reading,
    understood: all.filter(({ file }) => file === reading.file),
  }));
}

type NormaliseTools = {
  readonly folder: string;
  readonly library: FormLibrary;
  /** Undefined if it may have any. */
  readonly mostProjects: number | undefined;
  readonly report: Report;
  readonly kept?: KeptRecords | undefined;
};

/**
 * Tables and trees → records; undefined if nothing can be printed: a failure is reported then. `tell` is called even so,
 * if it came to that.
 */
export function normaliseFiles(
  { departmentFile, files }: Pick<ReadFiles, "departmentFile" | "files">,
  { folder, library, mostProjects, report, kept }: NormaliseTools,
  tell: (understood: readonly Understood[]) => void,
): NormalisedRecords | undefined {
  const printed = ({ form }: LoadedForm) => form && printedSections(form);
  const forms = [...library.specs].map(([id, spec]) => ({
    id,
    spec,
    sections: () => printed(library.open(id)),
  }));
  const raw = {
    departmentFile,
    files,
    forms,
    ruleCodes: [...ruleCodes, ...settableCodes, ...forms.flatMap(checkCodes)],
  };
  const gathered = gatherFindings<Diagnostic>();
  const normalised = normaliseDepartment({ folder, mostProjects, kept, ...raw, tell }, gathered.report);
  withFaultsOfForm(gathered.found(), library).forEach(report);
  if (normalised === undefined) return undefined;
  const { form, problems } = library.open(normalised.form.id);
  if (form === undefined) {
    for (const problem of problems) report(problem);
    return undefined;
  }
  if (normalised.formReason.kind === "fitting" && library.broken.length > 0) {
    const args = { chosen: form.id, broken: library.broken.map((one) => one.form) };
    report({ code: "form-chosen-without", at: { kind: "file", file: folder }, args });
  }
  return { ...normalised, form };
}

/** What a form alone says what it is: without it nothing tells whether it is right. */
const saidByForm: ReadonlySet<Diagnostic["code"]> = new Set([
  ...(["department-key-unknown", "rule-unknown", "column-unknown", "file-not-an-export"] as const),
]);

/**
 * A form that was named but could not be loaded is no unknown form: what is wrong with it is said in place of that, and
 * first, and what follows from it not at all.
 */
function withFaultsOfForm(found: readonly Diagnostic[], { broken }: FormLibrary): readonly Diagnostic[] {
  const unknown = found.find(({ code }) => code === "form-unknown");
  if (unknown?.code !== "form-unknown") return found;
  const others = found.filter((finding) => finding !== unknown && !saidByForm.has(finding.code));
  const faults = broken.find(({ form }) => form === unknown.args.form)?.problems;
  if (faults !== undefined || broken.length === 0) return [...(faults ?? [unknown]), ...others];
  // One that was named in Chinese cannot be told from the others that could not be loaded.
  const forms = broken.map(({ form }) => form);
  return [unknown, { code: "form-also-broken", at: unknown.at, args: { forms } }, ...others];
}

/** What was found before, and what the rules find, less what is of no print. */
export function checkRecords(
  { department, form, isUnprinted }: NormalisedRecords,
  before: readonly Finding[],
  check: CheckDepartment = checkDepartment,
): readonly Finding[] {
  const isSaid = [digitsSaidLost(before), weightsSaidTwice(before)];
  const found = check(department, form).filter((finding) => !isSaid.some((said) => said(finding)));
  const findings = [...before, ...found];
  return nameIndicators(
    findings.filter((finding) => isOfPrint(finding, isUnprinted)),
    department,
  );
}

/** A code that a workbook holds as a number has lost its digits there, which was said where it was read. */
function digitsSaidLost(before: readonly Finding[]): (finding: Finding) => boolean {
  const keyOf = (at: Place) => (at.kind === "cell" ? `${tableOf(at)} ${at.row} ${at.column}` : "");
  const lost = before.filter(({ code }) => code === "cell-digits-lost");
  const cells = new Set(lost.flatMap(({ at, also = [] }) => [at, ...also].map(keyOf)));
  return ({ code, at }) => code === "code-mangled" && cells.has(keyOf(at));
}

/** Of indicators that are there twice the weights count once, so the parts of a whole cannot be right. */
function weightsSaidTwice(before: readonly Finding[]): (finding: Finding) => boolean {
  const keyOf = ({ subject }: Finding) => JSON.stringify(subject);
  const twice = new Set(before.filter(({ code }) => code === "indicators-twice").map(keyOf));
  return (finding) => finding.code === "weight-split" && twice.has(keyOf(finding));
}

/** Nothing is said of a value that is not printed, but that it is not, and what must not be seen by anybody. */
function isOfPrint(finding: Finding, isUnprinted: (at: Place) => boolean): boolean {
  return !isUnprinted(finding.at) || finding.code.startsWith("column-") || rulesOfUnprinted.has(finding.code);
}

export function hasFailure(findings: readonly Finding[]): boolean {
  return findings.some((finding) => severityOf(finding) === "failure");
}
