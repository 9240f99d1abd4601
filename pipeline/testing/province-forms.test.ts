/**
 * Forms that developers of provinces wrote from the guide alone, as they are once their faults are mended, with the data
 * that they tried: each prints what it was written for. `province-forms` holds them.
 */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { FindingsFile } from "../contracts/index.ts";
import { formatPlace } from "../diagnostics/index.ts";
import { readPdfReport } from "./pdf-report.ts";
import { readDocx } from "./read-docx.ts";
import { gridOf } from "./read-docx-table.ts";
import { reportIn } from "./report-in.ts";
import { runHere } from "./run-here.ts";
import { solid } from "./solid.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const given = join(import.meta.dirname, "province-forms");
const out = temporaryFolder();

beforeAll(async () => {
  const words = ["--templates", join(given, "templates"), "--out", out, "--no-review"];
  const { exitCode, stdout, stderr } = await runHere("build", join(given, "data"), ...words);
  expect(exitCode, stdout + stderr).toBe(0);
});

/** `code place` of each error. */
function errorsOf(name: string): readonly string[] {
  const list = FindingsFile.parse(JSON.parse(readFileSync(join(out, name, "findings.json"), "utf8")));
  return list.findings.flatMap(({ severity, code, at }) =>
    severity === "error" ? [`${code} ${formatPlace(at)}`] : [],
  );
}

/** The tables of the DOCX, each with its caption; the PDF has the same cells. */
async function tablesOf(name: string) {
  const { blocks } = readDocx(readFileSync(reportIn(join(out, name), "docx")));
  const tables = blocks.flatMap((block) =>
    block.kind === "table" && block.style !== "table-bare" ? [block] : [],
  );
  const { cells } = await readPdfReport(readFileSync(reportIn(join(out, name), "pdf")));
  const inPdf = new Set(cells.flat().map(({ text }) => text));
  for (const { text } of tables.flatMap((table) => table.cells)) expect(inPdf).toContain(solid(text));
  return tables.map((table) => [table.caption, ...gridOf(table).map((row) => row.map(solid).join(" "))]);
}

describe("indicators below goals that are a column of the form's own", () => {
  test("are filled down where the goals' cells are merged", async () => {
    const tables = await tablesOf("merged");
    expect(tables.slice(-2)).toEqual([
      [
        "年度目标1",
        Array(7).fill("年度目标1").join(" "),
        "一级指标 二级指标 指标名称 前年 上年 指标值 绩效标准",
        ...["产出指标 数量指标 a   ≥1个 ", "产出指标 质量指标 b   ≥1% ", "效益指标 社会效益指标 c   ≥1人 "],
      ],
      [
        "年度目标2",
        Array(7).fill("年度目标2").join(" "),
        "一级指标 二级指标 指标名称 前年 上年 指标值 绩效标准",
        ...["产出指标 数量指标 d   ≥1个 ", "效益指标 社会效益指标 e   ≥1人 "],
      ],
    ]);
    expect(errorsOf("merged").filter((error) => error.includes("目标名称"))).toEqual([]);
  });

  test("are one table a goal, and what is below two goals is no repeat", async () => {
    const tables = await tablesOf("goals");
    const goals = tables.filter(([caption = ""]) => /目标\d$/u.test(caption));
    expect(goals.map(([caption, ...rows]) => [caption, rows.length - 2])).toEqual([
      ...[
        ["长期目标1", 3],
        ["长期目标2", 3],
        ["年度目标1", 4],
        ["年度目标2", 4],
      ],
      ...[
        ["长期目标1", 3],
        ["年度目标1", 5],
      ],
    ]);
    const repeated = "产出指标 质量指标 验收合格率 100% 100% 100% 计划标准";
    expect(goals.filter((rows) => rows.includes(repeated)).map(([caption]) => caption)).toEqual([
      ...["长期目标1", "年度目标1", "年度目标2"],
    ]);
    expect(errorsOf("goals")).toEqual([]);
  });

  test("that are not grouped by them are told how to be", async () => {
    const folder = temporaryFolder();
    cpSync(given, folder, { recursive: true });
    const form = (name: string) => join(folder, "templates", "hubei", name);
    const replace = (name: string, ...pairs: readonly (readonly [string, string])[]) => {
      const text = pairs.reduce((all, [from, to]) => all.replace(from, to), readFileSync(form(name), "utf8"));
      writeFileSync(form(name), text);
    };
    replace("form.json", ['"groupBy": "indicator.own.goal",', ""]);
    // One table, with a row for each goal before its first indicator.
    replace(
      "goal-table.hbs",
      ["{{#each groups}}", ""],
      ["{{/each}}\n    </tbody>\n  </table>\n{{/each}}", "{{/each}}</tbody></table>"],
      [`<tr><th colspan="7">{{text}}</th></tr>`, ""],
      [
        "{{#each rows}}",
        `{{#each rows}}{{#if indicator.own.goal}}<tr><th colspan="7">{{indicator.own.goal}}</th></tr>{{/if}}`,
      ],
      [`data-caption="{{text}}"`, `data-caption="指标"`],
    );
    const words = ["--templates", join(folder, "templates"), "--out", join(folder, "out")];
    const { stdout, stderr } = await runHere("build", join(folder, "data", "goals"), ...words);
    expect(stdout + stderr).toMatch(
      /goal-table\.hbs:\d+:\d+（另见 \S+goal-table\.hbs:\d+:\d+） {2}markup-grid\n +.*合并的“产出指标”（rowspan 3）/u,
    );
    expect(stdout + stderr).toContain("请在 form.json 里写明 groupBy，用 indicators.annual.groups");
    expect(stdout).toContain('请在 form.json 里写 "groupBy": "indicator.own.goal"');
  });
});

test("a self-evaluation with money of its own finds no source where the form names none", async () => {
  expect(errorsOf("ziping")).toEqual([]);
  const tables = await tablesOf("ziping");
  const lines = tables.flat();
  expect(lines).toContainEqual(expect.stringMatching(/80\.00 95\.00 93\.10 10 98% 9\.8$/u));
  expect(lines.filter((line) => line.startsWith("总分 "))).toEqual(
    ["98.3", "96", "102"].map((score) => `总分 总分 总分 总分 总分 100 ${score} `),
  );
});

test("what is carried over from the year before may be a source, and need not be", async () => {
  expect(errorsOf("carry").filter((error) => error.startsWith("total-not-sum"))).toEqual([]);
  const rows = (await tablesOf("carry")).map(([, first]) => first);
  expect(rows).toEqual([
    "无结转 80.00 80.00 80.00 0 0 79.00 98.75%",
    "有结转 80.00 90.00 80.00 10.00 0 79.00 87.8%",
  ]);
});

test("the department's own tasks and indicators need no project, and a total is called as the form calls it", async () => {
  const [tasks, targets, ...projects] = await tablesOf("whole");
  expect(tasks).toEqual([
    "年度主要任务",
    "序号 任务名称 主要内容 预算金额（万元）",
    "1 公立医院综合改革 补助85个县级公立医院，推进县域医共体建设。 3000.00",
    "2 基层能力提升 培训基层骨干医师1200人。 260.00",
    "3 职业病防治 监测117个县（市、区）。 500.00",
    "合计 合计 合计 3760.00",
  ]);
  expect(targets).toEqual([
    "部门绩效指标",
    "产出指标 数量指标 补助医院数 ≥85家",
    "产出指标 质量指标 资金足额拨付率 100%",
    "效益指标 社会效益指标 县域内就诊率 ≥90%",
    "满意度指标 服务对象满意度指标 群众满意度 ≥85%",
  ]);
  expect(projects).toHaveLength(3);
  expect(errorsOf("whole")).toEqual(["total-not-sum 项目.csv:4:C「年度资金总额（万元）」"]);
  const list = readFileSync(join(out, "whole", "findings.json"), "utf8");
  expect(list).toContain("年度资金总额为 500万元，不等于各项来源之和 450万元");
});
