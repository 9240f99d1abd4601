/** Lists and forms laid out as units lay them out: each project and indicator that is in them, and what is told of the rest. */
import { describe, expect, test } from "vitest";
import { encodeGb18030 } from "../read/encode-gb18030.ts";
import type { Source } from "../read/index.ts";
import { convertMoney, type Indicator, type Project } from "../records/index.ts";
import { type CardLayout, gridOf } from "./card-layout.ts";
import { runSources } from "./run-case.ts";
import { readShippedForms } from "./shipped-forms.ts";
import { writeTable } from "./write-table.ts";
import { workbookOfGrids, workbookOfSheets } from "./write-workbook.ts";

const forms = readShippedForms();

type Files = Readonly<Record<string, string | Uint8Array>>;
/** `told`: the code of a finding that there must be, if any. */
type Sent = readonly [name: string, files: Files, projects: readonly string[], told: string];

/** Lines of cells between bars → the CSV that they are saved as. */
function csv(text: string): string {
  const rows = text.trim().split("\n");
  return writeTable(
    rows.map((row) => row.split("|").map((cell) => cell.trim())),
    ",",
  );
}

function twoRowsOfOneCode(first: string, second: string, rest: string): string {
  return csv(`
项目编码|项目名称|预算数（万元）|绩效目标|一级指标|二级指标|三级指标|指标值
A1|${first}|6|买三辆车。|产出|数量|车辆数|≥3辆
A1|${second}|${rest}|产出|时效|时间|≤9月`);
}

function measureOf(name: string) {
  return { 一级指标: "产出指标", 二级指标: "数量指标", 三级指标: name, 指标值: "≥1" };
}

function read(files: Files, own: Readonly<Record<string, unknown>> = {}) {
  const department = JSON.stringify({ 部门名称: "示例局", 年度: 2026, ...own });
  const sources = Object.entries({ "department.json": department, ...files }).map(
    ([name, content]): Source => ({
      name,
      bytes: typeof content === "string" ? new TextEncoder().encode(content) : content,
    }),
  );
  const { normalised, diagnostics } = runSources(sources, { folder: "示例局", forms });
  return {
    projects: normalised?.department.projects.map(briefly) ?? [],
    diagnostics,
    told: new Set<string>(diagnostics.map(({ code }) => code)),
  };
}

/** `甲局：甲 100000 目标 | 产出/数量/人数 ≥1人`: money in 元. */
function briefly({ name, unit, budget, goals, indicators }: Project): string {
  const amounts = [budget.total, budget.fiscal, budget.other].flatMap((amount) =>
    amount?.value === undefined ? [] : convertMoney(amount.value, { from: amount.unit ?? "元", to: "元" }),
  );
  const goal = [goals.midTerm, goals.annual].flatMap((one) => one?.lines.map(({ text }) => text) ?? []);
  const whose = unit === undefined ? "" : `${unit.text}：`;
  return [[`${whose}${name?.text}`, ...amounts, ...goal].join(" "), ...indicators.map(indicatorBriefly)].join(
    " | ",
  );
}

function indicatorBriefly({ horizon, level1, level2, level3, printedValue }: Indicator): string {
  const levels = [level1, level2, level3].map((text) => text?.text.replace(/指标$/u, "") ?? "").join("/");
  return `${horizon === "midTerm" ? "中期 " : ""}${levels} ${printedValue?.text ?? ""}`.trim();
}

function expectSent(files: Files, projects: readonly string[], told: string) {
  const actual = read(files);
  expect(actual.projects).toEqual(projects);
  expect(told === "" || actual.told.has(told)).toBe(true);
}

const lists: readonly Sent[] = [
  [
    "two lists beside each other without a blank column",
    {
      "a.csv": csv(`
项目编码|项目名称|预算数（万元）|项目编码|项目名称|预算数（万元）
A1|培训|10|A3|买车|30
A2|修路|20|A4|种树|40`),
    },
    ["培训 100000", "修路 200000", "买车 300000", "种树 400000"],
    "",
  ],
  [
    "the same headers again below another unit and another unit of money",
    {
      "a.csv": csv(`
填报单位：甲中心||单位：万元
项目名称|预算数|绩效目标
培训|10|办好。
合计|10|
填报单位：乙中心||单位：元
项目名称|预算数|绩效目标
修路|200000|修好。`),
    },
    ["甲中心：培训 100000 办好。", "乙中心：修路 200000 修好。"],
    "",
  ],
  [
    "the same project of several units, each with its own list",
    {
      "a.csv": csv("填报单位：甲中心||万元\n项目名称|预算数|绩效目标\n办公费|10|办公。"),
      "b.csv": csv("填报单位：乙中心||\n项目表（万元）||\n项目名称|预算数|绩效目标\n办公费|12|办公。"),
    },
    ["甲中心：办公费 100000 办公。", "乙中心：办公费 120000 办公。"],
    "",
  ],
  [
    "a list for each unit, whose sheet has its name",
    {
      "a.xlsx": workbookOfSheets([
        [
          "民政局本级",
          [
            ["项目名称", "预算数（万元）"],
            ["办公费", "10"],
          ],
        ],
        [
          "救助管理站",
          [
            ["项目名称", "预算数（万元）"],
            ["办公费", "12"],
          ],
        ],
      ]),
    },
    ["民政局本级：办公费 100000", "救助管理站：办公费 120000"],
    "table-name-used",
  ],
  [
    "the same headers again below another title, and on the next page of one",
    {
      "a.csv": csv(`
甲科项目绩效目标表||
项目名称|预算数（万元）|绩效目标
培训|10|办好。
乙科项目绩效目标表||
项目名称|预算数（万元）|绩效目标
修路|20|修好。
乙科项目绩效目标表||
项目名称|预算数（万元）|绩效目标
种树|30|种好。`),
    },
    ["培训 100000 办好。", "修路 200000 修好。", "种树 300000 种好。"],
    "",
  ],
  [
    "names written otherwise in the table of indicators",
    {
      "a.csv": csv("项目名称|预算数（万元）\nＡ系统（二期）|10\n城乡居民 医保补助|20"),
      "b.csv": csv(`
项目名称|一级指标|二级指标|三级指标|指标值
A系统(二期)|产出指标|数量指标|人数|≥1人
城乡居民医保补助|产出指标|数量指标|人数|≥2人`),
    },
    ["Ａ系统（二期） 100000 | 产出/数量/人数 ≥1人", "城乡居民 医保补助 200000 | 产出/数量/人数 ≥2人"],
    "name-writing-differs",
  ],
  [
    "a level that is the name of a table, and a horizon that is one",
    {
      "a.csv": csv("项目名称|预算数（万元）\n培训|10"),
      "产出指标.csv": csv("项目名称|二级指标|三级指标|指标值\n培训|数量指标|人数|≥1人"),
      "中期指标.csv": csv("项目名称|一级指标|二级指标|三级指标|指标值\n培训|产出指标|数量指标|人数|≥3人"),
    },
    ["培训 100000 | 产出/数量/人数 ≥1人 | 中期 产出/数量/人数 ≥3人"],
    "table-name-used",
  ],
  [
    "horizons below goals and values",
    {
      "a.csv": csv(`
项目名称|绩效目标||一级指标|二级指标|三级指标|指标值|
|中期|年度||||中期|年度
培训|三年办好。|办好。|产出指标|数量指标|人数|≥3人|≥1人`),
    },
    ["培训 三年办好。 办好。 | 中期 产出/数量/人数 ≥3人 | 产出/数量/人数 ≥1人"],
    "",
  ],
  [
    "sums and parts below a banner of money, and a value below its sign",
    {
      "a.csv": csv(`
项目名称|预算金额（万元）|||三级指标|指标值|
|合计|财政拨款|其他资金||符号|数值及单位
培训|10|8|2|人数|≥|1人`),
    },
    ["培训 100000 80000 20000 | //人数 ≥1人"],
    "",
  ],
  [
    "the sum below a banner of money that is no amount itself",
    {
      "a.csv": csv(`
项目名称|资金来源（万元）||
|小计|财政拨款|其他资金
培训|10|8|2`),
    },
    ["培训 100000 80000 20000"],
    "",
  ],
  [
    "money of the year before, beside the budget's",
    {
      "a.csv": csv(`
项目名称|上年预算（万元）|||本年预算（万元）||
|合计|财政拨款|其他资金|合计|财政拨款|其他资金
培训|7|5|2|10|8|2`),
    },
    ["培训 100000 80000 20000"],
    "column-unknown",
  ],
  [
    "money of two years, which banners name",
    {
      "a.csv": csv(`
支出项目名称|2025年资金（万元）||2026年资金（万元）|
|小计|财政拨款|小计|财政拨款
培训|7|5|10|8`),
    },
    ["培训 100000 80000"],
    "column-unknown",
  ],
  [
    "the budget beside what was spent, below a banner of both",
    {
      "a.csv": csv(`
项目名称|预算执行情况（万元）||
|预算数|执行数|执行率
培训|10|8|80%`),
    },
    ["培训 100000"],
    "",
  ],
  [
    "the sum and its parts below a banner of the budget and what was spent",
    {
      "a.csv": csv(`
项目名称|资金预算及执行（万元）||
|合计|财政拨款|其他资金
培训|10|8|2`),
    },
    ["培训 100000 80000 20000"],
    "",
  ],
  [
    "what was spent, beside the budget",
    {
      "a.csv": csv(`
项目名称|全年执行数（万元）||本年预算（万元）|
|合计|财政拨款|合计|财政拨款
培训|7|5|10|8`),
    },
    ["培训 100000 80000"],
    "column-unknown",
  ],
  [
    "the budget of the year before, below a banner that only names it",
    {
      "a.csv": csv(`
项目名称|上年执行情况（万元）||本年预算（万元）|
|预算数|执行数|合计|财政拨款
培训|7|5|10|8`),
    },
    ["培训 100000 80000"],
    "column-unknown",
  ],
  [
    "a sum below what is a part of the budget",
    {
      "a.csv": csv(`
项目名称|政府采购金额（万元）||
|小计|货物|服务
培训|3|2|1`),
    },
    ["培训"],
    "column-unknown",
  ],
  [
    "the budget beside a sum below a part of it",
    {
      "a.csv": csv(`
项目名称|政府采购金额（万元）|||预算数（万元）
|小计|货物|服务|
培训|3|2|1|10`),
    },
    ["培训 100000"],
    "column-unknown",
  ],
  [
    "a title of another year above the middle of the columns",
    {
      "a.csv": csv(`
|||2025年部门预算项目资金安排表（万元）||
项目编码|项目名称|资金用途|合计|财政拨款|其他资金
A1|培训|办|10|8|2`),
    },
    ["培训 100000 80000 20000"],
    "title-differs",
  ],
  [
    "a title of another year above all money, which names no table",
    {
      "a.csv": csv(`
||2025年项目支出预算（万元）|||
项目编码|项目名称|资金用途|合计|财政拨款|其他资金
A1|培训|办|10|8|2`),
    },
    ["培训 100000 80000 20000"],
    "title-differs",
  ],
  [
    "money of several years and of a quarter, beside the year's",
    {
      "a.csv": csv(`
项目名称|2026年至2028年资金（万元）||2026年一季度资金（万元）||2026年资金（万元）|
|合计|财政拨款|合计|财政拨款|合计|财政拨款
培训|30|20|2|1|10|8`),
    },
    ["培训 100000 80000"],
    "column-unknown",
  ],
  [
    "money of several years and of half a year, beside the year's",
    {
      "a.csv": csv(`
项目名称|2026-2028年资金总额（万元）||上半年资金（万元）||本年预算（万元）|
|合计|财政拨款|合计|财政拨款|合计|财政拨款
培训|30|20|2|1|10|8`),
    },
    ["培训 100000 80000"],
    "column-unknown",
  ],
  [
    "units behind a slash, and names of fields in brackets",
    {
      "a.csv": csv("项目名称(PRO_NAME)|预算数/万元|财政资金（元）(FINAMT)|绩效目标\n培训|10|80000|办好。"),
    },
    ["培训 100000 80000 办好。"],
    "",
  ],
  [
    "a word in brackets that makes it another amount",
    { "a.csv": csv("项目名称|预算数/万元|财政资金（元）(ACTUAL)|绩效目标\n培训|10|80000|办好。") },
    ["培训 100000 办好。"],
    "column-unknown",
  ],
  [
    "headers of the lower of two levels of projects, and operators that say twice what they mean",
    {
      "a.csv": csv(`
一级项目名称|二级项目名称|一级指标类型|二级指标类型|指标名称|指标符号|指标目标值|指标单位
人才|培训|产出指标|数量指标|人数|大于等于（≥）|1|人`),
    },
    ["培训 | 产出/数量/人数 ≥1人"],
    "column-unknown",
  ],
  [
    "an archive beside the list",
    { "a.csv": csv("项目名称|预算数（万元）\n培训|10"), "报送.zip": "PK" },
    ["培训 100000"],
    "container-not-read",
  ],
  [
    "names and values of kinds that are numbered, in any order",
    {
      "a.csv": csv(`
项目名称|预算数（万元）|数量指标1|数量指标2|数量指标值1|数量指标值2|质量指标1|质量指标1目标值
培训|10|人数|期数|≥1人|2期|合格率|≥95%`),
    },
    ["培训 100000 | 产出/数量/人数 ≥1人 | 产出/数量/期数 2期 | 产出/质量/合格率 ≥95%"],
    "kinds-as-columns",
  ],
  [
    "values of kinds under their own names",
    {
      "a.csv": csv(`
项目名称|预算数（万元）|数量指标|数量指标值|质量指标|质量指标值
培训|10|人数|≥1人|合格率|≥95%`),
    },
    ["培训 100000 | 产出/数量/人数 ≥1人 | 产出/质量/合格率 ≥95%"],
    "kinds-as-columns",
  ],
  [
    "one indicator that is numbered",
    { "a.csv": csv("项目名称|预算数（万元）|绩效目标|指标1|指标值1\n培训|10|办好。|人数|≥1人") },
    ["培训 100000 办好。 | //人数 ≥1人"],
    "",
  ],
  [
    "numbered indicators of two horizons",
    {
      "a.csv": csv(`
项目名称|预算数（万元）|中期指标1|中期指标值1|中期指标2|中期指标值2|年度指标1|年度指标值1
培训|10|人数|≥3人|期数|6期|人数|≥1人`),
    },
    ["培训 100000 | 中期 //人数 ≥3人 | //人数 ≥1人 | 中期 //期数 6期"],
    "",
  ],
  [
    "numbered indicators below the names of two horizons",
    {
      "a.csv": csv(`
项目名称|预算数（万元）|中期||||年度|||
||指标1|指标值1|指标2|指标值2|指标1|指标值1|指标2|指标值2
培训|10|人数|≥3人|期数|6期|人数|≥1人|期数|2期`),
    },
    ["培训 100000 | 中期 //人数 ≥3人 | //人数 ≥1人 | 中期 //期数 6期 | //期数 2期"],
    "",
  ],
  [
    "levels in rows of their own",
    {
      "a.csv": csv(`
项目名称|预算数（万元）|指标名称|指标值|计量单位
培训|10|一、产出指标||
||（一）数量指标||
||人数|≥1|人
||（二）质量指标||
||合格率|≥95|%
||二、满意度指标||
||学员满意度|≥90|%
修路|20|产出指标||
||里程|≥2|公里`),
    },
    [
      "培训 100000 | 产出/数量/人数 ≥1人 | 产出/质量/合格率 ≥95% | 满意度//学员满意度 ≥90%",
      "修路 200000 | 产出//里程 ≥2公里",
    ],
    "level-rows-read",
  ],
  [
    "the name of a level that nothing is below, which stays an indicator",
    { "a.csv": csv("项目名称|预算数（万元）|指标名称|指标值\n培训|10|数量指标|\n修路|20|里程|≥2公里") },
    ["培训 100000 | //数量", "修路 200000 | //里程 ≥2公里"],
    "",
  ],
  [
    "JSON in the cells of a column",
    {
      "a.csv":
        '项目名称,预算数（万元）,绩效指标,绩效目标\n培训,10,"[{""一级指标"":""产出指标"",""三级指标"":""人数"",""指标值"":""≥1人""},{""三级指标"":""期数"",""指标值"":2}]",办好。\n修路,20,[],修好。\n',
    },
    ["培训 100000 办好。 | 产出//人数 ≥1人 | 产出//期数 2", "修路 200000 修好。"],
    "",
  ],
  [
    "indicators in words in the cells of a column, with their levels",
    {
      "a.csv": csv(`
项目名称|预算数（万元）|绩效指标
培训|10|产出指标-数量指标-人数：≥1人；【质量指标】合格率≥95%
修路|20|里程≥2公里；按时完成`),
    },
    ["培训 100000 | 产出/数量/人数 ≥1人 | 产出/质量/合格率 ≥95%", "修路 200000 | //里程 ≥2公里 | //按时完成"],
    "kind-cell-unclear",
  ],
  [
    "indicators in words in the cells of a column for each horizon",
    {
      "a.csv": csv(`
项目名称|预算数（万元）|中期绩效指标|年度绩效指标
培训|10|产出指标-数量指标-总数：≥9人|产出指标-数量指标-人数：≥1人；质量指标：合格率≥95%
修路|20|里程≥9公里；效益指标-社会效益指标-知晓率：≥90%|里程≥2公里
种树|30||数量指标：棵数≥5棵`),
    },
    [
      "培训 100000 | 中期 产出/数量/总数 ≥9人 | 产出/数量/人数 ≥1人 | 产出/质量/合格率 ≥95%",
      "修路 200000 | 中期 //里程 ≥9公里 | //里程 ≥2公里 | 中期 效益/社会效益/知晓率 ≥90%",
      "种树 300000 | 产出/数量/棵数 ≥5棵",
    ],
    "",
  ],
  [
    "indicators in words of the middle of a plan alone",
    {
      "a.csv": csv(`
项目名称|预算数（万元）|实施期绩效指标（2026-2028年）
培训|10|产出指标-数量指标-总数：≥9人；质量指标：合格率≥95%`),
    },
    ["培训 100000 | 中期 产出/数量/总数 ≥9人 | 中期 产出/质量/合格率 ≥95%"],
    "",
  ],
  [
    "names of indicators that are those of levels as well",
    {
      "a.csv": csv(`
项目名称|预算数（万元）|绩效指标
培训|10|满意度：≥90%；成本 ≤5万元；社会效益：明显提升；质量：合格率≥95%
修路|20|满意度>90%；时效指标：不晚于5月；满意度指标-群众满意度：90%`),
    },
    [
      "培训 100000 | //满意度 ≥90% | //成本 ≤5万元 | //社会效益 明显提升 | 产出/质量/合格率 ≥95%",
      "修路 200000 | //满意度 >90% | 产出/时效/不晚于5月 | 满意度//群众满意度 90%",
    ],
    "kind-cell-unclear",
  ],
  [
    "levels before the names of indicators, and values beside",
    {
      "a.csv": csv(`
项目名称|预算数（万元）|绩效指标|指标值
培训|10|产出指标-数量指标-人数|≥1人
培训|10|效益指标-社会效益指标-知晓率|≥90%
培训|10|质量：合格率|≥95%`),
    },
    ["培训 100000 | 产出/数量/人数 ≥1人 | 效益/社会效益/知晓率 ≥90% | 产出/质量/合格率 ≥95%"],
    "",
  ],
  [
    "a row for each source of a project's money",
    {
      "a.csv": csv(`
序号|项目编码|项目名称|资金来源|预算数（万元）|绩效目标
1|A1|培训|财政拨款|8.00|办好。
2|A1|培训|其他资金|2.5|办好。
3|A2|修路|财政拨款|20|修好。
合计||||30.5|`),
    },
    ["培训 105000 80000 25000 办好。", "修路 200000 200000 修好。"],
    "fund-rows-joined",
  ],
  [
    "two rows of one source, which keep the rows apart",
    { "a.csv": csv("项目名称|资金来源|预算数（万元）\n培训|财政拨款|8\n培训|财政拨款|2") },
    ["培训 80000", "培训 20000"],
    "fund-rows-apart",
  ],
  [
    "an object for each source of a project's money",
    {
      "a.json": JSON.stringify({
        data: [
          {
            id: 1,
            项目名称: "培训",
            资金来源: "财政拨款",
            "预算数（万元）": 8,
            绩效指标: [measureOf("人数")],
          },
          {
            id: 2,
            项目名称: "培训",
            资金来源: "其他资金",
            "预算数（万元）": 2.5,
            绩效指标: [measureOf("人数")],
          },
          {
            id: 3,
            项目名称: "修路",
            资金来源: "财政拨款",
            "预算数（万元）": 20,
            绩效指标: [measureOf("里程")],
          },
        ],
      }),
    },
    ["培训 105000 80000 25000 | 产出/数量/人数 ≥1", "修路 200000 200000 | 产出/数量/里程 ≥1"],
    "fund-rows-joined",
  ],
  [
    "an object for each source, two of one source",
    {
      "a.json": JSON.stringify([
        { 项目名称: "培训", 资金来源: "财政拨款", "预算数（万元）": 8 },
        { 项目名称: "培训", 资金来源: "财政拨款", "预算数（万元）": 2 },
      ]),
    },
    ["培训 80000", "培训 20000"],
    "fund-rows-apart",
  ],
  [
    "a row for each source, in money that cannot be counted",
    {
      "a.csv": csv(`
单位：万元||
项目名称|资金来源|预算数（美元）
培训|财政拨款|8
培训|其他资金|2`),
    },
    ["培训 10 8 2"],
    "money-unit-unknown",
  ],
  [
    "the same below merged names, under names that only the list has",
    {
      "a.xlsx": workbookOfGrids([
        gridOf([
          [["项目名称"], ["资金性质"], ["金额（万元）"], ["绩效目标"]],
          [["培训", 1, 2], ["财政拨款"], ["8"], ["办好。", 1, 2]],
          [["其他资金"], ["2"]],
          [["修路"], ["财政拨款"], ["20"], ["修好。"]],
        ]),
      ]),
    },
    ["培训 100000 80000 20000 办好。", "修路 200000 200000 修好。"],
    "fund-rows-joined",
  ],
  [
    "names and values side by side below two levels 1",
    {
      "a.csv": csv(`
项目名称|预算数（万元）|产出指标|||效益指标||
||二级指标|指标名称|指标值|二级指标|指标名称|指标值
培训|10|数量指标|人数|≥1人|社会效益指标|知晓率|≥90%`),
    },
    ["培训 100000 | 产出/数量/人数 ≥1人 | 效益/社会效益/知晓率 ≥90%"],
    "kinds-as-columns",
  ],
  [
    "two rows of one source, which are two projects",
    {
      "a.csv": csv(`
项目编码|项目名称|资金来源|预算数（万元）
A1|培训|财政拨款|8
A1|培训|财政拨款|2`),
    },
    ["培训 80000", "培训 20000"],
    "code-duplicated",
  ],
  ...(
    [
      ["the part of one fund", "购车（上级）", "购车（本级）", "3|本级资金下达。"],
      ["the same with more in brackets", "购车", "购车（中央财政补助资金）", "3|资金下达。"],
      ["the mid-term", "购车", "购车（中期）", "30|三年内建成车队。"],
      ["what goes on", "购车", "购车（续）", "3|培训司机。"],
      ["a name with one character mistyped", "购救护车", "购救沪车", "3|配备设备。"],
      ["a part of it", "购车", "其中：随车设备", "3|配备设备。"],
      ["a part with a number", "购车", "（1）随车设备", "3|配备设备。"],
      ["a part below a dash", "购车", "——随车设备", "3|配备设备。"],
      ["the same amount and goal in other marks", "购车", "维修厂房", "6.00|买三辆车"],
    ] as const
  ).map(
    ([name, first, second, rest]): Sent => [
      `a row with the code of the one above, its own name, money and goal: ${name}`,
      { "a.csv": twoRowsOfOneCode(first, second, rest) },
      [`${first} 60000 买三辆车。 | 产出/数量/车辆数 ≥3辆 | 产出/时效/时间 ≤9月`],
      "project-cells-differ",
    ],
  ),
  ...(
    [
      ["", "购车", "修缮门诊楼", "3|修好。"],
      [", both with numbers", "1.购车", "2.修缮门诊楼", "3|修好。"],
      [", numbered where the first is not", "购车", "一、修缮门诊楼", "3|修好。"],
      [", both for things in brackets", "购置（三辆车）", "购置（门诊楼桌椅）", "3|修好。"],
      [", both in brackets", "（三辆车）", "（门诊楼桌椅）", "3|修好。"],
      [", both for hospitals in brackets", "修缮（市医院）", "修缮（县青年医院门诊楼）", "3|修好。"],
      [", whose name begins like the first", "培训", "培训中心大楼空调改造", "3|修好。"],
      [", with a figure at its beginning", "购车", "2.5万平方米绿化", "3|修好。"],
    ] as const
  ).map(
    ([name, first, second, rest]): Sent => [
      `a row of another project, with a code typed twice${name}`,
      { "a.csv": twoRowsOfOneCode(first, second, rest) },
      [`${first} 60000 买三辆车。 | 产出/数量/车辆数 ≥3辆`, `${second} 30000 修好。 | 产出/时效/时间 ≤9月`],
      "code-duplicated",
    ],
  ),
  [
    "a table of Markdown",
    {
      "a.txt":
        "| 项目名称 | 预算数（万元） | 绩效目标 |\n|---|:---:|---|\n| 培训 | 10 | 办好。 |\n| 修路 | 20 | 修好。 |\n",
    },
    ["培训 100000 办好。", "修路 200000 修好。"],
    "row-skipped",
  ],
];

const record = { 项目编码: "A1", 项目名称: "培训", "预算数（万元）": 10, 绩效目标: "办好。" };
const measure = { 一级指标: "产出指标", 二级指标: "数量指标", 三级指标: "人数", 指标值: "≥1人" };
const all = ["培训 100000 办好。 | 产出/数量/人数 ≥1人"];
const labelled = (fields: object) => Object.entries(fields).map(([label, value]) => ({ label, value }));
const pieces = (fields: object) =>
  Object.fromEntries(
    Object.entries(fields).map(([key, text]) => [
      key,
      typeof text === "string"
        ? [
            { text: text.slice(0, 1), type: "text" },
            { text: text.slice(1), type: "text" },
          ]
        : text,
    ]),
  );

/** As systems in which people draw their own forms export them. */
const records: readonly (readonly [name: string, json: unknown, projects: readonly string[]])[] = [
  [
    "fields below each record, whose texts are in pieces",
    { data: { items: [{ record_id: "r1", fields: pieces({ ...record, ...measure }) }] } },
    all,
  ],
  [
    "lists of one value, beside the time of each record",
    {
      records: [
        { id: "r1", createdTime: "2026-01-01", fields: { ...record, ...measure, 一级指标: ["产出指标"] } },
      ],
    },
    all,
  ],
  [
    "lists of labels and values, with a table among them",
    { result: [{ formData: [...labelled(record), { label: "指标明细", value: [labelled(measure)] }] }] },
    all,
  ],
  [
    "sources of money and goals as lists",
    [
      {
        项目名称: "培训",
        金额单位: "万元",
        资金总额: 10,
        资金: [
          { 来源: "财政拨款", 金额: 8 },
          { 来源: "其他资金", 金额: 2 },
        ],
        绩效目标: [
          { 目标类型: "中期", 目标内容: "三年办好。" },
          { 目标类型: "年度", 目标内容: "办好。" },
        ],
      },
    ],
    ["培训 100000 80000 20000 三年办好。 办好。"],
  ],
  [
    "a sheet whose title was taken for its headers",
    [
      { 项目表: "项目名称", __EMPTY: "预算数（万元）", __EMPTY_1: "绩效目标" },
      { 项目表: "培训", __EMPTY: 10, __EMPTY_1: "办好。" },
    ],
    ["培训 100000 办好。"],
  ],
  [
    "titles above the headers of a sheet, one of which says the unit of money",
    [
      { "2026年项目表": "单位：万元" },
      { "2026年项目表": "项目名称", __EMPTY: "预算数", __EMPTY_1: "绩效目标" },
      { "2026年项目表": "培训", __EMPTY: 10, __EMPTY_1: "办好。" },
    ],
    ["培训 100000 办好。"],
  ],
  [
    "the unit above the headers of a sheet",
    [
      { 附件一: "填报单位：甲中心", __EMPTY_1: "单位：万元" },
      { 附件一: "项目名称", __EMPTY: "预算数", __EMPTY_1: "绩效目标" },
      { 附件一: "培训", __EMPTY: 10, __EMPTY_1: "办好。" },
    ],
    ["甲中心：培训 100000 办好。"],
  ],
  [
    "indicators as texts",
    [{ ...record, 绩效指标: ["产出指标-数量指标-人数：≥1人", "【质量指标】合格率≥95%"] }],
    ["培训 100000 办好。 | 产出/数量/人数 ≥1人 | 产出/质量/合格率 ≥95%"],
  ],
  [
    "indicators as texts below their levels",
    [{ ...record, 产出指标: { 数量指标: "人数≥1人；期数：2期", 质量指标: ["合格率≥95%"] } }],
    ["培训 100000 办好。 | 产出/数量/人数 ≥1人 | 产出/数量/期数 2期 | 产出/质量/合格率 ≥95%"],
  ],
  [
    "rows of indicators that hold their project",
    [
      { 三级指标: "人数", 指标值: "≥1人", project: { name: "培训", code: "A1", "预算数（万元）": 10 } },
      { 三级指标: "期数", 指标值: "2期", project: { name: "培训", code: "A1", "预算数（万元）": 10 } },
    ],
    ["培训 100000 | //人数 ≥1人 | //期数 2期"],
  ],
  [
    "values beside the names of kinds, below levels 1",
    [
      {
        ...record,
        产出指标: { 数量指标: ["人数", "期数"], 数量指标值: ["≥1人", 2], 质量指标: "合格率≥95%" },
        效益指标: { 社会效益指标: "知晓率", 社会效益指标值: "≥90%" },
      },
    ],
    [
      "培训 100000 办好。 | 产出/数量/人数 ≥1人 | 产出/数量/期数 2 | 产出/质量/合格率 ≥95% | 效益/社会效益/知晓率 ≥90%",
    ],
  ],
  [
    "indicators in words beside those of the other horizon",
    [
      {
        ...record,
        绩效指标: ["产出指标-数量指标-人数：≥1人"],
        中期: { 数量指标: "总数≥9人", 质量指标: "合格率≥95%" },
      },
    ],
    ["培训 100000 办好。 | 中期 产出/数量/总数 ≥9人 | 中期 产出/质量/合格率 ≥95% | 产出/数量/人数 ≥1人"],
  ],
  [
    "indicators in words below the names of horizons",
    [
      {
        ...record,
        中期绩效指标: ["产出指标-数量指标-总数：≥9人"],
        年度绩效指标: "产出指标-数量指标-人数：≥1人",
      },
      {
        ...record,
        项目编码: "A2",
        项目名称: "修路",
        绩效指标: { 中期: ["产出指标-数量指标-里程：9公里"], 年度: ["质量指标：合格率≥95%"] },
      },
    ],
    [
      "培训 100000 办好。 | 中期 产出/数量/总数 ≥9人 | 产出/数量/人数 ≥1人",
      "修路 100000 办好。 | 中期 产出/数量/里程 9公里 | 产出/质量/合格率 ≥95%",
    ],
  ],
  [
    "a project with indicators above others",
    {
      项目名称: "大项目",
      绩效指标: ["产出指标-数量指标-总数：≥9人"],
      子项目: [record, { ...record, 项目编码: "A2", 项目名称: "修路" }],
    },
    ["培训 100000 办好。", "修路 100000 办好。"],
  ],
  [
    "money of two years as objects, with units in their keys",
    [
      { 项目名称: "培训", "上年预算（万元）": { 合计: 7 }, "本年预算（万元）": { 合计: 10, 财政拨款: 8 } },
      { 项目名称: "修路", "2025年预算（万元）": { 合计: 7 }, "2026年预算（万元）": { 合计: 20 } },
    ],
    ["培训 100000 80000", "修路 200000"],
  ],
  [
    "the budget beside what was spent, in an object of both, and what was spent in its own",
    [
      { 项目名称: "培训", "预算执行情况（万元）": { 预算数: 10, 执行数: 8 } },
      { 项目名称: "修路", "项目资金及执行情况（万元）": { 合计: 20, 财政拨款: 15 } },
      { 项目名称: "架桥", "2026年一季度资金（万元）": { 合计: 7 }, "预算数（万元）": 30 },
    ],
    ["培训 100000", "修路 200000 150000", "架桥 300000"],
  ],
  [
    "elements of XML, as converters write them",
    {
      ROWSET: {
        ROW: [
          { 项目名称: { "#text": "培训" }, 预算数: { "@unit": "万元", "#text": "10" } },
          {
            项目名称: ["修路"],
            "预算数（万元）": ["20"],
            绩效指标: [{ item: [{ 三级指标: ["里程"], 指标值: ["9公里"] }] }],
          },
        ],
      },
    },
    ["培训 100000", "修路 200000 | //里程 9公里"],
  ],
  [
    "kinds as keys, with numbers and values",
    [{ ...record, 数量指标1: "人数", 数量指标值1: "≥1人", 数量指标2: "期数", 数量指标值2: 2 }],
    ["培训 100000 办好。 | 产出/数量/人数 ≥1人 | 产出/数量/期数 2"],
  ],
  [
    "kinds as keys, several names with several values",
    [
      {
        ...record,
        ...{ 数量指标: "人数；期数", 数量指标值: "≥1人；4期" },
        ...{ 质量指标: ["合格率", "优秀率"], 质量指标值: ["≥95%", "≥30%"] },
        ...{ 时效指标: "及时率≥99%", 时效指标值: "" },
      },
    ],
    [
      "培训 100000 办好。 | 产出/数量/人数 ≥1人 | 产出/数量/期数 4期 | 产出/质量/合格率 ≥95% | 产出/质量/优秀率 ≥30% | 产出/时效/及时率 ≥99%",
    ],
  ],
];

const indicators: CardLayout = [
  [["一级指标"], ["二级指标"], ["三级指标"], ["指标值"]],
  [["产出指标"], ["数量指标"], ["人数"], ["≥1人"]],
];
const card = (layout: CardLayout) => ({ "a.xlsx": workbookOfGrids([gridOf([...layout, ...indicators])]) });

const cards: readonly Sent[] = [
  [
    "two forms beside each other below one title",
    {
      "a.xlsx": workbookOfGrids([
        gridOf([
          [["项目绩效目标申报表（单位：万元）", 9]],
          [["项目名称"], ["培训", 3], [""], ["项目名称"], ["修路", 3]],
          [["预算数"], ["10", 3], [""], ["预算数"], ["20", 3]],
          [["绩效目标"], ["办好。", 3], [""], ["绩效目标"], ["修好。", 3]],
          ...indicators.map((row) => [...row, [""], ...row] as const),
        ]),
      ]),
    },
    ["培训 100000 办好。 | 产出/数量/人数 ≥1人", "修路 200000 修好。 | 产出/数量/人数 ≥1人"],
    "",
  ],
  [
    "a label that nobody knows below the name, which is no second line of it",
    card([
      [["项目名称"], ["培训", 3]],
      [["工作周期"], ["一年", 3]],
      [["绩效目标"], ["办好。", 3]],
    ]),
    ["培训 办好。 | 产出/数量/人数 ≥1人"],
    "column-unknown",
  ],
  [
    "horizons to the left of indicators, which are no label of a year",
    {
      "a.xlsx": workbookOfGrids([
        gridOf([
          [["项目名称"], ["培训", 4]],
          [["绩效目标"], ["办好。", 4]],
          [["期限"], ["一级指标"], ["二级指标"], ["三级指标"], ["指标值"]],
          [["中期"], ["产出指标"], ["数量指标"], ["总数"], ["≥9人"]],
          [["年度"], ["产出指标"], ["数量指标"], ["人数"], ["≥1人"]],
        ]),
      ]),
    },
    ["培训 办好。 | 中期 产出/数量/总数 ≥9人 | 产出/数量/人数 ≥1人"],
    "",
  ],
  [
    "labels and values in one cell, parts of the money too",
    card([
      [
        ["项目名称：培训", 2],
        ["实施单位：示例中心", 2],
      ],
      [
        ["资金总额：10万元", 2],
        ["其中：财政拨款：8万元", 2],
      ],
      [["年度目标：办好。", 4]],
    ]),
    ["示例中心：培训 100000 80000 办好。 | 产出/数量/人数 ≥1人"],
    "",
  ],
  [
    "labels on one sheet, and the indicators on another",
    {
      "a.xlsx": workbookOfSheets([
        [
          "基本信息",
          [
            ["项目名称", "培训"],
            ["预算数（万元）", "10"],
            ["绩效目标", "办好。"],
          ],
        ],
        [
          "绩效指标",
          [
            ["一级指标", "二级指标", "三级指标", "指标值"],
            ["产出指标", "数量指标", "人数", "≥1人"],
          ],
        ],
      ]),
    },
    ["培训 100000 办好。 | 产出/数量/人数 ≥1人"],
    "",
  ],
  [
    "a sheet of levels to choose from beside the forms",
    {
      ...card([
        [["项目名称"], ["培训", 3]],
        [["绩效目标"], ["办好。", 3]],
      ]),
      "b.csv": csv("一级指标|二级指标\n产出指标|数量指标\n效益指标|社会效益指标"),
    },
    ["培训 办好。 | 产出/数量/人数 ≥1人"],
    "file-not-an-export",
  ],
];

describe("lists", () => {
  test.each(lists)("%s", (_, files, projects, told) => expectSent(files, projects, told));
});

test.each(records)("JSON with %s", (_, json, projects) =>
  expectSent({ "a.json": JSON.stringify(json) }, projects, ""),
);

const plain = csv("项目名称|预算数（万元）|绩效目标\n培训|10|办好。");
const inGb18030 = encodeGb18030(plain);
const inUtf8 = new TextEncoder().encode(plain);

test.each([
  ["UTF-8 taken for GBK", inUtf8, "gb18030", "UTF-8"],
  ["UTF-8 taken for Western text", inUtf8, "windows-1252", "UTF-8"],
  ["GBK taken for Western text", inGb18030, "windows-1252", "GB18030"],
])("a text that was converted wrongly fails, with what it was: %s", (_, bytes, takenFor, was) => {
  const text = new TextDecoder(takenFor).decode(bytes);
  const rows = text.split("\n").map((line) => line.split(","));
  const sent: readonly Files[] = [{ "a.csv": text }, { "a.xlsx": workbookOfSheets([["项目", rows]]) }];
  for (const files of sent) {
    const failures = read(files).diagnostics.filter(
      ({ code }) => code === "text-garbled" || code === "no-export",
    );
    expect(failures).toMatchObject([
      { code: "text-garbled", at: { row: 1 }, args: { restored: "项目名称", was } },
    ]);
  }
});

test("a list of something else, and what is beside a list, is not called garbled", () => {
  const text = new TextDecoder("gb18030").decode(new TextEncoder().encode("姓名,电话\n甲,1"));
  expect(read({ "a.csv": plain, "b.csv": text, "c.csv": "Café,Ärger\nx,y" }).told).not.toContain(
    "text-garbled",
  );
});

const projectJson = JSON.stringify([{ ...record, 绩效指标: [measure] }]);

test.each([
  ["several JSON of one script", `var 版本 = {"v": 1};\nvar rows = ${projectJson};\n`],
  ["a remark behind it", `var rows = ${projectJson};\n/* 完 */\n//# sourceMappingURL=a.js.map`],
  ["a word by which it is handed on", `const rows = ${projectJson};\nexport default rows;\n`],
  ["a call with a status before the data and a word behind", `cb(200, ${projectJson}, "ok");`],
  [
    "two calls of one function",
    `add(${projectJson});\nadd(${projectJson.replace("A1", "A2").replace("培训", "修路")});`,
  ],
])("a script with %s", (name, script) => {
  const further = name.startsWith("two") ? all.map((one) => one.replace("培训", "修路")) : [];
  expectSent({ "a.js": script }, [...all, ...further], "");
});

test.each([
  ["省里的要求见通知", "", ["培训 100000"], ["附件一", "省里的要求见通知"]],
  ["填报单位：甲中心", "联系人：张三", ["甲中心：培训 100000"], ["附件一", "联系人：张三"]],
  ["联系人：张三", "单位：万元", ["培训 100000"], ["附件一", "联系人：张三"]],
  ["填报单位", "甲中心", ["甲中心：培训 100000"], ["附件一"]],
  ["年度", 2026, ["培训 100000"], ["附件一"]],
])(
  "cells above the headers of a sheet that say nothing known are told: %s %s",
  (first, second, ...expected) => {
    const sheet = [
      { 附件一: first, __EMPTY: second },
      { 附件一: "项目名称", __EMPTY: "预算数（万元）" },
      { 附件一: "培训", __EMPTY: 10 },
    ];
    const { projects, diagnostics } = read({ "a.json": JSON.stringify(sheet) });
    const unused = diagnostics.flatMap((one) => (one.code === "export-keys-unused" ? [one.args] : []));
    expect([projects, unused]).toEqual([expected[0], [{ keys: expected[1] }]]);
  },
);

test.each([
  ["not as many as the names", { 数量指标: ["人数", "期数"], 数量指标值: "≥100人" }],
  ["no name at all", { 数量指标: "", 数量指标值: "≥100人" }],
  ["a level 1 above, and are too many", { 产出指标: { 数量指标: "人数", 数量指标值: ["≥100人", "2期"] } }],
])("values of a kind are told that have %s", (_, fields) => {
  const { diagnostics } = read({
    "a.json": JSON.stringify([{ ...record, ...fields, 质量指标: "合格率≥95%" }]),
  });
  expect(JSON.stringify(diagnostics)).toContain("数量指标值");
});

describe("forms that were filled in", () => {
  test.each(cards)("%s", (_, files, projects, told) => expectSent(files, projects, told));
});
