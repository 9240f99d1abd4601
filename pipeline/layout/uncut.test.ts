/** Text whose lines a word processor has to be given, for which it gets the text of the report and nothing else. */
import { expect, test } from "vitest";
import { houseStyle } from "../testing/build-document.ts";
import { testFonts } from "../testing/fonts.ts";
import { beginningOf, measureParagraph, openTexts, uncut } from "./measure-text.ts";

const look = { name: "cell", face: "song", bold: false, align: "start", before: 0, after: 0 } as const;
const style = {
  ...houseStyle.text.cell,
  ...look,
  size: 10,
  pitch: 15,
  firstLineIndent: 0,
  tracking: 0,
  latinGap: 0.25,
};

test("a character that our fonts lack, and its weight, are as they were given; a full line has no break", () => {
  const lacked: number[] = [];
  const missing = ({ codePoint }: { readonly codePoint: number }) => lacked.push(codePoint);
  const content = [
    { kind: "text", text: "\ue123保证", bold: true },
    { kind: "text", text: "实施@地方", bold: false },
  ] as const;
  const measured = measureParagraph(content, style, {
    width: 31,
    context: { ...openTexts(testFonts()), missing, cut: expect.unreachable },
  });
  expect(lacked).toEqual([0xe123]);
  expect(measured.guide.kind).toBe("breaks");
  expect(uncut(measured).content).toEqual([
    { kind: "text", text: "\ue123保证", bold: true },
    { kind: "text", text: "实", bold: false },
    { kind: "break" },
    { kind: "text", text: "施@地方", bold: false },
  ]);
});

test("so are they in a text that is cut short", () => {
  const content = [{ kind: "text", text: "\ue123保证实施各地方", bold: true }] as const;
  const measured = measureParagraph(content, style, {
    width: 31,
    context: { ...openTexts(testFonts()), missing: () => {}, cut: expect.unreachable },
  });
  expect(beginningOf(measured, 2)).toEqual([{ kind: "text", text: "\ue123保证实…", bold: true }]);
});
