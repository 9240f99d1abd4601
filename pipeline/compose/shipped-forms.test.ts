/** The forms that ship: each loads in silence and prints every field it lists in the cell that its form gives it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ruleCodes } from "../check/index.ts";
import { formatPlace, type Report } from "../diagnostics/index.ts";
import type { Block, Inline, Table } from "../model/index.ts";
import { type Department, type Indicator, indicatorFields, type Text } from "../records/index.ts";
import { amount, department, group, project, value } from "../testing/trial-form.ts";
import { composeReport } from "../testing/whole-document.ts";
import { loadForm, type TemplateFile } from "./index.ts";

const silent: Report = (diagnostic) => {
  throw new Error(`${formatPlace(diagnostic.at)} ${diagnostic.code} ${JSON.stringify(diagnostic.args)}`);
};

function filesOf(folder: string): readonly TemplateFile[] {
  const path = join(import.meta.dirname, "../../templates", folder);
  return readdirSync(path)
    .filter((name) => /\.(?:hbs|json)$/u.test(name))
    .map((name) => ({ name: `templates/${folder}/${name}`, text: readFileSync(join(path, name), "utf8") }));
}

function blocksOf(id: string, given: Department): readonly Block[] {
  const form = loadForm({ id, files: filesOf(id), shared: filesOf("shared"), ruleCodes }, silent);
  if (form === undefined) throw new Error(`${id} does not load`);
  const document = composeReport({ form, department: given, draft: false, day: "2024-11-22" }, silent);
  return document?.sections.at(-1)?.blocks.slice(1) ?? [];
}

/** Rows as `cell|cell`, a cell's paragraphs parted by ¶. */
function rows(blocks: readonly Block[]): readonly string[] {
  return blocks
    .filter((block): block is Table => block.kind === "table")
    .flatMap(({ header, body }) => [...header, ...body])
    .map(({ cells }) => cells.map(({ paragraphs }) => paragraphs.map(textOf).join("¶")).join("|"));
}

function textOf(content: readonly Inline[]): string {
  return content.map((inline) => (inline.kind === "break" ? "↵" : inline.text)).join("");
}

function lines(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) =>
    block.kind === "heading" || block.kind === "paragraph" ? [textOf(block.content)] : [],
  );
}

/** An indicator whose every field says its own name. */
function named(mark: string): Indicator {
  const fields: Record<string, Text> = Object.fromEntries(
    indicatorFields.map((field) => [field, value(`${mark}.${field}`)]),
  );
  return { horizon: "annual", ...fields, printedValue: value(`${mark}.printed`), own: {} };
}

const [first, second] = [named("甲"), named("乙")];
const whole = project({
  unit: value("单位"),
  unitCode: value("450001"),
  department: value("主管"),
  year: value("2024"),
  annex: value("附件2-1"),
  purpose: value("用途"),
  attribute: value("延续项目"),
  period: value("长期"),
  lead: value("负责人"),
  midTermRange: value("2024年—2026年"),
  budget: {
    total: amount("3,600.00", { value: "3600.00", unit: "元" }),
    fiscal: amount("3,000.00", { value: "3000.00", unit: "元" }),
    other: amount("0", { value: "0", unit: "元" }),
    own: {},
  },
  midTermBudget: { total: amount("183.3万"), fiscal: amount("126.9万"), own: {} },
  own: { march: value("25%"), june: value("50%"), october: value("75%"), december: value("100%") },
  goals: {
    annual: { lines: [value("年一"), value("年二")], items: [] },
    midTerm: { lines: [value("中一")], items: [] },
  },
  tables: {
    annual: [group([first, second])],
    midTerm: [],
    aligned: [group([{ midTerm: first, annual: second }, { midTerm: second }])],
  },
});

test("hebei", () => {
  const blocks = blocksOf("hebei", department({ projects: [whole] }));
  expect(lines(blocks)).toEqual(["1.道路维护绩效目标表"]);
  expect(rows(blocks)).toEqual([
    "450001单位|单位：万元",
    "项目编码|P1|项目名称|道路维护",
    "预算规模及资金用途|预算数|0.36|其中：财政资金|0.30|其他资金|0",
    "用途",
    "资金支出计划（%）|3月底|6月底|10月底|12月底",
    "25%|50%|75%|100%",
    "绩效目标|年一¶年二",
    "一级指标|二级指标|三级指标|绩效指标描述|指标值|指标值确定依据",
    "产出指标|数量指标|甲.level3|甲.description|甲.printed|甲.basis",
    "乙.level3|乙.description|乙.printed|乙.basis",
  ]);
});

test("anhui", () => {
  const blocks = blocksOf("anhui", department({ projects: [whole] }));
  expect(lines(blocks)).toEqual([
    "1.道路维护绩效目标表",
    "附件2-1：",
    "项目支出绩效目标申报表",
    "（2024年度）",
  ]);
  expect(rows(blocks)).toEqual([
    "项目名称|道路维护",
    "主管部门|主管|实施单位|单位",
    "项目属性|延续项目|项目期|长期",
    "项目资金（万元）|中期资金总额：|183.3万|年度资金总额：|3,600.00元",
    "其中：财政拨款|126.9万|其中：财政拨款|3,000.00元",
    "其他资金||其他资金|0",
    "总体目标|中期目标（2024年—2026年）|年度目标",
    "中一|年一¶年二",
    "绩效指标|一级指标|二级指标|三级指标|指标值|绩效标准|二级指标|三级指标|指标值|绩效标准",
    "产出指标|数量指标|甲.level3|甲.printed|甲.basis|数量指标|乙.level3|乙.printed|乙.basis",
    "乙.level3|乙.printed|乙.basis|||",
  ]);
});

test("xinjiang", () => {
  const blocks = blocksOf("xinjiang", department({ projects: [whole] }));
  expect(lines(blocks)).toEqual(["1.道路维护绩效目标表", "项目支出绩效目标表", "（2024年）"]);
  expect(rows(blocks)).toEqual([
    "预算单位|单位",
    "项目名称|道路维护|项目负责人|负责人",
    "项目资金（万元）|年度预算总额：|3,600.00元|其中：财政拨款|3,000.00元|其他资金：|0",
    "项目总体目标|年一¶年二",
    "一级指标|二级指标|三级指标|指标值|指标值设置依据|上年完成值|指标分值权重|指标赋分规则|佐证资料",
    "产出指标|数量指标|甲.level3|甲.printed|甲.basis|甲.lastYear|甲.weight|甲.scoringRule|甲.evidence",
    "乙.level3|乙.printed|乙.basis|乙.lastYear|乙.weight|乙.scoringRule|乙.evidence",
  ]);
});

test.each([
  "hebei",
  "anhui",
  "xinjiang",
  "ziping",
  "bumen",
  "bumenziping",
  "hubei",
  "shanxi",
  "guangxi",
  "jiankong",
  "tongyong",
])("%s prints a project of which nothing is known", (id) => {
  const bare = project({ goals: {}, tables: { annual: [], midTerm: [], aligned: [] } });
  const { name: _, code: __, ...nothing } = bare;
  expect(rows(blocksOf(id, department({ projects: [nothing] }))).length).toBeGreaterThan(5);
});
