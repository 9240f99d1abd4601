import { expect, test } from "vitest";
import { department, value } from "../testing/trial-form.ts";
import { reportTitle } from "./department-view.ts";

const pattern = "{department}{year}年度绩效文本";

test("the pattern is filled in, the 年 printed once", () => {
  expect(reportTitle(department({ year: value("2024年") }), pattern)).toBe("某市交通局2024年度绩效文本");
});

test.each(["{department}{year}年度绩效文本", "{department}{year}年绩效文本"])(
  "no year, no 年: %s",
  (dated) => {
    const { year: _, ...undated } = department();
    expect(reportTitle(undated, dated)).toBe("某市交通局绩效文本");
  },
);

test("a department's own title stands", () => {
  expect(reportTitle(department({ title: value("自拟\n标题") }), pattern)).toBe("自拟标题");
});

test.each([
  ["某市\n交通局", "某市交通局绩效文本"],
  ["某市\n交通局 \n（本级）", "某市交通局（本级）绩效文本"],
  ["Bureau\nof Roads", "Bureau of Roads绩效文本"],
])("a name of several lines is one line of the title: %j", (name, title) => {
  const { year: _, ...undated } = department({ name: value(name) });
  expect(reportTitle(undated, pattern)).toBe(title);
});
