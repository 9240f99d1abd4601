/** Folders and files that cannot be looked at: their department fails and is counted, the others are built, and nothing hangs. */
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { dirname, join, sep } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { mainScript, program } from "./installed-program.ts";
import { runHere } from "./run-here.ts";
import type { Outcome } from "./run-program.ts";
import { temporaryFolder } from "./temporary-folder.ts";

type Department = {
  readonly folder: string;
  readonly state: string;
  readonly findings: readonly { readonly severity: string; readonly code: string; readonly found?: string }[];
};

const projects = "项目编码,项目名称,单位名称,预算数（元）,资金用途,绩效目标\n";
const indicators = "项目编码,一级指标,二级指标,三级指标,指标符号,指标值,计量单位\n";
const row = (name: string) => `13090000000000000001A,${name}年度检修,${name},36000,检修设备,设备完好\n`;

function workspace() {
  const folder = temporaryFolder();
  const path = (...below: string[]) => join(folder, ...below);
  const write = (below: string, text: string) => {
    mkdirSync(dirname(path(below)), { recursive: true });
    writeFileSync(path(below), text);
  };
  const addSound = (name: string) => write(`data/${name}/导出.csv`, projects + row(name));
  const run = async (command: string, ...words: string[]) => {
    const out = command === "check" ? [] : ["--out", path("out")];
    const outcome = await runHere(command, path("data"), ...out, "--reporter", "json", ...words);
    return { ...outcome, departments: departmentsIn(outcome, path("data")) };
  };
  const build = (...words: string[]) => run("build", "--format", "docx", ...words);
  return { path, write, addSound, run, build };
}

/** By the way from the folder that was given. */
function departmentsIn({ stdout }: Outcome, data: string): Readonly<Record<string, Department>> {
  const list: readonly Department[] = JSON.parse(stdout).departments;
  return Object.fromEntries(list.map((one) => [one.folder.slice(data.length + 1), one]));
}

const failures = ({ findings }: Department) =>
  findings.filter(({ severity }) => severity === "failure").map(({ code }) => code);

const posix = process.platform !== "win32";
const linux = process.platform === "linux";

describe.skipIf(!posix)("a run over all kinds", () => {
  const { path, write, addSound, run } = workspace();
  const link = (target: string, below: string) => {
    mkdirSync(dirname(path(below)), { recursive: true });
    symlinkSync(target, path(below));
  };
  let built: Awaited<ReturnType<typeof run>>;

  beforeAll(async () => {
    for (const name of ["教育局", "水利局", "气象局"]) addSound(name);
    link("/no/such/share/民政局", "data/民政局");
    link("环二", "data/环一");
    link("环一", "data/环二");
    link(path("elsewhere"), "data/链接局");
    write("elsewhere/导出.csv", projects + row("链接局"));
    link("/no/such/share/指标.csv", "data/林业局/指标.csv");
    write("data/林业局/项目.csv", projects + row("林业局"));
    link("gone.json", "data/统计局/department.json");
    write("data/统计局/导出.csv", projects + row("统计局"));
    mkdirSync(path("data/卫健局"));
    spawnSync("mkfifo", [path("data/卫健局/导出.csv")]);
    link("/dev/zero", "data/交通局/导出.json");
    // Neither an export nor a folder.
    link("gone.png", "data/气象局/印章.png");
    await once(createServer().unref().listen(path("data/气象局/s.sock")), "listening");
    built = await run("build", "--format", "docx");
  });

  test("builds what can be read", () => {
    const states = ["教育局", "水利局", "气象局", "链接局"].map((name) => built.departments[name]?.state);
    expect(states).toEqual(["built", "built", "built", "built"]);
  });

  test.each([
    ["民政局", "folder-unreadable"],
    ["环一", "folder-unreadable"],
    ["环二", "folder-unreadable"],
    ["林业局", "file-unreadable"],
    ["统计局", "file-unreadable"],
    ["卫健局", "file-unreadable"],
    ["交通局", "file-unreadable"],
  ])("fails %s, and says why", (name, code) => {
    const department = built.departments[name];
    expect(department?.state).toBe("failed");
    expect(department && failures(department)).toEqual([code]);
  });

  test("counts them in the exit code and warns of the rest", () => {
    expect(built.exitCode).toBe(1);
    expect(Object.keys(built.departments).length).toBe(11);
    const problems: readonly { code: string; at: { file?: string } }[] = JSON.parse(built.stdout).problems;
    const places = problems.filter(({ code }) => code === "file-not-looked-at").map(({ at }) => at.file);
    expect(places).toEqual([path("data/气象局/s.sock"), path("data/气象局/印章.png")]);
  });

  test("leaves them out of a roll-up by name", async () => {
    const { exitCode, stdout } = await run("rollup", "--format", "docx");
    expect(exitCode).toBe(1);
    const { totals, departments } = JSON.parse(readFileSync(path("out", "汇总", "rollup.json"), "utf8"));
    expect(totals).toMatchObject({ counted: 4, failed: 7 });
    expect(departments.map(({ name }: { name: string }) => name)).toContain("民政局");
    expect(stdout).toContain("民政局");
  });

  test("says so in check and in a dry run", async () => {
    const checked = await run("check");
    expect(checked.exitCode).toBe(1);
    expect(checked.departments.民政局?.state).toBe("failed");
    expect((await run("build", "--dry-run")).departments.民政局).toMatchObject({
      failures: [{ code: "folder-unreadable" }],
    });
  });
});

test.skipIf(!linux)("a name that is not UTF-8 is a failure, shown as GBK where that is free", async () => {
  const { path, addSound, run } = workspace();
  addSound("教育局");
  // 民政局 and 教育局 in GBK, as an archive from Windows has them.
  for (const hex of ["c3f1d5febed6", "bdccd3fdbed6"]) {
    const folder = Buffer.concat([Buffer.from(path("data") + sep), Buffer.from(hex, "hex")]);
    mkdirSync(folder);
    writeFileSync(Buffer.concat([folder, Buffer.from(`${sep}导出.csv`)]), projects + row("民政局"));
  }
  const { exitCode, departments } = await run("build", "--format", "docx");
  expect(exitCode).toBe(1);
  expect(Object.entries(departments).map(([name, { state }]) => [name, state])).toEqual([
    ["\\xBD\\xCC\\xD3\\xFD\\xBE\\xD6", "failed"],
    ["教育局", "built"],
    ["民政局", "failed"],
  ]);
  expect(departments.民政局?.findings[0]).toMatchObject({ found: "\\xC3\\xF1\\xD5\\xFE\\xBE\\xD6" });
});

test.skipIf(!posix)(
  "what cannot be read any more is no unchanged department, and is built when it can",
  async () => {
    const { path, write, addSound, build } = workspace();
    addSound("教育局");
    expect((await build()).departments.教育局?.state).toBe("built");
    symlinkSync("gone.csv", path("data/教育局/指标.csv"));
    expect((await build()).departments.教育局?.state).toBe("failed");
    // What department.json does not list is no export.
    write("data/教育局/department.json", JSON.stringify({ 文件: ["导出.csv"] }));
    const listed = (await build()).departments.教育局;
    expect(listed?.state).toBe("built");
    expect(listed?.findings.map(({ code }) => code)).toContain("file-not-looked-at");
    expect((await build()).departments.教育局?.state).toBe("unchanged");
    rmSync(path("data/教育局/指标.csv"));
    write("data/教育局/指标.csv", `${indicators}13090000000000000001A,产出指标,数量指标,检修次数,≥,4,次\n`);
    expect((await build()).departments.教育局?.state).toBe("built");
    renameSync(path("data/教育局"), path("data/away"));
    symlinkSync("nowhere", path("data/教育局"));
    const gone = (await build()).departments.教育局;
    expect(gone && failures(gone)).toEqual(["folder-unreadable"]);
  },
);

test.skipIf(!posix)(
  "without permission, folders, exports and a lock are failures with the reason",
  ({ skip }) => {
    const { path, addSound } = workspace();
    for (const name of ["教育局", "民政局", "水利局"]) addSound(name);
    // Root may read everything: the program runs as nobody then.
    const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    for (const folder of [inject("temporaryFolder"), program, path()]) chmodSync(folder, 0o755);
    mkdirSync(path("out"));
    chmodSync(path("out"), 0o777);
    const run = (...words: string[]) =>
      spawnSync(process.execPath, [mainScript, ...words], { ...user, encoding: "utf8", timeout: 300_000 });
    const build = () =>
      run("build", path("data"), "--out", path("out"), "--format", "docx", "--reporter", "json");
    skip(run("--version").status !== 0, "another user may not run the program here");

    chmodSync(path("data/民政局"), 0);
    chmodSync(path("data/水利局/导出.csv"), 0);
    const { status, stdout, stderr } = build();
    chmodSync(path("data/民政局"), 0o755);
    const departments = departmentsIn({ exitCode: 0, stdout, stderr }, path("data"));
    const states = Object.entries(departments).map(([name, one]) => [name, one.state, ...failures(one)]);
    expect(states).toEqual([
      ["教育局", "built"],
      ["民政局", "failed", "folder-unreadable"],
      ["水利局", "failed", "file-unreadable"],
    ]);
    expect(status).toBe(1);

    mkdirSync(path("out/.huibian"), { recursive: true });
    writeFileSync(path("out/.huibian/lock"), "somebody's");
    chmodSync(path("out/.huibian/lock"), 0);
    const locked = build();
    expect(locked.status).toBe(2);
    expect(JSON.parse(locked.stdout).problems).toMatchObject([
      { code: "output-lock-unreadable", args: { reason: expect.stringMatching(/^EACCES/u) } },
    ]);
    expect(existsSync(path("out/.huibian/lock"))).toBe(true);
  },
);
