/** What reads what units send: exports of all kinds, department.json, what stands in a cell, formulas. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { type FormLibrary, loadForms } from "../../assets/forms/index.ts";
import { impossibleDate, impossibleDay } from "../../check/calendar.ts";
import { daysIn } from "../../check/days.ts";
import { figuresIn, measureIn } from "../../check/figures.ts";
import { parseValue } from "../../check/parse-value.ts";
import { isVague } from "../../check/vague-value.ts";
import { severityOf } from "../../diagnostics/index.ts";
import { ownTemplates } from "../../files/index.ts";
import { checkTypes, FormulaFault, parseCheck, parseFormula, testClaim } from "../../formula/index.ts";
import { readGoal } from "../../normalise/drafts/read-goal.ts";
import { parseMoney } from "../../normalise/drafts/read-money.ts";
import { tickedIn } from "../../normalise/headers/ticks.ts";
import { operatorSign, parseDecimal, roundDecimal, sumDecimals } from "../../records/index.ts";
import { type CaseResult, runSources } from "../run-case.ts";
import { amount, department, indicator, project, trialSpec, value } from "../trial-form.ts";
import { outcomeOf, type Specimen, type Target } from "./target.ts";

const pipeline = join(ownTemplates, "..", "pipeline");
/** Of a case: larger ones are sound exports, and slow. */
const mostBytes = 20_000;

export async function shippedForms(): Promise<FormLibrary> {
  const library = await loadForms(undefined, ({ code }) => {
    throw new Error(code);
  });
  if (library === undefined) throw new Error("no forms");
  return library;
}

function exportsIn(folder: string): readonly Specimen[] {
  return readdirSync(join(pipeline, folder)).flatMap((name): readonly Specimen[] => {
    const path = join(pipeline, folder, name);
    const { size } = statSync(path);
    if (/^(?:case|department)\.json$|\.txt$|^[^.]*$/u.test(name) || size > mostBytes) return [];
    return [{ name, bytes: new Uint8Array(readFileSync(path)) }];
  });
}

export const exports: Target = {
  name: "exports",
  seeds: async () => [
    ...readdirSync(join(pipeline, "testing", "cases")).flatMap((name) =>
      exportsIn(join("testing", "cases", name)),
    ),
    ...exportsIn(join("workbook", "fixtures")),
  ],
  open: async () => {
    const forms = await shippedForms();
    return ({ name, bytes }) =>
      said(runSources([{ name: `数据${extname(name)}`, bytes }], { folder: "部门", forms }));
  },
};

const export_ = [
  "项目编码,项目名称,预算数（元）,绩效目标,一级指标,二级指标,三级指标,指标值",
  "01,道路养护,3600,养护县道。,产出指标,数量指标,养护里程,≥30公里",
].join("\n");

export const departmentFiles: Target = {
  name: "department",
  open: async () => {
    const forms = await shippedForms();
    const file = { name: "项目.csv", bytes: new TextEncoder().encode(export_) };
    return ({ bytes }) =>
      said(runSources([{ name: "department.json", bytes }, file], { folder: "部门", forms }));
  },
};

/** A reading that leaves nothing must say why. */
function said({ normalised, diagnostics }: CaseResult): string {
  const isRefused = diagnostics.some((finding) => severityOf(finding) === "failure");
  if (normalised === undefined && !isRefused) throw new Error("nothing was read, and no failure says so");
  const lists = Object.values(normalised?.department.lists ?? {});
  if (normalised?.department.projects.length === 0 && lists.length === 0 && diagnostics.length === 0)
    throw new Error("no projects, and nothing is said");
  return outcomeOf(diagnostics);
}

const textOf = ({ bytes }: Specimen) => Buffer.from(bytes).toString("utf8");

/** Each line is what may stand in a cell. */
export const values: Target = {
  name: "values",
  open: async () => (specimen) => {
    const outcomes = textOf(specimen)
      .split("\n")
      .map((text) => {
        const parsed = parseValue(text);
        const { value: money, unit } = parseMoney(text);
        const decimals = [text, money ?? "0"].flatMap((one) => parseDecimal(one) ?? []);
        sumDecimals(decimals.map((decimal) => roundDecimal(decimal, 2)));
        const found = [
          measureIn(parsed),
          ...figuresIn(text),
          ...daysIn(text),
          operatorSign(text),
          tickedIn(text),
        ];
        const odd = [impossibleDay(text), impossibleDate(text), isVague(text)];
        readGoal({ text: value(text), lines: text.split("；").map(value) });
        return [parsed.kind, unit, found.length, odd.filter(Boolean).length].join("/");
      });
    return [...new Set(outcomes)].join(" ");
  },
};

const spec = trialSpec({
  fields: {
    ...{ "project.name": { label: "项目名称" }, "budget.total": { label: "预算数" } },
    ...{ "indicator.weight": { label: "分值" }, "tasks.amount": { label: "金额", type: "money" } },
    ...{
      "project.own.score": { label: "得分", type: "number" },
      "project.own.begun": { label: "开始", type: "date" },
    },
    ...{
      "project.own.rate": { label: "比率", type: "percent" },
      "project.own.region": { label: "地区", type: "text" },
    },
  },
  lists: { tasks: { label: "年度主要任务" } },
});
const records = department({
  projects: [
    project({
      budget: { total: amount("300", { value: "300", unit: "元" }), own: {} },
      indicators: [indicator("甲", { weight: amount("50", { value: "50" }) }), indicator("乙")],
      own: { score: amount("90", { value: "90" }), region: value("东") },
    }),
    project({ key: "P2" }),
  ],
});

/** Each line is a formula, or a check. */
export const formulas: Target = {
  name: "formulas",
  open: async () => (specimen) => {
    const outcomes = textOf(specimen)
      .split("\n")
      .flatMap((text) => [() => parseFormula(text).kind, () => claimed(text)].map(faultOr));
    return [...new Set(outcomes)].join(" ");
  },
};

function claimed(text: string): string {
  const { formula, level } = checkTypes(parseCheck(text), spec);
  if (level.startsWith("list ")) return level;
  const [first] = records.projects;
  const indicators = first?.indicators ?? [];
  return testClaim(formula.that, {
    ...{ spec, department: records, indicators },
    ...(level === "department" ? {} : { project: first }),
    ...(level === "indicator" ? { indicator: indicators[0] } : {}),
  }).kind;
}

/** A formula that is none says so by its fault; nothing else may be thrown. */
function faultOr(read: () => string): string {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FormulaFault)) throw error;
    return error.expected;
  }
}
