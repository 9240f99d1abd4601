/** What a form shows when it is printed with made-up data: nothing of a sound one, else what a build would refuse, with its line. */
import { expect, test } from "vitest";
import { wordingOf } from "../../catalogue/index.ts";
import { ruleCodes } from "../../check/index.ts";
import { loadForm } from "../../compose/index.ts";
import { formatPlace } from "../../diagnostics/index.ts";
import { loadShippedForm, readShippedForms } from "../../testing/shipped-forms.ts";
import { formFiles, formJson } from "../../testing/trial-form.ts";
import { proofForm } from "./index.ts";

test.each([...readShippedForms().specs.keys()])("%s prints whatever it is given", (id) => {
  expect(proofForm(loadShippedForm(id))).toEqual([]);
});

const table = (rows: string) =>
  `<table class="grid"><colgroup><col data-width="1"><col data-width="1"></colgroup><tbody>${rows}</tbody></table>`;

/** `code line:column` of each, with the made-up project that shows it. */
function proof(project: string, json: object = {}): readonly string[] {
  const files = formFiles(project, { "form.json": JSON.stringify({ ...formJson, ...json }) });
  const form = loadForm({ ...files, ruleCodes }, (problem) => expect(problem).toBeUndefined());
  if (form === undefined) throw new Error("the form is broken");
  const found = proofForm(form);
  for (const fault of found) expect(wordingOf(fault, "zh").says).toMatch(/（用编造的数据试印时）$/u);
  return found.map(({ code, at, subject }) => {
    const place = formatPlace(at).replace("templates/trial/", "");
    return [code, place, ...(subject?.project === undefined ? [] : [subject.project])].join(" ");
  });
}

const all = "试印：各栏都填";

test.each([
  [
    "a tag that is not closed",
    "<h2>{{project.name}}</h2><p>{{project.code}}",
    ["markup-unclosed project.hbs:1:26"],
  ],
  [
    "a colspan that is too large",
    `<h2>{{project.name}}</h2>${table('\n<tr><td colspan="3">{{project.code}}</td></tr>')}`,
    ["markup-grid project.hbs:2:1"],
  ],
  [
    "a style that is put together",
    '<h2>{{project.name}}</h2>\n<p class="bod{{#if first}}i{{else}}y{{/if}}">{{project.code}}</p>',
    ["markup-unknown-class project.hbs:2:1"],
  ],
  [
    "an element where it must not be",
    "<h2>{{project.name}}</h2><p>{{project.code}}<table></table></p>",
    ["markup-misplaced project.hbs:1:45", "markup-incomplete project.hbs:1:45"],
  ],
])("%s is told with its line", (_, project, expected) => {
  expect(proof(project).map((found) => found.split(" ").slice(0, 2).join(" "))).toEqual(expected);
});

test("a table that does not come out where a project has no indicators, or no level 1, is told with what that project is", () => {
  const row = (cells: string) => `<h2>{{project.name}}</h2>${table(`<tr>${cells}</tr>`)}`;
  const label = '<th rowspan="{{indicators.annual.span}}">指标</th>';
  const noBlankRow = `${label}{{#each indicators.annual.rows}}<td>{{indicator.level3}}</td>{{/each}}`;
  expect(proof(row(noBlankRow))).toEqual([
    expect.stringContaining(`markup-grid project.hbs:1:${1 + row("").indexOf("<tr>")} ${all}`),
  ]);
  const blank = `{{#each indicators.annual.rows}}<tr><td>{{indicator.level3}}</td><td></td></tr>{{/each}}`;
  expect(proof(`<h2>{{project.name}}</h2>${table(blank)}`)).toEqual([
    expect.stringContaining("markup-incomplete"),
  ]);
});

test("groups of the form's own, lists and a second horizon are printed, too", () => {
  const groups = {
    groupBy: "indicator.own.goal",
    groupOrder: ["目标一", "目标二"],
    lists: { tasks: { label: "任务", groups: ["name"] } },
    fields: {
      ...formJson.fields,
      "indicator.own.goal": { label: "目标" },
      "tasks.name": { label: "任务" },
      "tasks.amount": { label: "金额", type: "money" },
    },
  };
  const inGroups = table(
    "{{#each indicators.annual.groups}}<tr><td>{{text}}</td></tr>{{/each}}<tr><td></td><td></td></tr>",
  );
  expect(proof(`<h2>{{project.name}}</h2>${inGroups}`, groups)).toEqual([
    expect.stringMatching(/^markup-grid project\.hbs:1:\d+ /u),
  ]);
  const side = table(
    "{{#each indicators.aligned.rows}}<tr>{{#if midTerm.level3}}<td></td>{{/if}}<td>{{annual.level3}}</td></tr>{{/each}}<tr><td></td><td></td></tr>",
  );
  expect(proof(`<h2>{{project.name}}</h2>${side}`, { horizons: ["midTerm", "annual"] })).toEqual([
    expect.stringMatching(/^markup-grid project\.hbs:1:\d+ /u),
  ]);
});
