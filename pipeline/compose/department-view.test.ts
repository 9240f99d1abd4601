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
