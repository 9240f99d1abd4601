/** The documentation against the program: what it repeats, names, links to, and tells a newcomer to type. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { templateLimits } from "../compose/template-limits.ts";
import { departmentKeys } from "../records/index.ts";
import { defaultLimits } from "../workbook/index.ts";
import { mayImport } from "./architecture.ts";
import { readSection, replaceSection, sections } from "./docs-sections.ts";
import { runHere } from "./run-here.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const root = join(import.meta.dirname, "..", "..");
const read = (file: string): string => readFileSync(join(root, file), "utf8");
const accept = process.env.ACCEPT === "1";

const readmes = ["README.md", "README.zh-CN.md"];
const markdown = [".", "docs", "pipeline", "scripts/bench", "templates", "templates/shared/fonts"].flatMap(
  (folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith(".md"))
      .map((name) => join(folder, name)),
);

test.each(sections)("$file repeats the program's $name", async ({ file, name, write }) => {
  const written = await write();
  if (accept) writeFileSync(join(root, file), replaceSection(read(file), name, written));
  expect(readSection(read(file), name)).toBe(written);
});

test.each(readmes)("%s is read in a minute, and names the two commands", (file) => {
  expect(read(file).split("\n").length).toBeLessThanOrEqual(150);
  expect(read(file)).toContain("npm ci && npm start");
  expect(read(file)).toContain("npm ci && npm test");
});

test("CONTRIBUTING.md gives a reason for every dependency, and for no other", () => {
  const { dependencies, devDependencies } = JSON.parse(read("package.json"));
  const versions = { ...dependencies, ...devDependencies };
  const rows = firstCells(readSection(read("CONTRIBUTING.md"), "dependencies"));
  const named = rows.flatMap(({ cell }) => codeIn(cell));
  expect(named.toSorted()).toEqual(Object.keys(versions).toSorted());
  for (const { cell, row } of rows)
    for (const name of codeIn(cell)) if (/^\d/u.test(versions[name])) expect(row).toContain(versions[name]);
});

test("templates/README.md shows a page of every form", () => {
  const forms = readdirSync(join(root, "templates")).filter((name) =>
    existsSync(join(root, "templates", name, "form.json")),
  );
  for (const form of forms) expect(read("templates/README.md")).toContain(`](../docs/pictures/${form}.png)`);
});

describe.each(readmes)("the department in %s", (file) => {
  const folder = temporaryFolder();

  test("is built without errors into the files that are named", async () => {
    const text = read(file);
    mkdirSync(join(folder, "data"));
    writeFileSync(join(folder, "data", "department.json"), fenced(text, "json"));
    writeFileSync(join(folder, "data", "export.csv"), fenced(text, "csv"));
    const out = join(folder, "out");
    const { exitCode } = await runHere("build", join(folder, "data"), "--strict", "--out", out);
    expect(exitCode).toBe(0);
    const built = readdirSync(join(out, "data"));
    const lists = built.filter((name) => name.startsWith("findings."));
    expect([...new Set(text.match(/\bfindings\.\w+/gu))].toSorted()).toEqual(lists.toSorted());
    for (const name of [...built, "run.json"]) expect(text).toContain(name);
    expect(read("docs/output.md")).toContain(findingsHeader(join(out, "data")));
  });
});

test("docs/input.md explains every key of department.json, and no other", () => {
  const explained = firstCells(readSection(read("docs/input.md"), "department-keys")).map(({ row }) =>
    codeIn(row),
  );
  const keys = Object.entries(departmentKeys).map(([canonical, chinese]) => [chinese, canonical]);
  expect(explained.map(([chinese, canonical]) => [chinese, canonical])).toEqual(keys);
});

test.each([
  ["docs/input.md", defaultLimits],
  ["templates/README.md", templateLimits],
])("%s gives the limits that hold", (file, limits) => {
  const rows = read(file).matchAll(/^\| `(\w+)` \| (\d+) \|/gmu);
  expect(Object.fromEntries([...rows].map(([, name, allowed]) => [name, Number(allowed)]))).toEqual(limits);
});

test.each(markdown)("the links of %s lead to files and headings", (file) => {
  const links = read(file).matchAll(/(?:\]\(|src=")(?!https?:)([^)"#\s]*)(?:#([^)"\s]+))?/gu);
  for (const [link, target = "", anchor] of links) {
    const path = target === "" ? file : join(dirname(file), target);
    expect(existsSync(join(root, path)), link).toBe(true);
    if (anchor !== undefined) expect(anchorsOf(read(path)), link).toContain(anchor);
  }
});

test.each(markdown)("%s has nobody start a package of a stranger's", (file) => {
  expect(read(file)).not.toMatch(/npx huibian/u);
});

test("the workflow leaves out test files that exist", () => {
  const left = [...read(".github/workflows/test.yml").matchAll(/--exclude (\S+)/gu)];
  expect(left.length).toBeGreaterThan(0);
  for (const [, file = ""] of left) expect(existsSync(join(root, file)), file).toBe(true);
});

describe("pipeline/README.md", () => {
  const page = read("pipeline/README.md");
  const sources = readdirSync(join(root, "pipeline"), { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".ts"));

  test("has a row for every room, and for no other", () => {
    const rows = firstCells(page.slice(page.indexOf("## Rooms"), page.indexOf("## Invariants")));
    const rooms = rows.flatMap(({ cell }) => codeIn(cell));
    // Two doors of one room share its row.
    for (const room of Object.keys(mayImport))
      expect(rooms.includes(room) || rooms.includes(dirname(room)), room).toBe(true);
    for (const room of rooms) expect(existsSync(join(root, "pipeline", room)), room).toBe(true);
  });

  test("names files that exist", () => {
    const named = codeIn(page).filter((name) => name.endsWith(".ts"));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !sources.some((source) => `/${source}`.endsWith(`/${name}`)))).toEqual([]);
  });

  test("explains words that the code uses", () => {
    const code = sources.map((name) => read(join("pipeline", name))).join("\n");
    const known = new Set(code.match(/[\p{L}\p{N}_]+/gu));
    const rows = page.slice(page.indexOf("## Words")).split("\n").slice(4);
    const words = rows
      .flatMap((row) => codeIn(row.split("|")[3] ?? ""))
      .flatMap((span) => span.split(/[^\p{L}\p{N}]+/u));
    expect(words.filter((word) => word !== "" && !known.has(word))).toEqual([]);
  });
});

test("the pictures are small", () => {
  for (const name of readdirSync(join(root, "docs", "pictures")))
    expect(readFileSync(join(root, "docs", "pictures", name)).length, name).toBeLessThan(60_000);
});

/** The rows of a table below its header, with their first cells. */
function firstCells(table: string): { readonly cell: string; readonly row: string }[] {
  return table
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .slice(2)
    .map((row) => ({ row, cell: row.split("|")[1] ?? "" }));
}

function codeIn(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/gu)].map(([, code = ""]) => code);
}

/** What GitHub calls the headings in links. */
function anchorsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.+)$/gmu)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

/** The first fenced block of a kind. */
function fenced(text: string, kind: string): string {
  const block = new RegExp(`^\`\`\`${kind}\\n([\\s\\S]*?)^\`\`\`$`, "mu").exec(text)?.[1];
  if (block === undefined) throw new Error(`no block of ${kind}`);
  return block;
}

function findingsHeader(folder: string): string {
  const [header = ""] = readFileSync(join(folder, "findings.csv"), "utf8")
    .replace("\uFEFF", "")
    .split("\r\n");
  return header;
}
