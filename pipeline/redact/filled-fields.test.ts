/** What stands in a department's own lists is known by its column, as that of a project is. */
import { expect, test } from "vitest";
import type { Diagnostic } from "../diagnostics/index.ts";
import { buildDepartment, buildSpec } from "../testing/build-project.ts";
import { namesOfFields, reportMarkedFacts } from "./left-out.ts";
import { namesToMask } from "./mask-names.ts";

const at = { kind: "file", file: "tasks.csv" } as const;
const text = (said: string) => ({ text: said, at });
const called = [
  ["tasks.leader", "责任人"],
  ["tasks.open", "是否公开"],
] as const;
const spec = buildSpec({
  fields: Object.fromEntries(
    called.map(([field, label]) => [field, { label, required: false, aliases: [] }]),
  ),
});
const values = { leader: text("张晓明"), open: text("否") };
const department = {
  ...buildDepartment(),
  lists: { tasks: [{ list: "tasks", values, at }] },
  public: { leftOut: [], names: [], nameFields: [text("责任人")] },
};

test("names below a column of a list are masked", () => {
  expect(namesToMask(department, spec, () => expect.unreachable())).toEqual(["张晓明"]);
});

test("a row of a list that is not to be published is told", () => {
  const found: Diagnostic[] = [];
  const report = (one: Diagnostic) => found.push(one);
  reportMarkedFacts(department, { called: namesOfFields(spec), report });
  expect(found).toEqual([{ code: "public-classified", at, found: "否", args: { marking: "否" } }]);
});
