import { expect, test } from "vitest";
import { decodeText } from "./encoding.ts";

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const join = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function check(input: Uint8Array, expected: Record<string, unknown>): void {
  expect(decodeText(input)).toMatchObject(expected);
}

test("the byte order mark decides, and is no text", () => {
  check(join(bytes(0xef, 0xbb, 0xbf), utf8("项目")), {
    text: "项目",
    encoding: { name: "UTF-8", evidence: "byte-order-mark" },
  });
  check(bytes(0xff, 0xfe, 0x79, 0x98), { text: "项", encoding: { name: "UTF-16LE" } });
  check(bytes(0xfe, 0xff, 0x98, 0x79), { text: "项", encoding: { name: "UTF-16BE" } });
});

test("GB18030 without a known word is accepted where it is clean and Chinese", () => {
  check(bytes(0xd6, 0xd0, 0x2c, 0xce, 0xc4), {
    text: "中,文",
    encoding: { name: "GB18030", evidence: "chinese" },
  });
});

test("a damaged UTF-8 text is not read as other characters of GB18030", () => {
  const damaged = join(utf8("项目名称,甲"), bytes(0xe4, 0xb9, 0x41), utf8(",乙"));
  check(damaged, { kind: "broken", encoding: "UTF-8", byte: 0xe4, before: "项目名称,甲" });
});

test("the first bad byte is found: a lone 0x80, a cut end, an odd half of UTF-16", () => {
  check(bytes(0xcf, 0xee, 0xc4, 0xbf, 0x80, 0xff), { kind: "broken", encoding: "GB18030", before: "项目" });
  check(join(utf8("项目"), bytes(0xe9)), { kind: "broken", encoding: "UTF-8", before: "项目", byte: 0xe9 });
  check(bytes(0xff, 0xfe, 0x79, 0x98, 0x00, 0xd8, 0x41, 0x00), { kind: "broken", before: "项" });
});

test("a zero byte is damage, unless known words stand around it or the text is UTF-16 without its mark", () => {
  check(join(utf8("ab"), bytes(0), utf8("x")), { kind: "broken", before: "ab", byte: 0 });
  check(join(utf8("项目"), bytes(0), utf8("x")), { text: "项目\0x", encoding: { name: "UTF-8" } });
  check(bytes(0xcf, 0xee, 0xc4, 0xbf, 0, 0), { text: "项目\0\0", encoding: { name: "GB18030" } });
  const utf16 = [..."项目,a"].flatMap((one) => [one.charCodeAt(0) & 0xff, one.charCodeAt(0) >> 8]);
  check(bytes(...utf16), { text: "项目,a", encoding: { name: "UTF-16LE", evidence: "known-words" } });
});

test("what the department says of a file goes before the evidence", () => {
  const text = join(utf8("项目"));
  expect(decodeText(text, "UTF-8")).toMatchObject({ encoding: { evidence: "forced" } });
  expect(decodeText(text, "GB18030")).toMatchObject({ text: "椤圭洰", encoding: { name: "GB18030" } });
});
