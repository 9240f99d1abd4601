/** `huibian forms new`: a copy of a form under a new name, whose sample builds at once; nothing that is there is touched. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runHere } from "../testing/run-here.ts";
import { readShippedForms } from "../testing/shipped-forms.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";

const shipped = [...readShippedForms().specs.keys()];

/** Files below a folder with their texts. */
function filesIn(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.\w+$/u.test(name),
  );
  return Object.fromEntries(
    names.map((name) => [name.replaceAll("\\", "/"), readFileSync(join(folder, name), "utf8")]),
  );
}

describe.each(shipped)("like %s", (like) => {
  const templates = join(temporaryFolder(), "forms");

  test("it is sound, is taken by its name, and its sample is built with nothing found", async () => {
    const made = await runHere("forms", "new", "mine", "--like", like, "--templates", templates);
    expect(made.exitCode, made.stderr).toBe(0);
    const command = `huibian build ${templates}/mine/sample --templates ${templates} --out`;
    expect(made.stdout).toContain(command);
    const asked = await runHere("forms", "mine", "--templates", templates, "--reporter", "json");
    expect(JSON.parse(asked.stdout)).toMatchObject({ forms: [{ id: "mine" }], brokenForms: [], remarks: [] });
    const out = temporaryFolder();
    const [, ...words] = command.split(" ");
    const { exitCode, stdout } = await runHere(...words, out, "--reporter", "json");
    expect(exitCode, stdout).toBe(0);
    const [department] = JSON.parse(stdout).departments;
    expect(department).toMatchObject({ form: "mine" });
    expect(department.findings.filter(({ severity }: { severity: string }) => severity !== "info")).toEqual(
      [],
    );
    const files = readdirSync(join(out, "sample"));
    expect(files.filter((name) => /\.(?:docx|pdf)$/u.test(name))).toHaveLength(2);
  });

  test("its templates are those of the original, and so is form.json but for its name", () => {
    const copy = filesIn(join(templates, "mine"));
    const original = filesIn(join(import.meta.dirname, "..", "..", "templates", like));
    for (const [name, text] of Object.entries(original))
      if (name !== "form.json") expect(copy[name]).toBe(text);
    const lines = (text = "") => text.split("\n").map((line) => line.trim());
    const kept = new Set(lines(copy["form.json"]));
    const { name: _, byName: __, ...rest } = JSON.parse(original["form.json"] ?? "");
    expect(JSON.parse(copy["form.json"] ?? "")).toMatchObject({ ...rest, byName: true });
    // Laid out as before: only the lines of the name are others.
    expect(lines(original["form.json"]).filter((line) => !kept.has(line)).length).toBeLessThanOrEqual(4);
  });
});

test("a copy can be copied", async () => {
  const folder = temporaryFolder();
  const templates = join(folder, "forms");
  await runHere("forms", "new", "one", "--like", "hebei", "--templates", templates);
  const again = await runHere(
    "forms",
    "new",
    "two",
    "--like",
    "one",
    "--templates",
    templates,
    "--reporter",
    "json",
  );
  expect(JSON.parse(again.stdout).next).toHaveLength(3);
  const asked = await runHere("forms", "two", "--templates", templates, "--reporter", "json");
  expect(JSON.parse(asked.stdout)).toMatchObject({ forms: [{ id: "two" }], brokenForms: [], remarks: [] });
});

test("exports that name no form choose the one they chose before", async () => {
  const folder = temporaryFolder();
  const templates = join(folder, "forms");
  await runHere("forms", "new", "mine", "--like", "hebei", "--templates", templates);
  const data = join(folder, "data");
  mkdirSync(data);
  for (const [name, text] of Object.entries(filesIn(join(templates, "mine", "sample"))))
    writeFileSync(join(data, name), text.replace('"表式": "mine",', ""));
  const { stdout } = await runHere("check", data, "--templates", templates, "--reporter", "json");
  const [department] = JSON.parse(stdout).departments;
  expect(department).toMatchObject({ form: "hebei" });
  expect(department.findings.map(({ code }: { code: string }) => code)).not.toContain("form-tied");
});

test("what a killed run has left beside its place is no part of it", async () => {
  const templates = join(temporaryFolder(), "forms");
  mkdirSync(join(templates, ".new-mine"), { recursive: true });
  writeFileSync(join(templates, ".new-mine", "old.hbs"), "x");
  expect((await runHere("forms", "new", "mine", "--like", "hebei", "--templates", templates)).exitCode).toBe(
    0,
  );
  expect(existsSync(join(templates, "mine", "old.hbs"))).toBe(false);
});

describe("it is refused, and nothing is written", () => {
  const folder = temporaryFolder();
  const templates = join(folder, "forms");
  mkdirSync(join(templates, "there"), { recursive: true });
  writeFileSync(join(templates, "there", "note.txt"), "mine");

  test.each([
    [["new", "there", "--like", "hebei"], "文件夹已经存在"],
    [["new", "hebei", "--like", "anhui"], "已经有名称为“hebei”的表式"],
    [["new", "承德", "--like", "hebei"], "不能作表式的名称"],
    [["new", "../up", "--like", "hebei"], "不能作表式的名称"],
    [["new", "Chengde", "--like", "hebei"], "不能作表式的名称"],
    [["new", "shared", "--like", "hebei"], "不能作表式的名称"],
    [["new", "new", "--like", "hebei"], "不能作表式的名称"],
    [["new", "con", "--like", "hebei"], "不能作表式的名称"],
    [["new", "lpt1", "--like", "hebei"], "不能作表式的名称"],
    [["new", "mine", "--like", "hebie"], "是不是“hebei”？"],
    [["new", "mine"], "--like 〈表式〉"],
    [["new"], "huibian forms new 〈名称〉"],
    [["hebei", "mine"], "huibian forms new 〈名称〉"],
    [["hebei", "--like", "anhui"], "huibian forms new 〈名称〉"],
  ])("%j", async (words, sentence) => {
    const { exitCode, stderr } = await runHere("forms", ...words, "--templates", templates);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(sentence);
    expect(filesIn(folder)).toEqual({ "forms/there/note.txt": "mine" });
  });

  test("if the place of its folder is a file", async () => {
    const file = join(temporaryFolder(), "forms");
    writeFileSync(file, "mine");
    const { exitCode } = await runHere("forms", "new", "mine", "--like", "hebei", "--templates", file);
    expect(exitCode).toBe(2);
    expect(readFileSync(file, "utf8")).toBe("mine");
    rmSync(file);
    expect(existsSync(file)).toBe(false);
  });
});
