/** Reading, normalising and checking leave what they are given as it was: given frozen data, none of them throws. */
import { expect, test } from "vitest";
import { checkDepartment, ruleCodes } from "../check/index.ts";
import { normaliseDepartment } from "../normalise/index.ts";
import { readSource, readTree } from "../read/index.ts";
import { readSources } from "./run-case.ts";
import { readShippedForms } from "./shipped-forms.ts";

test.each(["beidaihe", "korla", "suzhou"])("%s", (folder) => {
  const ignore = (): void => {};
  const sources = readSources(new URL(`../../data/${folder}/`, import.meta.url));
  const own = sources.find(({ name }) => name === "department.json");
  const input = {
    folder,
    departmentFile: own && readTree(own, ignore),
    files: sources.filter((source) => source !== own).flatMap((source) => readSource(source, ignore)),
    forms: [...readShippedForms().specs].map(([id, spec]) => ({ id, spec })),
    ruleCodes,
  };
  const normalised = deepFreeze(normaliseDepartment(deepFreeze(input), ignore));
  if (normalised === undefined) expect.fail();
  const found = checkDepartment(normalised.department, normalised.form);
  expect(found.length).toBeGreaterThan(0);
});

function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) deepFreeze(inner);
  return Object.freeze(value);
}
