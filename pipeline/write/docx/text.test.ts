/** Inline content as a reader of the runs finds it: whatever a text holds, it does nothing to the file. */

import { DOMParser } from "@xmldom/xmldom";
import { describe, expect, test } from "vitest";
import type { Inline } from "../../model/index.ts";
import { childrenOf, descendantsOf, textOf } from "../../testing/read-docx-xml.ts";
import fc from "../../testing/seeded-check.ts";
import { toXmlText, writeInlines } from "./text.ts";
import { wordNamespace } from "./xml.ts";

describe("characters that XML cannot hold", () => {
  const check = (input: string, expected: string) => () => expect(toXmlText(input)).toBe(expected);

  test("non-characters, at which Word refuses the file", check("甲\uFFFE乙\uFFFF丙", "甲乙丙"));
  test("control characters", check("甲\u0000\u0007\u000B\u001F\u0085乙", "甲乙"));
  test("half of a surrogate pair", check("甲\uD840乙", "甲\uFFFD乙"));
  test("rare characters, tabs and line breaks stay", check("𠮷\t㎡\r\n①\r", "𠮷\t㎡\n①\n"));
});

type Run = { readonly text: string; readonly strong: boolean; readonly hint: boolean };

function runsOf(content: readonly Inline[], bold: boolean): readonly Run[] {
  const onError = (level: string, message: string): void => {
    // U+FFFD, which stands for half a surrogate pair, is worth a warning to xmldom.
    if (level !== "warning") throw new Error(message);
  };
  const xml = `<w:p xmlns:w="${wordNamespace}">${writeInlines(content, { bold })}</w:p>`;
  const paragraph = new DOMParser({ onError }).parseFromString(xml, "text/xml").documentElement;
  return (paragraph === null ? [] : childrenOf(paragraph, "w:r")).map((run) => ({
    text: textOf(run),
    strong: descendantsOf(run, "w:rStyle").some((style) => style.getAttribute("w:val") === "Strong"),
    hint: descendantsOf(run, "w:rFonts").some((fonts) => fonts.getAttribute("w:hint") === "eastAsia"),
  }));
}

const unit = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(..."\t\n\r{}&<>\"' —≥×“㎡项目A1%\u0000\u0085\u00a0\uFFFE\uD840"),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 1 }) },
);
const text = fc.array(unit, { maxLength: 8 }).map((units) => units.join(""));
const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("text"), text, bold: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ kind: "break" }) },
);

/** A character, and how it looks; a break looks like nothing. */
type Sign = { readonly sign: string } & Partial<Omit<Run, "text">>;

function signsOf({ text, ...look }: Run): readonly Sign[] {
  return Array.from(text, (sign) => (sign === "\n" ? { sign } : { sign, ...look }));
}

test("any text reads as written, bold where its style is not, in the Han font where a Latin one would be taken", () => {
  fc.assert(
    fc.property(fc.array(inline, { maxLength: 4 }), fc.boolean(), (content, bold) => {
      const expected = content.flatMap((one): readonly Sign[] => {
        if (one.kind === "break") return [{ sign: "\n" }];
        const text = toXmlText(one.text);
        // Signs that Latin and Han fonts have.
        const hint = /[\u00a1-\u00bf×÷\u0250-\u2dff]/u.test(text);
        return signsOf({ text, strong: one.bold && !bold, hint });
      });
      const runs = runsOf(content, bold);
      expect(runs.flatMap(signsOf)).toEqual(expected);
      // What looks alike is one run.
      const looks = runs.map(({ strong, hint }) => `${strong} ${hint}`);
      expect(looks.filter((look, index) => look === looks[index - 1])).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test("a placeholder of docx's is text", () => {
  const content = [{ kind: "text", text: "{default-bullet-numbering-0}", bold: false }] as const;
  expect(runsOf(content, false)).toMatchObject([{ text: "{default-bullet-numbering-0}" }]);
});
