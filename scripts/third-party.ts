/** Writes the page of third-party software: `npm run third-party`. */
import { writeFileSync } from "node:fs";
import { composeThirdParty } from "./compose-third-party.ts";

writeFileSync("THIRD_PARTY.md", composeThirdParty("."));
