/** The sources → the program as it is installed, bundled into a folder of its own; and its stages, with their types. */
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

type Modules = {
  readonly "batch/index": typeof import("../../pipeline/batch/index.ts");
  readonly "compose/index": typeof import("../../pipeline/compose/index.ts");
  readonly "layout/index": typeof import("../../pipeline/layout/index.ts");
  readonly "assets/fonts/default-fonts": typeof import("../../pipeline/assets/fonts/default-fonts.ts");
  readonly "assets/forms/index": typeof import("../../pipeline/assets/forms/index.ts");
  readonly "department/part": typeof import("../../pipeline/department/part.ts");
  readonly "department/read-records": typeof import("../../pipeline/department/read-records.ts");
  readonly "department/typeset-document": typeof import("../../pipeline/department/typeset-document.ts");
  readonly "files/clock": typeof import("../../pipeline/files/clock.ts");
  readonly "files/package-root": typeof import("../../pipeline/files/package-root.ts");
  readonly "preview/make-drafts": typeof import("../../pipeline/preview/make-drafts.ts");
};

const modules: readonly (keyof Modules)[] = [
  "batch/index",
  "compose/index",
  "layout/index",
  "assets/fonts/default-fonts",
  "assets/forms/index",
  "department/part",
  "department/read-records",
  "department/typeset-document",
  "files/clock",
  "files/package-root",
  "preview/make-drafts",
];

/** Away from `dist/`, which somebody may rebuild while the bench runs. */
export async function installProgram(root: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const name of ["templates", "node_modules", "package.json"])
    symlinkSync(join(root, name), join(folder, name));
  const bundler: typeof import("../bundle.mjs") = await import(
    pathToFileURL(join(root, "scripts", "bundle.mjs")).href
  );
  const stages = modules.map((name) => [name, join(root, "pipeline", `${name}.ts`)] as const);
  const dist = join(folder, "dist");
  await bundler.bundleProgram(dist, Object.fromEntries(stages));
  await bundler.bundleScripts(dist);
}

/** A module of the installed program. */
export async function loadModule<Name extends keyof Modules>(
  program: string,
  name: Name,
): Promise<Modules[Name]> {
  const module: Modules[Name] = await import(pathToFileURL(join(program, "dist", `${name}.js`)).href);
  return module;
}
