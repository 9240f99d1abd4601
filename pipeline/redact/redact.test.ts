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
