import { expect, test } from "vitest";
import { houseStyle, inlines } from "../testing/build-document.ts";
import { testFonts } from "../testing/fonts.ts";
import { measureParagraph, openTexts } from "./measure-text.ts";

const cellStyle = { ...houseStyle.text.cell, name: "cell" };

/** Lines of a cell text set in a column of so many Han characters. */
function linesOf(text: string, characters: number): readonly string[] {
  const style = { ...cellStyle, face: "song", size: 10, bold: false, align: "start", pitch: 15 } as const;
  const full = { ...style, firstLineIndent: 0, tracking: 0, latinGap: 0, before: 0, after: 0 };
  const missing = () => expect.unreachable("every character has a glyph");
  const context = { ...openTexts(testFonts()), missing, cut: missing };
  const measured = measureParagraph(inlines(text), full, { width: characters * 10, context });
  return measured.lines.map(({ from, to }) =>
    measured.clusters
      .slice(from, to)
      .map((cluster) => cluster.text)
      .join(""),
  );
}

test.each([
  ["a closing mark never starts a line", "保障工作顺利进行，及时", 8, ["保障工作顺利进", "行，及时"]],
  ["an opening mark never ends a line", "医疗保障局（本级）", 6, ["医疗保障局", "（本级）"]],
  ["a dash is never cut", "医疗保障——全区工作", 5, ["医疗保障", "——全区", "工作"]],
  ["an ellipsis is never cut", "医疗保障……全区工作", 5, ["医疗保障", "……全区", "工作"]],
  ["a number stays with its operator and percent sign", "完成率达到≥90%以上", 6, ["完成率达到", "≥90%以上"]],
  ["ASCII brackets obey the same rules", "医疗保障局(本级)处", 5, ["医疗保障局", "(本级)处"]],
  ["an ASCII comma never starts a line", "重复参保人数,虚报", 6, ["重复参保人", "数,虚报"]],
  ["the last line is never a single character", "医疗保障工作经费", 7, ["医疗保障工作", "经费"]],
  ["… and a mark does not make it two", "医疗保障工作经费。", 7, ["医疗保障工作", "经费。"]],
  ["a word longer than the line is cut", "1303042100ABCDEFGHIJKL", 5, ["1303042100", "ABCDEFG", "HIJKL"]],
  [
    "what chooses the form of a character takes no room and stays with it",
    "医疗葛\u{E0100}城保障，\uFE01工作",
    4,
    ["医疗葛\u{E0100}城", "保障，\uFE01", "工作"],
  ],
  ["no line ends or begins with /", "标准为元/人/年，按省/市/县", 5, ["标准为", "元/人/年，", "按省/市/县"]],
  ["nor with any other sign", "保证实施@地方*", 5, ["保证实", "施@地方*"]],
  ["a longer word is cut after a sign", "含ABCDEFGH/IJKLMNOP等", 6, ["含", "ABCDEFGH/", "IJKLMNOP等"]],
  ["a number is not cut", "≥1234567.89万元/平方米/年", 5.5, ["≥", "1234567.89", "万元/平方", "米/年"]],
  ["nor its unit parted from it if both fit", "完成面积1200平方米", 7, ["完成面积", "1200平方米"]],
  ["a word that would be cut goes below a mark", "补助、DRG/DIP支付", 5, ["补助、", "DRG/DIP", "支付"]],
  ["spaces vanish at a line's end", "医疗保障工 作经费", 5, ["医疗保障工", "作经费"]],
  ["a break is a break", "一\n\n二", 5, ["一", "", "二"]],
  ["nothing is one empty line", "", 5, [""]],
])("%s", (_, text, characters, expected) => {
  expect(linesOf(text, characters)).toEqual(expected);
});

test("no text is lost, whatever the width", () => {
  const text =
    "目标1、围绕提高（为民）服务质量为重点,参保率95%,2022年重复——0人,≥90%。https://example.cn/a_b-c?d=1";
  for (let characters = 1; characters < 40; characters += 1)
    expect(linesOf(text, characters).join("")).toBe(text);
});

test("in justified text one mark may stand outside the measure, and no second one", () => {
  const [body] = [houseStyle.text.body].flatMap((style) =>
    style === undefined ? [] : [{ ...style, name: "body" }],
  );
  if (body === undefined) throw new Error("the house style has a body");
  const lines = (text: string, characters = 6) => {
    const flush = { ...body, firstLineIndent: 0, tracking: 0 };
    const ignore = () => undefined;
    const context = { ...openTexts(testFonts()), missing: ignore, cut: ignore };
    return measureParagraph(inlines(text), flush, { width: body.size * characters, context }).lines.map(
      ({ from, to, hangs }) => [text.slice(from, to), hangs],
    );
  };
  expect(lines("医疗保障工作。完成任务")).toEqual([
    ["医疗保障工作。", true],
    ["完成任务", false],
  ]);
  expect(lines("医疗保障工作。”完成任务")).toEqual([
    ["医疗保障工", false],
    ["作。”完成", false],
    ["任务", false],
  ]);
  expect(lines("医疗保障工作。\n完成任务")).toEqual([
    ["医疗保障工作。", true],
    ["完成任务", false],
  ]);
  // Not behind a word, where LibreOffice hangs none: 95%。 goes to the next line in every engine.
  expect(lines("医保参保95%。", 6.2)).toEqual([
    ["医保参保", false],
    ["95%。", false],
  ]);
  expect(lines("医疗保障工作,  完成任务")).toEqual([
    ["医疗保障工作,", true],
    ["完成任务", false],
  ]);
  expect(lines("医疗保障增1.5倍。").map(([text]) => text)).toEqual(["医疗保障增", "1.5倍。"]);
});
