/** Runs after `npm ci` and before `npm pack`: builds, or says why not if the compiler is not installed. */
import { existsSync } from "node:fs";
import { join } from "node:path";

const compiler = join(import.meta.dirname, "..", "node_modules", "typescript");

if (existsSync(compiler)) await import("./build.mjs");
else
  console.error(
    "huibian: TypeScript is not installed, so dist/ was not compiled; npm ci without --omit=dev compiles it",
  );
