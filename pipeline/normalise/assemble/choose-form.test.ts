import { expect, test } from "vitest";
import type { Diagnostic } from "../../diagnostics/index.ts";
import { trialSpec } from "../../testing/trial-form.ts";
import { chooseForm, type KnownForm } from "./choose-form.ts";

const form = (id: string, fields: readonly string[]): KnownForm => ({
  id,
  spec: trialSpec({
    name: { zh: `${id}表式`, en: id },
    fields: Object.fromEntries(fields.map((field) => [field, { label: field }])),
  }),
});
const forms = [
  form("wide", ["project.name", "project.lead", "indicator.weight"]),
  form("narrow", ["project.name", "project.lead"]),
  form("other", ["project.code"]),
];

function choose(fields: readonly string[], wish: { option?: string; named?: string } = {}) {
  const codes: string[] = [];
  const at = { kind: "file", file: "department.json" } as const;
  const choice = chooseForm(
    {
      forms,
      folder: "data/x",
      fieldsFor: () => new Set(fields),
      ...(wish.option === undefined ? {} : { option: wish.option }),
      ...(wish.named === undefined ? {} : { named: { text: wish.named, at } }),
    },
    ({ code }) => void codes.push(code),
  );
  return choice === undefined ? codes : [choice.form.id, choice.reason.kind];
}

test("the form that covers most of the columns, and of equals the one with the fewest others", () => {
  expect(choose(["project.name", "indicator.weight"])).toEqual(["wide", "fitting"]);
  expect(choose(["project.name"])).toEqual(["narrow", "fitting"]);
});

test("a name goes before the fit, an option before the name", () => {
  expect(choose(["project.name"], { named: "other" })).toEqual(["other", "named"]);
  expect(choose(["project.name"], { named: "wide表式" })).toEqual(["wide", "named"]);
  expect(choose(["project.name"], { named: "other", option: "wide" })).toEqual(["wide", "option"]);
});

test("an unknown name and no fit at all are failures", () => {
  expect(choose(["project.name"], { named: "hubei" })).toEqual(["form-unknown"]);
  expect(choose(["project.name"], { option: "hubei" })).toEqual(["form-unknown"]);
  expect(choose(["project.annex"])).toEqual(["form-undecided"]);
});

test("a tie is told with all that would do as well; a name, a better form or byName leaves none", () => {
  const twin = (id: string, more: object = {}): KnownForm => ({
    id,
    spec: trialSpec({
      name: { zh: `${id}表式`, en: id },
      fields: { "project.name": { label: "名称" }, "project.lead": { label: "负责人" } },
      ...more,
    }),
  });
  const best = form("best", ["project.name", "project.lead", "indicator.weight"]);
  const tied = (known: readonly KnownForm[], fields: readonly string[], named?: string) => {
    const found: Diagnostic[] = [];
    const at = { kind: "file", file: "department.json" } as const;
    const wish = { forms: known, folder: "data/x", fieldsFor: () => new Set(fields) };
    const stated = named === undefined ? undefined : { text: named, at };
    const choice = chooseForm({ ...wish, named: stated }, (diagnostic) => found.push(diagnostic));
    return [choice?.form.id, ...found.map(({ code, at: place, args }) => ({ code, place, args }))];
  };
  const columns = ["project.name", "project.lead"];
  const place = { kind: "file", file: "data/x" };
  expect(tied([twin("a"), twin("b"), twin("c")], columns)).toEqual([
    "a",
    { code: "form-tied", place, args: { chosen: "a", others: ["b", "c"] } },
  ]);
  expect(tied([twin("a"), twin("b")], columns, "b")).toEqual(["b"]);
  expect(tied([twin("a"), twin("b", { byName: true })], columns)).toEqual(["a"]);
  expect(tied([twin("a"), twin("b"), best], [...columns, "indicator.weight"])).toEqual(["best"]);
});
