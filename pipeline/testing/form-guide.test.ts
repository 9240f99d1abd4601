/** templates/README.md against the program: its example is built as it says, and every piece that it shows is sound. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compileForms, readForms } from "../assets/forms/index.ts";
import { FindingsFile } from "../contracts/index.ts";
import { formatPlace } from "../diagnostics/index.ts";
import { docxProject } from "./docx-report.ts";
import { fencedBlocks, writeExample } from "./form-guide.ts";
import { readPdfReport } from "./pdf-report.ts";
import { readDocx } from "./read-docx.ts";
import { runHere } from "./run-here.ts";
import { readShippedForms } from "./shipped-forms.ts";
import { solid } from "./solid.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const formGuide = readFileSync(join(import.meta.dirname, "..", "..", "templates", "README.md"), "utf8");

describe("the worked example", () => {
  const folder = temporaryFolder();
  const files = writeExample(formGuide, folder);
  const templates = join(folder, "forms");

  test("takes at most fifteen lines a file, and nothing is odd about its form", async () => {
    expect(files.map(({ file }) => file)).toContain("forms/yunxi/form.json");
    for (const { text } of files) expect(text.split("\n").length - 1).toBeLessThanOrEqual(15);
    const { exitCode, stdout } = await runHere(
      "forms",
      "yunxi",
      "--templates",
      templates,
      "--reporter",
      "json",
    );
    expect(exitCode, stdout).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ forms: [{ id: "yunxi" }], remarks: [] });
  });

  test("is printed as its picture shows, and what its check finds is found where it is said to be", async () => {
    const out = join(folder, "out");
    const { exitCode, stdout } = await runHere(
      "build",
      join(folder, "data"),
      "--templates",
      templates,
      "--out",
      out,
    );
    expect(exitCode, stdout).toBe(0);
    const list = join(out, "yunxi");
    const { findings } = FindingsFile.parse(JSON.parse(readFileSync(join(list, "findings.json"), "utf8")));
    const [found] = findings.filter(({ code }) => code === "yunxi/most");
    expect(formGuide).toContain(`“${found?.zh.says}”`);
    expect(formGuide).toContain(`\`${found && formatPlace(found.at).replace(/「.*/u, "")}\``);
    const rows = [
      ["项目名称", "灌溉渠道清淤"],
      ["实施乡镇", "青石镇"],
      ["资金总额（万元）", "8.60"],
      ["清淤长度", "≥12公里"],
      ["完工时间", "2026年4月底前"],
    ];
    const file = (format: string) =>
      readFileSync(join(list, readdirSync(list).find((name) => name.endsWith(format)) ?? ""));
    const asked = { heading: "1.灌溉渠道清淤绩效目标表", above: [], rows: rows.slice(0, 1) };
    expect(docxProject(readDocx(file(".docx")), asked).rows).toEqual(rows);
    expect((await readPdfReport(file(".pdf"))).project(asked).rows.map((row) => row.map(solid))).toEqual(
      rows,
    );
  });
});

describe("the pieces that it shows", () => {
  const pieces = fencedBlocks(formGuide).filter(({ file }) => file === "");

  test("are keys of form.json that fit together, and templates that print with them", async () => {
    const folder = temporaryFolder();
    const templates = join(folder, "forms");
    writeExample(formGuide, folder);
    const json = readFileSync(join(templates, "yunxi", "form.json"), "utf8");
    let spec: Readonly<Record<string, unknown>> = JSON.parse(json);
    // What the pieces name of the fields that all forms share.
    let fields: Readonly<Record<string, unknown>> = {
      ...Object(spec.fields),
      ...{ "indicator.weight": { label: "分值" }, "indicator.level1": { label: "一级指标" } },
    };
    const shown = pieces.filter(({ language }) => language === "json");
    expect(shown.length).toBeGreaterThanOrEqual(7);
    for (const { text } of shown) {
      const piece: Readonly<Record<string, unknown>> = JSON.parse(`{${text}}`);
      const own = Object.entries(piece).filter(([key]) => key.includes("."));
      fields = { ...fields, ...Object.fromEntries(own), ...Object(piece.fields) };
      const others = Object.entries(piece).filter(([key]) => !key.includes(".") && key !== "fields");
      spec = { ...spec, ...Object.fromEntries(others) };
    }
    const printed = pieces.filter(({ language }) => language === "hbs").map(({ text }) => text);
    expect(printed.length).toBeGreaterThanOrEqual(3);
    const ofReport = printed.filter((text) => text.includes("{{#each projects}}"));
    const ofProject = printed.filter((text) => !ofReport.includes(text));
    const section = (body: string) => `<section><h1>部分</h1>${body}</section>`;
    const sources = await readForms(templates, (problem) => expect(problem).toBeUndefined());
    const form = new Map([
      ["form.json", JSON.stringify({ ...spec, fields })],
      ["project.hbs", ofProject.join("")],
      ["part-two.hbs", section(ofReport.join(""))],
      ["closing.hbs", section("<p>{{figures.rate}}{{#each closing.listed}}{{project.name}}{{/each}}</p>")],
    ]);
    const own = [...form].map(([name, text]) => ({ name: `forms/yunxi/${name}`, text }));
    const { broken } = compileForms({
      forms: new Map([["yunxi", own]]),
      shared: sources?.shared ?? [],
    });
    expect(broken).toEqual([]);
  });

  test("leave nothing out", () => {
    for (const { text, language } of pieces)
      if (language !== "sh" && language !== "text") expect(text).not.toContain("…");
  });
});

test("says of every shipped form which public source it follows, and what is not verified", () => {
  for (const id of readShippedForms().specs.keys())
    expect(formGuide).toMatch(new RegExp(`^\\| \`${id}\` \\| [^|]{6,} \\| [^|]{6,} \\|$`, "mu"));
});
