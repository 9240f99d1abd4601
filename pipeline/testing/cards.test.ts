/** Forms as units fill them in: the same records, and but for places the same findings, as the list of the same projects. */
import { describe, expect, test } from "vitest";
import { encodeGb18030 } from "../read/encode-gb18030.ts";
import type { Source } from "../read/index.ts";
import { type CardGrid, type CardLayout, gridOf } from "./card-layout.ts";
import { type CardSample, cardSamples, cardsOf } from "./card-sheets.ts";
import { readSources, runSources } from "./run-case.ts";
import { readShippedForms } from "./shipped-forms.ts";
import { substanceOf } from "./substance.ts";
import { docxOf } from "./write-docx-tables.ts";
import { writeTable } from "./write-table.ts";
import { workbookOfGrids } from "./write-workbook.ts";

const forms = readShippedForms();
const lists: Readonly<Record<CardSample, URL>> = {
  beidaihe: new URL("same-report/beidaihe-flat-gb18030/", import.meta.url),
  korla: new URL("../../data/korla/", import.meta.url),
  suzhou: new URL("same-report/suzhou-wide/", import.meta.url),
};

const containers: readonly (readonly [
  name: string,
  write: (cards: readonly CardGrid[]) => readonly Source[],
])[] = [
  [
    "a CSV for each project",
    (cards) =>
      cards.map(({ rows }, index) => ({
        name: `${index + 1}.csv`,
        bytes: encodeGb18030(writeTable(rows, ",")),
      })),
  ],
  [
    "one CSV, one below the other",
    (cards) => {
      const text = cards.map(({ rows }) => writeTable(rows, ",")).join("\n");
      return [{ name: "申报表.csv", bytes: new TextEncoder().encode(text) }];
    },
  ],
  ["a workbook with a sheet for each", (cards) => [{ name: "申报表.xlsx", bytes: workbookOfGrids(cards) }]],
  [
    "a Word file for each",
    (cards) => cards.map((card, index) => ({ name: `${index + 1}.docx`, bytes: docxOf([card]) })),
  ],
  ["one Word file", (cards) => [{ name: "申报表.docx", bytes: docxOf(cards) }]],
  [
    "a sheet with all of them",
    (cards) => [{ name: "申报表.xlsx", bytes: workbookOfGrids([stacked(cards)]) }],
  ],
];

describe.each(cardSamples)("%s", (sample) => {
  const sources = readSources(lists[sample]);
  const expected = read(sources, sample);
  const own = sources.filter(({ name }) => name === "department.json");

  test.each(containers)("in %s", (_, write) => {
    const actual = read([...own, ...write(cardsOf(sample))], sample);
    expect(actual.form).toBe(expected.form);
    expect(actual.records).toEqual(expected.records);
    expect(actual.findings).toEqual(expected.findings);
  });
});

describe("the total below the indicators of a self-evaluation", () => {
  const own = {
    name: "department.json",
    bytes: utf8(JSON.stringify({ 部门名称: "示例局", 年度: 2025, 表式: "ziping" })),
  };
  const card = [
    "项目名称,社区矫正,,,,,,",
    "主管部门,示例局,,,实施单位,示例局本级,,",
    "项目资金（万元）,,年初预算数,全年预算数,全年执行数,分值,执行率,得分",
    ",年度资金总额,88,98,95.6,10,97.55%,9.8",
    "年度总体目标,预期目标,,,实际完成情况,,,",
    ",管好。,,,完成。,,,",
    "一级指标,二级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因分析及改进措施",
    "产出指标,数量指标,监管人数,≥300人,312人,90,90,",
  ];

  test.each([
    "总分,,,,,100,99.8,",
    "总分,,,,,,99.8,",
    "总分：99.8分,,,,,,,",
    "总分100分,,,,,,99.8,",
    "总分,总分,总分,总分,总分,100,99.8,",
    "自评总分,,,,,100,99.8,",
    "合计,,,,,100,99.8,",
    "合计,合计,合计,合计,合计,100,99.8,",
    "合计,,,,,,99.8,",
    "总计100分,,,,,,99.8,",
    "总分（100分）,,,,,,99.8,",
    "总计（100分）,,,,,,99.8,",
  ])("may be said as %s", (total) => {
    const bytes = utf8([...card, total].join("\n"));
    const { normalised } = runSources([own, { name: "自评表.csv", bytes }], { folder: "示例局", forms });
    const [project] = normalised?.department.projects ?? [];
    expect(project?.indicators.length).toBe(1);
    expect(project?.own.totalScore).toMatchObject({ value: "99.8", at: { row: 9 } });
  });
});

describe("a form whose columns are kinds of indicators", () => {
  const department = utf8(JSON.stringify({ 部门名称: "示例局", 年度: 2026, 表式: "新疆" }));
  const own = { name: "department.json", bytes: department };
  const list = [
    "项目名称,项目负责人,年度预算总额（万元）,财政拨款（万元）,绩效目标,一级指标,二级指标,三级指标,指标值",
    "送戏下乡,王五,18,18,送戏60场。,产出指标,数量指标,演出场次,≥60场",
    "送戏下乡,王五,18,18,送戏60场。,产出指标,数量指标,覆盖乡镇,12个",
    "送戏下乡,王五,18,18,送戏60场。,产出指标,质量指标,完成率,100%",
    "送戏下乡,王五,18,18,送戏60场。,效益指标,社会效益指标,观众人次,≥2万人次",
    "送戏下乡,王五,18,18,送戏60场。,满意度指标,服务对象满意度指标,观众满意度,≥90%",
  ];
  const expected = read([own, { name: "项目.csv", bytes: utf8(list.join("\n")) }], "示例局");
  const upper: CardLayout = [
    [["项目支出绩效目标表", 8]],
    [["项目名称"], ["送戏下乡", 4], ["项目负责人"], ["王五", 2]],
    [["项目资金\n（万元）"], ["年度预算总额："], ["18", 3], ["其中：财政拨款"], ["18", 2]],
    [["项目总体目标"], ["送戏60场。", 7]],
  ];
  const [quantity, quality] = ["演出场次≥60场\n覆盖乡镇：12个", "完成率：100%"];
  const [benefit, satisfaction] = ["观众人次≥2万人次", "观众满意度≥90%"];
  const layouts: readonly (readonly [name: string, layout: CardLayout])[] = [
    [
      "names and values in one cell",
      [
        ...upper,
        [["绩效指标", 1, 3], ["产出指标", 4], ["效益指标", 2], ["满意度指标"]],
        [["数量指标", 2], ["质量指标", 2], ["社会效益指标", 2], ["服务对象满意度指标"]],
        [[quantity, 2], [quality, 2], [benefit, 2], [satisfaction]],
      ],
    ],
    [
      "values in the column beside",
      [
        ...upper,
        [
          "数量指标",
          "指标值",
          "质量指标",
          "指标值",
          "社会效益指标",
          "指标值",
          "服务对象满意度指标",
          "指标值",
        ].map((text) => [text]),
        ["演出场次", "≥60场", "完成率", "100%", "观众人次", "≥2万人次", "观众满意度", "≥90%"].map((text) => [
          text,
        ]),
        ["覆盖乡镇", "12个", "", "", "", "", "", ""].map((text) => [text]),
      ],
    ],
  ];
  test.each(
    layouts.flatMap(([name, layout]) =>
      containers.map(([container, write]) => [name, container, layout, write] as const),
    ),
  )("%s, in %s", (_, __, layout, write) => {
    const { records, findings } = read([own, ...write([gridOf(layout)])], "示例局");
    expect(records).toEqual(expected.records);
    expect(findings.filter((finding) => !finding.includes("kinds-as-columns"))).toEqual(expected.findings);
  });
});

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function read(sources: readonly Source[], folder: string) {
  const { normalised, diagnostics } = runSources(sources, { folder, forms });
  if (normalised === undefined) throw new Error(JSON.stringify(diagnostics.slice(0, 5)));
  const findings = diagnostics.map(({ code, subject, found, args }) =>
    JSON.stringify({ code, subject, found, args }),
  );
  return {
    form: normalised.form.id,
    records: substanceOf(normalised.department),
    findings: findings.toSorted(),
  };
}

function stacked(cards: readonly CardGrid[]): CardGrid {
  const all = { rows: [] as (readonly string[])[], merges: [] as CardGrid["merges"][number][] };
  for (const { rows, merges } of cards) {
    const above = all.rows.length;
    all.rows.push(...rows, [""]);
    all.merges.push(...merges.map((merge) => ({ ...merge, row: merge.row + above })));
  }
  return all;
}
