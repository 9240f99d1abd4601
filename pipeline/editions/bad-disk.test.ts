/** A disk that is full or read-only costs nothing that was published before. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { build } from "../commands/build.ts";
import { hashOfBytes } from "../files/index.ts";
import { buildOptions } from "../testing/build-options.ts";
import { newSmallDisk, type SmallDisk } from "../testing/small-disk.ts";

let small: SmallDisk;
let data: string;

beforeEach(() => {
  small = newSmallDisk();
  data = mkdtempSync(join(tmpdir(), "huibian-data-"));
  mkdirSync(join(data, "局"));
});
afterEach(() => small.remove());

async function buildOf(project: string, options: Partial<Parameters<typeof build>[0]> = {}) {
  writeFileSync(join(data, "局", "p.csv"), `项目编码,项目名称,预算数(元)\n1,${project},5\n`);
  writeFileSync(join(data, "局", "department.json"), `{"部门名称":"${project}局","表式":"hebei"}`);
  const asked = { folders: [data], out: join(small.folder, "out"), cache: false, ...options } as const;
  const outcome = await build(buildOptions({ formats: ["docx"], jobs: 1, ...asked }));
  if (outcome.kind === "refused") return { exitCode: outcome.exitCode, findings: outcome.problems };
  const { exitCode, departments, problems } = outcome.run;
  return { exitCode, findings: [...problems, ...departments.flatMap((one) => one.findings)] };
}

/** The lists of findings aside, which a failed department is given too, and the record of the run. */
function files(): ReadonlyMap<string, string> {
  const out = join(small.folder, "out");
  const entries = readdirSync(out, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const kept = paths.filter((path) => !/(?:run\.json|findings\.\w+)$/u.test(path));
  return new Map(kept.map((path) => [path.slice(out.length + 1), hashOfBytes(readFileSync(path))]));
}

const failure = (code: unknown) => expect.objectContaining({ code });

describe("a full disk", () => {
  // The lock and the journal find room in some of them, the first file or two in others.
  test.each([0, 4, 8, 16, 24])("with %i KB left", async (kilobytes) => {
    expect((await buildOf("甲")).exitCode).toBe(0);
    const before = files();
    small.fill(kilobytes * 1024);
    const { exitCode, findings } = await buildOf("乙");
    expect(exitCode).toBeGreaterThan(0);
    // Where not even an empty folder can be written, the run stops before it begins.
    expect(findings).toContainEqual(failure(expect.stringMatching(/^output-not-writ(?:ten|able)$/u)));
    small.empty();
    expect(files()).toEqual(before);
    expect((await buildOf("乙")).exitCode).toBe(0);
    expect([...files().keys()].toSorted()).toContain("局/乙局部门预算绩效文本.docx");
    expect([...files().keys()].filter((name) => name.includes("huibian") || name.includes("甲局"))).toEqual(
      [],
    );
  });
});

test("a read-only disk is said at once, and nothing is tried", async () => {
  expect((await buildOf("甲")).exitCode).toBe(0);
  const before = files();
  small.makeReadOnly();
  const { exitCode, findings } = await buildOf("乙");
  small.makeWritable();
  expect(exitCode).toBe(2);
  expect(findings).toContainEqual(failure("output-not-written"));
  expect(files()).toEqual(before);
});

test("a full disk for the part cache costs the cache, and the report is whole", async () => {
  const elsewhere = { out: join(data, "..", `${basename(data)}-out`), cache: join(small.folder, "cache") };
  small.fill(0);
  const { exitCode, findings } = await buildOf("甲", elsewhere);
  expect(exitCode).toBe(0);
  expect(findings).toContainEqual(failure("cache-not-written"));
  expect(readdirSync(join(elsewhere.out, "局"))).toContain("甲局部门预算绩效文本.docx");
  expect(
    readdirSync(small.folder, { recursive: true }).filter((name) => /\.(?:tmp|parts)$/u.test(`${name}`)),
  ).toEqual([]);
});
