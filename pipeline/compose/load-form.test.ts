/** What a form's author is told, and where. */
import { describe, expect, test } from "vitest";
import { wordingOf } from "../catalogue/index.ts";
import { type Diagnostic, formatPlace } from "../diagnostics/index.ts";
import { formFiles, formJson, type Replacements } from "../testing/trial-form.ts";
import { loadForm } from "./index.ts";

const heading = "<h2>{{ordinal}}.{{project.name}}</h2>\n";

/** `code place` for every diagnostic; the project template's own lines begin below a heading. */
function faults(project: string, more: Replacements = {}): readonly string[] {
  const found: Diagnostic[] = [];
  const form = loadForm(formFiles(heading + project, more), (diagnostic) => found.push(diagnostic));
  expect(form === undefined).toBe(found.length > 0);
  return found.map((diagnostic) => {
    expect(wordingOf(diagnostic, "zh").todo).not.toBe("");
    return `${diagnostic.code} ${formatPlace(diagnostic.at).replace("templates/trial/", "")}`;
  });
}

describe("a form that is sound", () => {
  test.each([
    ["labels and helpers", '{{#if (present budget.total)}}<p>{{label "budget.total"}}</p>{{/if}}'],
    [
      "block parameters",
      "{{#each goals.annual as |line i|}}<p>{{i}}{{line}}{{#if @first}}{{line}}{{/if}}</p>{{/each}}",
    ],
    ["the outer context", "{{#each goals.annual}}<p>{{../project.name}}{{@root.ordinal}}</p>{{/each}}"],
    [
      "a condition, which opens no context",
      "{{#if first}}<p>{{project.name}}</p>{{else if draft}}<p></p>{{/if}}",
    ],
    ["its own fields", "<p>{{budget.own.bond}}</p>"],
  ])("may use %s", (_, project) => {
    expect(faults(project)).toEqual([]);
  });

  test("may hand a partial a context and values", () => {
    expect(
      faults("{{> line project mark='x'}}", { "line.hbs": "<p>{{code}}{{mark}}{{@root.ordinal}}</p>" }),
    ).toEqual([]);
  });

  test("may replace a shared template", () => {
    expect(faults("", { "cover.hbs": "<section><p>{{department.name}}</p></section>" })).toEqual([]);
  });
});

describe("paths", () => {
  test.each([
    ["printed", "<p>\n{{project.nmae}}</p>", "template-unknown-path project.hbs:3:3"],
    ["in each", "<p>\n{{#each goals.anual}}{{this}}{{/each}}</p>", "template-unknown-path project.hbs:3:9"],
    ["in if", "{{#if projekt}}<p></p>{{/if}}", "template-unknown-path project.hbs:2:7"],
    ["in with", "{{#with project.x}}<p></p>{{/with}}", "template-unknown-path project.hbs:2:9"],
    ["in a helper", "{{#if (present budget.x)}}<p></p>{{/if}}", "template-unknown-path project.hbs:2:16"],
    [
      "inside each",
      "{{#each indicators.annual.rows}}<p>{{indicator.nmae}}</p>{{/each}}",
      "template-unknown-path project.hbs:2:38",
    ],
    ["above the root", "<p>{{../title}}</p>", "template-unknown-path project.hbs:2:6"],
    ["a loop's outside a loop", "<p>{{@index}}</p>", "template-unknown-path project.hbs:2:6"],
    ["a list that is printed", "<p>{{goals.annual}}</p>", "template-wrong-kind project.hbs:2:6"],
    ["each over text", "{{#each project.name}}<p></p>{{/each}}", "template-wrong-kind project.hbs:2:9"],
    [
      "a label that is not listed",
      '<p>{{label "project.lead"}}</p>',
      "template-unknown-label project.hbs:2:12",
    ],
    ["an unknown helper", "<p>{{upper project.name}}</p>", "template-unknown-helper project.hbs:2:4"],
    ["an unknown block", "{{#project}}<p></p>{{/project}}", "template-unknown-helper project.hbs:2:1"],
    ["an unknown partial", "{{> nothing}}", "template-unknown-partial project.hbs:2:1"],
    ["unescaped text", "<p>{{{project.name}}}</p>", "template-unsupported project.hbs:2:4"],
  ])("%s", (_, project, expected) => {
    expect(faults(project)).toEqual([expected]);
  });

  test("in a partial are named by the partial's own line, once for all its uses", () => {
    expect(faults("{{> line}}{{> line}}", { "line.hbs": "\n<p>{{nothing}}</p>" })).toEqual([
      "template-unknown-path line.hbs:2:6",
    ]);
  });

  test("of a partial that includes itself end", () => {
    expect(faults("{{> a}}", { "a.hbs": "{{> b}}", "b.hbs": "{{> a}}" })).toEqual([
      "template-partial-cycle b.hbs:1:1",
    ]);
  });
});

describe("limits", () => {
  /** Each of `levels` partials uses the next one `times`. */
  const tree = (levels: number, times: number): Replacements =>
    Object.fromEntries(
      Array.from({ length: levels + 1 }, (_, level) => [
        `p${level}.hbs`,
        level === levels ? "<p></p>" : `{{> p${level + 1}}}`.repeat(times),
      ]),
    );

  test("partials that come to a billion are refused once, and those of a thousand uses are not", () => {
    expect(faults("{{> p0}}", tree(30, 2))).toEqual(["template-exceeds-limit project.hbs:1:1"]);
    expect(faults("{{> p0}}", tree(3, 9))).toEqual([]);
  });

  test("a file of a million characters", () => {
    expect(faults(" ".repeat(1_000_000))).toEqual(["template-exceeds-limit project.hbs:1:1"]);
  });

  test("elements one after the other may be many, and take no more time each", () => {
    expect(faults("<p></p>".repeat(30_000))).toEqual([]);
  });

  test("blocks inside blocks, twenty thousand deep", () => {
    const nested = (depth: number) => "{{#if first}}".repeat(depth) + "<p></p>" + "{{/if}}".repeat(depth);
    expect(faults(nested(20_000))).toEqual(["template-exceeds-limit project.hbs:1:1"]);
    expect(faults(nested(50).repeat(50))).toEqual([]);
  });

  test("calls in brackets inside calls, twenty thousand deep", () => {
    const nested = (depth: number) =>
      `{{#if ${"(present ".repeat(depth)}project.name${")".repeat(depth)}}}<p></p>{{/if}}`;
    expect(faults(nested(20_000))).toEqual(["template-exceeds-limit project.hbs:1:1"]);
    expect(faults(nested(50).repeat(50))).toEqual([]);
    // What is printed may have as many as it likes.
    expect(faults(`<p>${"(".repeat(200)}</p>`)).toEqual([]);
  });

  test.each([
    ["{{^if first}}", "{{/if}}"],
    ["{{#if first}}{{else if draft}}", "{{/if}}"],
    ["{{else if draft}}", ""],
  ])("blocks inside blocks, however they are opened: %s", (opening, closing) => {
    const nested = (depth: number) =>
      `{{#if first}}${opening.repeat(depth)}<p></p>${closing.repeat(depth)}{{/if}}`;
    expect(faults(nested(120))).toEqual(["template-exceeds-limit project.hbs:1:1"]);
    expect(faults(nested(40).repeat(10))).toEqual([]);
  });
});

describe("markup", () => {
  test.each([
    ["an element", "\n\n  <div></div>", "markup-unknown-element project.hbs:4:3"],
    ["an attribute", "<p\n  style='color:red'></p>", "markup-unknown-attribute project.hbs:2:1"],
    ["a class", "{{#if draft}}\n<p class='boddy'></p>\n{{/if}}", "markup-unknown-class project.hbs:3:1"],
    [
      "a class behind a value",
      "<p>{{project.name}}</p><p class='boddy'></p>",
      "markup-unknown-class project.hbs:2:24",
    ],
    ["a value", "<p data-page-break='after'></p>", "markup-bad-value project.hbs:2:1"],
    [
      "a range",
      "<table><colgroup>\n<col data-width='2' data-least='3'></colgroup></table>",
      "markup-bad-value project.hbs:3:1",
    ],
    ["an entity", "<p>&nbsp;</p>", "markup-unknown-entity project.hbs:2:1"],
    ["an attribute that is printed", "<p {{project.name}}></p>", "markup-unknown-attribute project.hbs:2:1"],
  ])("%s that does not exist", (_, project, expected) => {
    const found = faults(project);
    expect(found[0]).toBe(expected);
    expect(new Set(found).size).toBe(1);
  });
});

describe("the nearest right word", () => {
  const own = { ...formJson.fields, "project.own.region": { label: "地区" } };
  test.each([
    ["a path without its own", "<p>{{project.region}}</p>", "project.own.region"],
    ["a misspelt path", "<p>{{project.nmae}}</p>", "project.name"],
    ["a path with an own too many", "<p>{{project.own.name}}</p>", "project.name"],
    [
      "what is outside of a loop",
      "{{#each goals.annual}}<p>{{project.name}}</p>{{/each}}",
      "../project.name",
    ],
    ["an item", "{{#each indicators.annual.rows}}<p>{{level3}}</p>{{/each}}", "indicator.level3"],
    ["a block parameter", "{{#each goals.annual as |line|}}<p>{{lnie}}</p>{{/each}}", "line"],
    ["loop data", "{{#each goals.annual}}<p>{{@indx}}</p>{{/each}}", "@index"],
    ["a label", '<p>{{label "project.region"}}</p>', "project.own.region"],
    ["a block", "{{#eech goals.annual}}<p></p>{{/eech}}", "each"],
    ["a helper", "{{#if (presnt project.name)}}<p></p>{{/if}}", "present"],
    ["a partial", "{{> covr}}", "cover"],
    ["an element", "<tabel></tabel>", "table"],
    ["an attribute", "<p data-keeps='next'></p>", "data-keep"],
    ["a style", "<p class='boddy'></p>", "body"],
    ["a value", "<p data-keep='nxt'></p>", "next"],
    ["nothing, if none is near", "<p>{{project.lookalike}}</p>", ""],
  ])("of %s", (_, template, nearest) => {
    const found: Diagnostic[] = [];
    const more = { "form.json": JSON.stringify({ ...formJson, fields: own }) };
    loadForm(formFiles(heading + template, more), (diagnostic) => found.push(diagnostic));
    expect(found[0]?.args).toMatchObject({ nearest });
  });

  test("of a field that form.json does not list is that field there", () => {
    const found: Diagnostic[] = [];
    loadForm(formFiles("<p>{{project.own.region}}</p>"), (diagnostic) => found.push(diagnostic));
    const [first] = found;
    if (first === undefined) throw new Error("nothing was found");
    expect(wordingOf(first, "zh").todo).toContain("先在 form.json 的 fields 中写明“project.own.region”");
  });

  test.each([
    ["horizon", ["annual"], "horizons"],
    ["fields", { "project.region": { label: "某" } }, "project.own.region"],
    ["fields", { "project.nme": { label: "某" } }, "project.name"],
    ["horizons", ["anual"], "annual"],
    ["money", { print: "fixd" }, "fixed"],
  ])("in form.json: %s %j", (key, given, nearest) => {
    const found: Diagnostic[] = [];
    const files = formFiles(heading, { "form.json": JSON.stringify({ ...formJson, [key]: given }) });
    loadForm(files, (diagnostic) => found.push(diagnostic));
    const named = found.flatMap(({ args }) => ("nearest" in args ? args.nearest : []));
    expect(named).toContain(nearest);
  });
});

describe("the syntax of a template", () => {
  test.each([
    [
      "a block left open",
      "<p>\n{{#if draft}}\n<p>{{#each goals.annual}}x{{/each}}</p>",
      "3:1",
      "{{#if draft}}",
    ],
    ["blocks that cross", "<p>\n  {{#if draft}}b{{/each}}</p>", "3:6", "{{#if}} … {{/each}}"],
    ["one brace", "<p>{{project.name}</p>\n<p>{{draft}}</p>\n", "2:18", "}</p>"],
    ["nothing in braces", "<p>一</p>\n<p>一 {{}} 二</p>", "3:8", "}} 二</p>"],
    ["the same twice", "<p>{{x y=}}</p>\n\n\n<p>{{x y=}}</p>", "2:10", "}}</p>"],
    ["a stray else", "<p>\n{{else}}</p>", "3:1", "{{else}}</p>"],
    ["lines of Windows", "<p>一</p>\r\n<p>{{draft}</p>\r\n<p>{{draft}}</p>\r\n", "3:11", "}</p>"],
    ["rare characters before it", "<p>𠀀𠀀</p>\n<p>𠀀{{draft}</p>\n", "3:13", "}</p>"],
  ])("%s", (_, template, place, found) => {
    const all: Diagnostic[] = [];
    loadForm(formFiles(heading + template), (diagnostic) => all.push(diagnostic));
    expect(all.map((one) => [one.code, formatPlace(one.at), one.found])).toEqual([
      ["template-syntax", `templates/trial/project.hbs:${place}`, found],
    ]);
  });
});

describe("files", () => {
  test("all faults of all files are told at once", () => {
    const more = {
      "form.json": JSON.stringify({ ...formJson, horizons: ["weekly"], order: "name" }),
      "cover.hbs": "<section>\n\n{{#if x}}",
      "contents.hbs": "{{title",
    };
    expect(faults("", more)).toEqual([
      "form-value-invalid form.json:1:79 /horizons/0",
      "form-value-invalid form.json:1:417 /order",
      "template-syntax cover.hbs:3:1",
      "template-syntax contents.hbs:1:3",
    ]);
  });

  const sentence = { says: "错", todo: "改" };

  test.each([
    ["order", { order: "name" }, '"name"', { kind: "words", words: ["code", "given", "unit"] }],
    ["groupBy", { groupBy: "project.own.goal" }, '"project.own.goal"', { kind: "only", of: "group" }],
    [
      "checks.one.within",
      { checks: { one: { that: "budget.total > 1元", within: "1分", ...sentence } } },
      '"1分"',
      { kind: "only", of: "within" },
    ],
  ])("form.json names path, value and what is allowed: %s", (path, json, written, need) => {
    const found: Diagnostic[] = [];
    const files = formFiles(heading, { "form.json": JSON.stringify({ ...formJson, ...json }) });
    loadForm(files, (diagnostic) => found.push(diagnostic));
    expect(found.map(({ args }) => args)).toEqual([{ path, found: written, nearest: "", needs: [need] }]);
  });

  test("no field is called what every object has", () => {
    const fields = { ...formJson.fields, "project.own.constructor": { label: "施工单位" } };
    expect(faults("", { "form.json": JSON.stringify({ ...formJson, fields }) })).toEqual([
      "form-name-wrong form.json:1:378 /fields/project.own.constructor",
    ]);
  });

  test("a name that an author may not choose is said to be none, with how one is written", () => {
    const found: Diagnostic[] = [];
    const named = {
      lists: { Tasks: { label: "任务" }, budget: { label: "预算" }, toString: { label: "表" } },
      fields: { ...formJson.fields, "project.own.my_town": { label: "乡镇" } },
      checks: { My_Check: { that: "1 < 2", says: "…", todo: "…" } },
    };
    const files = formFiles(heading, { "form.json": JSON.stringify({ ...formJson, ...named }) });
    loadForm(files, (diagnostic) => found.push(diagnostic));
    const plain = { kind: "name", style: "plain" };
    expect(found.map(({ code, args }) => [code, args])).toEqual(
      [
        { path: "lists", key: "Tasks", needs: [plain] },
        { path: "lists", key: "budget", needs: [plain] },
        { path: "lists", key: "toString", needs: [plain] },
        { path: "fields", key: "project.own.my_town", needs: [plain] },
        { path: "checks", key: "My_Check", needs: [{ kind: "name", style: "dashed" }] },
      ].map((args) => ["form-name-wrong", args]),
    );
  });

  test.each([
    ["project.code", { type: "number" }, "type", "own"],
    ["budget.own.bond", { type: "percent" }, "type", "own"],
    ["goals.own.reached", { type: "text" }, "type", "own"],
    ["project.own.rate", { type: "percent", source: true }, "source", "budget"],
    ["project.own.region", { places: 2 }, "places", "counted"],
  ])("form.json says of which fields %s may not be what it is", (field, settings, key, of) => {
    const found: Diagnostic[] = [];
    const fields = { ...formJson.fields, [field]: { label: "某项", ...settings } };
    const files = formFiles(heading, { "form.json": JSON.stringify({ ...formJson, fields }) });
    loadForm(files, (diagnostic) => found.push(diagnostic));
    expect(found.map(({ args }) => args)).toMatchObject([
      { path: `fields.${field}.${key}`, needs: [{ kind: "only", of }] },
    ]);
  });

  test("an error in form.json hides none of the templates", () => {
    const more = { "form.json": JSON.stringify({ ...formJson, order: "name" }) };
    expect(faults("<p class='boddy'>{{project.nme}}</p>", more)).toEqual([
      "form-value-invalid form.json:1:417 /order",
      "template-unknown-path project.hbs:2:20",
      "markup-unknown-class project.hbs:2:1",
    ]);
  });

  test.each([
    [{ order: 3 }, "order 的值不对：3", '应为："code"、"given"、"unit"'],
    [{ cover: "yes" }, 'cover 的值不对："yes"', "应为：true 或 false"],
    [{ horizons: [] }, "horizons 的值不对：[]", "应为：不空的内容"],
    [{ horizons: ["anual"] }, 'horizons[0] 的值不对："anual"', '应为："annual"、"midTerm"'],
    [{ money: undefined }, "缺少 money", "应为：对象 {…}"],
    [{ money: { print: "fixd" } }, 'money.print 的值不对："fixd"', '应为："as-given"、"fixed"'],
    [
      { money: { print: "fixed", unit: "元", places: 7 } },
      "money.places 的值不对：7",
      "应为：不大于 6 的数字",
    ],
    [{ horizon: 1 }, "不认得“horizon”", "是不是“horizons”？可用：$schema、name、title"],
    [
      { fields: { "project.nme": { label: "某" } } },
      "fields 中不认得“project.nme”",
      "是不是“project.name”？",
    ],
    [
      { fields: { "project.name": { label: "某", lable: 1 } } },
      "“lable”",
      "是不是“label”？可用：label、required",
    ],
    [{ rules: { "weight-totl": "off" } }, "rules 中不认得“weight-totl”", "是不是“weight-total”？"],
    [{ rules: { "weight-total": { expct: 1 } } }, "中不认得“expct”", "是不是“expect”？"],
    [
      { rules: { "weight-total": "of" } },
      'rules.weight-total 的值不对："of"',
      '应为："off"、"info"、"warning"、"error"，或对象 {…}',
    ],
    [{ styles: { text: { cell: { size: 3 } } } }, "styles.text.cell.size 的值不对：3", "不小于 4"],
  ])("%j is told without a word of the library's", (change, says, todo) => {
    const found: Diagnostic[] = [];
    const files = formFiles(heading, { "form.json": JSON.stringify({ ...formJson, ...change }) });
    loadForm(files, (diagnostic) => found.push(diagnostic));
    const [first] = found.filter(({ code }) => code.startsWith("form-"));
    if (first === undefined) throw new Error("nothing was found");
    expect(wordingOf(first, "zh").says).toContain(says);
    expect(wordingOf(first, "zh").todo).toContain(todo);
    expect(wordingOf(first, "en").says + wordingOf(first, "en").todo).not.toMatch(
      /expected|received|Invalid|input/u,
    );
  });

  test("broken JSON is named with its line and column, and so is a key of which one would be lost", () => {
    const twice = '{\n  "name": 1,\n  "name": 2 }';
    expect(faults("", { "form.json": '{\n  "name": 1\n  "title"}' })).toEqual(["json-broken form.json:3:3"]);
    expect(faults("", { "form.json": '{\n  "name": }' })).toEqual(["json-broken form.json:2:11"]);
    expect(faults("", { "form.json": twice })).toEqual(["json-key-repeated form.json:3:3 /name"]);
  });

  test("what is wrong in form.json is named with the line and column of its value, its key, or what should hold it", () => {
    const lines = [
      '{ "name": { "zh": "试", "en": "T" },',
      '  "title": "{deparment}", "colums": 1,',
      '  "horizons": ["annual", "anual"],',
      '  "money": { "print": "fixed", "unit": "万元" },',
      '  "fields": {',
      '    "project.region": { "label": "地区" }, "tasks.own.name": { "lable": "名称" },',
      '    "project.name": { "label": "名称", "requird": true } } }',
    ];
    expect(faults("", { "form.json": lines.join("\n") })).toEqual([
      "form-value-invalid form.json:2:12 /title",
      "form-value-invalid form.json:3:26 /horizons/1",
      "form-value-missing form.json:4:12 /money",
      "form-key-unknown form.json:6:5 /fields/project.region",
      "form-key-unknown form.json:6:42 /fields/tasks.own.name",
      "form-key-unknown form.json:7:38 /fields/project.name/requird",
      "form-key-unknown form.json:2:27 /colums",
    ]);
  });

  test.each([
    ["no object", "[]", ["form-value-invalid form.json:1:1"]],
    [
      "its fields called otherwise",
      JSON.stringify({ ...formJson, fields: undefined, field: formJson.fields }),
      [/^form-key-unknown form.json:1:\d+ \/field$/u],
    ],
    [
      "its fields a list",
      JSON.stringify({ ...formJson, fields: [] }),
      [/^form-value-invalid form.json:1:\d+ \/fields$/u],
    ],
    [
      "its fields nothing",
      JSON.stringify({ ...formJson, fields: null }),
      [/^form-value-invalid form.json:1:\d+ \/fields$/u],
    ],
  ])("what is wrong there is told once, and of no template what follows from it: %s", (_, json, expected) => {
    const found = faults(`${heading}{{label "project.code"}}{{project.own.region}}`, { "form.json": json });
    expect(found).toEqual(
      expected.map((one) => (typeof one === "string" ? one : expect.stringMatching(one))),
    );
  });

  test("a missing template is named", () => {
    const { shared, ...files } = formFiles(heading);
    const found: Diagnostic[] = [];
    loadForm({ ...files, shared: shared.filter(({ name }) => !name.endsWith("cover.hbs")) }, (d) =>
      found.push(d),
    );
    expect(found).toMatchObject([{ code: "form-file-missing", at: { file: "templates/shared/cover.hbs" } }]);
  });

  test("a style of the form's own must be whole", () => {
    const styles = { text: { tiny: { size: 6 }, cell: { size: 9 } } };
    const found = faults("", { "form.json": JSON.stringify({ ...formJson, styles }) });
    expect(new Set(found)).toEqual(new Set(["form-value-missing form.json:1:434 /styles/text/tiny"]));
    expect(
      faults("", { "form.json": JSON.stringify({ ...formJson, styles: { text: { cell: { size: 9 } } } }) }),
    ).toEqual([]);
  });
});
