/** Holds every stage to the import table, its libraries and its share of the outside world. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { mayImport } from "./architecture.ts";
import { breachesOf } from "./breaches.ts";

const pipeline = join(import.meta.dirname, "..");

const sourcePaths = readdirSync(pipeline, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts") && !path.startsWith("testing/"));

describe("the stages", () => {
  test.each(sourcePaths)("%s keeps the architecture", (path) => {
    expect(breachesOf({ path, text: readFileSync(join(pipeline, path), "utf8") })).toEqual([]);
  });

  test.each(Object.keys(mayImport))("%s has its one entry", (stage) => {
    const entry = stage === "cli" ? "main.ts" : "index.ts";
    expect(sourcePaths).toContain(`${stage}/${entry}`);
  });

  test("import only stages that stand above them in the table, so never in a circle", () => {
    const stages = Object.keys(mayImport);
    const table: Readonly<Record<string, readonly string[]>> = mayImport;
    for (const [row, stage] of stages.entries()) {
      expect(stages.slice(0, row), stage).toEqual(expect.arrayContaining([...(table[stage] ?? [])]));
    }
  });
});

describe("the check catches", () => {
  const planted: readonly [why: string, path: string, text: string, breach: string][] = [
    [
      "a stage that may not be known",
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
      "a re-export",
      "model/a.ts",
      'export type { Project } from "../records/index.ts";',
      "model may not import records",
    ],
    [
      "a dynamic import",
      "read/a.ts",
      'const run = await import("../commands/index.ts");',
      "read may not import run",
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
      "test code",
      "run/a.ts",
      'import { x } from "../testing/specimen.ts";',
      "imports ../testing/specimen.ts, which belongs to no stage",
    ],
    [
      "an unknown target",
      "read/a.ts",
      "const x = await import(name);",
      "imports a name that is only known at run time",
    ],
    ["a library of another", "check/a.ts", 'import { z } from "zod";', "zod belongs to records"],
    [
      "a library's inside",
      "run/a.ts",
      'import x from "pdfmake/build/pdfmake.js";',
      "pdfmake belongs to write/pdf",
    ],
    ["a library of nobody", "read/a.ts", 'import x from "@left/pad/x";', "@left/pad has no owner"],
    ["the disk", "write/pdf/a.ts", 'import { readFile } from "node:fs/promises";', "node:fs belongs to run"],
    ["printing", "run/a.ts", "console.log(1);", "run may not touch the console"],
    ["an exit code", "run/a.ts", "process.exitCode = 1;", "run may not touch the process"],
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
    ["a file beside the stages", "shared/a.ts", "", "belongs to no stage"],
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
  });
});
