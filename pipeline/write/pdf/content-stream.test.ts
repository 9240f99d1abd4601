import { expect, test } from "vitest";
import { type ContentStream, openContentStream } from "./content-stream.ts";

function written(write: (stream: ContentStream) => void): string {
  const stream = openContentStream();
  write(stream);
  return Buffer.from(stream.take()).toString("latin1");
}

test("a length reads as a number does, to a hundred-thousandth", () => {
  const lengths = [0, -0, 7, 10, 595.28, 0.5, 12.34567, 0.00001, 0.000004, 100_000.5, -3.25, -0.04, 1 / 3];
  const expected = lengths.map((points) => String(Math.round(points * 100_000) / 100_000));
  expect(lengths.map((points) => written(({ length }) => length(points)))).toEqual(expected);
});

test("what is no length is never written", () => {
  for (const points of [Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => written(({ length }) => length(points))).toThrow("is no length");
});

test("no byte of a string ends it or is read as another", () => {
  const codes = [0x2829, 0x5c0a, 0x0d41, 0x6c11];
  expect(written(({ code }) => codes.forEach(code))).toBe("\\(\\)\\\\\\n\\rA\u006c\u0011");
});

test("a stream is as long as what was written since it was last taken", () => {
  const stream = openContentStream();
  stream.put("q");
  stream.take();
  const long = "Q ".repeat(100_000);
  stream.put(long);
  expect(Buffer.from(stream.take()).toString("latin1")).toBe(long);
  expect(stream.take()).toHaveLength(0);
});
