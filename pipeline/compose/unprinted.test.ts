/** A project that its form leaves out is noticed, whatever else the template prints. */
import { expect, test } from "vitest";
import { department, formFiles, indicator, project, value } from "../testing/trial-form.ts";
import { findUnprinted, loadForm, renderReport } from "./index.ts";

const strange = project({ name: value(`<甲> & "乙"\n二期`), code: undefined, goals: {} });

function unprinted(template: string, projects = [project(), strange], draft = false) {
  const form = loadForm(formFiles(template), (problem) => {
    throw new Error(problem.code);
  });
  const given = department({ projects });
  const rendered =
    form && renderReport({ form, department: given, draft, day: "2024-11-22" }, () => undefined);
  return rendered && findUnprinted(rendered, given)?.args;
}

const both = { count: 2, projects: ["道路维护", `<甲> & "乙"\n二期`] };

test.each([
  ["nothing", "<p></p>", both],
  ["words of its own alone", "<p>{{ordinal}}. 绩效目标表</p>", both],
  [
    "a caption that is not shown",
    `<table data-caption="{{project.name}}"><tbody><tr><td></td></tr></tbody></table>`,
    both,
  ],
  ["a condition that does not hold", "{{#if draft}}<p>{{project.name}}</p>{{else}}<p></p>{{/if}}", both],
  [
    "one of two",
    "{{#if project.code}}<p>{{project.code}}</p>{{else}}<p></p>{{/if}}",
    { count: 1, projects: [both.projects[1]] },
  ],
])("a template that prints %s", (_, template, args) => {
  expect(unprinted(template)).toEqual(args);
});

test.each([
  ["names", "<p>{{project.name}}</p>"],
  ["names between other words", "<p>项目<strong>{{project.name}}</strong>的目标</p>"],
  [
    "names in a caption and below it",
    `<table data-caption="{{project.name}}"><tbody><tr><td>{{project.name}}</td></tr></tbody></table>`,
  ],
  ["indicators only", "<p>{{#each indicators.annual.rows}}{{indicator.level3}}{{/each}}</p>"],
])("a template that prints %s is sound", (_, template) => {
  expect(unprinted(template)).toBeUndefined();
});

test("of a project that says nothing nothing can be missing", () => {
  const blank = project({ name: undefined, code: undefined, goals: {}, indicators: [] });
  expect(unprinted("<p></p>", [blank])).toBeUndefined();
  expect(unprinted("<p></p>", [{ ...blank, indicators: [indicator("甲")] }])).toMatchObject({ count: 1 });
});
