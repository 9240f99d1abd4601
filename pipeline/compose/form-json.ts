/** A JSON file of a form → a value of its schema whose places are known, or diagnostics that name line, column and path. */
import type { JsonPlace, Place, Report } from "../diagnostics/index.ts";
import { type RawNode, readJsonText } from "../read/index.ts";
import {
  checkJson,
  isFieldName,
  type JsonProblem,
  nearestFieldName,
  nearestName,
  valueAt,
} from "../records/index.ts";
import { lazily } from "./lazily.ts";
import type { TemplateFile } from "./parse-template.ts";

type Schema<Value> = Parameters<typeof checkJson<Value>>[0];
type Path = readonly (string | number)[];

/** A file that is JSON, whatever its value is. */
export type FormJson = {
  readonly text: string;
  readonly value: unknown;
  /** The same with its places, which only faults ask for. */
  readonly root: () => RawNode | undefined;
};

export function readFormJson<Value>(
  file: TemplateFile,
  schema: Schema<Value>,
  report: Report,
): Value | undefined {
  const json = parseFormJson(file, report);
  return json && readValue(json, schema, report);
}

export function readValue<Value>(json: FormJson, schema: Schema<Value>, report: Report): Value | undefined {
  const checked = checkJson(schema, json.value);
  if (checked.success) return checked.data;
  const placeOf = (path: Path, of?: "key") => placeIn(json, path, { of });
  reportProblems(checked.problems, { value: json.value, placeOf }, report);
  return undefined;
}

/** Undefined if it is no JSON, or a key is repeated, of which one would be lost: reported. */
export function parseFormJson(file: TemplateFile, report: Report): FormJson | undefined {
  const text = file.text.replace(/^\u{FEFF}/u, "");
  const source = { name: file.name, text };
  const value = wholeValue(text);
  if (value !== undefined) return { text, value, root: lazily(() => readJsonText(source, () => {})) };
  const root = readJsonText(source, report);
  return root && { text, value: plainValue(root), root: () => root };
}

/**
 * The value if it says all that the text says: it is written again as it stands there, but for white space. Reading the
 * places of every value, too, took a quarter of the time in which all forms were loaded.
 */
function wholeValue(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    const plain = text.replace(/("(?:[^"\\]|\\.)*")|\s+/gu, "$1");
    return JSON.stringify(value) === plain ? value : undefined;
  } catch {
    return undefined;
  }
}

function plainValue(node: RawNode): unknown {
  switch (node.kind) {
    case "object":
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, plainValue(value)]));
    case "list":
      return node.items.map(plainValue);
    case "number":
      return Number(node.text);
    case "null":
      return null;
    case "text":
      return node.text;
    case "boolean":
      return node.value;
  }
}

/**
 * Where the value at a path is, or its key, or behind how many characters of a text. Of what is not there, the place of
 * the innermost object or list that should hold it.
 */
export function placeIn(
  { text, root }: FormJson,
  path: Path,
  { of, behind }: { readonly of?: "key" | undefined; readonly behind?: number } = {},
): JsonPlace {
  const whole = root();
  if (whole === undefined) throw new Error("a value that was read cannot be read again");
  let node: RawNode = whole;
  let { at } = node;
  for (const step of path) {
    const entry = node.kind === "object" ? node.entries.find(({ key }) => key === step) : undefined;
    const item = node.kind === "list" && typeof step === "number" ? node.items[step] : undefined;
    const next = entry?.value ?? item;
    if (next === undefined) return at;
    at = of === "key" && entry !== undefined ? entry.at : next.at;
    node = next;
  }
  if (of === "key" || behind === undefined || node.kind !== "text") return at;
  const line = text.split(/\r\n|\r|\n/u)[at.line - 1] ?? "";
  return { ...at, column: positionIn(line, at.column - 1, behind) + 1 };
}

/** The position of the nth character of a JSON text that begins at a quote; an escape is one character. */
function positionIn(text: string, quote: number, characters: number): number {
  let position = quote + 1;
  for (let count = 0; count < characters; count += 1) {
    position += text[position] === "\\" ? (text[position + 1] === "u" ? 6 : 2) : 1;
  }
  return position;
}

/** `below` is the path of the value in the file, if that is not its top. */
export function reportProblems(
  problems: readonly JsonProblem[],
  {
    value,
    placeOf,
    below = [],
  }: {
    readonly value: unknown;
    readonly placeOf: (path: Path, of?: "key") => Place;
    readonly below?: readonly string[];
  },
  report: Report,
): void {
  for (const problem of problems) {
    const path = [...below, ...problem.path];
    const name = pathName(path);
    if (problem.kind === "unknown-key") {
      const { key, known } = problem;
      const nearest = nearestKey(problem);
      const args = { path: name, key, nearest, known };
      report({ code: "form-key-unknown", at: placeOf([...path, key], "key"), found: key, args });
    } else if (problem.kind === "wrong-name") {
      const { key, needs } = problem;
      const args = { path: name, key, needs };
      report({ code: "form-name-wrong", at: placeOf([...path, key], "key"), found: key, args });
    } else if (problem.kind === "missing") {
      report({ code: "form-value-missing", at: placeOf(path), args: { path: name, needs: problem.needs } });
    } else {
      const given = valueAt(value, problem.path);
      const found = JSON.stringify(given).slice(0, 80);
      const words = problem.needs.flatMap((need) => (need.kind === "words" ? need.words : []));
      const nearest = typeof given === "string" ? nearestName(given, words) : "";
      const args = { path: name === "" ? "form.json" : name, found, nearest, needs: problem.needs };
      report({ code: "form-value-invalid", at: placeOf(path), found, args });
    }
  }
}

/** A field that no other is like is one of the form's own without its `own`. */
function nearestKey({ path, key, nearest, known }: Extract<JsonProblem, { kind: "unknown-key" }>): string {
  if (path.length !== 1 || (path[0] !== "fields" && path[0] !== "compute")) return nearest;
  const near = nearestFieldName(key, known);
  if (near !== "") return near;
  // One of the form's own has `own` behind the first dot, and a column of a list only that dot.
  const guesses = [key.replace(".", ".own."), key.replace(".own.", ".")];
  return guesses.find((guess) => guess !== key && isFieldName(guess)) ?? "";
}

/** As a person would point there: `horizons[0]`, `money.places`. */
function pathName(path: Path): string {
  return path
    .map((part, index) => (typeof part === "number" ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join("");
}
