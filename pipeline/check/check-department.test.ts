import { describe, expect, test } from "vitest";
import { wordingOf } from "../catalogue/index.ts";
import { type Place, severityOf } from "../diagnostics/index.ts";
import type { FormSpec, RuleSetting } from "../records/index.ts";
import { buildDepartment, buildSpec, type DepartmentDraft } from "../testing/build-project.ts";
import { copyCases } from "../testing/rule-cases/copies.ts";
import { damageCases } from "../testing/rule-cases/damage.ts";
import { indicatorCases } from "../testing/rule-cases/indicators.ts";
import { moneyCases } from "../testing/rule-cases/money.ts";
import { partOneCases } from "../testing/rule-cases/part-one.ts";
import { projectCases } from "../testing/rule-cases/projects.ts";
import { relationCases } from "../testing/rule-cases/relations.ts";
import { type RuleCase, withoutLevel1 } from "../testing/rule-cases/rule-case.ts";
import { satisfactionCases } from "../testing/rule-cases/satisfaction.ts";
import { textCases } from "../testing/rule-cases/texts.ts";
import { timeCases } from "../testing/rule-cases/time-and-direction.ts";
import { comparisonCases } from "../testing/rule-cases/unlike-and-alike.ts";
import { valueCases } from "../testing/rule-cases/values.ts";
import { department, indicator, project, trialSpec, value } from "../testing/trial-form.ts";
import {
  checkDepartment,
  isCheckFinding,
  type RuleCode,
  type RuleFinding,
  rules,
  standBack,
} from "./index.ts";

/** A rule without a case does not compile. */
const cases: Readonly<Record<RuleCode, RuleCase>> = {
  ...projectCases,
  ...partOneCases,
  ...copyCases,
  ...moneyCases,
  ...indicatorCases,
  ...valueCases,
  ...satisfactionCases,
  ...textCases,
  ...damageCases,
  ...relationCases,
  ...timeCases,
  ...comparisonCases,
};

function findings(draft: DepartmentDraft, spec: Partial<FormSpec> = {}): readonly RuleFinding[] {
  const found = checkDepartment(buildDepartment(draft), { id: "trial", spec: buildSpec(spec) });
  return standBack(found.flatMap((one) => (isCheckFinding(one) ? [] : one))).standing;
}

/** `2 project.code`; the row alone, the file or the JSON pointer, where no cell is meant. */
function short(place: Place): string {
  if (place.kind === "cell") return [place.row, place.header ?? []].flat().join(" ");
  if (place.kind === "json") return place.pointer;
  return place.kind === "file" ? place.file : place.kind;
}

describe.each(Object.entries(cases))("%s", (code, { spec, fires, silent }) => {
  const ofRule = (draft: DepartmentDraft) => findings(draft, spec).filter((finding) => finding.code === code);

  test.each(fires)("finds it at $at", (fire) => {
    const [finding, ...more] = ofRule(fire.in);
    expect(more).toEqual([]);
    expect(finding && short(finding.at)).toBe(fire.at);
    if (fire.also !== undefined) expect(finding?.also?.map(short)).toEqual(fire.also);
    if (fire.found !== undefined) expect(finding?.found).toBe(fire.found);
    if (fire.says !== undefined) expect(finding && wordingOf(finding, "zh").says).toContain(fire.says);
  });

  test("says so in both languages, with a next step", () => {
    for (const finding of fires.flatMap((fire) => ofRule(fire.in))) {
      const [zh, en] = [wordingOf(finding, "zh"), wordingOf(finding, "en")];
      expect(zh.says).not.toMatch(/undefined|。$/u);
      expect(en.says).not.toMatch(/undefined|\.$/u);
      expect(zh.todo).toMatch(/。$/u);
      expect(en.todo).toMatch(/\.$/u);
    }
  });

  test.each(silent.map((draft) => ({ draft })))("keeps silent on near miss %#", ({ draft }) => {
    expect(ofRule(draft)).toEqual([]);
  });
});

test("a sound department has no findings at all", () => {
  expect(findings({})).toEqual([]);
});

test.each([
  "坚持以人民为中心，倡导人人普法、人人守法，实实在在为群众办事，一件一件落实。",
  "按照国发〔2021〕5号、《预算法》和“一站式”服务要求，定期研究研究、讨论讨论……",
  "2022年重复参保人数为0人（含2021年度），2022—2024年逐年下降；补助标准197.36元/人/年。",
  "保守国家秘密和商业秘密，加强内部控制，开展内部审计，推进信息公开，不公开的说明理由。",
  "拨打12345、12393热线，或登录http://www.example.gov.cn查询，窗口8:30—17:30办公。",
  "1）完成12个建设项目；2）购置XXL号防护服，面积3×4米；（3）上年共安排15个预算项目。",
  "联系人：各单位办公室；负责人：高级工程师；加强对待定点医药机构的管理。",
  "按冀财社〔2023〕88号高标准标准化建设，续建(2022)5号楼；做好2024年部门预算编制工作，达到预期目的。",
  "安排资金3,600.00元，比例为1:1.5，参加人数100—200人，其中A类、B类各半。",
])("clean prose has no findings: %s", (prose) => {
  const everywhere: DepartmentDraft = {
    overall: ["保障民生。", prose],
    subGoals: [["加强医疗保障", prose]],
    projects: [{ purpose: prose, annual: [prose] }],
  };
  expect(findings(everywhere)).toEqual([]);
});

test("a horizon without indicators is not counted, and a project without any is counted once", () => {
  const check = {
    that: "where given project.name then count(indicator.level3) >= 9",
    severity: "error",
    says: "{left}",
    todo: "请补充。",
  } as const;
  const spec = buildSpec({ horizons: ["midTerm", "annual"], checks: { few: check } });
  const projects = [{}, { code: "13030421SC4NEGNUQ8M49", name: "法律服务费", indicators: [] }];
  const found = checkDepartment(buildDepartment({ projects }), { id: "trial", spec }).filter(isCheckFinding);
  expect(found.map(({ at, args }) => [short(at), args.left])).toEqual([
    ["2 indicator.level3", "4"],
    ["3 project.name", "0"],
  ]);
});

describe("a form's setting", () => {
  const draft: DepartmentDraft = { projects: [{ code: "123" }] };
  const severities = (setting: RuleSetting) =>
    findings(draft, { rules: { "code-malformed": setting } }).map(severityOf);

  test("switches a rule off", () => expect(severities("off")).toEqual([]));
  test("raises it", () => expect(severities("error")).toEqual(["error"]));
  test("lowers it, in the long form too", () => expect(severities({ severity: "info" })).toEqual(["info"]));
  test("without a severity leaves the one shipped", () =>
    expect(severities({ expect: 1 })).toEqual(["warning"]));
});

test.each(["产出", "效益", "满意度"])(
  "that %s is missing is told once, with the weights that it lacks",
  (kind) => {
    const expect90 = { rules: { "weight-total": { expect: 90 } } };
    const draft = withoutLevel1(`${kind}指标`);
    const found = findings(draft, expect90).filter((one) => severityOf(one) !== "info");
    expect(found.map(({ code }) => code)).toEqual(["weight-total"]);
    expect(found.map((one) => wordingOf(one, "zh").says)).toEqual([
      expect.stringContaining(`应为 90（没有${kind}指标）`),
    ]);
  },
);

test("what is less severe takes no place of what is more", () => {
  const rules = { "weight-total": { expect: 90, severity: "info" }, "rate-above-100": "info" } as const;
  const codes = (draft: DepartmentDraft) =>
    findings(draft, { rules }).flatMap((one) => (severityOf(one) === "info" ? [] : one.code));
  expect(codes(withoutLevel1("满意度指标"))).toEqual(["satisfaction-missing"]);
  expect(codes(withoutLevel1("产出指标"))).toContain("output-missing");
  const satisfaction = {
    ...{ level1: "满意度指标", level2: "服务对象满意度指标", level3: "参保人员满意度" },
    ...{ value: "960", unit: "%" },
  };
  const rate = { projects: [{ annual: ["参保人员满意度达到95%以上。"], indicators: [satisfaction] }] };
  expect(codes(rate)).toContain("goal-figure-differs");
  expect(findings(rate).map(({ code }) => code)).not.toContain("goal-figure-differs");
});

test("a rule that is off unless set stays off", () => {
  const draft: DepartmentDraft = {
    projects: [
      {
        indicators: [
          { level1: "成本指标", level2: "经济成本指标", level3: "培训费用", value: "90", unit: "%" },
        ],
      },
    ],
  };
  const codes = (spec: Partial<FormSpec>) => findings(draft, spec).map(({ code }) => code);
  expect(codes({})).not.toContain("cost-in-percent");
  expect(codes({ rules: { "cost-in-percent": { severity: "info" } } })).toContain("cost-in-percent");
});

describe("a department's setting", () => {
  const severities = (setting: RuleSetting) =>
    findings(
      { projects: [{ code: "123" }], rules: { "code-malformed": setting } },
      { rules: { "code-malformed": "error" } },
    ).map(severityOf);

  test("goes before the form's", () => expect(severities("off")).toEqual([]));
  test("leaves what it does not speak of", () => expect(severities({ expect: 1 })).toEqual(["error"]));
  test("keeps the form's expectation when it changes only the severity", () => {
    const [finding] = findings(
      { rules: { "weight-total": "warning" } },
      { rules: { "weight-total": { expect: 100 } } },
    );
    expect(finding && severityOf(finding)).toBe("warning");
    expect(finding?.args).toMatchObject({ expected: "100" });
  });
});

test("each finding about a project names it for the unit that must correct it", () => {
  const [finding] = findings({ projects: [{ code: "123" }] });
  expect(finding?.subject).toEqual({ unit: "市医疗保障局本级", code: "123", project: "云平台运行维护费" });
});

test("every rule says what it looks for in both languages", () => {
  for (const { about } of rules) {
    expect(about.zh).toMatch(/\p{Script=Han}/u);
    expect(about.en).toMatch(/^[\p{L}\d]/u);
  }
});

test("a fact that is missing belongs into the folder where there is no department.json", () => {
  const source = { at: { kind: "file", file: "data/甲局" }, blanks: [] } as const;
  const department = { ...buildDepartment({ year: null }), source };
  const found = checkDepartment(department, {
    id: "trial",
    spec: buildSpec({ departmentRequired: ["year"] }),
  });
  expect(found.map(({ at }) => short(at))).toEqual(["data/甲局"]);
});

test("a sentence of a form's check leaves a blank open, and takes nothing from the records beside it", () => {
  const spec = trialSpec({
    fields: {
      "indicator.level3": { label: "三级指标" },
      "indicator.own.reason": { label: "原因" },
      "tasks.name": { label: "任务名称" },
      "tasks.note": { label: "备注" },
    },
    lists: { tasks: { label: "年度主要任务" } },
    checks: {
      indicators: {
        that: 'indicator.level3 != "甲"',
        says: "{indicator.level3}[{indicator.own.reason}]",
        todo: "。",
      },
      tasks: { that: 'tasks.name != "修路"', says: "{tasks.name}[{tasks.note}]", todo: "。" },
      all: { that: "count(indicator.level3) = 0", says: "{indicator.own.reason}", todo: "。" },
    },
  });
  const row = (values: Readonly<Record<string, string>>) => ({
    list: "tasks",
    at: value("").at,
    values: Object.fromEntries(Object.entries(values).map(([name, text]) => [name, value(text)])),
  });
  const indicators = [indicator("甲"), indicator("乙", { own: { reason: value("乙的原因") } })];
  const whole = department({
    projects: [project({ indicators })],
    lists: { tasks: [row({ name: "修路" }), row({ name: "架桥", note: "架桥的备注" })] },
  });
  const said = checkDepartment(whole, { id: "trial", spec })
    .filter(isCheckFinding)
    .map(({ code, args }) => [code, args.says.zh]);
  expect(said).toEqual([
    ["trial/indicators", "甲[]"],
    ["trial/tasks", "修路[]"],
    // A check of the whole names what all records say.
    ["trial/all", "乙的原因"],
  ]);
});

test("a finding about a blank has no current value to show", () => {
  const blanks = ["indicator-value-missing", "indicator-unit-missing"] as const;
  for (const finding of blanks.flatMap((code) => cases[code].fires.flatMap((fire) => findings(fire.in)))) {
    if (blanks.some((code) => code === finding.code)) expect(finding.found).toBeUndefined();
  }
});

test("a form that has no field of indicators asks for none", () => {
  const { fields } = buildSpec();
  const without = Object.fromEntries(
    Object.entries(fields).filter(([field]) => !field.startsWith("indicator.")),
  );
  const codes = (spec?: Partial<FormSpec>) =>
    findings({ projects: [{ indicators: [] }] }, spec).map(({ code }) => code);
  expect(codes()).toContain("indicators-missing");
  expect(codes({ fields: without })).not.toContain("indicators-missing");
});
