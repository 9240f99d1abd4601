/** What of the program itself decides how reports come out → its version and one hash, so that an edition knows which program made it. */
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { versions } from "node:process";
import type { EditionInputs } from "../contracts/index.ts";
import {
  displayPath,
  hashOfBytes,
  libraryVersion,
  ownTemplates,
  readVersion,
  runtimeLibraries,
  stagesFolder,
} from "../files/index.ts";

/** Tests and what they need take no part in a build. */
const notRun = /(?:^|\/)testing\/|\.test\.|\.d\.ts$/u;

let known: Promise<EditionInputs["program"]> | undefined;

/**
 * The version alone would not do: in a clone the code changes without it, and npm renews libraries. Node counts, as it
 * brings the zlib that deflates the reports.
 */
export function readProgram(): Promise<EditionInputs["program"]> {
  known ??= hashProgram();
  return known;
}

async function hashProgram(): Promise<EditionInputs["program"]> {
  const parts = [
    ...(await codeLines()),
    ...runtimeLibraries().map(libraryVersion),
    `node ${versions.node}`,
    ...(await fontLines()),
  ];
  return { version: readVersion(), code: hashOfBytes(new TextEncoder().encode(parts.join("\n"))) };
}

async function codeLines(): Promise<readonly string[]> {
  const entries = await readdir(stagesFolder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && /\.[jt]s$/u.test(entry.name))
    .map((entry) => displayPath(relative(stagesFolder, join(entry.parentPath, entry.name))))
    .filter((name) => !notRun.test(name))
    .toSorted();
  return Promise.all(
    names.map(async (name) => `${name} ${hashOfBytes(await readFile(join(stagesFolder, name)))}`),
  );
}

/** The fonts that come with the program, by their size: they are 26 MB, and change with its version or by damage. */
async function fontLines(): Promise<readonly string[]> {
  const folder = join(ownTemplates, "shared", "fonts");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".ttf")).toSorted();
  return Promise.all(names.map(async (name) => `${name} ${(await stat(join(folder, name))).size}`));
}
