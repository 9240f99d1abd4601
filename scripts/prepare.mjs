/** Runs after `npm ci` and before `npm pack`: builds, or says why not if the bundler is not installed. */
import { existsSync } from "node:fs";
import { join } from "node:path";

const bundler = join(import.meta.dirname, "..", "node_modules", "rolldown");

if (existsSync(bundler)) await import("./build.mjs");
else
  console.error(
    "huibian: rolldown is not installed, so dist/ was not made; npm ci without --omit=dev makes it",
  );
