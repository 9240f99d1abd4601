/** Holds every room to the import table, its libraries and its share of the outside world; and all of them to be a tree. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { mayImport, ownersOf } from "./architecture.ts";
import { breachesOf, type SourceFile } from "./breaches.ts";
import { circlesIn, namesakesIn } from "./tree-breaches.ts";

const pipeline = join(import.meta.dirname, "..");

const sources: readonly SourceFile[] = readdirSync(pipeline, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts") && !path.startsWith("testing/"))
  .map((path) => ({ path, text: readFileSync(join(pipeline, path), "utf8") }));
const paths = sources.map(({ path }) => path);

describe("the rooms", () => {
  test.each(sources.map((file) => [file.path, file] as const))("%s keeps the architecture", (_, file) => {
    expect(breachesOf(file)).toEqual([]);
  });

  test("have one door each; of the commands each file is one", () => {
    const doors = Object.keys(mayImport).flatMap((room) => {
      if (room === "commands") return [];
      return room === "cli" ? [`${room}/main.ts`] : [`${room}/index.ts`];
    });
    expect(paths).toEqual(expect.arrayContaining(doors));
    expect(paths).not.toContain("commands/index.ts");
  });

  test("import only rooms above them in the table, so never in a circle", () => {
    const rooms = Object.keys(mayImport);
    const table: Readonly<Record<string, readonly string[]>> = mayImport;
    for (const [row, room] of rooms.entries())
      expect(rooms.slice(0, row), room).toEqual(expect.arrayContaining([...(table[room] ?? [])]));
  });

  test("hold no files that import each other in a circle", () => {
    expect(circlesIn(sources)).toEqual([]);
  });

  test("export each name from one file", () => {
    expect(namesakesIn(sources)).toEqual([]);
  });
});

describe("the check catches", () => {
  const planted: readonly [why: string, path: string, text: string, breach: string][] = [
    [
      "a room that may not be known",
      "write/docx/a.ts",
      'import { composeDocument } from "../../compose/index.ts";',
      "write/docx may not import compose",
    ],
    [
      "a writer in a writer",
      "write/docx/a.ts",
      'import {\n  type A,\n  b,\n} from "../pdf/index.ts";',
      "write/docx may not import write/pdf",
    ],
    [
      "fonts in forms",
      "assets/forms/a.ts",
      'import { loadFonts } from "../fonts/index.ts";',
      "assets/forms may not import assets/fonts",
    ],
    [
      "a re-export",
      "model/a.ts",
      'export type { Project } from "../records/index.ts";',
      "model may not import records",
    ],
    [
      "a dynamic import",
      "read/a.ts",
      'const build = await import("../commands/build.ts");',
      "read may not import commands",
    ],
    [
      "a type import",
      "resolve/a.ts",
      'type A = import("../layout/index.ts").Page;',
      "resolve may not import layout",
    ],
    ["a side-effect import", "layout/a.ts", 'import "../records/index.ts";', "layout may not import records"],
    [
      "a way round the index",
      "check/a.ts",
      'import { z } from "../records/money.ts";',
      "imports ../records/money.ts past records/index.ts",
    ],
    [
      "a command that is loaded with the program",
      "cli/a.ts",
      'import { build } from "../commands/build.ts";',
      "loads ../commands/build.ts at the start: a command is loaded when it is asked for",
    ],
    [
      "a type of a command",
      "batch/a.ts",
      'import type { BuildOptions } from "../commands/build.ts";',
      "batch may not import commands",
    ],
    [
      "test code",
      "batch/a.ts",
      'import { x } from "../testing/specimen.ts";',
      "imports ../testing/specimen.ts, which belongs to no room",
    ],
    [
      "an unknown target",
      "read/a.ts",
      "const x = await import(name);",
      "imports a name that is only known at run time",
    ],
    ["a library of others", "check/a.ts", 'import { z } from "zod";', "zod belongs to records, contracts"],
    [
      "a library's inside",
      "batch/a.ts",
      'import x from "pdfmake/build/pdfmake.js";',
      "pdfmake belongs to write/pdf",
    ],
    ["a library of nobody", "read/a.ts", 'import x from "@left/pad/x";', "@left/pad has no owner"],
    [
      "the disk",
      "write/pdf/a.ts",
      'import { readFile } from "node:fs/promises";',
      `node:fs belongs to ${ownersOf["node:fs"]?.join(", ")}`,
    ],
    [
      "writing past the disk's steps",
      "cache/a.ts",
      'import { readFile, rmdir } from "node:fs/promises";',
      "rmdir writes past files/disk.ts",
    ],
    [
      "all of the disk at once",
      "cache/a.ts",
      'import * as fs from "node:fs";',
      "imports all of node:fs, and may write",
    ],
    ["printing", "batch/a.ts", "console.log(1);", "batch may not touch the console"],
    ["an exit code", "batch/a.ts", "process.exitCode = 1;", "batch may not touch the process"],
    [
      "the environment in a text",
      "read/a.ts",
      `const x = \`\${process.env.HOME}\`;`,
      "read may not touch the environment",
    ],
    ["the clock", "write/docx/a.ts", "const x = new Date();", "write/docx may not touch the clock"],
    ["the clock as a number", "layout/a.ts", "const x = Date.now();", "layout may not touch the clock"],
    ["chance", "compose/a.ts", "const x = Math.random();", "compose may not touch chance"],
    ["export *", "model/a.ts", 'export * from "./document.ts";', "export * hides what is exported"],
    ["a default export", "model/a.ts", "export default 1;", "a default export has no name"],
    [
      "a folder that comes later",
      "normalise/tables/a.ts",
      'import { a } from "../cards/a.ts";',
      "normalise/tables may not import normalise/cards/a.ts",
    ],
    [
      "a folder that is in no table",
      "normalise/others/a.ts",
      'import { a } from "../headers/a.ts";',
      "normalise/others may not import normalise/headers/a.ts",
    ],
    ["a file beside the rooms", "shared/a.ts", "", "belongs to no room"],
  ];

  test.each(planted)("%s", (_why, path, text, breach) => {
    expect(breachesOf({ path, text })).toEqual([`${path}: ${breach}`]);
  });

  test("and nothing else", () => {
    const text = [
      '/** Turns process.env into console output; see import "zod". */',
      'import { z } from "zod";',
      'import { type Place, places } from "../diagnostics/index.ts"; // Date.now()',
      'import type { Amount } from "./money.ts";',
      'export { type Amount } from "./money.ts";',
      'export const url = "https://a.test/console"; const day = new Date(0); const next = new Date(url);',
    ].join("\n");
    expect(breachesOf({ path: "records/a.ts", text })).toEqual([]);
    const command = 'import type { A } from "../commands/a.ts";\nconst a = await import("../commands/a.ts");';
    expect(breachesOf({ path: "cli/a.ts", text: command })).toEqual([]);
    const reading = 'import { type FileHandle, open, readFile } from "node:fs/promises";';
    expect(breachesOf({ path: "editions/a.ts", text: reading })).toEqual([]);
  });

  test("a circle, of type imports too, and not two ways to one file", () => {
    const file = (path: string, ...targets: readonly string[]) => ({
      path: `read/${path}.ts`,
      text: targets.map((target) => `import type { X } from "./${target}.ts";`).join("\n"),
    });
    expect(circlesIn([file("a", "b", "c"), file("b", "c"), file("c")])).toEqual([]);
    expect(circlesIn([file("a", "b"), file("b", "c"), file("c", "b")])).toEqual([
      "read/b.ts → read/c.ts → read/b.ts",
    ]);
  });

  test("two files that export different things under one name", () => {
    const file = (path: string, text: string) => ({ path, text });
    expect(
      namesakesIn([
        file("read/a.ts", "export const Form = 1;\nexport type Form = 2;\n/** export const x */"),
        file("check/b.ts", "export async function x() {}\nconst Form = 2;"),
        file("check/index.ts", 'export { x } from "./b.ts";'),
        file("check/rules/one.ts", "export const rule = 1;"),
        file("check/rules/two.ts", "export const rule = 2;"),
        file("compose/c.ts", "export type x = 1;"),
      ]),
    ).toEqual(["x: check/b.ts, compose/c.ts"]);
  });
});
