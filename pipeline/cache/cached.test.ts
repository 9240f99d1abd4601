/** Whatever decides how a part comes out: once it has changed, a build with kept parts gives what one without them gives. */

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { RunResult } from "../batch/index.ts";
import { type BuildOptions, build } from "../commands/build.ts";
import { ownTemplates, setClock } from "../files/index.ts";
import { buildOptions } from "../testing/build-options.ts";

const sample = join(ownTemplates, "..", "data", "korla");

/** Built once; each test finds it as it was then, in its own place, which parts are kept for. */
const warm = workspace();
const asBuilt = mkdtempSync(join(tmpdir(), "huibian-kept-"));

beforeAll(async () => {
  await run(warm);
  cpSync(warm, asBuilt, { recursive: true });
});

beforeEach(() => {
  rmSync(warm, { recursive: true });
  cpSync(asBuilt, warm, { recursive: true });
});

function workspace(): string {
  const root = mkdtempSync(join(tmpdir(), "huibian-kept-"));
  cpSync(sample, join(root, "data"), { recursive: true });
  cpSync(ownTemplates, join(root, "templates"), {
    recursive: true,
    filter: (path) => !path.endsWith("fonts"),
  });
  return root;
}

async function run(root: string, changes: Partial<BuildOptions> = {}): Promise<RunResult> {
  // What is published already would not be built again, and --force takes nothing from the cache.
  rmSync(join(root, "out"), { recursive: true, force: true });
  const clock = setClock({ date: "2024-01-15", now: new Date(2024, 0, 1) });
  if (clock === undefined) throw new Error("no clock");
  const options = buildOptions({
    ...{ folders: [join(root, "data")], out: join(root, "out"), templates: join(root, "templates") },
    ...{ jobs: 1, cache: join(root, "cache"), clock, ...changes },
  });
  const outcome = await build(options);
  if (outcome.kind !== "done") return expect.unreachable(JSON.stringify(outcome.problems));
  expect(outcome.run.departments.map(({ state }) => state)).toEqual(["built"]);
  return outcome.run;
}

function documents(root: string, below = ""): readonly (readonly [string, string])[] {
  const folder = join(root, "out", "data", below);
  const names = readdirSync(folder).filter((name) => /\.(?:docx|pdf)$/u.test(name));
  return names.map((name) => [name, readFileSync(join(folder, name), "base64")]);
}

function edit(path: string, change: (text: string) => string): void {
  const text = readFileSync(path, "utf8");
  expect(change(text)).not.toBe(text);
  writeFileSync(path, change(text));
}

type Change = readonly [what: string, change: (root: string) => Partial<BuildOptions> | undefined];

const changes: readonly Change[] = [
  ["nothing", () => undefined],
  [
    "the department's own styles",
    (root) => {
      writeFileSync(
        join(root, "data", "department.json"),
        '{"部门名称":"甲局","样式":{"text":{"cell":{"size":8}}}}',
      );
      return undefined;
    },
  ],
  [
    "the house style",
    (root) => {
      edit(join(root, "templates", "shared", "house-style.json"), (text) =>
        text.replace(/"border": 0\.5/u, '"border": 1'),
      );
      return undefined;
    },
  ],
  [
    "a template",
    (root) => {
      edit(join(root, "templates", "shared", "project-heading.hbs"), (text) =>
        text.replace("绩效目标表", "绩效表"),
      );
      return undefined;
    },
  ],
  [
    "the sheet's direction",
    (root) => {
      edit(join(root, "templates", "shared", "part-two.hbs"), (text) =>
        text.replace("{{orientation}}", "landscape"),
      );
      return undefined;
    },
  ],
  ["a draft", () => ({ draft: true })],
  ["the day", () => ({ clock: { day: "2031-05-06", createdAt: new Date("2031-05-06T00:00:00Z") } })],
  ["one format less", () => ({ formats: ["pdf"] })],
];

test.each(changes)("after a change of %s", async (what, change) => {
  const cold = workspace();
  const options = change(warm) ?? {};
  change(cold);
  const { departments } = await run(warm, options);
  // The same documents as those that were read back just now.
  await run(cold, { ...options, cache: false, verify: false, review: false });
  const below = options.draft === true ? "draft" : "";
  if (options.formats === undefined) expect(documents(warm, below)).toHaveLength(2);
  for (const document of documents(cold, below)) expect(documents(warm, below)).toContainEqual(document);
  const { reused = 0, made = 0 } = departments[0]?.reuse ?? {};
  // A change that decides nothing of a part leaves all of them, and any other some or all to be made.
  if (["nothing", "the day", "one format less"].includes(what)) expect([reused > 0, made]).toEqual([true, 0]);
  else expect(made).toBeGreaterThan(0);
});

test("a format that was left out once is not laid out again when it is wanted", async () => {
  await run(warm, { formats: ["docx"] });
  const { departments } = await run(warm);
  expect(departments[0]?.reuse).toMatchObject({ made: 0, damaged: 0 });
});
