import { expect, test } from "vitest";
import { openUtf8Stream, pieceOf } from "./utf8-stream.ts";

test("pieces are the bytes of the text that they make", () => {
  const pieces = ["<w:t>", "", "é߿", "绩效\uffff", "𠮷a𣗋", "\ud842b\udfb7", "z".repeat(100_000), "末"];
  const stream = openUtf8Stream();
  for (const piece of pieces) stream.put(piece);
  expect(Buffer.from(stream.take())).toEqual(Buffer.from(pieces.join("")));
});

test("what recurs is written as often as it is repeated, between what is put, with room for all of it", () => {
  const stream = openUtf8Stream();
  const [short, long] = [pieceOf("<w:p>"), pieceOf("表".repeat(30_000))];
  for (const text of ["a", "末"]) {
    stream.repeat(long);
    stream.put(text);
    stream.repeat(short);
  }
  expect(new TextDecoder().decode(stream.take())).toBe(`${long.text}a<w:p>${long.text}末<w:p>`);
});

test("what was taken is not given again", () => {
  const stream = openUtf8Stream();
  stream.put("先");
  stream.take();
  stream.put("后");
  expect(new TextDecoder().decode(stream.take())).toBe("后");
});
