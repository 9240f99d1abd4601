/** The example of a rule → an export as a unit would hand it in: one CSV table, and a department.json. */
import type { ExampleCells, ExampleData, ExampleProject } from "../check/index.ts";
import type { Source } from "../read/index.ts";

type Column = readonly [header: string, of: "project" | "indicator"];

/** A project of a form in which no rule finds anything. */
type Sound = {
  readonly columns: readonly Column[];
  readonly project: ExampleCells;
  readonly indicators: readonly ExampleCells[];
};

const levels: readonly Column[] = [
  ["一级指标", "indicator"],
  ["二级指标", "indicator"],
  ["三级指标", "indicator"],
];

const project = (...headers: readonly string[]) => headers.map((header): Column => [header, "project"]);
const indicator = (...headers: readonly string[]) => headers.map((header): Column => [header, "indicator"]);

const names = ["巡检次数", "运维成本", "办事等候时间", "参保人员满意度"];
const levelsOf = (index: number): ExampleCells => {
  const [level1 = "", level2 = ""] =
    [
      ["产出指标", "数量指标"],
      ["成本指标", "经济成本指标"],
      ["效益指标", "社会效益指标"],
      ["满意度指标", "服务对象满意度指标"],
    ][index] ?? [];
  return { 一级指标: level1, 二级指标: level2, 三级指标: names[index] ?? "" };
};

const split = [
  ["≥", "12", "次"],
  ["≤", "6000", "元"],
  ["≤", "10", "分钟"],
  ["≥", "90", "%"],
];

const sound: Readonly<Record<string, Sound>> = {
  hebei: {
    columns: [
      ...project(
        "项目编码",
        "项目名称",
        "单位名称",
        "预算数（元）",
        "其中：财政资金（元）",
        "其他资金（元）",
      ),
      ...project("资金用途", "3月底", "6月底", "10月底", "12月底", "绩效目标"),
      ...levels,
      ...indicator("指标符号", "指标值", "计量单位", "指标值确定依据"),
    ],
    project: {
      项目编码: "13030421149DE4SESSX5B",
      项目名称: "云平台运行维护费",
      单位名称: "市医疗保障局本级",
      "预算数（元）": "6000",
      "其中：财政资金（元）": "5000",
      "其他资金（元）": "1000",
      资金用途: "用于云平台租赁和维护。",
      "3月底": "25%",
      "6月底": "50%",
      "10月底": "75%",
      "12月底": "100%",
      绩效目标: "保障云平台全年稳定运行。",
    },
    indicators: split.map(([operator = "", value = "", unit = ""], index) => ({
      ...levelsOf(index),
      指标符号: operator,
      指标值: value,
      计量单位: unit,
    })),
  },
  xinjiang: {
    columns: [
      ...project("年度", "预算单位", "项目名称", "项目负责人", "年度预算总额（元）", "其中：财政拨款（元）"),
      ...project("其他资金（元）", "项目总体目标"),
      ...levels,
      ...indicator("指标值", "指标值设置依据", "上年完成值", "指标分值权重", "指标赋分规则", "佐证资料"),
    ],
    project: {
      年度: "2026",
      预算单位: "市医疗保障局本级",
      项目名称: "云平台运行维护费",
      项目负责人: "信息科",
      "年度预算总额（元）": "6000",
      "其中：财政拨款（元）": "5000",
      "其他资金（元）": "1000",
      项目总体目标: "保障云平台全年稳定运行。",
    },
    indicators: split.map((value, index) => ({
      ...levelsOf(index),
      指标值: value.join(""),
      指标值设置依据: "计划标准",
      指标分值权重: ["40", "20", "20", "10"][index] ?? "",
      指标赋分规则: index === 3 ? "满意度赋分" : "按照完成比例赋分",
      佐证资料: "工作资料",
    })),
  },
  anhui: {
    columns: [
      ...project("附件号", "年度", "项目编码", "项目名称", "主管部门", "实施单位", "项目属性", "项目期"),
      ...project("中期资金总额（万元）", "年度资金总额（万元）", "中期目标起止", "中期目标", "年度目标"),
      ...levels,
      ...indicator("指标值", "目标类型"),
    ],
    project: {
      年度: "2026",
      项目编码: "340000230000000000021",
      项目名称: "云平台运行维护费",
      主管部门: "市医疗保障局",
      实施单位: "市医疗保障局本级",
      项目属性: "延续项目",
      项目期: "3年",
      "中期资金总额（万元）": "1.8",
      "年度资金总额（万元）": "0.6",
      中期目标起止: "2026年—2028年",
      中期目标: "三年内云平台服务全面提升。",
      年度目标: "保障云平台全年稳定运行。",
    },
    indicators: [
      ...split.map((value, index) => ({ ...levelsOf(index), 指标值: value.join(""), 目标类型: "年度" })),
      ...[
        ["≥", "36", "次"],
        ["≤", "18000", "元"],
        ["≤", "10", "分钟"],
        ["≥", "92", "%"],
      ].map((value, index) => ({ ...levelsOf(index), 指标值: value.join(""), 目标类型: "中期" })),
    ],
  },
  jiankong: {
    columns: [
      ...project("项目编码", "项目名称", "实施单位", "年初预算数（元）", "1-7月执行数（元）", "1-7月执行率"),
      ...project("全年预计执行数（元）", "年度总体目标"),
      ...levels,
      ...indicator("年度指标值", "1-7月执行情况", "确定能"),
    ],
    project: {
      项目编码: "13030421149DE4SESSX5B",
      项目名称: "云平台运行维护费",
      实施单位: "市医疗保障局本级",
      "年初预算数（元）": "6000",
      "1-7月执行数（元）": "3000",
      "1-7月执行率": "50%",
      "全年预计执行数（元）": "6000",
      年度总体目标: "保障云平台全年稳定运行。",
    },
    indicators: split.map((value, index) => ({
      ...levelsOf(index),
      年度指标值: value.join(""),
      "1-7月执行情况": value.slice(1).join(""),
      确定能: "√",
    })),
  },
};

/** The files of an example; `form` is the one it is to be printed in. */
export function exportOf(
  { projects = [{}], total, department = {} }: ExampleData,
  {
    form = "hebei",
    rules = {},
  }: { readonly form?: string; readonly rules?: Readonly<Record<string, unknown>> },
): readonly Source[] {
  const base = sound[form];
  if (base === undefined) throw new Error(`no sound project of the form ${form}`);
  const rows = projects.flatMap((one) => rowsOf(one, base));
  const given = new Set(
    [...rows, ...(total === undefined ? [] : [total])].flatMap((row) => Object.keys(row)),
  );
  const withIndicators = projects.some(({ indicators = base.indicators }) => indicators.length > 0);
  const known = base.columns
    .filter(([header, of]) => (of === "project" || withIndicators) && !replaced(header, given))
    .map(([header]) => header);
  const headers = [...known, ...[...given].filter((header) => !known.includes(header))];
  const lines = [...rows, ...(total === undefined ? [] : [total])].map((row) =>
    headers.map((header) => quoted(row[header] ?? "")).join(","),
  );
  const file = {
    部门名称: "市医疗保障局",
    年度: 2026,
    表式: form,
    总体绩效目标: ["落实医疗保障政策。"],
    工作保障措施: ["加强组织领导。"],
    规则: rules,
    ...department,
  };
  const encode = (text: string) => new TextEncoder().encode(text);
  return [
    { name: "department.json", bytes: encode(JSON.stringify(file)) },
    {
      name: "export.csv",
      bytes: encode(`\uFEFF${[headers.map(quoted).join(","), ...lines].join("\r\n")}\r\n`),
    },
  ];
}

/** 年度资金总额（元） takes the place of 年度资金总额（万元）. */
function replaced(header: string, given: ReadonlySet<string>): boolean {
  const bare = (text: string) => text.replace(/（.*$/u, "");
  return !given.has(header) && [...given].some((one) => bare(one) === bare(header));
}

/** The project's cells in its first row alone, as systems leave merged cells. */
function rowsOf({ cells = {}, indicators, more = [] }: ExampleProject, base: Sound): readonly ExampleCells[] {
  const isOfProject = (header: string) =>
    base.columns.some(([name, of]) => of === "project" && bareHeader(name) === bareHeader(header));
  const given = Object.entries(cells);
  const ofProject = Object.fromEntries(given.filter(([header]) => isOfProject(header)));
  const ofIndicator = Object.fromEntries(given.filter(([header]) => !isOfProject(header)));
  const project = { ...withoutReplaced(base.project, ofProject), ...ofProject };
  const [first = {}, ...others] = indicators ?? base.indicators;
  const rows = [{ ...first, ...ofIndicator }, ...others, ...more];
  return rows.map((row, at) => (at === 0 ? { ...project, ...row } : row));
}

function bareHeader(header: string): string {
  return header.replace(/（(?:万?元)）$/u, "");
}

function withoutReplaced(project: ExampleCells, given: ExampleCells): ExampleCells {
  const names = new Set(Object.keys(given).map(bareHeader));
  return Object.fromEntries(Object.entries(project).filter(([header]) => !names.has(bareHeader(header))));
}

function quoted(cell: string): string {
  return /[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
