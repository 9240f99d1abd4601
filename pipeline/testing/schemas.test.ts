/** Every key that the JSON Schemas offer to an editor is a key that is read. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { jsonSchemas } from "../contracts/json-schema.ts";
import { ownTemplates } from "../files/index.ts";
import { isOfRule, runSources } from "./run-case.ts";
import { readShippedForms } from "./shipped-forms.ts";

type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly $defs?: Readonly<Record<string, Schema>>;
};

const schema = jsonSchemas()["department.schema.json"] as Schema;
const isChinese = (key: string): boolean => /\p{Script=Han}/u.test(key);
/** Their values have a meaning of their own, or, as 序号, no place in the records. */
const settings = new Set([
  "$schema",
  ...[
    "keptRows",
    "保留行",
    "omittedRows",
    "略去行",
    "values",
    "取值",
    "sources",
    "文件",
    "aliases",
    "列名",
    "form",
    "表式",
    "rules",
    "规则",
    "styles",
    "样式",
    "ignored",
    "忽略",
    "twoSided",
    "双面",
  ],
  ...["own", "subGoals", "分项绩效目标", "horizon", "期限"],
]);

test.each([
  ["Chinese", isChinese],
  ["English", (key: string) => !isChinese(key)],
] as const)("%s keys", (_, wanted) => {
  const text = JSON.stringify(sample(schema, wanted));
  const bytes = new TextEncoder().encode(text);
  const sources = [{ name: "department.json", bytes }];
  const { normalised, diagnostics } = runSources(sources, { folder: "any", forms: readShippedForms() });
  // The operator is a number like all texts here, and none that is a code; no form prints every key.
  const ofNumbers = ["operator-unknown", "column-not-printed"];
  const shared = ["part-one-section-missing", "sub-goals-from-projects", ...ofNumbers];
  const ofReading = diagnostics.filter((finding) => !isOfRule(finding));
  expect(ofReading.filter(({ code }) => !shared.includes(code))).toEqual([]);
  const records = JSON.stringify(normalised?.department);
  for (const [value] of text.matchAll(/9\d{4}/gu)) expect(records).toContain(`"${value}"`);
});

let count = 0;

/** A value that fits, every text in it another number, as money is among them; undefined of what is in itself. */
function sample(
  { $ref, anyOf, properties, items, ...own }: Schema,
  wanted: (key: string) => boolean,
  within: readonly string[] = [],
): unknown {
  if ($ref !== undefined) {
    const named = schema.$defs?.[$ref.slice("#/$defs/".length)] ?? {};
    return within.includes($ref) ? undefined : sample(named, wanted, [...within, $ref]);
  }
  if (anyOf?.[0] !== undefined) return sample(anyOf[0], wanted, within);
  if (own.enum !== undefined) return own.enum[0];
  if (items !== undefined) {
    const item = sample(items, wanted, within);
    return item === undefined ? undefined : [item];
  }
  if (properties === undefined) {
    count += 1;
    return String(90_000 + count);
  }
  const keys = Object.entries(properties).filter(([key]) => wanted(key) && !settings.has(key));
  return Object.fromEntries(keys.map(([key, inner]) => [key, sample(inner, wanted, within)]));
}

test("the schema of form.json takes every form of ours, and no key that is not read", () => {
  const form = z.fromJSONSchema(JSON.parse(readFileSync("docs/schemas/form.schema.json", "utf8")));
  const files = readdirSync(ownTemplates).map((name) => join(ownTemplates, name, "form.json"));
  const specs = files
    .filter((file) => existsSync(file))
    .map((file) => JSON.parse(readFileSync(file, "utf8")));
  expect(specs.length).toBeGreaterThan(5);
  for (const spec of specs) {
    expect(form.safeParse(spec).error).toBeUndefined();
    expect(form.safeParse({ ...spec, feilds: {} }).success).toBe(false);
  }
});
