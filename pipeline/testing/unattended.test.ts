/** Runs without anyone at the keyboard: what the log says, and what the command at the end is given. */
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { mainScript } from "./installed-program.ts";
import { runHere } from "./run-here.ts";
import { breakDepartment, writeDepartment } from "./small-departments.ts";
import { startRun } from "./stopped-run.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** A folder with departments, and the program run on it; its words may name files below the folder as `@/…`. */
function workspace(...names: readonly string[]) {
  const root = temporaryFolder();
  const path = (name: string) => join(root, name);
  for (const name of names) writeDepartment(path("data"), name);
  const words = (given: readonly string[]) => given.map((word) => word.replaceAll("@", root));
  return {
    path,
    read: (name: string) => readFileSync(path(name), "utf8"),
    words,
    build: (...given: readonly string[]) =>
      runHere("build", ...words(["@/data", "--out", "@/out", "--format", "docx", ...given])),
  };
}

const schema = z.fromJSONSchema(JSON.parse(readFileSync("docs/schemas/log-line.schema.json", "utf8")));

type Line = { readonly event: string; readonly run: string; readonly [key: string]: unknown };

/** Each line is whole, and as the schema has it. */
function linesOf(text: string): readonly Line[] {
  expect(text.endsWith("\n")).toBe(true);
  return text
    .slice(0, -1)
    .split("\n")
    .map((line) => {
      const parsed = JSON.parse(line);
      expect(schema.safeParse(parsed).error, line).toBeUndefined();
      return parsed;
    });
}

const events = (lines: readonly Line[]) => lines.map(({ event }) => event);

describe("the log", () => {
  test("tells a run from its start to its end, failures with their reasons, run after run in one file", async () => {
    const { path, read, build } = workspace("甲", "乙");
    breakDepartment(path("data"), "乙");
    expect((await build("--log-file", "@/log.jsonl")).exitCode).toBe(1);
    const first = linesOf(read("log.jsonl"));
    expect(events(first).toSorted()).toEqual(
      [
        ...["run-started", "departments-found", "department-started", "department-finished"],
        ...["department-started", "department-finished", "run-finished"],
      ].toSorted(),
    );
    expect(first[0]).toMatchObject({
      event: "run-started",
      command: "build",
      typed: expect.stringContaining("--log-file"),
    });
    const finished = first.filter(({ event }) => event === "department-finished");
    expect(finished.find(({ folder }) => folder === path("data/甲"))).toMatchObject({
      state: "built",
      because: [{ kind: "new" }],
      files: ["甲局2023年部门预算绩效文本.docx"],
      projects: 1,
      findings: { failure: 0 },
    });
    expect(finished.find(({ folder }) => folder === path("data/乙"))).toMatchObject({
      state: "failed",
      failures: [{ code: "ragged-row", zh: { todo: expect.any(String) } }],
    });
    expect(first.at(-1)).toMatchObject({
      event: "run-finished",
      exitCode: 1,
      departments: { built: 1, failed: 1 },
      totals: { projects: 1 },
      runFile: path("out/run.json"),
    });
    expect((await build("--log-file", "@/log.jsonl")).exitCode).toBe(1);
    const both = linesOf(read("log.jsonl"));
    expect(both.slice(0, first.length)).toEqual(first);
    const second = both.slice(first.length);
    expect(new Set(second.map(({ run }) => run)).size).toBe(1);
    expect(second[0]?.run).not.toBe(first[0]?.run);
    expect(second).toContainEqual(
      expect.objectContaining({ event: "department-finished", folder: path("data/甲"), state: "unchanged" }),
    );
  });

  test("has whole lines after a kill between two of them, and the next run closes what was torn", async () => {
    const { path, read, words, build } = workspace("甲", "乙", "丙");
    const argv = ["build", "@/data", "--out", "@/out", "--format", "docx", "--log-file", "@/log.jsonl"];
    // The first department is done, the next in hand: each renames two, one of them in its history.
    const run = startRun("3:rename manifest.json", "cli", ...words(argv));
    await run.line((line) => line === "stopped");
    await run.kill();
    const cut = linesOf(read("log.jsonl"));
    expect(events(cut)).not.toContain("run-finished");
    expect(events(cut)).toContain("department-finished");
    appendFileSync(path("log.jsonl"), '{"time":"2026-01-01T00:00:00.000Z","run":"0000');
    expect((await build("--log-file", "@/log.jsonl", "--wait")).exitCode).toBe(0);
    const text = read("log.jsonl").split("\n");
    expect(text[cut.length]).toBe('{"time":"2026-01-01T00:00:00.000Z","run":"0000');
    const next = linesOf(text.slice(cut.length + 1).join("\n"));
    expect(next[0]).toMatchObject({ event: "run-started", afterTornLine: true });
    expect(events(next).at(-1)).toBe("run-finished");
  });

  test("that cannot be written stops the run before anything is", async () => {
    const { path, build } = workspace("甲");
    for (const file of ["@/none/log.jsonl", "@/data"]) {
      const { exitCode, stderr } = await build("--log-file", file);
      expect(exitCode).toBe(2);
      expect(stderr).toContain("日志文件无法写入");
      expect(stderr).toContain("请先建好它所在的文件夹");
    }
    expect(existsSync(path("out"))).toBe(false);
  });

  test("that is an export stops the run before anything is written to it", async () => {
    const { path, build } = workspace("甲");
    const [name = ""] = readdirSync(path("data/甲")).filter((file) => /\.(?:csv|json)$/u.test(file));
    const before = readFileSync(path(`data/甲/${name}`));
    const { exitCode, stderr } = await build("--log-file", `@/data/甲/${name}`);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("不是日志")]);
    expect(readFileSync(path(`data/甲/${name}`))).toEqual(before);
    expect(existsSync(path("out"))).toBe(false);
  });

  test("says why a run was refused, and that it did nothing", async () => {
    const { read, build } = workspace("甲");
    expect((await build("--only", "丙", "--log-file", "@/log.jsonl")).exitCode).toBe(2);
    expect(linesOf(read("log.jsonl")).slice(1)).toMatchObject([
      { event: "problem", problem: { code: "selection-matches-nothing" } },
      { event: "run-finished", exitCode: 2 },
    ]);
  });

  test("is kept by a check, too", async () => {
    const { read, words } = workspace("甲");
    expect((await runHere("check", ...words(["@/data", "--log-file", "@/log.jsonl"]))).exitCode).toBe(1);
    expect(linesOf(read("log.jsonl")).at(-1)).toMatchObject({ departments: { checked: 1 }, exitCode: 1 });
  });
});

describe("the command at the end", () => {
  test("has the record on its input and the facts in its environment, and may itself run the program", async () => {
    const { path, read, build } = workspace("甲", "乙");
    breakDepartment(path("data"), "乙");
    const again = `"${process.execPath}" "${mainScript}" build --retry --out "${path("out")}"`;
    writeFileSync(
      path("tell.sh"),
      `cat > "${path("record.json")}"\nenv | grep ^HUIBIAN_ | sort > "${path("facts")}"\n${again}\necho $? > "${path("inner")}"\n`,
    );
    const { exitCode, stdout } = await build("--log-file", "@/log.jsonl", "--on-finish", "sh @/tell.sh");
    expect(exitCode).toBe(1);
    expect(stdout).not.toContain("on-finish");
    expect(JSON.parse(read("record.json"))).toMatchObject({ command: "build", exitCode: 1 });
    expect(read("facts").trim().split("\n")).toEqual([
      "HUIBIAN_BUILT=1",
      "HUIBIAN_EXIT_CODE=1",
      "HUIBIAN_FAILED=1",
      `HUIBIAN_LOG_FILE=${path("log.jsonl")}`,
      `HUIBIAN_RUN_JSON=${path("out/run.json")}`,
      "HUIBIAN_SKIPPED=0",
      "HUIBIAN_UNCHANGED=0",
    ]);
    // The output folder was free: the retry ran, and failed for the data alone.
    expect(read("inner")).toBe("1\n");
    expect(linesOf(read("log.jsonl")).slice(-3)).toMatchObject([
      { event: "run-finished" },
      { event: "on-finish-started", command: `sh ${path("tell.sh")}` },
      { event: "on-finish-ended", exitCode: 0 },
    ]);
  });

  test("fails the run where nothing else did, with its last words, and changes no file", async () => {
    const { read, build } = workspace("甲");
    const { exitCode, stdout } = await build("--on-finish", "echo 邮件服务器不通; exit 7");
    expect(exitCode).toBe(1);
    expect(stdout).toContain("退出码 7");
    expect(stdout).toContain("邮件服务器不通");
    expect(JSON.parse(read("out/run.json"))).toMatchObject({ exitCode: 0, problems: [] });
  });

  test("is ended with all that it has started where it takes too long", async () => {
    const { path, build, read } = workspace("甲");
    const command = "sh -c 'echo $$ > @/pid; sleep 600' & wait";
    const { exitCode, stdout } = await build(
      ...["--on-finish", command, "--on-finish-timeout", "1", "--log-file", "@/log.jsonl"],
    );
    expect(exitCode).toBe(1);
    expect(stdout).toContain("1 秒内没有做完");
    const pid = Number(readFileSync(path("pid"), "utf8"));
    // It is gone when the system has cleared it away.
    await vi.waitFor(() => expect(isRunning(pid)).toBe(false), { timeout: 30_000 });
    expect(linesOf(read("log.jsonl")).at(-1)).not.toHaveProperty("exitCode");
  });

  test("does not hold the run up by what it leaves behind, nor by not reading", async () => {
    const { build, path } = workspace("甲");
    const { exitCode } = await build("--on-finish", "sleep 30 & echo $! > @/pid");
    expect(exitCode).toBe(0);
    process.kill(Number(readFileSync(path("pid"), "utf8")));
  });

  test("is told of a cancelled run, and of none that was refused", async () => {
    const { path, read, words, build } = workspace("甲", "乙", "丙");
    const told = ["--on-finish", "echo $HUIBIAN_EXIT_CODE > @/told"];
    const argv = ["build", "@/data", "--out", "@/out", "--format", "docx", ...told];
    const run = startRun("1:rename manifest.json", "cli", ...words(argv));
    await run.line((line) => line === "stopped");
    // As systemd and clusters do.
    run.signal("SIGTERM");
    run.resume();
    expect((await run.ended).exitCode).toBe(130);
    expect(read("told")).toBe("130\n");
    expect((await build("--only", "丁", "--on-finish", "touch @/no")).exitCode).toBe(2);
    expect(existsSync(path("no"))).toBe(false);
  });
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe("old drafts", () => {
  const age = (manifest: string, days: number) => {
    const then = new Date(Date.now() - days * 24 * 60 * 60 * 1000);
    utimesSync(manifest, then, then);
  };

  test("go when nobody makes them any more; what was edited stays, and so does every final edition", async () => {
    const { path, read, build } = workspace("甲", "乙", "丙");
    await build("--draft");
    await build();
    for (const name of ["甲", "乙"]) age(path(`out/${name}/draft/manifest.json`), 10);
    writeFileSync(path("out/乙/draft/findings.csv"), "改过");
    mkdirSync(path("out/甲/draft/下级"));
    const finals = () =>
      ["甲", "乙", "丙"].map((name) => readdirSync(path(`out/${name}`)).filter((one) => one !== "draft"));
    const before = finals();

    const plan = await build("--dry-run", "--draft-days", "7");
    expect(plan.stdout).toContain(`将删除的旧草稿：${path("out/乙/draft")}、${path("out/甲/draft")}`);
    expect(existsSync(path("out/甲/draft/manifest.json"))).toBe(true);

    const { exitCode, stdout } = await build("--draft-days", "7", "--log-file", "@/log.jsonl");
    expect(exitCode).toBe(0);
    expect(stdout).toContain("已删除 2 个旧草稿");
    expect(readdirSync(path("out/甲/draft"))).toEqual(["下级"]);
    expect(readdirSync(path("out/乙/draft"))).toEqual(["findings.csv"]);
    expect(readdirSync(path("out/丙/draft"))).toContain("manifest.json");
    expect(finals()).toEqual(before);
    const { removedDrafts } = JSON.parse(read("out/run.json"));
    expect(removedDrafts).toMatchObject([
      { folder: path("out/乙/draft"), days: 10, left: ["findings.csv"] },
      {
        folder: path("out/甲/draft"),
        left: ["下级"],
        files: expect.arrayContaining(["manifest.json", "findings.csv"]),
      },
    ]);
    expect(events(linesOf(read("log.jsonl"))).filter((event) => event === "draft-removed").length).toBe(2);
  });

  test("stay while they are this run's own, even where it fails, and go with their department's data", async () => {
    const { path, build } = workspace("甲", "乙", "丙");
    await build("--draft");
    for (const name of ["甲", "乙", "丙"]) age(path(`out/${name}/draft/manifest.json`), 10);
    breakDepartment(path("data"), "乙");
    expect((await build("--draft", "--exclude", "丙", "--draft-days", "7")).exitCode).toBe(1);
    expect(existsSync(path("out/甲/draft/manifest.json"))).toBe(true);
    expect(existsSync(path("out/乙/draft/manifest.json"))).toBe(true);
    // Nothing else stood there.
    expect(existsSync(path("out/丙"))).toBe(false);
  });
});
