/** Writes the page of third-party software: `npm run third-party`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { composeThirdParty } from "./compose-third-party.ts";

const root = process.cwd();
// Compiled, this file lies elsewhere; the bundler looks for the sources from where it lies.
const bundler: typeof import("./bundle.mjs") = await import(
  pathToFileURL(join(root, "scripts", "bundle.mjs")).href
);
writeFileSync(
  "THIRD_PARTY.md",
  composeThirdParty(root, await bundler.bundleProgram(join(root, "build", "dist"))),
);
