import { expect, test } from "vitest";
import { trialSpec } from "../testing/trial-form.ts";
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
