/** What stands in a field of names → the names in it, which are masked there and wherever else they stand. */
import { expect, test } from "vitest";
import { buildDepartment, buildSpec } from "../testing/build-project.ts";
import { namesToMask, personMask } from "./mask-names.ts";

const at = { kind: "file", file: "department.json" } as const;
const settings = { leftOut: [], names: [], nameFields: [{ text: "项目负责人", at }] };

test.each([
  ["张晓明、欧阳锋（科长）", "欧阳锋牵头，张 晓明配合", "欧**牵头，张**配合"],
  ["李四 王五六", "王五六和李四", "王**和李**"],
  ["李  四", "李四，李  四", "李**，李**"],
  ["赵六等3人", "赵六等3人", "赵**等3人"],
  ["赵六等三人", "由赵六经办", "由赵**经办"],
  ["王等", "王等", "王**"],
  ["张晓明13800001234李四", "李四", "李**"],
  ["张晓明 电话：13800001234", "张晓明的电话", "张**的电话"],
  ["张晓明 科长、李四副主任", "科长张晓明，副主任李四", "科长张**，副主任李**"],
  ["组长：张晓明；成员：李四", "成员单位", "成员单位"],
  ["李局长", "李局长", "李**"],
  ["葛\u{E0100}晓明", "葛晓明、葛\u{E0101}晓明\u{E0100}牵头", "葛**、葛**牵头"],
  ["葛晓明", "葛\u{E0100} \uFE01晓\u{E0100}明", "葛**"],
  ["阿不都·热合曼", "阿不都•热合曼、阿不都热合曼", "阿**、阿**"],
])("%s", (lead, text, masked) => {
  const department = { ...buildDepartment({ projects: [{ lead }] }), public: settings };
  const names = namesToMask(department, buildSpec(), () => expect.unreachable());
  expect(personMask(names, () => undefined)([text])).toEqual([masked]);
});
