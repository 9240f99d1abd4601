/** Runs after `npm ci` and before `npm pack`: compiles `dist/`, or says why it does not where there is no compiler. */
import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const compiler = join(root, "node_modules", "typescript", "bin", "tsc");

if (existsSync(compiler)) {
  // What a renamed source left behind would be packed, too.
  rmSync(join(root, "dist"), { recursive: true, force: true });
  const { status } = spawnSync(process.execPath, [compiler, "-p", join(root, "tsconfig.build.json")], {
    stdio: "inherit",
  });
  process.exitCode = status ?? 1;
} else {
  console.error(
    "huibian: TypeScript is not installed, so dist/ was not compiled; npm ci without --omit=dev compiles it",
  );
}
