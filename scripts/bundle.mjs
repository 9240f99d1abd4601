/** The sources → what runs: the program, and the scripts of the pages that it writes. */
import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { rolldown } from "rolldown";

const root = join(import.meta.dirname, "..");
const source = (...names) => join(root, "pipeline", ...names);

/** Processes and threads that the program starts lie beside the code that starts them, which is in this folder. */
const entries = {
  "cli/main": source("cli", "main.ts"),
  worker: source("batch", "worker.ts"),
  child: source("workbook", "child.ts"),
  watcher: source("workbook", "watcher.ts"),
};

/**
 * The program in some eighty files, each loaded when it is needed: as a file for each module, and with the small files of
 * libraries, half of the time of a `check` of three projects went by in finding and reading some 450 of them. `more`:
 * further entries by name, which share the program's modules. Types are not looked at. Returns the folders of the
 * libraries that are in it.
 */
export async function bundleProgram(folder, more = {}) {
  const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const installed = [...Object.keys(dependencies), "pdfkit"];
  const bundle = await rolldown({
    input: { ...entries, ...more },
    platform: "node",
    external: (id) => installed.some((name) => id === name || id.startsWith(`${name}/`)),
    // Before "main", which some libraries have for loaders of 2015.
    resolve: { mainFields: ["module", "main"] },
    // A module of ours does nothing when it is loaded, so a door loads only what is asked for through it.
    treeshake: { moduleSideEffects: (id, external) => external || id.includes("node_modules") },
  });
  const { output } = await bundle.write({
    dir: folder,
    entryFileNames: "[name].js",
    chunkFileNames: "[name].js",
  });
  await bundle.close();
  chmodSync(join(folder, "cli", "main.js"), 0o755);
  const libraries = librariesOf(output.flatMap(({ moduleIds }) => moduleIds ?? []));
  writeFileSync(join(folder, "licences.txt"), libraries.map(licenceIn).join("\n"));
  return libraries;
}

/** For browsers: `readScript` finds them by their names. */
const scripts = { viewer: source("viewer", "index.ts"), "overview-page": source("viewer", "overview.ts") };

export async function bundleScripts(folder) {
  for (const [name, input] of Object.entries(scripts)) await bundleScript(input, join(folder, `${name}.js`));
}

/** Written beside its place and renamed, so that who reads it meanwhile reads it whole. */
async function bundleScript(input, file) {
  const bundle = await rolldown({ input, platform: "browser" });
  const { output } = await bundle.generate({ format: "iife", minify: true });
  await bundle.close();
  const { code, moduleIds } = output[0];
  if (/<(?:!--|\/?script)/iu.test(code)) throw new Error(`${input} has text that would end its element`);
  mkdirSync(dirname(file), { recursive: true });
  const libraries = librariesOf(moduleIds).map(licenceIn);
  const notice = libraries.length === 0 ? "" : `/*! ${libraries.join("\n")}*/\n`;
  writeFileSync(`${file}.new`, `${notice}${code.trim()}`);
  renameSync(`${file}.new`, file);
}

function librariesOf(modules) {
  const folders = modules.map((id) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/u.exec(id)?.[0]);
  return [...new Set(folders.filter((folder) => folder !== undefined))].sort();
}

/** Which wants to go where the work goes. */
function licenceIn(folder) {
  const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((one) => /^(?:licen[cs]e|copying)/iu.test(one));
  if (file === undefined) throw new Error(`${name} is bundled, and has no licence to go with it`);
  return `${name} ${version}\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
}
