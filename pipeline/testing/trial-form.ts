/** A small form as text, and departments built by hand, so that no other stage can hide a fault of compose. */
import type { TemplateFile } from "../compose/index.ts";
import type { TextStyle } from "../model/index.ts";
import {
  type Amount,
  type Department,
  FormSpec,
  type Indicator,
  type Level1Group,
  type Project,
  type Text,
} from "../records/index.ts";

const at = { kind: "cell", file: "test.csv", row: 2, column: 1 } as const;
export const value = (text: string): Text => ({ text, at });
export const amount = (text: string, more: Partial<Amount> = {}): Amount => ({ text, at, ...more });

export function indicator(level3: string, more: Partial<Indicator> = {}): Indicator {
  return { horizon: "annual", level3: value(level3), printedValue: value("≥1"), own: {}, ...more };
}

/** One level-1 group with one level-2 group over all rows. */
export function group<Row>(rows: readonly Row[], labels = ["产出指标", "数量指标"]): Level1Group<Row> {
  const [level1 = "", level2 = ""] = labels;
  return { label: level1, span: rows.length, groups: [{ label: level2, span: rows.length, rows }] };
}

export function project(more: Partial<Project> = {}): Project {
  const rows = [indicator("甲"), indicator("乙")];
  return {
    key: "P1",
    at,
    code: value("P1"),
    name: value("道路维护"),
    budget: { own: {} },
    midTermBudget: { own: {} },
    goals: {
      annual: {
        lines: [value("1.修路"), value("2.养护")],
        items: [
          { text: "修路", line: 0 },
          { text: "养护", line: 1 },
        ],
      },
    },
    indicators: rows,
    tables: { annual: [group(rows)], midTerm: [], aligned: [] },
    own: {},
    ...more,
  };
}

export function department(more: Partial<Department> = {}): Department {
  return {
    name: value("某市交通局"),
    year: value("2024"),
    overall: [value("保畅通。")],
    subGoals: [{ name: value("道路维护"), goals: [value("修路")] }],
    safeguards: [value("加强管理。")],
    projects: [project()],
    ...more,
  };
}

const textStyle: TextStyle = {
  face: "song",
  size: 10.5,
  bold: false,
  align: "start",
  pitch: 15,
  firstLineIndent: 0,
  tracking: 0,
  latinGap: 0,
  before: 0,
  after: 0,
};
const styleNames = [
  "part",
  "heading-1",
  "heading-2",
  "body",
  "cell",
  "cell-label",
  "contents-1",
  "contents-2",
  "contents-3",
  "page-number",
];
const houseStyle = {
  page: { width: 210, height: 297, marginTop: 37, marginBottom: 35, marginLeft: 28, marginRight: 26 },
  text: Object.fromEntries(styleNames.map((name) => [name, textStyle])),
  table: { grid: { border: 0.5, paddingX: 3, paddingY: 3 } },
};

const sharedTemplates: Readonly<Record<string, string>> = {
  "house-style.json": JSON.stringify(houseStyle),
  "cover.hbs": "<section data-numbering='none' data-centred><p>{{title}}</p></section>",
  "contents.hbs": "<section data-numbering='roman'><nav></nav></section>",
  "part-one.hbs": `<section>
    <h1>{{partNumbers.one}}总目标</h1>
    {{#with partOne.overall}}<h2>{{number}}、总体</h2>{{#each paragraphs}}<p>{{this}}</p>{{/each}}{{/with}}
    {{#with partOne.subGoals}}<h2>{{number}}、分项</h2>{{#each items}}<p>{{name}}</p>{{/each}}{{/with}}
    {{#with partOne.safeguards}}<h2>{{number}}、保障</h2>{{#each paragraphs}}<p>{{this}}</p>{{/each}}{{/with}}
  </section>`,
  "part-two.hbs": "<section {{#if partOne}}data-continues{{/if}}><h1>{{partNumbers.two}}项目</h1></section>",
};

export const formJson = {
  name: { zh: "试验", en: "Trial" },
  title: "{department}{year}年度报告",
  horizons: ["annual"],
  money: { print: "fixed", unit: "万元", places: 2 },
  fields: {
    "project.code": { label: "项目编码", required: true },
    "project.name": { label: "项目名称", required: true },
    "budget.total": { label: "预算数", required: true },
    "budget.own.bond": { label: "专项债券" },
    "indicator.level3": { label: "三级指标", required: true },
  },
  departmentRequired: ["year"],
};

/** The small form with some keys of its form.json replaced. */
export function trialSpec(replaced: Readonly<Record<string, unknown>> = {}): FormSpec {
  return FormSpec.parse({ ...formJson, ...replaced });
}

export type Replacements = Readonly<Record<string, string>>;

/** The small form's files; `project` is its project.hbs, `more` adds files of the form's own folder. */
export function formFiles(project: string, more: Replacements = {}) {
  const own = { "form.json": JSON.stringify(formJson), "project.hbs": project, ...more };
  return {
    id: "trial",
    files: named("templates/trial", own),
    shared: named("templates/shared", sharedTemplates),
    ruleCodes: ["weight-total"],
  };
}

function named(folder: string, files: Replacements): readonly TemplateFile[] {
  return Object.entries(files).map(([name, text]) => ({ name: `${folder}/${name}`, text }));
}
