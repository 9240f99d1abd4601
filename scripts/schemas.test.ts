/** The JSON Schemas in docs/ say what the code says. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { jsonSchemas } from "../pipeline/contracts/json-schema.ts";

test.each(Object.entries(jsonSchemas()))("docs/schemas/%s is fresh: else npm run schemas", (name, schema) => {
  expect(JSON.parse(readFileSync(`docs/schemas/${name}`, "utf8"))).toEqual(
    JSON.parse(JSON.stringify(schema)),
  );
});
