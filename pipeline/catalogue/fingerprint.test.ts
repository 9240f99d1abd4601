/** Findings are known again in the next edition: rows move, files are renamed, values are changed and stay wrong. */
import { expect, test } from "vitest";
import type { ExampleCells, ExampleData } from "../check/index.ts";
import { exportOf } from "../testing/example-export.ts";
import { runSources } from "../testing/run-case.ts";
import { readShippedForms } from "../testing/shipped-forms.ts";
import { fingerprintsOf } from "./index.ts";

const forms = readShippedForms();
const law = { 项目编码: "13030421SC4NEGNUQ8M49", 项目名称: "法律服务费", 绩效目标: "审查合同意见意见。" };
const rate = (value: string) => ({
  一级指标: "产出指标",
  二级指标: "质量指标",
  三级指标: "参保率",
  指标符号: "≥",
  指标值: value,
  计量单位: "%",
});

function marksOf(example: ExampleData, code: string, file = "export.csv") {
  const sources = exportOf(example, {}).map((source) =>
    source.name === "export.csv" ? { ...source, name: file } : source,
  );
  const { diagnostics } = runSources(sources, { folder: "甲局", forms });
  const marks = fingerprintsOf(diagnostics);
  return diagnostics.flatMap((finding, index) => (finding.code === code ? (marks[index] ?? []) : []));
}

const wrong = { projects: [{ more: [rate("105")] }] };

test("whatever rows come before it, and whatever its file is called", () => {
  const [mark] = marksOf(wrong, "rate-above-100");
  const earlier = { cells: { ...law, 项目编码: "13030421000000000000A" } };
  const moved = { projects: [earlier, { more: [rate("90"), rate("105")] }] };
  expect(marksOf(wrong, "rate-above-100", "另一份.csv")).toEqual([mark]);
  expect(marksOf(moved, "rate-above-100")).toEqual([mark]);
});

test("a value that was changed and is still wrong stands in the same place with another text", () => {
  const [before] = marksOf(wrong, "rate-above-100");
  const [after] = marksOf({ projects: [{ more: [rate("120")] }] }, "rate-above-100");
  expect(after?.placeFingerprint).toBe(before?.placeFingerprint);
  expect(after?.fingerprint).not.toBe(before?.fingerprint);
});

test("a project that is renamed or gets another code is known again", () => {
  const [before] = marksOf(wrong, "rate-above-100");
  const more = [rate("105")];
  const [renamed] = marksOf({ projects: [{ cells: { 项目名称: "云平台维护费" }, more }] }, "rate-above-100");
  expect(renamed?.fingerprint).toBe(before?.fingerprint);
  const [recoded] = marksOf(
    { projects: [{ cells: { 项目编码: "13030421000000000000A" }, more }] },
    "rate-above-100",
  );
  expect(recoded?.placeFingerprint).toBe(before?.placeFingerprint);
});

test("one cause in several projects is known again when the first of them is corrected", () => {
  const both = { projects: [{ cells: { 绩效目标: "形成意见意见。" } }, { cells: law }] };
  const one = { projects: [{}, { cells: law }] };
  expect(marksOf(both, "word-doubled")).toHaveLength(1);
  expect(marksOf(one, "word-doubled")).toEqual(marksOf(both, "word-doubled"));
});

test("each finding of a department has its own", () => {
  const { diagnostics } = runSources(
    exportOf({ projects: [{ more: [rate("105"), rate("105")] }, { cells: law, more: [rate("105")] }] }, {}),
    { folder: "甲局", forms },
  );
  const marks = fingerprintsOf(diagnostics);
  expect(new Set(marks.map(({ fingerprint }) => fingerprint)).size).toBe(diagnostics.length);
  expect(new Set(marks.map(({ placeFingerprint }) => placeFingerprint)).size).toBe(diagnostics.length);
});

const [sharedGoal, otherGoal] = [
  "采购信息系统并完成部署，保障业务开展。",
  "培训业务骨干并组织考核，提升履职能力。",
];
const project = (index: number, goal: string, more: ExampleCells = {}) => ({
  cells: {
    项目编码: `13030421000000000000${index}`,
    项目名称: `第${index}项服务费`,
    绩效目标: goal,
    ...more,
  },
});

test("what several projects have in common is known by that: not by who has it, and not as what others have", () => {
  const projects = (...goals: readonly string[]) => ({
    projects: goals.map((goal, at) => project(at, goal)),
  });
  const [own] = marksOf(projects("", sharedGoal, sharedGoal, sharedGoal), "goal-copied");
  const [joined] = marksOf(projects(sharedGoal, sharedGoal, sharedGoal, sharedGoal), "goal-copied");
  expect(joined?.fingerprint).toBe(own?.fingerprint);
  // The first of them has another goal in common with one that joins.
  const apart = marksOf(projects(otherGoal, otherGoal, sharedGoal, sharedGoal), "goal-copied");
  expect(apart.map(({ fingerprint }) => fingerprint === own?.fingerprint)).toEqual([false, true]);
  expect(apart.map(({ placeFingerprint }) => placeFingerprint)).not.toContain(own?.placeFingerprint);
  // All of them have changed it alike.
  const [changed] = marksOf(projects("", otherGoal, otherGoal, otherGoal), "goal-copied");
  expect(changed?.placeFingerprint).toBe(own?.placeFingerprint);
  expect(changed?.fingerprint).not.toBe(own?.fingerprint);
});

test("of two projects of one unit with one name, the place in one is not that in the other", () => {
  const twin = (index: number) => ({
    ...project(index, otherGoal, { 项目名称: "法律服务费" }),
    more: [rate("105")],
  });
  const places = (...at: readonly number[]) =>
    marksOf({ projects: at.map(twin) }, "rate-above-100").map(({ placeFingerprint }) => placeFingerprint);
  const both = places(1, 2);
  expect(places(2, 1).toSorted()).toEqual(both.toSorted());
  for (const left of [1, 2]) expect(both).not.toContain(places(left)[0]);
});
