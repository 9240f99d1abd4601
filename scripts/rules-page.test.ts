/** The page of rules says what the code says. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ruleCodes } from "../pipeline/check/index.ts";
import { composeRulesPage } from "./compose-rules-page.ts";

test("docs/rules.md is fresh: else npm run rules-page", () => {
  expect(readFileSync("docs/rules.md", "utf8")).toBe(composeRulesPage());
});

test("every rule has its row", () => {
  for (const code of ruleCodes) expect(composeRulesPage()).toContain(`| \`${code}\` |`);
});
