/** Which source a template's values are marked with, however it reaches them. */
import { expect, test } from "vitest";
import { compileTemplates, readTemplates } from "./load-templates.ts";
import { sourced, sourcedEach, sourcesIn, withoutSources } from "./value-source.ts";

const view = sourcedEach(
  {
    ordinal: 3,
    note: "不是数据",
    name: "甲<乙",
    project: sourced("project", { name: "培训", unit: "", own: sourced("project.own", { region: "北" }) }),
    goals: sourced("goals", { annual: ["一", "二"], midTerm: ["三"] }),
    rows: [
      { label: sourcedEach({ text: "产出", span: 1 }, { text: "indicators.1.level1" }), list: ["x"] },
      sourced("indicators.1", { level3: "人数", list: ["y", "z"] }),
    ],
  },
  { name: "department.name" },
);

function print(text: string, partials: Readonly<Record<string, string>> = {}): string {
  const templates = Object.entries({ trial: text, ...partials });
  const files = new Map(
    templates.map(([name, body]) => [`${name}.hbs`, { name: `${name}.hbs`, text: body }]),
  );
  const rules = { needed: [], labels: [], theme: undefined, checks: () => false };
  const read = readTemplates(files, rules, ({ code }) => expect.fail(code));
  return compileTemplates(read, {})("trial")(view);
}

test.each([
  ["a value of a view", "{{project.name}}", ["project.name"]],
  ["a blank", "{{project.unit}}", ["project.unit"]],
  ["one of the form's own", "{{project.own.region}}", ["project.own.region"]],
  ["one that the view itself names", "{{name}}", ["department.name"]],
  ["numbers and what is no data", "{{ordinal}}{{note}}", []],
  [
    "inside a block of its own",
    "{{#with project}}{{name}}{{this.unit}}{{../name}}{{/with}}",
    ["project.name", "project.unit", "department.name"],
  ],
  ["items of a list", "{{#each goals.annual}}{{this}}{{/each}}", ["goals.annual.0", "goals.annual.1"]],
  [
    "items below a condition",
    "{{#each goals.annual}}{{#if this}}{{.}}{{/if}}{{/each}}",
    ["goals.annual.0", "goals.annual.1"],
  ],
  [
    "items of a list inside a block",
    "{{#with goals}}{{#each midTerm}}{{this}}{{/each}}{{/with}}",
    ["goals.midTerm.0"],
  ],
  [
    "items by a parameter",
    "{{#each goals.annual as |goal at|}}{{at}}{{goal}}{{/each}}",
    ["goals.annual.0", "goals.annual.1"],
  ],
  [
    "a parameter from further in",
    "{{#each goals.midTerm as |goal|}}{{#with @root.project}}{{goal}}{{name}}{{/with}}{{/each}}",
    ["goals.midTerm.0", "project.name"],
  ],
  [
    "lists of what a parameter names",
    "{{#each rows as |row|}}{{#each row.list}}{{this}}{{/each}}{{/each}}",
    ["indicators.1.list.0", "indicators.1.list.1"],
  ],
  [
    "rows of a list",
    "{{#each rows}}{{#with label}}{{text}}{{/with}}{{#if level3}}{{level3}}{{/if}}{{/each}}",
    ["indicators.1.level1", "indicators.1.level3"],
  ],
  ["in an attribute", '<p title="{{project.name}}">{{project.name}}</p>', ["project.name"]],
])("%s", (_, template, sources) => {
  expect(sourcesIn(print(template))).toEqual(sources);
});

test("a partial's values", () => {
  const printed = print("{{> side project}}{{> side}}", { side: "{{#if name}}{{name}}{{/if}}" });
  expect(sourcesIn(printed)).toEqual(["project.name", "department.name"]);
});

test("what is printed is what would be without marks, escaped", () => {
  expect(withoutSources(print("[{{name}}|{{project.unit}}|{{ordinal}}]"))).toBe("[甲&lt;乙||3]");
});
