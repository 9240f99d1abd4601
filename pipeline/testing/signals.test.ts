/** SIGINT, SIGTERM and SIGHUP end a run cleanly wherever it is; a second one ends it at once, and nothing is half done. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runHere } from "./run-here.ts";
import { startRun } from "./stopped-run.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const header = "项目编码,项目名称,单位名称,预算数（元）,资金用途,绩效目标\n";

function workspace() {
  const folder = temporaryFolder();
  const [data, out] = [join(folder, "data"), join(folder, "out")];
  for (const name of ["教育局", "水利局"]) {
    mkdirSync(join(data, name), { recursive: true });
    writeFileSync(
      join(data, name, "导出.csv"),
      `${header}13090000000000000001A,${name}年度检修,${name},36000,检修设备,设备完好\n`,
    );
  }
  return { data, out, words: ["build", data, "--out", out, "--format", "docx", "--jobs", "1"] };
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Windows has no signals: there Ctrl-C comes as SIGINT from the console alone. */
const onPosix = describe.skipIf(process.platform === "win32");

onPosix.each(signals)("%s", (signal) => {
  test("while a department is published: it is finished, and the folder is free", async () => {
    const { out, words } = workspace();
    const run = startRun("1:rename manifest.json", "cli", ...words);
    await run.line((line) => line === "stopped");
    run.signal(signal);
    run.resume();
    expect((await run.ended).exitCode).toBe(130);
    expect(existsSync(join(out, ".huibian", "lock"))).toBe(false);
    expect(readdirSync(out)).not.toContain("水利局");
    expect(readdirSync(join(out, "教育局"))).toContain("manifest.json");
  });

  test("while another run holds the folder, though nobody can say which", async () => {
    const { out, words } = workspace();
    mkdirSync(join(out, ".huibian", "lock"), { recursive: true });
    const run = startRun("none", "cli", ...words, "--wait", "100");
    await run.line((line) => line.includes("EISDIR"));
    run.signal(signal);
    expect((await run.ended).exitCode).toBe(130);
  });
});

onPosix("a second signal", () => {
  test.each([
    ["SIGINT", "SIGINT"],
    ["SIGINT", "SIGTERM"],
    ["SIGHUP", "SIGTERM"],
  ] as const)("after %s, %s ends the run at once, and the next one completes it", async (first, second) => {
    const { out, words } = workspace();
    const run = startRun("1:rename manifest.json", "cli", ...words);
    await run.line((line) => line === "stopped");
    run.signal(first);
    // Until the first one is heard, two are one.
    const again = setInterval(() => run.signal(second), 50);
    expect((await run.ended.finally(() => clearInterval(again))).exitCode).toBeNull();
    const next = await runHere(...words);
    expect(next.exitCode).toBe(0);
    for (const name of ["教育局", "水利局"]) expect(readdirSync(join(out, name))).toContain("manifest.json");
  });

  test("but a closed terminal sends SIGHUP twice, and means one", async () => {
    const { out, words } = workspace();
    const run = startRun("1:rename manifest.json", "cli", ...words);
    await run.line((line) => line === "stopped");
    run.signal("SIGHUP");
    await new Promise((resolve) => setTimeout(resolve, 500));
    run.signal("SIGHUP");
    run.resume();
    expect((await run.ended).exitCode).toBe(130);
    expect(readdirSync(join(out, "教育局"))).toContain("manifest.json");
  });
});
