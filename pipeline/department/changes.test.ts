/** What a build gets of a department's records: the same bytes for the same records, and what changed since the last edition. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Changes, readSnapshot, writeSnapshot } from "../contracts/index.ts";
import { readSources, runSources } from "../testing/run-case.ts";
import { readShippedForms } from "../testing/shipped-forms.ts";
import {
  type ComparisonOptions,
  compareWith,
  type PreviousRecords,
  type SnapshotInput,
  takeSnapshot,
} from "./changes.ts";

const root = join(import.meta.dirname, "..", "..");
const decode = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** A sample department with one text of its exports replaced wherever it stands. */
function read(folder: string, [from, to]: readonly [string, string] = ["", ""]): SnapshotInput {
  const sources = readSources(new URL(`../../data/${folder}/`, import.meta.url)).map(({ name, bytes }) => ({
    name,
    bytes: from === "" ? bytes : new TextEncoder().encode(decode(bytes).replaceAll(from, to)),
  }));
  const { normalised } = runSources(sources, { folder, forms: readShippedForms() });
  if (normalised === undefined) throw new Error(`${folder} cannot be read`);
  return normalised;
}

function since(
  previous: PreviousRecords | undefined,
  printed: SnapshotInput,
  options: Partial<ComparisonOptions> = {},
) {
  const now = takeSnapshot(printed);
  const compared = compareWith(previous, { now, bytes: writeSnapshot(now) }, { language: "zh", ...options });
  const made = compared.finish([]);
  const [markdown, json] = made.changes;
  return {
    ...made,
    problems: made.findings,
    markdown: decode(markdown?.bytes),
    json: JSON.parse(decode(json?.bytes)),
  };
}

function previous(printed: SnapshotInput): PreviousRecords {
  return {
    bytes: since(undefined, printed).records.bytes,
    file: "out/x/.history/1/records.json",
    edition: 1,
  };
}

describe.each(["beidaihe", "suzhou", "korla"])("the records of %s", (folder) => {
  const printed = read(folder);
  const { records } = since(undefined, printed);

  test("are read back as they were written, and hold no place of a cell", () => {
    const back = readSnapshot(records.bytes);
    if (!back.success) throw new Error(JSON.stringify(back.problem));
    expect(`${JSON.stringify(back.snapshot)}\n`).toBe(decode(records.bytes));
    expect(decode(records.bytes)).not.toMatch(/"(?:at|row|column|file|header)":|\.csv|\.json/u);
  });

  test("hold every text of every project, and what it prints of every amount", () => {
    const texts = new Set<string>();
    const amounts = new Set<string>();
    collect(JSON.parse(decode(records.bytes)).projects, texts);
    for (const { budget, midTermBudget } of printed.department.projects)
      for (const { own: _, ...part } of [budget, midTermBudget])
        for (const amount of Object.values(part)) amounts.add(`${amount.value}`);
    expect([...amounts].filter((value) => !texts.has(value))).toEqual([]);
    const given = new Set<string>();
    // 序号 is printed nowhere, and the groups only repeat their indicators.
    for (const {
      key: _,
      at: _at,
      order: _order,
      tables: _tables,
      budget: _b,
      midTermBudget: _m,
      ...rest
    } of printed.department.projects)
      collectGiven(rest, given);
    expect([...given].filter((text) => !texts.has(text))).toEqual([]);
  });
});

test("equal data give equal bytes, whatever their files look like", () => {
  const crlf = read("suzhou", ["\n", "\r\n"]);
  expect(decode(since(undefined, crlf).records.bytes)).toBe(
    decode(since(undefined, read("suzhou")).records.bytes),
  );
});

test("the first edition says that there is nothing to compare it with", () => {
  const { markdown, json, count, problems } = since(undefined, read("korla"), { edition: 1 });
  expect(markdown).toBe(
    [
      "# 变动清单：库尔勒市医疗保障局\n",
      "这是第一版，没有可比较的上一版。\n",
      "|  | 第 1 版 |",
      "|---|---:|",
      "| 项目（个） | 3 |",
      "| 指标（条） | 31 |",
      "| 预算数（万元） | 6140.73 |",
      "| 其中：财政资金（万元） | 6140.73 |",
      "| 其他资金（万元） | 0.00 |\n",
    ].join("\n"),
  );
  expect(json).toMatchObject({ count: 0, after: { edition: 1 } });
  expect(json).not.toHaveProperty("before");
  expect([count, problems]).toEqual([undefined, []]);
});

test("an edition with nothing new says so", () => {
  const { markdown, count } = since(previous(read("korla")), read("korla"), { edition: 2 });
  expect(markdown).toContain("与第 1 版相比，没有变动。");
  expect(markdown).not.toContain("##");
  expect(count).toBe(0);
});

test("what changed, in Chinese and in English, and as data that fit their schema", () => {
  const now = read("beidaihe", ["提供法律服务咨询", "提供法律咨询_和*培训*"]);
  const zh = since(previous(read("beidaihe")), now, { edition: 2 });
  expect(zh.count).toBe(1);
  expect(zh.markdown).toContain("与第 1 版相比，共有 1 处变动。");
  expect(zh.markdown).toContain(
    "## 8. 专业法务咨询服务律师聘请费（13030421SC4NEGNUQ8M49）\n\n- 绩效目标：\n",
  );
  expect(zh.markdown).toContain("  - 第 1 条：1.提供法律服务咨询 → 1.提供法律咨询\\_和\\*培训\\*\n");
  expect(zh.json).toEqual(Changes.parse(zh.json));
  const en = since(previous(read("beidaihe")), now, { language: "en" });
  expect(en.markdown).toContain("1 change since edition 1.");
  expect(en.markdown).toContain("- annual goals:\n  - line 1: ");
});

test("records that cannot be read are a finding that names them, and no failure", () => {
  const file = "out/x/.history/1/records.json";
  for (const damaged of ["", "{", '{"schema": 2}', '{"schema": 1, "projects": []}', "\u0000"]) {
    const { problems, count, records } = since(
      { bytes: new TextEncoder().encode(damaged), file },
      read("korla"),
    );
    expect(problems).toEqual([{ code: "changes-not-known", at: { kind: "file", file }, args: {} }]);
    expect(count).toBeUndefined();
    expect(records.bytes.length).toBeGreaterThan(1000);
  }
});

test("records that are lost are no first edition: the list says that it cannot tell", () => {
  const lost = { bytes: undefined, file: "out/x/.history/1/records.json", edition: 1 };
  const { problems, json, markdown } = since(lost, read("korla"), { edition: 2 });
  expect(problems).toMatchObject([{ code: "changes-not-known", at: { file: lost.file } }]);
  expect(json).toMatchObject({ count: 0, unknown: true, after: { edition: 2 } });
  expect(markdown).toContain("上一版的记录读不出来，不知道有哪些变动。");
});

test("the published schemas are those of what is written", () => {
  const schema = (name: string) => JSON.parse(readFileSync(join(root, "docs", "schemas", name), "utf8"));
  const { records, json } = since(undefined, read("suzhou"));
  const keys = (value: object) => Object.keys(value).toSorted();
  expect(keys(JSON.parse(decode(records.bytes)))).toEqual(keys(schema("records.schema.json").properties));
  expect(keys({ ...json, before: {}, unknown: true, findings: {} })).toEqual(
    keys(schema("changes.schema.json").properties),
  );
});

function collect(value: unknown, into: Set<string>): void {
  if (typeof value === "string") into.add(value);
  else if (typeof value === "object" && value !== null)
    for (const one of Object.values(value)) collect(one, into);
}

/** The text of every `Text`. */
function collectGiven(value: unknown, into: Set<string>): void {
  if (typeof value !== "object" || value === null) return;
  if ("text" in value && "at" in value) into.add(String(value.text));
  else for (const one of Object.values(value)) collectGiven(one, into);
}
