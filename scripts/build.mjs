/** The sources → `dist/`, with a program that npm and shells can start: `npm run build`. */
import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bundleProgram, bundleScripts } from "./bundle.mjs";

const root = join(import.meta.dirname, "..");
const dist = join(root, "dist");
// Made beside `dist/`, so that a run that starts meanwhile finds the program, and a failed build leaves it alone.
const made = join(root, "dist.new");
const replaced = join(root, "dist.old");

function remove(folder) {
  rmSync(folder, { recursive: true, force: true });
}

remove(made);
remove(replaced);
try {
  await bundleProgram(made);
  await bundleScripts(made);
  // A whole new folder, as what a renamed source left behind in the old one would be packed.
  if (existsSync(dist)) renameSync(dist, replaced);
  renameSync(made, dist);
} finally {
  remove(made);
  remove(replaced);
}
