/** When Part 1 is printed: where it says something of the department that its template prints there. */
import { expect, test } from "vitest";
import { amount, department, formFiles, formJson, project } from "../testing/trial-form.ts";
import { loadForm } from "./load-form.ts";
import { renderReport } from "./render-report.ts";

const fields = {
  ...formJson.fields,
  "department.own.maker": { label: "填表人" },
  "tasks.name": { label: "任务名称" },
};
const given = {
  overall: [],
  subGoals: [],
  safeguards: [],
  projects: [project()],
};
const own = { ...given, own: { maker: amount("李四") } };
const at = { kind: "file", file: "department.json" } as const;
const listed = { ...given, lists: { tasks: [{ list: "tasks", values: { name: amount("甲") }, at }] } };

const partOne = (inside: string) => `<section><h1>第一部分</h1>${inside}</section>`;
const rows = "{{#each lists.tasks.rows}}<p>{{row.name}}</p>{{/each}}";

test.each([
  ["a field of its own that Part 1 prints", own, "<p>{{department.own.maker}}</p>", true],
  ["a field of its own in a partial of it", own, "{{> maker}}", true],
  ["a field of its own that only another part prints", own, "<p>{{department.name}}</p>", false],
  ["a list that Part 1 prints", listed, rows, true],
  ["a list that only another part prints", listed, "<p>无</p>", false],
  ["a list that it prints and there is none", own, rows, false],
  ["its projects", given, "{{#each projects}}<p>{{project.name}}</p>{{/each}}", true],
  ["sums of them", given, "<p>{{totals.budget.total}}</p>", true],
  ["nothing", given, "<p>{{department.name}}</p>", false],
])("%s", (_name, facts, inside, isPrinted) => {
  const sound = () => expect.unreachable();
  const json = { ...formJson, lists: { tasks: { label: "任务" } }, fields };
  const files = formFiles("<p>{{project.name}}{{department.own.maker}}</p>", {
    "form.json": JSON.stringify(json),
    "part-one.hbs": partOne(inside),
    "maker.hbs": "<p>{{department.own.maker}}</p>",
  });
  const form = loadForm(files, sound);
  const rendered =
    form && renderReport({ form, department: department(facts), draft: false, day: "" }, sound);
  expect(JSON.stringify(rendered?.sections).includes("第一部分")).toBe(isPrinted);
});

test.each([
  ["目标1：修路。", ""],
  ["绩效目标一、修路。", ""],
  ["绩效目标：修路。", ""],
  ["年度目标：修路。", ""],
  ["1.修路。", "绩效目标："],
  ["目标人群全部覆盖。", "绩效目标："],
  ["年度目标任务全部完成。", "绩效目标："],
  ["目标任务：修路。", "绩效目标："],
  ["绩效目标管理：逐项落实。", "绩效目标："],
  ["完成年度目标：修路。", "绩效目标："],
])("a goal that calls itself one is not called so again: %s", (goal, before) => {
  const sound = () => expect.unreachable();
  const named = "{{#each partOne.subGoals.items}}{{#each namedGoals}}<p>{{this}}</p>{{/each}}{{/each}}";
  const form = loadForm(formFiles("<p>{{project.name}}</p>", { "part-one.hbs": partOne(named) }), sound);
  const subGoals = [{ name: amount("道路"), goals: [amount(goal)] }];
  const facts = department({ ...given, subGoals });
  const rendered = form && renderReport({ form, department: facts, draft: false, day: "" }, sound);
  expect(JSON.stringify(rendered?.sections)).toContain(`"${before}${goal}"`);
});
