/** The program's own code → its version and one hash, so that an edition knows which program made it. */
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { EditionInputs } from "../records/index.ts";
import { hashOf } from "./carry-out.ts";
import { displayPath } from "./display-path.ts";
import { readVersion, stagesFolder } from "./package-root.ts";

/** Tests and what they need take no part in a build. */
const notRun = /(?:^|\/)testing\/|\.test\.|\.d\.ts$/u;

/** The version alone would not do: in a clone the code changes without it. */
export async function readProgram(): Promise<EditionInputs["program"]> {
  const entries = await readdir(stagesFolder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && /\.[jt]s$/u.test(entry.name))
    .map((entry) => displayPath(relative(stagesFolder, join(entry.parentPath, entry.name))))
    .filter((name) => !notRun.test(name))
    .toSorted();
  const hashed = await Promise.all(
    names.map(async (name) => `${name} ${hashOf(await readFile(join(stagesFolder, name)))}\n`),
  );
  return { version: readVersion(), code: hashOf(new TextEncoder().encode(hashed.join(""))) };
}
