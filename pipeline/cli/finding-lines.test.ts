/** Findings as a screen shows them. */

import { describe, expect, test } from "vitest";
import type { Finding } from "../catalogue/index.ts";
import { findingLines, type ListOptions } from "./finding-lines.ts";

const options: ListOptions = {
  language: "zh",
  paint: (_, text) => text,
  most: 20,
  from: "info",
  fold: true,
};

const doubled = (row: number, project: string | undefined, found = "满意度度"): Finding => ({
  code: "word-doubled",
  at: { kind: "cell", file: "projects.csv", row, column: 14, header: "绩效目标" },
  ...(project === undefined ? {} : { subject: { project } }),
  found,
  args: { doubled: "满意度度" },
  severity: "warning",
});

test("the line of the file is shown below the place, with the part marked", () => {
  const source = { line: 4, column: 1, text: '3.群众满意度度"', from: 4, to: 8 };
  expect(findingLines([{ ...doubled(2, "租赁费"), source }], options).lines).toEqual([
    "  租赁费",
    "  警告 projects.csv:2:N「绩效目标」  word-doubled",
    '    4 │ 3.群众满意度度"',
    "      │       ^^^^^^^^",
    "    文字重复：“满意度度”",
    "    处理：请删去多余的字。改为“满意度”。",
  ]);
});

describe("the line of the file", () => {
  /** Its two lines for `before[meant]after` in line 12. */
  const show = (marked: string): readonly string[] => {
    const [from, to] = [marked.indexOf("["), marked.indexOf("]") - 1];
    const source = { line: 12, column: 1, text: marked.replace(/[[\]]/gu, ""), from, to };
    const { lines } = findingLines([{ ...doubled(2, undefined), source }], options);
    return lines.slice(1, 3).map((line) => line.slice(4));
  };

  test("has a mark below the part, two columns for a Han character", () => {
    expect(show("产出指标,[百分比],90")).toEqual(["12 │ 产出指标,百分比,90", "   │          ^^^^^^"]);
  });

  test("has a blank cell marked where it should begin", () => {
    expect(show("1,[],3")).toEqual(["12 │ 1,,3", "   │   ^"]);
  });

  test("is cut on both sides if it is long, and shows what a terminal would obey", () => {
    const [line, mark] = show(`${"甲".repeat(40)}[乙\u001B]${"丙".repeat(60)}`);
    expect(line).toMatch(/^12 │ …甲{11}乙\\u001b丙+…$/u);
    expect(mark).toBe(`   │ ${" ".repeat(23)}${"^".repeat(8)}`);
  });
});

test("what several projects have alike is shown once, with the other places", () => {
  const findings = ["甲", "乙", "丙", "丁", "戊"].map((project, index) => doubled(index + 2, project));
  const { lines, left } = findingLines(findings, options);
  expect(lines.filter((line) => line.includes("word-doubled"))).toHaveLength(1);
  expect(lines).toContain(
    "    同样的问题另有 4 处：projects.csv:3:N「绩效目标」、projects.csv:4:N「绩效目标」、projects.csv:5:N「绩效目标」 等",
  );
  expect(left).toBe(0);
});

test("of many projects that a mistake touches, three are named", () => {
  const subjects = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ project: `项目${index}` }));
  const heading = (count: number) =>
    findingLines([{ ...doubled(2, "项目0"), subjects: subjects(count) }], options).lines[0];
  expect(heading(3)).toBe("  项目0；项目1；项目2");
  expect(heading(500)).toBe("  项目0；项目1；项目2 等 500 个项目");
});

test("what only sounds alike is not", () => {
  const shown = (findings: readonly Finding[], fold: boolean) =>
    findingLines(findings, { ...options, fold }).lines.filter((line) => line.includes("word-doubled")).length;
  expect(shown([doubled(2, "甲"), doubled(3, "乙", "群众满意度度")], true)).toBe(2);
  expect(shown([doubled(2, undefined), doubled(3, undefined)], true)).toBe(2);
  expect(shown([doubled(2, "甲"), doubled(3, "乙")], false)).toBe(2);
});

test("those left out by the cap are counted, those folded are not left out", () => {
  const findings = [doubled(2, "甲"), doubled(3, "乙"), doubled(4, "丙", "另一处满意度度")];
  expect(findingLines(findings, { ...options, most: 1 }).left).toBe(1);
});
