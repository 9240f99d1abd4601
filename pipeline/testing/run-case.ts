/** Runs a folder of input files through reading and normalising, as a case of the tests or a department does it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { ruleCodes } from "../check/index.ts";
import { type Diagnostic, formatPlace, severityOf } from "../diagnostics/index.ts";
import {
  type Form,
  listedSources,
  type NormalisedDepartment,
  normaliseDepartment,
} from "../normalise/index.ts";
import { readSource, readTree, type Source } from "../read/index.ts";
import { FormSpec } from "../records/index.ts";

/** Files of a case that are no input. */
const goldens = new Set(["case.json", "records.txt", "findings.txt"]);
const templates = new URL("../../templates/", import.meta.url);

export type CaseResult = {
  readonly normalised: NormalisedDepartment | undefined;
  readonly diagnostics: readonly Diagnostic[];
};

export function readShippedForms(): Form[] {
  return readdirSync(templates)
    .filter((id) => existsSync(new URL(`${id}/form.json`, templates)))
    .sort()
    .map((id) => ({
      id,
      spec: FormSpec.parse(JSON.parse(readFileSync(new URL(`${id}/form.json`, templates), "utf8"))),
    }));
}

export function readSources(folder: URL): Source[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !goldens.has(entry.name))
    .map(({ name }) => ({ name, bytes: new Uint8Array(readFileSync(new URL(name, folder))) }))
    .sort((left, right) => (left.name < right.name ? -1 : 1));
}

/** Everything handed on is frozen, so that a stage which changes its input throws. */
export function runSources(
  sources: readonly Source[],
  options: { readonly folder: string; readonly forms: readonly Form[]; readonly form?: string },
): CaseResult {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const own = sources.find(({ name }) => name === "department.json");
  const departmentFile = own && deepFreeze(readTree(own, report));
  const given = sources.filter((source) => source !== own);
  const listed = departmentFile && listedSources(departmentFile);
  const wanted = listed?.flatMap(({ name, forced }) =>
    given.filter((source) => source.name === name.text).map((source) => ({ ...source, forced })),
  );
  const files = (wanted ?? given).flatMap((source) => deepFreeze(readSource(source, report)) ?? []);
  const failed = diagnostics.some((diagnostic) => severityOf(diagnostic) === "failure");
  const input = { ...options, ruleCodes, files, ...(departmentFile && { departmentFile }) };
  const normalised = failed ? undefined : normaliseDepartment(input, report);
  return { normalised, diagnostics };
}

/** One line a diagnostic: severity, code, place, what was found, the facts of its sentence. */
export function describeFindings(diagnostics: readonly Diagnostic[]): string {
  const lines = diagnostics.map((diagnostic) => {
    const also = (diagnostic.also ?? []).map((place) => ` + ${formatPlace(place)}`).join("");
    const found = diagnostic.found === undefined ? "" : ` ${JSON.stringify(diagnostic.found)}`;
    const facts = JSON.stringify(diagnostic.args);
    const args = facts === "{}" ? "" : ` ${facts}`;
    return `${severityOf(diagnostic)} ${diagnostic.code} ${formatPlace(diagnostic.at)}${also}${found}${args}\n`;
  });
  return lines.join("");
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) deepFreeze(inner);
  return Object.freeze(value);
}
