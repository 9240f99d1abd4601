/** The sample departments as their units fill in the form: a grid for each project, with cells that are merged. */

import { readSource } from "../read/index.ts";
import { type CardGrid, type CardLayout, type Cell, gridOf } from "./card-layout.ts";
import { readSources } from "./run-case.ts";

type Wide = {
  readonly value: (column: number) => string;
  readonly indicators: readonly (readonly string[])[];
};

const samples = {
  beidaihe: { folder: "same-report/beidaihe-flat-gb18030/", name: 2, first: 14, layOut: hebei },
  korla: { folder: "../../data/korla/", name: 2, first: 8, layOut: xinjiang },
  suzhou: { folder: "same-report/suzhou-wide/", name: 2, first: 16, layOut: anhui },
} as const;

export type CardSample = keyof typeof samples;
export const cardSamples = ["beidaihe", "korla", "suzhou"] as const satisfies readonly CardSample[];

/** A grid for each project of a sample. */
export function cardsOf(sample: CardSample): readonly CardGrid[] {
  const { folder, name, first, layOut } = samples[sample];
  const sources = readSources(new URL(folder, import.meta.url));
  const source = sources.find((one) => one.name !== "department.json");
  const [table] = source === undefined ? [] : readSource(source, () => {});
  if (table?.kind !== "table") throw new Error(folder);
  const projects: string[][][] = [];
  for (const { cells } of table.rows.slice(1)) {
    const above = projects.at(-1);
    const isNew = above === undefined || (cells[name] !== "" && cells[name] !== above[0]?.[name]);
    if (isNew) projects.push([[...cells]]);
    else above.push([...cells]);
  }
  return projects.map((rows) =>
    gridOf(
      layOut({
        value: (column) => rows[0]?.[column] ?? "",
        indicators: rows.map((cells) => cells.slice(first)),
      }),
    ),
  );
}

function hebei({ value: v, indicators }: Wide): CardLayout {
  return [
    [["项目绩效目标表", 8]],
    [
      [`单位编码：${v(3)}　　单位名称：${v(4)}`, 6],
      ["单位：元", 2],
    ],
    [["项目编码"], [v(1), 3], ["项目名称"], [v(2), 3]],
    [["预算规模及\n资金用途", 1, 2], ["预算数"], [v(5)], ["其中：财政资金"], [v(6)], ["其他资金"], [v(7), 2]],
    [[v(8), 7]],
    [["资金支出计划（%）", 1, 2], ["3月底", 2], ["6月底", 2], ["10月底", 2], ["12月底"]],
    [[v(9), 2], [v(10), 2], [v(11), 2], [v(12)]],
    [["绩效目标"], [v(13), 7]],
    [
      ...(["一级指标", "二级指标", "三级指标", "绩效指标描述"] as const).map((text): Cell => [text, 1, 2]),
      ["指标值", 3],
      ["指标值确定依据", 1, 2],
    ],
    [["符号"], ["值"], ["计量单位"]],
    ...indicatorRows(indicators, [0, 1]),
  ];
}

function xinjiang({ value: v, indicators }: Wide): CardLayout {
  const headers = ["一级指标", "二级指标", "三级指标", "指标值", "指标值设置依据"];
  return [
    [["项目支出绩效目标表", 9]],
    [[`（${v(0)}年）`, 9]],
    [
      ["预算单位", 2],
      [v(1), 7],
    ],
    [
      ["项目名称", 2],
      [v(2), 3],
      ["项目负责人", 2],
      [v(3), 2],
    ],
    [
      ["项目资金\n（万元）", 2],
      ["年度预算总额："],
      [v(4)],
      ["其中：财政拨款"],
      [v(5), 2],
      ["其他资金："],
      [v(6)],
    ],
    [
      ["项目总体目标", 2],
      [v(7), 7],
    ],
    [...headers, "上年完成值", "指标分值权重", "指标赋分规则", "佐证资料"].map((text): Cell => [text]),
    ...indicatorRows(indicators, [0, 1]),
  ];
}

function anhui({ value: v, indicators }: Wide): CardLayout {
  const side = ["二级\n指标", "三级指标", "指标值", "绩效标准"].map((text): Cell => [text]);
  const rows = indicatorRows(indicators, [0, 1, 5]);
  const [first = [], ...others] = [[["一级\n指标"], ...side, ...side] satisfies Cell[], ...rows];
  return [
    [[`${v(0)}：`, 10]],
    [["项目支出绩效目标申报表", 10]],
    [[`（${v(1)}年度）`, 10]],
    [
      ["项目名称", 2],
      [v(2), 8],
    ],
    [
      ["主管部门", 2],
      [v(3), 3],
      ["实施单位", 2],
      [v(4), 3],
    ],
    [
      ["项目属性", 2],
      [v(5), 3],
      ["项目期", 2],
      [v(6), 3],
    ],
    [
      ["项目资金\n（万元）", 2, 3],
      ["中期资金总额：", 2],
      [v(8), 2],
      ["年度资金总额：", 2],
      [v(11), 2],
    ],
    [
      ["其中：财政拨款", 2],
      [v(9), 2],
      ["其中：财政拨款", 2],
      [v(12), 2],
    ],
    [
      ["其他资金", 2],
      [v(10), 2],
      ["其他资金", 2],
      [v(13), 2],
    ],
    [
      ["总体\n目标", 1, 2],
      [`中期目标（${v(7)}）`, 5],
      ["年度目标", 4],
    ],
    [
      [v(14), 5],
      [v(15), 4],
    ],
    [["绩效\n指标", 1, rows.length + 1], ...first],
    ...others,
  ];
}

/** With merged cells in the columns of levels, which the source may repeat or leave blank. */
function indicatorRows(rows: readonly (readonly string[])[], levels: readonly number[]): CardLayout {
  const label = (row: number, column: number): string => {
    const own = rows[row]?.[column] ?? "";
    return own !== "" || row === 0 ? own : label(row - 1, column);
  };
  // A level 2 ends with the level 1 that it is below.
  const key = (row: number, column: number) => (column === 0 ? "" : label(row, 0)) + label(row, column);
  return rows.map((cells, row) =>
    cells.flatMap((text, column): readonly Cell[] => {
      if (!levels.includes(column)) return [[text]];
      if (row > 0 && key(row - 1, column) === key(row, column)) return [];
      let span = 1;
      while (row + span < rows.length && key(row + span, column) === key(row, column)) span += 1;
      return [[label(row, column), 1, span]];
    }),
  );
}
