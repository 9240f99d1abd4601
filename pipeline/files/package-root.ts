/** The package as installed: its templates, its version, and the packages that it depends on. */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { isRecord, type JsonRecord } from "./json.ts";

// In a clone this file is run where it is; when built, it is a part of a file in `dist/`.
const here = dirname(fileURLToPath(import.meta.url));
const root = packageAbove(here);
const { resolve } = createRequire(import.meta.url);

export const ownTemplates = join(root, "templates");

/** A sample department of each form, in a folder of its name. */
export const ownSamples = join(root, "data", "forms");

/** Where the code that runs lies: `dist`, or `pipeline` where the sources run as they are. */
export const codeFolder = join(root, relative(root, here).split(sep)[0] ?? "");

export function readVersion(): string {
  return String(manifestIn(root).version ?? "");
}

/** The folder of a package this one depends on, wherever npm has put it. */
export function packageFolder(name: string): string {
  return dirname(resolve(`${name}/package.json`));
}

/** What this program runs with: its own dependencies, and pdfkit, which writes what pdfmake hands it. */
export function runtimeLibraries(): readonly string[] {
  const { dependencies } = manifestIn(root);
  return [...(isRecord(dependencies) ? Object.keys(dependencies) : []), "pdfkit"].toSorted();
}

/** Not every package exports its package.json, so it is looked for upwards of what the package does export. */
export function libraryVersion(name: string): string {
  let folder = dirname(moduleOf(name));
  while (dirname(folder) !== folder) {
    const { version } = manifestIn(folder);
    if (version !== undefined) return `${name} ${String(version)}`;
    folder = dirname(folder);
  }
  throw new Error(`${name} is not installed`);
}

/** A module of a package: that of its name, or else its package.json, as some export one and some the other. */
function moduleOf(name: string): string {
  // pdfkit is pdfmake's own, which npm may put below it.
  const paths = [root, dirname(resolve("pdfmake"))];
  try {
    return resolve(name, { paths });
  } catch {
    return resolve(`${name}/package.json`, { paths });
  }
}

function packageAbove(folder: string): string {
  return existsSync(join(folder, "package.json")) ? folder : packageAbove(dirname(folder));
}

/** Empty if the folder has no manifest. */
function manifestIn(folder: string): JsonRecord {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return isRecord(manifest) ? manifest : {};
  } catch {
    return {};
  }
}

/** The script of a page, compiled for browsers: beside the compiled program, by which rooms are run. */
export function readScript(page: "viewer" | "overview-page"): string {
  return readFileSync(join(root, "dist", `${page}.js`), "utf8");
}
