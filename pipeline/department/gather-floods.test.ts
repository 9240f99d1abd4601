import { expect, test } from "vitest";
import { wordingOf } from "../catalogue/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { gatherFindings } from "./gather-floods.ts";

const lost = (row: number, header = "三级指标"): Diagnostic => ({
  code: "characters-lost",
  at: { kind: "cell", file: "a.csv", row, column: header.length, header },
  subject: { unit: `单位${row % 3}`, project: `项目${row % 3}` },
  args: {},
});

function gathered(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  const { report, found } = gatherFindings<Diagnostic>();
  findings.forEach(report);
  return found();
}

const rows = (count: number) => Array.from({ length: count }, (_, index) => index + 2);

test("a thousand of a kind are told one by one, and more of them once, with their rows and all whom they touch", () => {
  expect(gathered(rows(1000).map((row) => lost(row)))).toHaveLength(1000);
  const many = rows(60_000).flatMap((row) => (row % 20_000 === 0 ? [] : [lost(row), lost(row, "指标")]));
  const other: Diagnostic = { code: "no-project", at: { kind: "file", file: "甲局" }, args: {} };
  const [first, second, last, ...rest] = gathered([...many, other]);
  expect([second?.code, last?.code, rest.length]).toEqual(["characters-lost", "no-project", 0]);
  expect(first).toMatchObject({
    at: { row: 2, header: "三级指标" },
    subjects: { length: 3 },
    also: { length: 100 },
  });
  if (first === undefined) throw new Error("nothing was found");
  expect(wordingOf(first, "zh").says).toContain(
    "共 59997 处，这里只列一处：a.csv 第 2–19999、20001–39999、40001–59999、60001 行",
  );
  expect(wordingOf(first, "en").says).toContain("59997 of the kind");
});

test("kinds without number are one, and so are the places of one cause", () => {
  const keys = rows(5000).map((row) => lost(row, "键".repeat(row)));
  expect(gathered(keys).length).toBeLessThan(110);
  const [first = lost(1)] = rows(2000).map((row) => lost(row));
  const also = rows(2000).map((row) => lost(row).at);
  expect(gathered([{ ...first, also }])).toMatchObject([{ also: { length: 100 }, alike: { count: 2001 } }]);
});

test("what is corrected by what it says keeps all its places", () => {
  const signs = rows(1500).map(
    (row): Diagnostic => ({
      code: "operator-unknown",
      at: { kind: "cell", file: "a.csv", row, column: 2 },
      args: {},
    }),
  );
  expect(gathered(signs)).toMatchObject([{ also: { length: 1499 } }]);
});
