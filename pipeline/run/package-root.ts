/** Where this program is installed: its own templates, its version, and the fonts it depends on. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// `pipeline/run/` in a clone and `dist/run/` when built lie equally deep below the package.
const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
const { resolve } = createRequire(import.meta.url);

/** Where the stages lie. */
export const programFolder = join(here, "..");
export const ownTemplates = join(root, "templates");

export function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const found =
    typeof manifest === "object" && manifest !== null && "version" in manifest ? manifest.version : "";
  return String(found);
}

/** Folder of a package this one depends on, wherever npm has put it. */
export function packageFolder(name: string): string {
  return dirname(resolve(`${name}/package.json`));
}
