/** Writes the page of rules from the code: `npm run rules-page`. */
import { writeFileSync } from "node:fs";
import { composeRulesPage } from "./compose-rules-page.ts";

writeFileSync("docs/rules.md", composeRulesPage());
