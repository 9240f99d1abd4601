/** Texts of a form's own fields → the exact values of their types. */
import { expect, test } from "vitest";
import type { Diagnostic, Place } from "../../diagnostics/index.ts";
import type { FieldKind } from "../../records/index.ts";
import { readTyped } from "./read-typed.ts";

function read(kind: FieldKind, text: string, at: Place = { kind: "cell", file: "a.csv", row: 2, column: 1 }) {
  const found: Diagnostic[] = [];
  const { value } = readTyped({ text, at }, { kind, label: "某列" }, { report: (one) => found.push(one) });
  return found.length > 0 ? found.map(({ code }) => code) : value;
}

const wrong = ["own-value-unreadable"];
const percent: Place = { kind: "cell", file: "a.csv", row: 2, column: 1, header: "执行率（%）" };

test.each<readonly [FieldKind, string, unknown]>([
  ["number", "1,200.50", "1200.50"],
  ["number", "９８．３分", "98.3"],
  ["number", "-0.5", "-0.5"],
  ["number", "1,20", wrong],
  ["number", "abc", wrong],
  ["number", "312人", wrong],
  ["number", "无", undefined],
  ["number", "—", undefined],
  ["text", "abc", undefined],
  ["share", "98.75%", "0.9875"],
  ["share", "98.75％", "0.9875"],
  ["share", "98.75", "0.9875"],
  ["share", "0.9875", "0.9875"],
  ["share", "1", "1"],
  ["share", "120", "1.2"],
  ["share", "九成", wrong],
  ["date", "2026年2月28日", "20260228"],
  ["date", "2028-2-29", "20280229"],
  ["date", "2026/12", "20261200"],
  ["date", "2026-02-29", wrong],
  ["date", "13月", wrong],
  ["date", "46022", wrong],
])("%s %s", (kind, text, value) => {
  expect(read(kind, text)).toEqual(value);
});

test("a header that says % is no fraction's", () => {
  expect(read("share", "0.5", percent)).toBe("0.005");
  expect(read("share", "98", percent)).toBe("0.98");
});
