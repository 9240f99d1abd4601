/** `findings.json` keeps its published schema, whatever kind of place a finding has. */
import { expect, test } from "vitest";
import type { Finding } from "../catalogue/index.ts";
import { FindingsFile } from "../contracts/index.ts";
import { findingLists, ignoredList } from "./index.ts";

const cell = { kind: "cell", file: "p.csv", row: 3, column: 15, header: "权重" } as const;
const findings: readonly Finding[] = [
  {
    code: "weight-total",
    severity: "warning",
    at: cell,
    also: [{ kind: "cell", file: "p.csv", row: 4 }],
    subject: { unit: "本级", code: "1303", project: "租赁费" },
    indicator: { level1: "产出指标", level3: "巡检次数" },
    trial: true,
    found: "84",
    source: { line: 43, column: 7, text: "甲,6,丁", from: 2, to: 3 },
    args: { horizon: "annual", sum: "84", expected: "90", without: [], levels: [], odd: [] },
  },
  {
    code: "not-applicable-row",
    at: { ...cell, column: undefined, header: undefined },
    args: { count: 2 },
    severity: "info",
  },
  {
    code: "total-not-sum",
    at: { kind: "json", file: "p.json", line: 15, column: 17, pointer: "/项目/0" },
    args: { label: "中期资金总额", total: "183.3", sum: "126.9", unit: "万元", open: [] },
    severity: "error",
  },
  { code: "nothing-to-read", at: { kind: "file", file: "甲" }, args: {} },
  { code: "file-unreadable", at: { kind: "template", file: "a.hbs", line: 1 }, args: { reason: "EACCES" } },
  { code: "file-unreadable", at: { kind: "option", option: "--templates" }, args: { reason: "EACCES" } },
];

test("every key that is written is in the schema, and every key that it requires is written", () => {
  const options = { folder: "data/甲", name: "甲局", language: "zh", version: "1.2.3" } as const;
  const [, json] = findingLists(findings, options);
  const written: unknown = JSON.parse(new TextDecoder().decode(json?.bytes));
  const read = FindingsFile.parse(written);
  expect(read.findings.map(({ code, severity }) => [code, severity])).toEqual([
    ["file-unreadable", "failure"],
    ["file-unreadable", "failure"],
    ["nothing-to-read", "failure"],
    ["total-not-sum", "error"],
    ["weight-total", "warning"],
    ["not-applicable-row", "info"],
  ]);
  expect(read).toEqual(written);
});

test("what is ignored has one fingerprint in all lists, and not that of what it repeats", () => {
  const [first] = findings;
  if (first === undefined) throw new Error("no finding");
  const ignored = [{ ...first, at: { ...cell, row: 9 }, ignored: { reason: "已核对" } }];
  const options = { folder: "data/甲", name: "甲局", language: "zh", version: "1.2.3", ignored } as const;
  const [, json, sarif] = findingLists([first], options);
  const [csv] = ignoredList([first], options);
  const text = (file: typeof csv) => new TextDecoder().decode(file?.bytes);
  const { findings: shown, ignored: left } = JSON.parse(text(json));
  const marks = [...shown, ...left].map(({ fingerprint }) => fingerprint);
  expect(new Set(marks).size).toBe(2);
  const results: { partialFingerprints: Record<string, string> }[] = JSON.parse(text(sarif)).runs[0].results;
  expect(results.map((result) => result.partialFingerprints["finding/v1"])).toEqual(marks);
  expect(text(csv)).toContain(`,${marks[1]},已核对,`);
});
