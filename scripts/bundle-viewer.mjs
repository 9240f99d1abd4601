/** `pipeline/viewer/` → one script for browsers, which each page of review has in it. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { rolldown } from "rolldown";

const root = join(import.meta.dirname, "..");

/** Written beside its place and renamed, so that who reads it meanwhile reads it whole. */
export async function bundleViewer(file) {
  const bundle = await rolldown({ input: join(root, "pipeline", "viewer", "index.ts"), platform: "browser" });
  const { output } = await bundle.generate({ format: "iife", minify: true });
  await bundle.close();
  const { code } = output[0];
  if (/<(?:!--|\/?script)/iu.test(code)) throw new Error("the viewer has text that would end its element");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, `${notice()}\n${code.trim()}`);
  renameSync(`${file}.new`, file);
}

/** What of other people's work is in it. */
function notice() {
  const licence = readFileSync(join(root, "node_modules", "fflate", "LICENSE"), "utf8");
  return `/*! fflate\n${licence.trim()}\n*/`;
}
