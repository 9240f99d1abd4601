/** A folder of input files → its records and findings, by the function that reads and checks departments in a run. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { FormLibrary } from "../assets/forms/index.ts";
import type { Finding } from "../catalogue/index.ts";
import { ruleCodes } from "../check/index.ts";
import type { Form } from "../compose/index.ts";
import { type DepartmentSources, examine } from "../department/index.ts";
import { formatPlace, severityOf } from "../diagnostics/index.ts";
import { classifyFile } from "../find/classify-file.ts";
import { boundText, isContainer, type Source } from "../read/index.ts";
import { type Department, FormSpec } from "../records/index.ts";
import { defaultLimits } from "../workbook/index.ts";
import { openContainer } from "../workbook/open-container.ts";
import { withForm } from "./shipped-forms.ts";

/** Files of a case that are no input. */
const goldens = new Set(["case.json", "records.txt", "findings.txt"]);

export type CaseResult = {
  /** Absent if a failure, which is among the diagnostics, leaves nothing to print. */
  readonly normalised: { readonly department: Department; readonly form: Form } | undefined;
  readonly diagnostics: readonly Finding[];
};

/** The forms with those that a case brings as `<id>.json`: specifications, which print as any form that is there does. */
export function withOwnForms(library: FormLibrary, folder: URL): FormLibrary {
  if (!existsSync(folder)) return library;
  return readdirSync(folder).reduce((forms, name) => {
    const spec = FormSpec.parse(JSON.parse(readFileSync(new URL(name, folder), "utf8")));
    return withForm(forms, { id: name.replace(/\.json$/u, ""), spec });
  }, library);
}

export function readSources(folder: URL): Source[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !goldens.has(entry.name))
    .map(({ name }) => ({ name, bytes: new Uint8Array(readFileSync(new URL(name, folder))) }))
    .sort((left, right) => (left.name < right.name ? -1 : 1));
}

type CaseOptions = {
  readonly folder: string;
  readonly forms: FormLibrary;
  /** The id of the only form that is there to choose. */
  readonly form?: string;
};

/** As a run opens it, but in this process. */
export function openSource(source: Source): Source {
  return isContainer(source.bytes)
    ? { ...source, opened: openContainer(source.bytes, defaultLimits) }
    : boundText(source, defaultLimits);
}

export function runSources(
  sources: readonly Source[],
  { folder, forms: library, form }: CaseOptions,
): CaseResult {
  const ofClass = (...classes: readonly string[]) =>
    sources.filter(({ name }) => classes.includes(classifyFile(name)));
  const [departmentFile] = ofClass("department");
  const given: DepartmentSources = {
    folder,
    departmentFile,
    files: ofClass("table", "json", "notes", "workbook", "word").map(openSource),
    unread: ofClass("document").map(({ name }) => name),
    found: [],
  };
  const offered = form === undefined ? library : onlyForm(library, form);
  const { value, findings } = examine(given, offered, (records) => records);
  return { normalised: value, diagnostics: findings };
}

function onlyForm(library: FormLibrary, id: string): FormLibrary {
  const spec = library.specs.get(id);
  return { ...library, specs: new Map(spec === undefined ? [] : [[id, spec]]) };
}

/** Whether a rule has found it, and not the reading. */
export function isOfRule({ code }: Finding): boolean {
  return code.includes("/") || ruleCodes.some((one) => one === code);
}

/** One line a diagnostic: severity, code, place, what was found, the facts of its sentence. */
export function describeFindings(diagnostics: readonly Finding[]): string {
  const lines = diagnostics.map((diagnostic) => {
    const also = (diagnostic.also ?? []).map((place) => ` + ${formatPlace(place)}`).join("");
    const found = diagnostic.found === undefined ? "" : ` ${JSON.stringify(diagnostic.found)}`;
    const facts = JSON.stringify(diagnostic.args);
    const args = facts === "{}" ? "" : ` ${facts}`;
    return `${severityOf(diagnostic)} ${diagnostic.code} ${formatPlace(diagnostic.at)}${also}${found}${args}\n`;
  });
  return lines.join("");
}
