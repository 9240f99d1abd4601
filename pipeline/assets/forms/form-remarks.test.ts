/** What is odd about a form that prints: fields that nothing prints, values that it does not list, settings and files of no use. */
import { describe, expect, test } from "vitest";
import { ruleCodes } from "../../check/index.ts";
import { loadForm } from "../../compose/index.ts";
import { formatPlace } from "../../diagnostics/index.ts";
import { loadShippedForm, readShippedForms } from "../../testing/shipped-forms.ts";
import { formFiles, formJson, type Replacements } from "../../testing/trial-form.ts";
import { formRemarks, readForms } from "./index.ts";

/** All that the small form requires. */
const whole = `<h2>{{project.name}}</h2><p>{{project.code}}{{budget.total}}{{budget.own.bond}}</p>
{{#each indicators.annual.rows}}<p>{{indicator.level3}}</p>{{/each}}`;

const place = (text: string) => text.replace("templates/trial/", "");

/** The small form prints no values. */
const valuesOff = { "indicator-value-missing": "off" };

/** `code place field` of each; `json`: what is other in form.json. */
function remarks(
  project: string,
  {
    json = {},
    files: more = {},
    rules = {},
  }: { readonly json?: object; readonly files?: Replacements; readonly rules?: object } = {},
): readonly string[] {
  const files = formFiles(project, {
    "form.json": JSON.stringify({ ...formJson, ...json, rules: { ...valuesOff, ...rules } }, null, 1),
    ...more,
  });
  const form = loadForm({ ...files, ruleCodes }, (problem) => expect(problem).toBeUndefined());
  if (form === undefined) throw new Error("the form is broken");
  return formRemarks(form, files.files).map(({ code, at, found = "" }) =>
    `${code} ${place(formatPlace(at)).replace(/ \/.*/u, "")} ${found}`.trim(),
  );
}

function withFields(fields: Readonly<Record<string, object>>): { readonly json: object } {
  return { json: { fields: { ...formJson.fields, ...fields } } };
}

test("no shipped form has any", async () => {
  const sources = await readForms(undefined, (problem) => expect(problem).toBeUndefined());
  const forms = [...readShippedForms().specs.keys()].map(loadShippedForm);
  expect(forms.length).toBeGreaterThan(10);
  for (const form of forms)
    expect([form.id, formRemarks(form, sources?.forms.get(form.id) ?? [])]).toEqual([form.id, []]);
});

describe("a required field", () => {
  test("is printed by a condition, a loop, a partial, a merged label, or the value that is made of it", () => {
    const own = withFields({
      "project.own.region": { label: "地区", required: true },
      "goals.annual": { label: "目标", required: true },
      "goals.own.reached": { label: "完成", required: true },
      "indicator.level1": { label: "一级", required: true },
      "indicator.value": { label: "值", required: true },
      "indicator.unit": { label: "单位", required: true },
    });
    const template = `${whole}{{#if draft}}<p>{{> region project}}</p>{{/if}}
      {{#each goals.annual as |line|}}<p>{{line}}{{@root.ordinal}}</p>{{/each}}
      {{#each goals.own.reached}}<p>{{this}}</p>{{/each}}
      {{#each indicators.annual.rows}}<p>{{#with level1}}{{text}}{{/with}}{{indicator.printedValue}}</p>{{/each}}`;
    const partial = "{{own.region}}";
    expect(remarks(template, { ...own, files: { "region.hbs": partial } })).toEqual([]);
  });

  test("that is only asked for, labelled or added up is not printed", () => {
    const own = withFields({
      "project.own.region": { label: "地区", required: true },
      "project.own.kind": { label: "类别", required: true },
      "budget.own.bond": { label: "债券", required: true },
    });
    const template = `${whole.replace("{{budget.own.bond}}", "")}
      {{#if project.own.region}}<p>有</p>{{/if}}<p>{{label "project.own.kind"}}</p>`;
    const partTwo = "<section><h1>项目</h1><p>{{totals.budget.own.bond}}</p></section>";
    expect(remarks(template, { ...own, files: { "part-two.hbs": partTwo } })).toEqual([
      "form-required-unprinted form.json:28:3 budget.own.bond",
      "form-required-unprinted form.json:36:3 project.own.region",
      "form-required-unprinted form.json:40:3 project.own.kind",
    ]);
  });

  test("of a list is printed in Part 1 or Part 2", () => {
    const json = {
      lists: { tasks: { label: "任务", groups: ["kind"] } },
      fields: {
        ...formJson.fields,
        "tasks.kind": { label: "类别", required: true },
        "tasks.name": { label: "名称", required: true },
      },
    };
    const rows = (row: string) =>
      `<section><h1>项目</h1>{{#each lists.tasks.rows}}<p>${row}</p>{{/each}}</section>`;
    const both = rows("{{#with merged.kind}}{{text}}{{/with}}{{row.name}}");
    expect(remarks(whole, { json, files: { "part-two.hbs": both } })).toEqual([]);
    expect(remarks(whole, { json, files: { "part-two.hbs": rows("{{row.kind}}") } })).toEqual([
      "form-required-unprinted form.json:39:3 tasks.name",
    ]);
  });
});

test("a field of the form's own that nothing names is of no use; one that a formula or sentence names is", () => {
  const fields = {
    ...formJson.fields,
    "project.own.a": { label: "甲", type: "number" },
    "project.own.b": { label: "乙", type: "number" },
    "project.own.c": { label: "丙" },
    "project.own.d": { label: "丁", type: "number" },
    "project.own.e": { label: "戊" },
  };
  const checks = { less: { that: "project.own.a < 3", says: "{project.own.c}", todo: "改" } };
  const rollup = { d: { label: "丁", how: "sum", of: "project.own.d" } };
  expect(
    remarks(whole, { json: { fields, checks, compute: { "project.own.b": "project.own.a" }, rollup } }),
  ).toEqual(["form-own-unused form.json:39:3 project.own.b", "form-own-unused form.json:50:3 project.own.e"]);
});

test("a field of all forms that is listed is printed, or made use of without", () => {
  const own = withFields({
    "project.unit": { label: "单位" },
    "project.purpose": { label: "用途" },
    "project.lead": { label: "负责人" },
    "budget.fiscal": { label: "财政资金" },
    "goals.annual": { label: "目标" },
    "indicator.horizon": { label: "期限" },
    "indicator.basis": { label: "依据" },
  });
  const asked = `${whole}{{#if project.lead}}<p>有</p>{{/if}}`;
  expect(remarks(asked, own)).toEqual([
    "form-field-unprinted form.json:38:3 project.purpose",
    "form-field-unprinted form.json:47:3 goals.annual",
    "form-field-unprinted form.json:53:3 indicator.basis",
  ]);
});

test("values of indicators that nothing prints are told once, listed or not, unless they are not asked for", () => {
  const on = { rules: { "indicator-value-missing": "error" } };
  const value = (required: boolean) => withFields({ "indicator.value": { label: "指标值", required } });
  expect(remarks(whole, on)).toEqual(["form-value-unprinted project.hbs:2:38 indicator.value"]);
  expect(remarks(whole, { ...value(false), ...on })).toEqual([
    "form-value-unprinted form.json:35:3 indicator.value",
  ]);
  expect(remarks(whole, { ...value(true), ...on })).toEqual([
    "form-required-unprinted form.json:35:3 indicator.value",
  ]);
  expect(remarks(whole, value(false))).toEqual([]);
  const printed = whole.replace("{{indicator.level3}}", "{{indicator.level3}}{{indicator.printedValue}}");
  expect(remarks(printed, { ...value(false), ...on })).toEqual([]);
});

test("a cell for groups is of no use in a form that groups by nothing", () => {
  const template = `${whole}{{#each indicators.annual.rows}}{{#with group}}<p>{{text}}</p>{{/with}}{{/each}}`;
  expect(remarks(template)).toEqual(["template-group-missing project.hbs:2:109 group"]);
  const own = withFields({ "indicator.own.goal": { label: "目标" } });
  expect(remarks(template, { json: { ...own.json, groupBy: "indicator.own.goal" } })).toEqual([]);
});

test("a source of the total is of use though it is not printed", () => {
  const own = (source: boolean) => withFields({ "budget.own.fund": { label: "基金", source } });
  expect(remarks(whole, own(true))).toEqual([]);
  expect(remarks(whole, own(false))).toEqual(["form-own-unused form.json:35:3 budget.own.fund"]);
});

test("an order of groups is of no use without what they are groups by", () => {
  const own = withFields({ "indicator.own.goal": { label: "目标", required: true } });
  const template = `${whole}{{#each indicators.annual.rows}}<p>{{indicator.own.goal}}</p>{{/each}}`;
  const json = { ...own.json, groupOrder: ["长期目标1", { name: "年度目标1" }] };
  expect(remarks(template, { json })).toEqual(["form-group-order-unused form.json:43:2 groupOrder"]);
  expect(remarks(template, { json: { ...json, groupBy: "indicator.own.goal" } })).toEqual([]);
});

test("a check of indicators alone is told to be one of all projects together", () => {
  const check = (that: string) => {
    const checks = { some: { that, says: "少", todo: "请补。" } };
    return remarks(whole, { json: { checks } }).filter((one) => one.includes("of-all-projects"));
  };
  const few = 'count(indicator.level3 = "人数") > 1';
  expect(check(few)).toEqual([
    expect.stringMatching(/^form-check-of-all-projects form\.json:\d+:\d+ some$/u),
  ]);
  expect(check(`where given project.name then ${few}`)).toEqual([]);
});

test("horizons are those whose indicators the templates print", () => {
  const row = (horizon: string) =>
    `${whole}{{#each indicators.${horizon}.rows}}<p>{{indicator.level3}}</p>{{/each}}`;
  const both = { json: { horizons: ["midTerm", "annual"] } };
  expect(remarks(whole, both)).toEqual(["form-horizon-unprinted form.json:8:3 midTerm"]);
  expect(remarks(row("midTerm"), both)).toEqual([]);
  expect(remarks(row("midTerm"))).toEqual(["form-horizon-unlisted project.hbs:2:107 midTerm"]);
  const aligned = "{{#each indicators.aligned.rows}}<p>{{midTerm.level3}}{{annual.level3}}</p>{{/each}}";
  expect(remarks(`${whole}${aligned}`, both)).toEqual([]);
});

test("what is printed and not listed is named where it is first printed", () => {
  const template = `${whole}
  <p>{{project.purpose}}{{project.purpose}}{{project.year}}{{department.unitName}}</p>
  {{#each indicators.annual.rows}}<p>{{../project.lead}}{{indicator.printedValue}}{{#with level2}}{{text}}{{/with}}</p>{{/each}}`;
  expect(remarks(template)).toEqual([
    "form-printed-undeclared project.hbs:3:8 project.purpose",
    "form-printed-undeclared project.hbs:4:40 project.lead",
    "form-printed-undeclared project.hbs:4:59 indicator.value",
    "form-printed-undeclared project.hbs:4:101 indicator.level2",
  ]);
});

test("what only some rows have is asked for first", () => {
  const own = withFields({ "indicator.level1": { label: "一级" } });
  const row = (inside: string) => `${whole}{{#each indicators.annual.rows}}<p>${inside}</p>{{/each}}`;
  expect(remarks(row("{{#if level1}}{{level1.text}}{{/if}}{{#with level1}}{{text}}{{/with}}"), own)).toEqual(
    [],
  );
  expect(remarks(row("{{#unless level1}}x{{else}}{{level1.text}}{{/unless}}"), own)).toEqual([]);
  expect(remarks(row("{{level1.text}}"), own)).toEqual([
    "template-path-optional project.hbs:2:106 level1.text",
  ]);
  expect(remarks(row("{{#if level1}}x{{else}}{{level1.text}}{{/if}}"), own)).toHaveLength(1);
});

test("a template that nothing includes prints nothing", () => {
  expect(remarks(whole, { files: { "line.hbs": "<p>{{nothing}}</p>" } })).toEqual([
    "template-unused line.hbs",
  ]);
});
