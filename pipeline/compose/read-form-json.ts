/** A JSON file of a form → a value of its schema, or diagnostics that name the file, the path and what is allowed. */
import type { FilePlace, Report, TemplatePlace } from "../diagnostics/index.ts";
import { checkJson, type JsonProblem, valueAt } from "../records/index.ts";
import type { TemplateFile } from "./parse-template.ts";

type Schema<Value> = Parameters<typeof checkJson<Value>>[0];

export function readFormJson<Value>(
  file: TemplateFile,
  schema: Schema<Value>,
  report: Report,
): Value | undefined {
  const parsed = parseFormJson(file, report);
  return parsed && readValue(parsed.value, { file: file.name, schema }, report);
}

export function readValue<Value>(
  value: unknown,
  { file, schema }: { readonly file: string; readonly schema: Schema<Value> },
  report: Report,
): Value | undefined {
  const checked = checkJson(schema, value);
  if (checked.success) return checked.data;
  reportProblems(checked.problems, { file, value }, report);
  return undefined;
}

export function parseFormJson(file: TemplateFile, report: Report): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(file.text.replace(/^\u{FEFF}/u, "")) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report({ code: "form-json-broken", at: jsonPlace(file, reason), args: { reason } });
    return undefined;
  }
}

/** The engine names a position for some errors only; for the others its words quote the spot. */
function jsonPlace({ name, text }: TemplateFile, reason: string): FilePlace | TemplatePlace {
  const [, position] = /position (\d+)/u.exec(reason) ?? [];
  if (position === undefined) return { kind: "file", file: name };
  const lines = text.slice(0, Number(position)).split("\n");
  return { kind: "template", file: name, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** `below` is the path of the value in the file, if that is not its top. */
export function reportProblems(
  problems: readonly JsonProblem[],
  {
    file,
    value,
    below = [],
  }: { readonly file: string; readonly value: unknown; readonly below?: readonly string[] },
  report: Report,
): void {
  const at = { kind: "file", file } as const;
  for (const problem of problems) {
    const path = pathName([...below, ...problem.path]);
    if (problem.kind === "unknown-key") {
      const { key, nearest, known } = problem;
      report({ code: "form-key-unknown", at, found: key, args: { path, key, nearest, known } });
    } else if (problem.kind === "missing") {
      report({ code: "form-value-missing", at, args: { path, needs: problem.needs } });
    } else {
      const found = JSON.stringify(valueAt(value, problem.path)).slice(0, 80);
      report({ code: "form-value-invalid", at, found, args: { path, found, needs: problem.needs } });
    }
  }
}

/** As a person would point there: `horizons[0]`, `money.places`. */
function pathName(path: readonly (string | number)[]): string {
  return path
    .map((part, index) => (typeof part === "number" ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join("");
}
