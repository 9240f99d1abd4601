/** From records and templates to the document, on a form that no code knows. */
import { describe, expect, test } from "vitest";
import { type Diagnostic, formatPlace, type Report } from "../diagnostics/index.ts";
import type { Block, Document, Inline } from "../model/index.ts";
import type { Amount, Department, MoneyUnit } from "../records/index.ts";
import {
  amount,
  department,
  formFiles,
  formJson,
  group,
  indicator,
  project,
  type Replacements,
  value,
} from "../testing/trial-form.ts";
import { composeReport } from "../testing/whole-document.ts";
import { loadForm, type TemplateLimits, templateLimits } from "./index.ts";

const unexpected: Report = (diagnostic) => {
  throw new Error(`${formatPlace(diagnostic.at)} ${diagnostic.code} ${JSON.stringify(diagnostic.args)}`);
};

type Trial = {
  readonly more?: Replacements;
  readonly draft?: boolean;
  readonly report?: Report;
  readonly limits?: TemplateLimits;
};

function compose(template: string, given: Department, trial: Trial = {}): Document | undefined {
  const form = loadForm({ ...formFiles(template, trial.more), limits: trial.limits }, unexpected);
  if (form === undefined) throw new Error("the trial form does not load");
  const { draft = false, report = unexpected } = trial;
  return composeReport({ form, department: given, draft, day: "2024-11-22" }, report);
}

function textOf(content: readonly Inline[]): string {
  return content.map((inline) => (inline.kind === "break" ? "↵" : inline.text)).join("");
}

/** The blocks of Part 2 below its heading: texts, and tables as rows of cells. */
function projectBlocks(document: Document | undefined): readonly unknown[] {
  return (document?.sections.at(-1)?.blocks.slice(1) ?? []).map(shown);
}

function shown(block: Block): unknown {
  if (block.kind === "contents") return "contents";
  if (block.kind !== "table") return textOf(block.content);
  return [...block.header, ...block.body].map((row) =>
    row.cells.map((cell) => cell.paragraphs.map(textOf).join("¶")),
  );
}

function faults(template: string, given = department(), more: Replacements = {}): readonly string[] {
  const found: Diagnostic[] = [];
  const report: Report = (diagnostic) => found.push(diagnostic);
  expect(compose(template, given, { more, report })).toBeUndefined();
  return found.map((diagnostic) => `${diagnostic.code} ${formatPlace(diagnostic.at)}`);
}

describe("values", () => {
  test.each([
    ["spaces of all kinds", "  目标1. 确保　运行, 保障  "],
    ["markup and template signs", `<b>&amp; & "x" 'y' \`=\` {{name}} </p>`],
    ["a full-width space at the start", "　　首行"],
  ])("%s are printed as they are", (_, text) => {
    const given = department({ projects: [project({ name: value(text) })] });
    expect(projectBlocks(compose("<p>\n    {{project.name}}\n  </p>", given))).toEqual([text]);
  });

  test("a line break inside a value is a break, the template's own is nothing", () => {
    const given = department({ projects: [project({ name: value("一\n二\r\n三") })] });
    const template = "<p>名称：\n   {{project.name}}\n  的\n  表</p>";
    expect(projectBlocks(compose(template, given))).toEqual(["名称：一↵二↵三的表"]);
  });

  test("Latin words on two lines of a template stay two", () => {
    expect(projectBlocks(compose("<p>fiscal\n  year</p>", department()))).toEqual(["fiscal year"]);
  });

  test("money, labels and the form's own fields", () => {
    const budget = {
      total: amount("3,600.00", { value: "3600.00", unit: "元" }),
      own: { bond: amount("约5", {}) },
    };
    const given = department({ projects: [project({ budget })] });
    const template = '<p>{{label "budget.total"}}{{budget.total}}{{moneyUnit}}，{{budget.own.bond}}</p>';
    expect(projectBlocks(compose(template, given))).toEqual(["预算数0.36万元，约5"]);
  });

  test("what a list comes to is rounded once, and blank if a row of it cannot be counted", () => {
    const fields = { ...formJson.fields, "tasks.amount": { label: "金额", type: "money" } };
    const form = { ...formJson, fields, lists: { tasks: { label: "任务" } } };
    const more = {
      "form.json": JSON.stringify(form),
      "part-two.hbs": "<section><h1>项目</h1><p>[{{lists.tasks.totals.amount}}]</p></section>",
    };
    const total = (...amounts: readonly Amount[]) => {
      const rows = amounts.map((one) => ({ list: "tasks", values: { amount: one }, at: one.at }));
      return projectBlocks(compose("<p></p>", department({ lists: { tasks: rows } }), { more }))[0];
    };
    const counted = amount("49.999", { value: "49.999", unit: "元" });
    expect(total(counted, amount("1", { value: "1", unit: "万元" }))).toBe("[1.00]");
    expect(total(counted, amount("约5"))).toBe("[]");
  });

  test("what projects come to has as many places as the amounts that a form prints as given", () => {
    const form = { ...formJson, money: { print: "as-given", unit: "万元" } };
    const template = { "part-two.hbs": "<section><h1>项目</h1><p>[{{totals.budget.total}}]</p></section>" };
    const total = (...amounts: readonly Amount[]) => {
      const projects = amounts.map((one) => project({ budget: { total: one, own: {} } }));
      const more = { ...template, "form.json": JSON.stringify(form) };
      return projectBlocks(compose("<p>{{budget.total}}</p>", department({ projects }), { more }))[0];
    };
    const given = (value: string, unit: MoneyUnit = "万元") => amount(value, { value, unit });
    expect(total(given("60"), given("40"))).toBe("[100]");
    expect(total(given("60.00"), given("40.5"))).toBe("[100.50]");
    expect(total(given("60"), given("400000.00", "元"))).toBe("[100]");
  });

  test("what a draft misses is marked, what no form requires is blank", () => {
    const given = department({ projects: [project({ budget: { own: {} } })] });
    const template = "<p>[{{budget.total}}|{{budget.fiscal}}]</p>";
    expect(projectBlocks(compose(template, given))).toEqual(["[|]"]);
    expect(projectBlocks(compose(template, given, { draft: true }))).toEqual(["[【缺：预算数】|]"]);
  });
});

describe("tables", () => {
  const open = "<table><colgroup><col><col data-width='2'></colgroup><tbody>";
  const rows = `{{#each indicators.annual.rows}}<tr>
      {{#with level1}}<td rowspan="{{span}}" data-repeats>{{text}}</td>{{/with}}
      <td>{{indicator.level3}}</td>
    </tr>{{/each}}`;

  test("labels are merged over their rows", () => {
    const [table] =
      compose(`${open}${rows}</tbody></table>`, department())?.sections.at(-1)?.blocks.slice(1) ?? [];
    expect(table).toMatchObject({
      columns: [1, 2],
      body: [
        {
          cells: [
            { rowSpan: 2, repeats: true },
            { rowSpan: 1, repeats: false },
          ],
        },
        { cells: [{ rowSpan: 1 }] },
      ],
    });
    expect(table && shown(table)).toEqual([["产出指标", "甲"], ["乙"]]);
  });

  test("the shorter side of two has blank cells, and no hole in a draft", () => {
    const long = [indicator("中一", { horizon: "midTerm" }), indicator("中二", { horizon: "midTerm" })];
    const aligned = long.map((midTerm, row) =>
      row === 0 ? { midTerm, annual: indicator("年一") } : { midTerm },
    );
    const tables = { annual: [], midTerm: [], aligned: [group(aligned)] };
    const template = `${open}{{#each indicators.aligned.rows}}<tr>
        <td>{{midTerm.level3}}</td><td>{{annual.level3}}</td></tr>{{/each}}</tbody></table>`;
    const given = department({ projects: [project({ tables })] });
    expect(projectBlocks(compose(template, given, { draft: true }))).toEqual([
      [
        ["中一", "年一"],
        ["中二", ""],
      ],
    ]);
  });

  test("paragraphs in a cell stay apart", () => {
    const goals = "{{#each goals.annual}}<p>{{this}}</p>{{/each}}";
    const template = `${open}<tr><td>\n${goals}\n</td><td>甲<br><strong>乙</strong></td></tr></tbody></table>`;
    expect(projectBlocks(compose(template, department()))).toEqual([[["1.修路¶2.养护", "甲↵乙"]]]);
  });

  test.each([
    ["too few cells", "<tr><td></td></tr>", "markup-grid"],
    ["too many cells", "<tr><td colspan='2'></td><td></td></tr>", "markup-grid"],
    ["a span past the end", "<tr><td rowspan='2'></td><td></td></tr>", "markup-grid"],
    ["no cell row", "", "markup-incomplete"],
  ])("%s are told with the line", (_, row, code) => {
    const template = `<p></p>\n${open}${row === "" ? "" : "\n"}${row}</tbody></table>`;
    expect(faults(template)).toEqual([`${code} templates/trial/project.hbs:${row === "" ? 2 : 3}:1`]);
  });
});

test.each([
  [
    "a row between those of a merged cell",
    "{{#if @first}}<tr><th colspan='2'>目标</th></tr>{{/if}}<tr>{{#if @first}}<td rowspan='3'>产出</td>{{/if}}<td></td></tr>",
    { problem: "span", cell: "产出", rows: 3 },
  ],
  [
    "a row across a merged cell",
    "{{#if @first}}<tr><td rowspan='2'>产出<br>指标</td><td></td></tr>{{else}}<tr><th colspan='2'>目标</th></tr>{{/if}}",
    { problem: "long", cell: "产出指标", rows: 2 },
  ],
  [
    "a merged cell that ends too early",
    "<tr>{{#if @first}}<td rowspan='2'>产出</td>{{/if}}<td></td></tr>{{#if @last}}<tr><td></td></tr>{{/if}}",
    { problem: "short", cell: "产出", rows: 2 },
  ],
])("%s is named where the rows do not fit, once for all projects", (_, row, args) => {
  const template = `<table><colgroup><col><col></colgroup><tbody>{{#each indicators.annual.rows}}${row}{{/each}}</tbody></table>`;
  const found: Diagnostic[] = [];
  const given = department({ projects: [project(), project()] });
  expect(compose(template, given, { report: (fault) => found.push(fault) })).toBeUndefined();
  expect(found).toMatchObject([
    { code: "markup-grid", args, also: [{ kind: "template" }], subjects: [{}, {}] },
  ]);
});

test("a fault that only some data show names their projects, once", () => {
  const row = "{{#if project.unit}}<tr><td></td></tr>{{else}}<tr><td></td><td></td></tr>{{/if}}";
  const template = `<table><colgroup><col><col></colgroup><tbody>${row}</tbody></table>`;
  const named = (name: string, unit?: string) =>
    project({ name: value(name), unit: unit === undefined ? undefined : value(unit) });
  const given = department({ projects: [named("甲", "一所"), named("乙"), named("丙", "二所")] });
  const found: Diagnostic[] = [];
  expect(compose(template, given, { report: (fault) => found.push(fault) })).toBeUndefined();
  expect(found).toMatchObject([
    {
      code: "markup-grid",
      subject: { project: "甲", unit: "一所" },
      subjects: [{ project: "甲" }, { project: "丙" }],
    },
  ]);
});

test("a template that fails names the projects of which it does", () => {
  const template = "<p>{{#each indicators.annual.rows}}{{level1.text}}{{/each}}</p>";
  const found: Diagnostic[] = [];
  const tables = { annual: [group([indicator("甲"), indicator("乙")])], midTerm: [], aligned: [] };
  const given = department({ projects: [project({ tables })] });
  expect(compose(template, given, { report: (fault) => found.push(fault) })).toBeUndefined();
  expect(found).toMatchObject([{ code: "template-failed", subject: { project: "道路维护" } }]);
});

describe("a template that prints without end is refused once", () => {
  const indicators = Array.from({ length: 12 }, (_, index) => indicator(`甲${index}`));
  const given = department({
    projects: [project({ tables: { annual: [group(indicators)], midTerm: [], aligned: [] } })],
  });
  const rows = (depth: number) =>
    "{{#each @root.indicators.annual.rows}}".repeat(depth) + "字" + "{{/each}}".repeat(depth);
  const refused = (
    template: string,
    { of = given, limits }: { of?: Department; limits?: TemplateLimits } = {},
  ) => {
    const found: Diagnostic[] = [];
    const report = (fault: Diagnostic) => found.push(fault);
    expect(compose(template, of, { report, ...(limits && { limits }) })).toBeUndefined();
    return found;
  };

  test("by its rounds", () => {
    expect(refused(`<p>${rows(9)}</p>`)).toMatchObject([
      { code: "template-exceeds-limit", args: { limit: "rounds" } },
    ]);
  });

  test("by its characters", () => {
    const long = "字".repeat(100_000);
    expect(refused(`<p>${rows(3).replace("字", long)}</p>`)).toMatchObject([
      { code: "template-exceeds-limit", args: { limit: "output" } },
    ]);
  });

  test("by one value, before all that it prints is there", () => {
    const of = department({ projects: [project({ name: value("长".repeat(40_000)) })] });
    expect(refused(`<p>${"{{project.name}}".repeat(3000)}</p>`, { of })).toMatchObject([
      { code: "template-exceeds-limit", args: { limit: "output" } },
    ]);
  });

  test("by what stands in one cell or paragraph", () => {
    const cell = rows(3).replace("字", "字".repeat(1000));
    expect(refused(`<p>${cell}</p>`)).toMatchObject([
      { code: "template-exceeds-limit", args: { limit: "glyphs", allowed: 1_000_000 } },
    ]);
  });

  test.each([
    ["elements", "<p></p>".repeat(30)],
    ["glyphs", `<p>${"字".repeat(20)}<br><strong>字</strong></p>`],
    ["rounds", `<p>${rows(2)}</p>`],
    ["output", `<p>${"字".repeat(20)}</p>`],
  ])("by a limit of %s that is set", (limit, template) => {
    const limits = { ...templateLimits, [limit]: 20 };
    const found = refused(template, { limits });
    expect(found.map(({ args }) => args)).toContainEqual({ limit, allowed: 20 });
  });

  test("and one that loops within loops as a list does is not", () => {
    const found: Diagnostic[] = [];
    compose(`<p>${rows(3)}</p>`, given, { report: (fault) => found.push(fault) });
    expect(found).toEqual([]);
  });

  test("and what stands for an empty list sees what surrounds the loop", () => {
    const found: Diagnostic[] = [];
    const template = "<p>{{#each indicators.midTerm.rows}}字{{else}}{{project.name}}{{/each}}</p>";
    expect(compose(template, given, { report: (fault) => found.push(fault) })).toBeDefined();
    expect(found).toEqual([]);
  });
});

describe("nesting", () => {
  test.each([
    ["a cell outside a row", "\n<td></td>", "markup-misplaced templates/trial/project.hbs:2:1"],
    ["a section in a project", "<section></section>", "markup-misplaced templates/trial/project.hbs:1:1"],
    ["text between blocks", "<p></p>\n文字", "markup-misplaced-text templates/trial/project.hbs:1:1"],
    ["an element left open", "\n<p>文字", "markup-unclosed templates/trial/project.hbs:2:1"],
    ["an end without a start", "<p></p>\n</p>", "markup-stray-end templates/trial/project.hbs:1:1"],
  ])("%s", (_, template, expected) => {
    expect(faults(template)).toEqual([expected]);
  });

  test("a fault in a partial names the partial, once for all projects", () => {
    const given = department({ projects: [project(), project()] });
    expect(faults("{{> row}}", given, { "row.hbs": "\n<tr></tr>" })).toEqual([
      "markup-misplaced templates/trial/row.hbs:2:1",
    ]);
  });

  test("of faults at very many places the first are told", () => {
    const nested = "<section>".repeat(20_000) + "</section>".repeat(20_000);
    expect(faults(nested)).toHaveLength(100);
  });
});

describe("the report", () => {
  const template =
    '<h2 {{#unless first}}data-page-break="before"{{/unless}}>{{ordinal}}.{{project.name}}</h2>';
  const headings = (document: Document | undefined) =>
    (document?.sections ?? []).flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === "heading" ? [`${block.id} ${textOf(block.content)}`] : [])),
    );

  test("stands in cover, contents, Part 1 and Part 2, with stable heading ids", () => {
    const document = compose(template, department({ projects: [project(), project()] }));
    expect(document?.title).toBe("某市交通局2024年度报告");
    expect(
      document?.sections.map(({ numbering, continues, centred }) => [numbering, continues, centred]),
    ).toEqual([
      ["none", false, true],
      ["roman", false, false],
      ["decimal", false, false],
      ["decimal", true, false],
    ]);
    expect(headings(document)).toEqual([
      "part-1 第一部分总目标",
      "section-1 一、总体",
      "section-2 二、分项",
      "section-3 三、保障",
      "part-2 第二部分项目",
      "project-1 1.道路维护",
      "project-2 2.道路维护",
    ]);
    expect(document?.sections.at(-1)?.blocks).toMatchObject([
      {},
      { pageBreakBefore: false },
      { pageBreakBefore: true },
    ]);
  });

  test("a heading of a blank field is a blank line, and no entry of the contents", () => {
    const blank = `${template}<h3>{{#if project.purpose}}用途{{/if}}　</h3>`;
    const document = compose(blank, department());
    expect(headings(document)).toEqual(headings(compose(template, department())));
    expect(projectBlocks(document)).toEqual([...projectBlocks(compose(template, department())), "　"]);
  });

  test("a full-width mark keeps an ordinal apart from a name that begins with a number", () => {
    const marked = template.replace(".{{project", "{{ordinalMark}}{{project");
    const projects = [project(), project({ name: value("2024年维修") })];
    expect(headings(compose(marked, department({ projects }))).slice(-2)).toEqual([
      "project-1 1.道路维护",
      "project-2 2．2024年维修",
    ]);
  });

  test("sections with nothing to say are left out and the rest renumbered", () => {
    expect(headings(compose(template, department({ overall: [] })))).toContain("section-2 二、保障");
  });

  test("Part 1 with nothing at all is left out, and no part is numbered then", () => {
    const document = compose(template, department({ overall: [], subGoals: [], safeguards: [] }));
    expect(headings(document)).toEqual(["part-1 项目", "project-1 1.道路维护"]);
    expect(document?.sections.at(-1)?.continues).toBe(false);
  });

  test("a department changes the form's style, and a style of its own must be whole", () => {
    const given = { ...department(), styles: { text: { body: { size: 15 } }, page: { marginTop: 30 } } };
    const { theme } = compose(template, given) ?? {};
    expect(theme?.text.body).toMatchObject({ size: 15, face: "song" });
    expect(theme?.page.marginTop).toBe(30);
    const faults: Diagnostic[] = [];
    const broken = { ...department(), styles: { text: { own: { size: 15 } } } };
    expect(compose(template, broken, { report: (fault) => faults.push(fault) })).toBeUndefined();
    expect(faults[0]).toMatchObject({ at: { file: "department.json" } });
  });

  test("only a draft carries the day", () => {
    expect(compose(template, department())?.watermark).toBeUndefined();
    expect(compose(template, department(), { draft: true })?.watermark).toBe("草稿 2024-11-22");
  });
});

test("values of projects that share a part say whose they are, and the department's own whose part it is", () => {
  const given = department({ projects: [project(), project({ name: value("桥梁维修") })] });
  const sourcesOf = (template: string) =>
    compose(template, given)
      ?.sections.at(-1)
      ?.blocks.flatMap((block) => (block.kind === "paragraph" ? block.sources : []));
  const values = "{{project.name}}{{department.name}}";
  expect(sourcesOf(`<p>${values}</p>`)).toEqual([
    "projects.0.project.name",
    "department.name",
    "projects.1.project.name",
    "department.name",
  ]);
  expect(sourcesOf(`<p data-page-break="before">${values}</p>`)).toEqual([
    "project.name",
    "department.name",
    "project.name",
    "department.name",
  ]);
});
