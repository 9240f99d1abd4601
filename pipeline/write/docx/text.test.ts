/** What the text of a run may not do to the file. */
import { describe, expect, test } from "vitest";
import { cleanText } from "./text.ts";

describe("characters that XML cannot hold", () => {
  const check = (input: string, expected: string) => () => expect(cleanText(input)).toBe(expected);

  test("non-characters, at which Word refuses the file", check("甲\uFFFE乙\uFFFF丙", "甲乙丙"));
  test("control characters", check("甲\u0000\u0007\u000B\u001F\u0085乙", "甲乙"));
  test("half of a surrogate pair", check("甲\uD840乙", "甲\uFFFD乙"));
  test("rare characters, tabs and line breaks stay", check("𠮷\t㎡\r\n①\r", "𠮷\t㎡\n①\n"));
});
