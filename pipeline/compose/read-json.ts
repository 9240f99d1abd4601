/** A JSON file of a form → a value of its schema, or diagnostics that name the file, the path and what is allowed. */
import type { FilePlace, Report, TemplatePlace } from "../diagnostics/index.ts";
import type { TemplateFile } from "./parse-template.ts";

/** What zod's schemas have in common, as far as reading needs it. */
type Schema<Value> = {
  safeParse(
    input: unknown,
  ):
    | { readonly success: true; readonly data: Value }
    | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } };
};
export type Issue = {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[] | undefined;
  readonly values?: readonly unknown[] | undefined;
};

export function readJson<Value>(
  file: TemplateFile,
  schema: Schema<Value>,
  report: Report,
): Value | undefined {
  const parsed = parseJson(file, report);
  if (parsed === undefined) return undefined;
  const checked = schema.safeParse(parsed.value);
  if (checked.success) return checked.data;
  reportIssues(checked.error.issues, { file: file.name, value: parsed.value }, report);
  return undefined;
}

function parseJson(file: TemplateFile, report: Report): { readonly value: unknown } | undefined {
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

/** One diagnostic an issue; an unknown key is named by its own path. */
export function reportIssues(
  issues: readonly Issue[],
  { file, value }: { readonly file: string; readonly value: unknown },
  report: Report,
): void {
  for (const issue of issues) {
    const args = {
      path: issue.path.map(String).join(".") || "—",
      found: (issue.keys ?? []).join(" ") || shown(valueAt(value, issue.path)),
      allowed: (issue.values ?? []).map(String).join(" ") || issue.message,
    };
    report({ code: "form-value-invalid", at: { kind: "file", file }, found: args.found, args });
  }
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined),
    value,
  );
}

function shown(value: unknown): string {
  return value === undefined ? "无 (missing)" : JSON.stringify(value).slice(0, 80);
}
