/** What is published says what the data say: whatever lay in the cache, and whoever wrote over it since. */
import { cpSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { openPack, writePack } from "../cache/part-pack.ts";
import type { FinishedPart } from "../department/index.ts";
import { runHere } from "./run-here.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const data = join(import.meta.dirname, "..", "..", "data");

/** Two departments, of which one has three projects; or a copy of such a workspace, as it is by now. */
function workspace(of?: { readonly root: string }) {
  const root = temporaryFolder();
  if (of === undefined) {
    cpSync(join(data, "korla"), join(root, "data", "korla"), { recursive: true });
    cpSync(join(data, "forms", "anhui"), join(root, "data", "anhui"), { recursive: true });
  } else cpSync(of.root, root, { recursive: true });
  const [from, out] = [join(root, "data"), join(root, "out")];
  const documents = () => readdirSync(join(out, "korla")).filter((name) => /\.(?:docx|pdf)$/u.test(name));
  return {
    root,
    out,
    documents,
    build: (...more: readonly string[]) =>
      runHere("build", from, "--out", out, "--no-review", "--jobs", "1", "--reporter", "json", ...more),
    verify: (...more: readonly string[]) => runHere("verify", from, "--out", out, ...more),
  };
}

/** Built, and for copying only. */
const built = workspace();

beforeAll(async () => {
  expect(await built.build()).toMatchObject({ exitCode: 0 });
});

/** In each pack of more than one project, the last part gets the DOCX of the one before; checksums are right. */
function forgeCache(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = readFileSync(join(folder, name));
    const pack = openPack(file);
    const keys = [...file.toString("latin1").matchAll(/"key":"([^"]+)"/gu)].map(([, key = ""]) => key);
    const parts = keys.flatMap((key): { key: string; part: FinishedPart }[] => {
      const part = pack?.find(key);
      return part === undefined || part === "damaged" ? [] : [{ key, part }];
    });
    const [before, last] = parts.slice(-2);
    if (pack === undefined || before === undefined || last === undefined) continue;
    const { docx } = before.part.files;
    if (docx === undefined) continue;
    const forged = { ...last, part: { ...last.part, files: { ...last.part.files, docx } } };
    writeFileSync(
      join(folder, name),
      Buffer.concat(writePack({ madeWith: pack.madeWith, parts: [...parts.slice(0, -1), forged] })),
    );
  }
}

test("a forged part of the cache is not published, and is found where it was", async () => {
  const { out, build, verify, documents } = workspace();
  await build("--no-verify");
  await build("--force");
  expect(documents()).toHaveLength(2);
  expect((await verify()).exitCode).toBe(0);

  forgeCache(join(out, ".huibian", "cache"));
  rmSync(join(out, "korla"), { recursive: true });
  const refused = await build();
  const departments: { folder: string; state: string; findings: { code: string; at: { file: string } }[] }[] =
    JSON.parse(refused.stdout).departments;
  const korla = departments.find(({ folder }) => folder.endsWith("korla"));
  expect(refused.exitCode).toBe(1);
  expect(korla?.state).toBe("failed");
  const written = korla?.findings.filter(({ code }) => code.startsWith("written-")) ?? [];
  expect(written.map(({ code }) => code)).toContain("written-text-differs");
  for (const { at } of written) expect(at.file).toMatch(/\.docx$/u);
  expect(documents()).toEqual([]);

  await build("--no-verify");
  expect(documents()).toHaveLength(2);
  const found = await verify("--reporter", "json");
  expect(found.exitCode).toBe(1);
  const [one, other] = JSON.parse(found.stdout).departments;
  expect([one.findings.length, other.findings.length].toSorted((a, b) => a - b)[0]).toBe(0);

  await build("--force");
  expect((await verify()).exitCode).toBe(0);
});

test("a volume with a forged part is not published, nor its summary; both say what they hold without it", async () => {
  const { root, out } = workspace();
  const rollUp = (...more: readonly string[]) =>
    runHere("rollup", join(root, "data"), "--out", out, "--volume", "--reporter", "json", ...more);
  const documents = () => readdirSync(join(out, "汇总")).filter((name) => /\.(?:docx|pdf)$/u.test(name));
  expect((await rollUp("--strict", "--no-verify")).exitCode).toBe(1);
  expect((await rollUp()).exitCode).toBe(0);
  expect(documents()).toHaveLength(4);

  forgeCache(join(out, ".huibian", "cache"));
  rmSync(join(out, "汇总"), { recursive: true });
  const refused = await rollUp();
  const found: { code: string; at: { file: string } }[] = JSON.parse(refused.stdout).problems;
  const written = found.filter(({ code }) => code.startsWith("written-"));
  expect(refused.exitCode).toBe(1);
  expect(written.map(({ code }) => code)).toContain("written-text-differs");
  for (const { at } of written) expect(at.file).toMatch(/合订本\.docx$/u);
  expect(readdirSync(out)).not.toContain("汇总");

  expect((await rollUp("--no-verify")).exitCode).toBe(0);
  expect(documents()).toHaveLength(4);
});

test("a report that is a page for browsers alone is read back, too", async () => {
  const { out, build, verify } = workspace();
  const built = await build("--format", "html", "--no-cache");
  expect(built.exitCode).toBe(0);
  for (const { state, readback } of JSON.parse(built.stdout).departments)
    expect([state, readback.pages, readback.cells > 50]).toEqual(["built", 0, true]);
  const { exitCode, stdout } = await verify();
  expect(exitCode).toBe(0);
  expect(stdout.match(/与数据一致/gu)).toHaveLength(2);

  const folder = join(out, "korla");
  const page = join(folder, readdirSync(folder).find((name) => name.endsWith(".html")) ?? "");
  writeFileSync(page, readFileSync(page, "utf8").replace("≥200000度", "≥20000度"));
  const edited = await verify("--lang", "en");
  expect(edited.exitCode).toBe(1);
  expect(edited.stdout).toMatch(/row \d+, column \d+ should be “≥200000度” and reads “≥20000度”/u);
});

test("a file that somebody wrote over is found at its cell, with what was compared", async () => {
  const { out, verify } = workspace(built);
  const folder = join(out, "korla");
  const name = readdirSync(folder).find((one) => one.endsWith(".docx")) ?? "";
  const parts = unzipSync(readFileSync(join(folder, name)));
  const body = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
  const changed = body.replace("≥200000度", "≥20000度");
  expect(changed).not.toBe(body);
  writeFileSync(join(folder, name), zipSync({ ...parts, "word/document.xml": strToU8(changed) }));
  const { stdout, exitCode } = await verify("--lang", "en");
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/row \d+, column \d+ should be “≥200000度” and reads “≥20000度”/u);
  expect(stdout).toMatch(/638 cells and 10 pages of PDF compared/u);
  expect(stdout).toContain("is not the one that was published");
  const { stdout: recorded } = await verify("--reporter", "github");
  expect(recorded).toContain("written-cell-differs");
  // Of the other department alone.
  expect(recorded.match(/与数据一致/gu)).toHaveLength(1);
  // What never ends is not read.
  rmSync(join(folder, name));
  symlinkSync("/dev/zero", join(folder, name));
  expect((await verify("--lang", "en")).stdout).toMatch(/\.docx .*\n.*device/u);
});

test("a report, or its folder, leads to its data by the record of the run", async () => {
  const { out, documents } = workspace(built);
  const record = join(out, "run.json");
  writeFileSync(record, readFileSync(record, "utf8").replaceAll(built.root, dirname(out)));
  const folder = join(out, "korla");
  for (const named of [folder, join(folder, documents()[0] ?? "")]) {
    const { stdout, exitCode } = await runHere("verify", named, "--reporter", "json");
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout).departments).toMatchObject([
      { readback: { cells: 638, pages: 10, pagesRead: 10 } },
    ]);
  }
  rmSync(record);
  const { stdout, exitCode } = await runHere("verify", folder, "--reporter", "json");
  expect(exitCode).toBe(2);
  expect(JSON.parse(stdout).problems).toMatchObject([{ code: "report-of-unknown-data" }]);
});

test("nothing published is nothing to compare", async () => {
  const { verify } = workspace();
  const { stdout, exitCode } = await verify("--reporter", "json");
  expect(exitCode).toBe(1);
  const codes = JSON.parse(stdout).departments.flatMap((one: { findings: { code: string }[] }) =>
    one.findings.map(({ code }) => code),
  );
  expect(codes).toEqual(["report-not-published", "report-not-published"]);
});

test("data of which no report can be made are not what the files say", async () => {
  const { root, verify } = workspace(built);
  const facts = { 样式: { text: { own: { size: 10 } } } };
  writeFileSync(join(root, "data", "korla", "department.json"), JSON.stringify(facts));
  const { stdout, exitCode } = await verify("--reporter", "json");
  expect(exitCode).toBe(1);
  const korla = JSON.parse(stdout).departments.find(({ folder }: { folder: string }) =>
    folder.endsWith("korla"),
  );
  expect(korla.files).toEqual([]);
  expect(korla.findings[0]).toMatchObject({ severity: "failure", at: { file: "department.json" } });
});

test("a form that cannot be used is told, as another may take its place", async () => {
  const { root, verify } = workspace(built);
  const own = join(root, "templates");
  cpSync(join(data, "..", "templates", "xinjiang"), join(own, "xinjiang"), { recursive: true });
  const template = join(own, "xinjiang", "project.hbs");
  writeFileSync(template, readFileSync(template, "utf8").replace("{{project.lead}}", "{{project.leader}}"));
  const { stdout } = await verify("--templates", own, "--reporter", "json");
  expect(JSON.parse(stdout).brokenForms).toMatchObject([{ form: "xinjiang" }]);
  for (const reporter of ["pretty", "github"])
    expect((await verify("--templates", own, "--reporter", reporter)).stdout).toContain("project.leader");
});

test("what a build could not publish, or did not read back, is no part that the next takes to be right", async () => {
  const { root, out, build, documents } = workspace();
  const own = join(root, "templates");
  cpSync(join(data, "..", "templates", "xinjiang"), join(own, "xinjiang"), { recursive: true });
  const template = join(own, "xinjiang", "project.hbs");
  const leftOut = readFileSync(template, "utf8").replace("{{indicator.level3}}", "{{indicator.level2}}");
  writeFileSync(template, leftOut);
  const codes = async (...more: readonly string[]) => {
    const { stdout } = await build("--templates", own, ...more);
    const { departments }: { departments: { findings: { code: string }[] }[] } = JSON.parse(stdout);
    const found = departments.flatMap(({ findings }) => findings.map(({ code }) => code));
    return found.filter((code) => code === "values-not-printed");
  };
  for (const _ of ["first", "again"]) {
    // Once, for three projects.
    expect(await codes()).toEqual(["values-not-printed"]);
    expect(documents()).toEqual([]);
  }
  expect(await codes("--no-verify")).toEqual([]);
  for (const name of documents()) rmSync(join(out, "korla", name));
  expect(await codes()).toEqual(["values-not-printed"]);
});

test("what a form has come to require is looked for in the parts of an earlier build, too", async () => {
  const { root, build } = workspace();
  const own = join(root, "templates");
  cpSync(join(data, "..", "templates", "xinjiang"), join(own, "xinjiang"), { recursive: true });
  const [template, form] = [join(own, "xinjiang", "project.hbs"), join(own, "xinjiang", "form.json")];
  writeFileSync(template, readFileSync(template, "utf8").replace("{{indicator.basis}}", ""));
  expect((await build("--templates", own)).exitCode).toBe(0);
  const spec = JSON.parse(readFileSync(form, "utf8"));
  spec.fields["indicator.basis"].required = true;
  writeFileSync(form, JSON.stringify(spec));
  const { stdout, exitCode } = await build("--templates", own);
  expect(exitCode).toBe(1);
  expect(stdout).toContain("values-not-printed");
});

test("each number of a roll-up is held to the departments' data, in every file of it", async () => {
  const { root, out, build, verify } = workspace();
  const from = join(root, "data");
  const facts = join(from, "anhui", "department.json");
  // A script that is not set is 〓 in the PDF.
  writeFileSync(facts, readFileSync(facts, "utf8").replace("临河市", "བོད临河市"));
  await build("--format", "docx");
  const figures = ["--title", "某市汇总表", "--reporter", "json"];
  expect((await runHere("rollup", from, "--out", out, ...figures)).exitCode).toBe(0);
  const sound = await verify("--reporter", "json");
  const [, , whole] = JSON.parse(sound.stdout).departments;
  expect([sound.exitCode, whole.findings, whole.files]).toEqual([
    ...[0, []],
    ["某市汇总表.docx", "某市汇总表.pdf", "rollup.json", "rollup.csv", "rollup.xlsx"],
  ]);

  const place = join(out, "汇总");
  const rolled = JSON.parse(readFileSync(join(place, "rollup.json"), "utf8"));
  const { sum } = rolled.totals.money.total;
  const wrong = String(Number(sum) + 1);
  const inSheet = (from: string | RegExp, to: string) => inPart("xl/worksheets/sheet1.xml", from, to);
  const breaks: readonly Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>>[] = [
    {
      "rollup.csv": inText(sum, wrong),
      "rollup.xlsx": inSheet(`<v>${sum}</v>`, `<v>${wrong}</v>`),
      "某市汇总表.docx": inPart("word/document.xml", `>${sum}<`, `>${wrong}<`),
      "某市汇总表.pdf": () => Buffer.from("%PDF-1.7"),
    },
    {
      "rollup.csv": inText("项目数,指标数", "指标数,项目数"),
      "rollup.xlsx": inSheet("<v>3</v>", "<v>4</v>"),
    },
    {
      "rollup.csv": (bytes) => bytes.subarray(0, bytes.length - 3),
      "rollup.xlsx": inSheet("SUM(E2:E3)", "SUM(E2:E2)"),
    },
    { "rollup.xlsx": inPart("xl/workbook.xml", "各部门情况", "各部门") },
    { "rollup.xlsx": inSheet("SUM(E2:E3)", "SUM(E1:E999999999999)") },
  ];
  for (const files of breaks) {
    const before = Object.keys(files).map((name) => [name, readFileSync(join(place, name))] as const);
    for (const [name, bytes] of before) {
      const changed = files[name]?.(bytes) ?? bytes;
      expect(Buffer.compare(changed, bytes), name).not.toBe(0);
      writeFileSync(join(place, name), changed);
    }
    const { exitCode, stdout } = await verify("--reporter", "json");
    const [one, other, all] = JSON.parse(stdout).departments;
    expect([exitCode, one.findings, other.findings]).toEqual([1, [], []]);
    const found: { code: string; at: { file: string } }[] = all.findings;
    const broken = found.filter(({ code }) => code.startsWith("written-")).map(({ at }) => at.file);
    expect(new Set(broken)).toEqual(new Set(Object.keys(files)));
    for (const [name, bytes] of before) writeFileSync(join(place, name), bytes);
  }

  cpSync(join(data, "forms", "hubei"), join(from, "hubei"), { recursive: true });
  rmSync(join(from, "anhui"), { recursive: true });
  expect((await verify()).stdout).toContain("汇总没有核对");
});

function inText(from: string, to: string): (bytes: Uint8Array) => Uint8Array {
  return (bytes) =>
    strToU8(
      `\ufeff${strFromU8(bytes)
        .replace(/^\ufeff/u, "")
        .replace(from, to)}`,
    );
}

function inPart(name: string, from: string | RegExp, to: string): (bytes: Uint8Array) => Uint8Array {
  return (bytes) => {
    const parts = unzipSync(bytes);
    const changed = strFromU8(parts[name] ?? new Uint8Array()).replace(from, to);
    return zipSync({ ...parts, [name]: strToU8(changed) });
  };
}
