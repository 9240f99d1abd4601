/** The sources → `dist/`, with a program that npm and shells can start: `npm run build`. */
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bundleViewer } from "./bundle-viewer.mjs";

const root = join(import.meta.dirname, "..");
const dist = join(root, "dist");
// Compiled beside `dist/`, so that a run that starts meanwhile finds the program, and a failed build leaves it alone.
const made = join(root, "dist.new");
const replaced = join(root, "dist.old");
const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
const words = [compiler, "-p", join(root, "tsconfig.build.json"), "--outDir", made];

function remove(folder) {
  rmSync(folder, { recursive: true, force: true });
}

remove(made);
remove(replaced);
const { status } = spawnSync(process.execPath, words, { stdio: "inherit" });
if (status === 0) {
  await bundleViewer(join(made, "viewer.js"));
  chmodSync(join(made, "cli", "main.js"), 0o755);
  // A whole new folder, as what a renamed source left behind in the old one would be packed.
  if (existsSync(dist)) renameSync(dist, replaced);
  renameSync(made, dist);
  remove(replaced);
} else remove(made);
process.exitCode = status ?? 1;
