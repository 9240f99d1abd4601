/** A form of one's own beside the shipped ones: what is wrong with it is said of it, and of a department only what its form asks. */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeExample } from "./form-guide.ts";
import { runHere } from "./run-here.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const formGuide = readFileSync(join(import.meta.dirname, "..", "..", "templates", "README.md"), "utf8");

type Found = { code: string; at: { file: string }; zh: { says: string } };

/** The worked example of the guide, with another form.json or another Part 1. */
function example({ replace = ["", ""], partOne }: { replace?: [string, string]; partOne?: string } = {}) {
  const folder = temporaryFolder();
  writeExample(formGuide, folder);
  const file = join(folder, "forms", "yunxi", "form.json");
  writeFileSync(file, readFileSync(file, "utf8").replace(...replace));
  if (partOne !== undefined) writeFileSync(join(folder, "forms", "yunxi", "part-one.hbs"), partOne);
  const templates = ["--templates", join(folder, "forms")];
  const found = async () => {
    const words = ["check", join(folder, "data"), ...templates, "--reporter", "json"];
    const { departments } = JSON.parse((await runHere(...words)).stdout);
    return departments[0].findings.map((one: Found) => [
      one.code,
      one.at.file.split("/").slice(-2).join("/"),
      one.zh.says,
    ]);
  };
  return { templates, found };
}

const typo: [string, string] = ["budget.total <=", "budget.totl <="];

test("a department whose form is broken has the form's faults, and nothing that follows from them", async () => {
  const { found } = example({ replace: typo });
  expect((await found()).map(([code, file]: string[]) => [code, file])).toEqual([
    ["form-formula-wrong", "yunxi/form.json"],
  ]);
  expect((await example().found()).map(([code]: string[]) => code)).toContain("yunxi/most");
});

test("nor what department.json says in the form's own words, whether the form is broken or nowhere", async () => {
  const own = { 在职人数: 12, 年度主要任务: [{ 任务名称: "修路" }], 规则: { most: "off" } };
  const folder = temporaryFolder();
  writeExample(formGuide, folder);
  const file = join(folder, "data", "yunxi", "department.json");
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), ...own }));
  writeFileSync(join(folder, "data", "yunxi", "任务.csv"), "任务名称,额度\n修路,3\n");
  const form = join(folder, "forms", "yunxi", "form.json");
  writeFileSync(form, readFileSync(form, "utf8").replace(...typo));
  const codes = async (...words: readonly string[]) => {
    const { stdout } = await runHere("check", join(folder, "data"), ...words, "--reporter", "json");
    return JSON.parse(stdout).departments[0].findings.map(({ code }: { code: string }) => code);
  };
  expect(await codes("--templates", join(folder, "forms"))).toEqual(["form-formula-wrong"]);
  expect(await codes()).toEqual(["form-unknown"]);
});

test("a department that another form is chosen for is told which ones had no part in it", async () => {
  const folder = temporaryFolder();
  const ours = join(import.meta.dirname, "..", "..");
  cpSync(join(ours, "templates", "xinjiang"), join(folder, "xinjiang"), { recursive: true });
  writeFileSync(join(folder, "xinjiang", "project.hbs"), "{{#each");
  const words = ["check", join(ours, "data", "korla"), "--templates", folder, "--reporter", "json"];
  const { stdout } = await runHere(...words);
  const [{ form, findings }] = JSON.parse(stdout).departments;
  expect(form).not.toBe("xinjiang");
  expect(findings.filter(({ code }: { code: string }) => code === "form-chosen-without")).toMatchObject([
    { severity: "warning", args: { chosen: form, broken: ["xinjiang"] } },
  ]);
});

test("a form that is nowhere is said to be unknown, and its columns are not judged", async () => {
  const folder = temporaryFolder();
  writeExample(formGuide, folder);
  const { stdout } = await runHere("check", join(folder, "data"), "--reporter", "json");
  const codes = JSON.parse(stdout).departments[0].findings.map(({ code }: { code: string }) => code);
  expect(codes).toEqual(["form-unknown"]);
});

test("a check of a form that is not here or is broken is answered by what is wrong with the form", async () => {
  const ask = async (...words: readonly string[]) => await runHere("rules", ...words);
  const { templates } = example();
  expect((await ask("yunxi/most", ...templates)).exitCode).toBe(0);
  const nowhere = await ask("yunxi/most");
  expect(nowhere.exitCode).toBe(2);
  expect(nowhere.stderr).toContain("这里没有“yunxi”这个表式");
  expect(nowhere.stderr).toContain("--templates");
  const broken = await ask("yunxi/most", ...example({ replace: typo }).templates);
  expect(broken.stderr).toContain("form-formula-wrong");
  expect((await ask("bumen/task-repeatd")).stderr).toContain("是不是“bumen/task-repeated”？");
});

const overallOnly = `<section data-numbering="decimal">
  {{#with partOne.overall}}{{#each paragraphs}}<p>{{this}}</p>{{/each}}{{/with}}
</section>`;

test.each<[string, string | undefined, readonly string[]]>([
  ["all of it", undefined, ["第一部分没有：总体绩效目标、分项绩效目标、工作保障措施，已略去"]],
  ["a part of it", overallOnly, ["第一部分没有：总体绩效目标，已略去"]],
  ["none of it", "{{#if draft}}{{/if}}", []],
])("what Part 1 lacks is asked for only if the form prints it: %s", async (_, partOne, expected) => {
  const { found } = example(partOne === undefined ? {} : { partOne });
  const says = (await found()).flatMap(([code, , said]: string[]) =>
    code === "part-one-section-missing" ? [said] : [],
  );
  expect(says).toEqual(expected);
});
