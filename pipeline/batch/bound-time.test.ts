/** Whatever a department is at, it shares the time that is given; what ends by itself ends as ever. */
import { expect, test } from "vitest";
import { boundTime, secondsFor, TimeExceeded } from "./bound-time.ts";

const forever = () => {
  for (;;);
};

test("results and errors of work come back as they are", () => {
  const bounded = boundTime(60);
  expect(bounded(() => bounded(() => [1, undefined]))).toEqual([1, undefined]);
  expect(bounded(() => undefined)).toBeUndefined();
  expect(() => bounded(() => JSON.parse("{"))).toThrow(SyntaxError);
});

test("steps share their time, and what is left of it is none", () => {
  const bounded = boundTime(0.05);
  expect(() => bounded(forever)).toThrow(TimeExceeded);
  expect(() => bounded(forever)).toThrow(TimeExceeded);
  expect(boundTime(60)(() => 3)).toBe(3);
});

test("larger departments have more", () => {
  const file = (bytes: number) => ({ name: "p.csv", bytes: new Uint8Array(bytes) });
  expect(secondsFor({ files: [] }, { time: 7 })).toBe(7);
  expect(secondsFor({ files: [file(2 ** 20), file(1)], departmentFile: file(5) }, { time: 7 })).toBe(14);
});
