import { expect, test } from "vitest";
import { openWords } from "./words.ts";

/** The words of a text, parted by |. */
function words(text: string): string {
  const begins = openWords()(text);
  return Array.from(text, (character, index) =>
    begins[index] && index > 0 ? `|${character}` : character,
  ).join("");
}

test.each([
  ["一级指标", "一级|指标"],
  ["产出指标", "产出|指标"],
  ["社会效益指标", "社会|效益|指标"],
  ["可持续影响指标", "可持续|影响|指标"],
  ["财政全民参保及医疗服务", "财政|全民|参保|及医疗|服务"],
  ["服务对象满意度指标", "服务|对象|满意度|指标"],
  ["指标值确定依据", "指标值|确定|依据"],
  ["其中：财政资金", "其中|：|财政|资金"],
  ["上年完成值", "上年|完成值"],
  ["预算规模及资金用途", "预算|规模|及资金|用途"],
  ["指标分值权重", "指标|分值|权重"],
  ["和系统维护费绩效目标表", "和系统|维护费|绩效目标表"],
  ["新疆维吾尔自治区巴音郭楞蒙古自治州", "新疆|维吾尔|自治区|巴音|郭楞|蒙古|自治州"],
  ["𠮷祥", "𠮷祥"],
])("%s", (text, expected) => {
  expect(words(text)).toBe(expected);
});

test("what chooses the form of a character is of no word, and none begins there", () => {
  expect(openWords()("一\u{E0100}级\u{E0101}指标")).toEqual(openWords()("一级指标"));
});

test("a clause without end is cut into words as its beginning is", () => {
  const clause = "推进城市综合服务能力建设和市政设施管理养护工作𠮷祥保障民生项目";
  expect(words(clause.repeat(100))).toBe(new Array(100).fill(words(clause)).join("|"));
});
