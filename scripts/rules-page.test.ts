/** The page of rules says what the code says. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkCodes } from "../pipeline/diagnostics/index.ts";
import { composeRulesPage, rulesPages } from "./compose-rules-page.ts";

test.each(["zh", "en"] as const)("docs/rules is fresh in %s: else npm run rules-page", (language) => {
  expect(readFileSync(`docs/${rulesPages[language]}`, "utf8")).toBe(composeRulesPage(language));
});

test("every rule has its row", () => {
  for (const code of checkCodes) expect(composeRulesPage("zh")).toContain(`| \`${code}\` |`);
});
