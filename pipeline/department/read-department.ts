/** A department's files as bytes → its checked records, and the form they are printed in. */
import type { FormLibrary } from "../assets/forms/index.ts";
import { checkDepartment } from "../check/index.ts";
import type { Form } from "../compose/index.ts";
import { type Diagnostic, type Report, severityOf } from "../diagnostics/index.ts";
import {
  type ListedSource,
  listedSources,
  type NormalisedDepartment,
  normaliseDepartment,
} from "../normalise/index.ts";
import { type RawFile, type RawTree, type ReadAs, readSource, readTree, type Source } from "../read/index.ts";
import type { Department } from "../records/index.ts";
import type { Stopwatch } from "./stopwatch.ts";

export type DepartmentInput = {
  /** The folder's own name. */
  readonly folder: string;
  readonly departmentFile?: Source;
  readonly files: readonly Source[];
  /** Names of files that are not read at all. */
  readonly unread: readonly string[];
};

export type Reading = {
  readonly department: Department;
  readonly form: Form;
  readonly formReason: FormReason;
};

/** Why a department is printed in its form, for the run's output. */
export type FormReason = NormalisedDepartment["formReason"];

/** How one file was read, and on what evidence. */
export type FileReading = ReadAs & { readonly file: string };

type Tools = {
  readonly library: FormLibrary;
  readonly findings: Diagnostic[];
  /** Added to, also where a failure ends the reading. */
  readonly readings: FileReading[];
  readonly time: Stopwatch;
};

/** Undefined where a failure, which is among the findings then, leaves nothing to print. */
export function readDepartment(input: DepartmentInput, tools: Tools): Reading | undefined {
  const { library, findings, time } = tools;
  const report: Report = (finding) => findings.push(finding);
  const raw = time("read", () => readFiles(input, report));
  for (const { file, readAs } of raw.files) tools.readings.push({ file, ...readAs });
  if (hasFailure(findings)) return undefined;
  const forms = [...library.forms.values()].map(({ id, spec }) => ({ id, spec }));
  const normalised = time("normalise", () =>
    normaliseDepartment({ folder: input.folder, ...raw, forms }, report),
  );
  if (normalised === undefined) findings.push(...faultsOfNamedForm(findings, library));
  if (normalised === undefined || hasFailure(findings)) return undefined;
  const { department, formReason } = normalised;
  const form = library.forms.get(normalised.form.id);
  if (form === undefined)
    throw new Error(`normalise chose "${normalised.form.id}", which it was not offered`);
  time("check", () => checkDepartment(department, form.spec, report));
  return hasFailure(findings) ? undefined : { department, form, formReason };
}

type RawDepartment = { readonly departmentFile?: RawTree; readonly files: readonly RawFile[] };

function readFiles(input: DepartmentInput, report: Report): RawDepartment {
  for (const name of input.unread)
    report({ code: "spreadsheet-not-text", at: { kind: "file", file: name }, args: {} });
  if (input.departmentFile === undefined && input.files.length === 0)
    report({ code: "nothing-to-read", at: { kind: "file", file: input.folder }, args: {} });
  const departmentFile = input.departmentFile && readTree(input.departmentFile, report);
  const sources = departmentFile && listedSources(departmentFile);
  const wanted = sources === undefined ? input.files : pickSources(input.files, sources, report);
  const files = wanted.map((file) => readSource(file, report)).filter((file) => file !== undefined);
  return departmentFile === undefined ? { files } : { departmentFile, files };
}

/** The files that department.json lists; one that is not there would leave projects out, so it is a failure. */
function pickSources(
  files: readonly Source[],
  listed: readonly ListedSource[],
  report: Report,
): readonly Source[] {
  return listed.flatMap(({ name, forced }) => {
    const file = files.find((one) => one.name.normalize("NFC") === name.text.normalize("NFC"));
    if (file !== undefined) return [{ ...file, forced }];
    report({ code: "source-not-found", at: name.at, found: name.text, args: { file: name.text } });
    return [];
  });
}

/** A form that was named but could not be loaded is no unknown form: what is wrong with it is said as well. */
function faultsOfNamedForm(findings: readonly Diagnostic[], { broken }: FormLibrary): readonly Diagnostic[] {
  const named = findings.find((finding) => finding.code === "form-unknown");
  if (named === undefined || broken.length === 0) return [];
  const faults = broken.find(({ form }) => form === named.args.form)?.problems;
  // One that was named in Chinese cannot be told from the others that could not be loaded.
  const forms = broken.map(({ form }) => form);
  return faults ?? [{ code: "form-also-broken", at: named.at, args: { forms } }];
}

export function hasFailure(findings: readonly Diagnostic[]): boolean {
  return findings.some((finding) => severityOf(finding) === "failure");
}
