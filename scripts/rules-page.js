/** Writes the page of rules from the code, in both languages: `npm run rules-page`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { composeRulesPage, rulesPages } from "./compose-rules-page.js";
for (const language of ["zh", "en"])
    writeFileSync(join("docs", rulesPages[language]), composeRulesPage(language));
