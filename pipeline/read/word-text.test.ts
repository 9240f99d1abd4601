/** Word files as their text, and files that only look like one, in bounded memory. */
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { readWordText } from "./word-text.ts";

const inDocument = (body: string) =>
  zipSync({ "word/document.xml": strToU8(`<w:document><w:body>${body}</w:body></w:document>`) });

test("paragraphs are lines, tabs blanks, breaks ends of lines; what was deleted under revision is not there", () => {
  const body =
    '<w:p><w:r><w:t>一、</w:t></w:r><w:r><w:t xml:space="preserve"> 总体&amp;目标&#x4E00;</w:t></w:r></w:p><w:p/>' +
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>" +
    "<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins></w:p>";
  expect(readWordText(inDocument(body))).toEqual({
    kind: "text",
    paragraphs: ["一、 总体&目标一", "甲 乙", "丙", "新"],
  });
});

test("what no entity is called stays as it is", () => {
  expect(readWordText(inDocument("<w:p><w:r><w:t>甲&nbsp;&valueOf;</w:t></w:r></w:p>"))).toEqual({
    kind: "text",
    paragraphs: ["甲&nbsp;&valueOf;"],
  });
});

test.each([
  ["no archive", new TextEncoder().encode("第一部分")],
  ["an archive of something else", zipSync({ "a.txt": strToU8("甲") })],
  [
    "an archive that is cut off",
    inDocument("<w:p><w:r><w:t>甲</w:t></w:r></w:p>".repeat(500)).subarray(0, 90),
  ],
  ["nothing", new Uint8Array()],
])("%s is no Word file", (_, bytes) => {
  expect(readWordText(bytes)).toEqual({ kind: "no-word-file" });
});

test("a bomb is given up at a limit, whatever size its header states", () => {
  const bomb = zipSync({ "word/document.xml": new Uint8Array(100 * 1024 * 1024) });
  expect(bomb.length).toBeLessThan(200_000);
  // The sizes of the entry, in its own header and in the directory at the end.
  for (const at of [22, bomb.length - 22 - 46 - "word/document.xml".length + 24]) bomb.fill(0, at, at + 4);
  const before = process.memoryUsage().arrayBuffers;
  expect(readWordText(bomb)).toEqual({ kind: "too-large" });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(80 * 1024 * 1024);
});
