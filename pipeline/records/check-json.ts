/** A schema and a JSON value → the record, or what is wrong with the value as data: never the schema library's words. */
import { z } from "zod";
import type { Need } from "../diagnostics/index.ts";
import { nearestName } from "./nearest-name.ts";

/** What a schema infers → the same with every object and list in it readonly. */
export type DeepReadonly<Value> = Value extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> }
    : Value;

type Path = readonly (string | number)[];
export type JsonProblem =
  | { readonly kind: "invalid" | "missing"; readonly path: Path; readonly needs: readonly Need[] }
  /** A key that its author chose, as none may be written. */
  | {
      readonly kind: "wrong-name";
      readonly path: Path;
      readonly key: string;
      readonly needs: readonly Need[];
    }
  | {
      readonly kind: "unknown-key";
      /** Of the object that has the key. */
      readonly path: Path;
      readonly key: string;
      /** "" if no known key is near. */
      readonly nearest: string;
      readonly known: readonly string[];
    };

export type CheckedJson<Value> =
  | { readonly success: true; readonly data: Value }
  | { readonly success: false; readonly problems: readonly JsonProblem[] };

export function checkJson<Value>(schema: z.ZodType<Value>, value: unknown): CheckedJson<Value> {
  const checked = schema.safeParse(value);
  if (checked.success) return checked;
  const { issues } = checked.error;
  const problems = issues.flatMap((issue) => problemsOf(issue, { schema, value }));
  return { success: false, problems: problems.filter((one) => !isMisspelt(one, problems)) };
}

/** What is missing because its key is misspelt is told of that key. */
function isMisspelt(missing: JsonProblem, problems: readonly JsonProblem[]): boolean {
  if (missing.kind !== "missing") return false;
  const above = missing.path.slice(0, -1).join("/");
  return problems.some(
    (one) =>
      one.kind === "unknown-key" && one.nearest === missing.path.at(-1) && one.path.join("/") === above,
  );
}

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined),
    value,
  );
}

type Issue = z.core.$ZodIssue;
type Checked = { readonly schema: z.ZodType; readonly value: unknown };

function problemsOf(issue: Issue, checked: Checked): readonly JsonProblem[] {
  const path = plain(issue.path);
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => unknownKey({ path, key }, checked.schema));
  if (issue.code === "invalid_key") {
    const [above, key] = [path.slice(0, -1), String(path.at(-1))];
    const needs = issue.issues.flatMap(nameNeeds);
    return needs.length > 0
      ? [{ kind: "wrong-name", path: above, key, needs }]
      : [unknownKey({ path: above, key }, checked.schema)];
  }
  if (issue.code === "invalid_union") {
    // An object that is wrong inside is described by what is wrong inside, not by what could be there instead.
    const inside = issue.errors.find((issues) => issues.every((one) => isInside(one)));
    if (inside !== undefined)
      return inside.flatMap((one) => problemsOf({ ...one, path: [...issue.path, ...one.path] }, checked));
  }
  const missing = valueAt(checked.value, path) === undefined;
  return [{ kind: missing ? "missing" : "invalid", path, needs: needsOf(issue) }];
}

function isInside(issue: Issue): boolean {
  return issue.path.length > 0 || issue.code === "unrecognized_keys";
}

function needsOf(issue: Issue): readonly Need[] {
  switch (issue.code) {
    case "invalid_type":
      return typeNeeds[issue.expected] ?? [];
    case "invalid_value":
      return [{ kind: "words", words: issue.values.map(String) }];
    case "invalid_union":
      return listIn(issue, "options").length > 0
        ? [{ kind: "words", words: listIn(issue, "options").map(String) }]
        : issue.errors.flat().flatMap(needsOf);
    case "too_small":
      return [
        issue.origin === "number" ? { kind: "least", limit: Number(issue.minimum) } : { kind: "filled" },
      ];
    case "too_big":
      return [{ kind: "most", limit: Number(issue.maximum) }];
    case "custom": {
      const of = onlyOf.find((one) => one === issue.params?.of);
      return of === undefined ? [] : [{ kind: "only", of }];
    }
    default:
      return [];
  }
}

function nameNeeds(issue: Issue): readonly Need[] {
  const style = issue.code === "custom" ? nameStyles.find((one) => one === issue.params?.name) : undefined;
  return style === undefined ? [] : [{ kind: "name", style }];
}

const nameStyles = ["plain", "dashed"] as const;
const onlyOf = ["own", "budget", "counted", "group", "within", "title"] as const;

const typeNeeds: Readonly<Record<string, readonly Need[]>> = {
  string: [{ kind: "type", type: "text" }],
  number: [{ kind: "type", type: "number" }],
  int: [{ kind: "type", type: "integer" }],
  boolean: [{ kind: "type", type: "boolean" }],
  array: [{ kind: "type", type: "list" }],
  object: [{ kind: "type", type: "object" }],
  record: [{ kind: "type", type: "object" }],
};

function unknownKey(
  { path, key }: { readonly path: Path; readonly key: string },
  schema: z.ZodType,
): JsonProblem {
  const known = knownKeys(z.toJSONSchema(schema, { io: "input" }), path);
  return { kind: "unknown-key", path, key, nearest: nearestName(key, known), known };
}

/** The keys of the object at a path, those of all its variants; of an open one the names that its schema gives as examples. */
function knownKeys(schema: unknown, path: Path): readonly string[] {
  const variants = ["anyOf", "oneOf"].flatMap((word) => listIn(schema, word));
  const [key, ...rest] = path;
  const own =
    key === undefined
      ? [
          ...Object.keys(objectIn(schema, "properties")),
          ...listIn(objectIn(schema, "propertyNames"), "examples"),
        ]
      : knownKeys(below(schema, key), rest);
  return [...new Set([...own.map(String), ...variants.flatMap((variant) => knownKeys(variant, path))])];
}

function below(schema: unknown, key: string | number): unknown {
  const properties = objectIn(schema, "properties");
  if (Object.hasOwn(properties, key)) return properties[key];
  return objectIn(schema, typeof key === "number" ? "items" : "additionalProperties");
}

function objectIn(schema: unknown, word: string): Readonly<Record<string, unknown>> {
  const found = valueAt(schema, [word]);
  return typeof found === "object" && found !== null ? { ...found } : {};
}

function listIn(schema: unknown, word: string): readonly unknown[] {
  const found = valueAt(schema, [word]);
  return Array.isArray(found) ? found : [];
}

function plain(path: readonly PropertyKey[]): Path {
  return path.map((part) => (typeof part === "number" ? part : String(part)));
}
