/** What the files of a public edition are searched for. */
import { expect, test } from "vitest";
import { buildDepartment, buildSpec } from "../testing/build-project.ts";
import { findLeaks } from "./find-leaks.ts";
import { redact } from "./redact.ts";

test("a masked name is found in the name of a project, too, which is published without it", () => {
  const at = { kind: "file", file: "department.json" } as const;
  const department = {
    ...buildDepartment({ projects: [{ name: "张晓明工作室经费" }] }),
    public: { leftOut: [], names: [{ text: "张晓明", at }], nameFields: [] },
  };
  const from = { files: [], departmentFile: undefined, cleared: [] };
  const { department: open, secrets, problems } = redact({ department, spec: buildSpec(), ...from });
  const leaksIn = (text = "") => findLeaks([{ where: "1", text, isRead: true }], secrets);
  expect(problems).toEqual([]);
  expect(open.projects.map(({ name }) => name?.text)).toEqual(["张**工作室经费"]);
  expect(leaksIn(open.projects[0]?.name?.text)).toEqual([]);
  expect(leaksIn("张晓明工作室经费")).toEqual([{ where: "1", shown: "张**" }]);
});

test.each<[string, readonly string[], string?]>([
  ["an identity number", ["身份证110105194912", "31002X"], "11****"],
  ["a card's", ["6222 0212", "3456 7890 128"], "62****"],
  ["a telephone's behind a word", ["联系人电话1380000", "1234"], "13****"],
  ["two amounts with as many digits", ["1380000", "1234"]],
  ["an amount behind a text", ["投入1380000", "1234"]],
])("%s over two cells", (_, cells, shown) => {
  const texts = cells.map((text) => ({ where: "1", text, isRead: true }));
  const none = { numbers: new Map(), names: new Map(), open: new Set<string>(), openNames: [] };
  expect(findLeaks(texts, none).map((leak) => leak.shown)).toEqual(shown === undefined ? [] : [shown]);
});

test.each<[string, readonly string[], boolean]>([
  ["over two lines", ["配合专案装备", "购置费"], true],
  ["over three", ["配合专案", "装备", "购置费等"], true],
  ["of two characters", ["王", "五一劳动节"], false],
  ["of five characters, in two whole texts", ["办公楼", "维修"], true],
  ["of three, in as many", ["王", "小", "明"], true],
  ["of five, that goes on", ["办公楼", "维修合格"], false],
  ["of five, behind others", ["用于办公楼", "维修"], false],
  ["of three, before a ditch of that name", ["责任人：王", "小明渠清淤"], false],
  ["that goes on in one that is published", ["配合专案装备", "购置费审计"], false],
])("a name %s", (_, lines, isFound) => {
  const names = new Map(["专案装备购置费", "办公楼维修", "王小明", "王五"].map((name) => [name, name]));
  const secrets = { numbers: new Map(), names, open: new Set<string>(), openNames: ["专案装备购置费审计"] };
  const texts = lines.map((text) => ({ where: "1", text, isRead: true }));
  expect(findLeaks(texts, secrets)).toHaveLength(isFound ? 1 : 0);
});

test.each([
  ["13800001234", "138****1234"],
  ["1.380000123E+10", "138****1230E+10"],
])("a year that is a telephone number is masked: %s", (text, masked) => {
  const year = { text, at: { kind: "file", file: "department.json" } } as const;
  const department = { ...buildDepartment(), year };
  const from = { files: [], departmentFile: undefined, cleared: [] };
  expect(redact({ department, spec: buildSpec(), ...from }).department.year?.text).toBe(masked);
});

test("what a label says is a telephone number is masked without any sign of one", () => {
  const at = { kind: "file", file: "tasks.csv" } as const;
  const fields = Object.fromEntries(
    (["tasks.phone"] as const).map((field) => [field, { label: "联系电话", required: false, aliases: [] }]),
  );
  const spec = buildSpec({ fields });
  const values = { phone: { text: "88886666", at } };
  const department = { ...buildDepartment(), lists: { tasks: [{ list: "tasks", values, at }] } };
  const { department: open, masked } = redact({
    ...{ department, spec, files: [], departmentFile: undefined, cleared: [] },
  });
  expect(masked).toBe(1);
  expect(open.lists?.tasks?.[0]?.values.phone?.text).toBe("****");
});

test("a project that says behind its name that it is not public is left out with that, and not named without it", () => {
  const named = (purpose: string) => {
    const names = { projects: [{ name: "专项侦查费（不公开）" }, { name: "租赁费", purpose }] };
    const department = buildDepartment(names);
    const [hidden] = department.projects;
    const subGoals = [{ name: hidden?.name, goals: [], takenFrom: hidden?.key ?? "" }];
    const from = { files: [], departmentFile: undefined, cleared: [] };
    return redact({ department: { ...department, subGoals }, spec: buildSpec(), ...from });
  };
  expect(named("租赁办公用房")).toMatchObject({ problems: [], leftOut: 1 });
  expect(named("配合专项侦查费").problems.map(({ code }) => code)).toEqual(["public-name-left"]);
});
