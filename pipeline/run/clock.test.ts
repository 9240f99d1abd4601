/** The dates a build knows, and that a new day alone changes no file. */
import { expect, test } from "vitest";
import { setClock, undated } from "./clock.ts";

const now = new Date(2024, 1, 29, 23, 59);

test("today, with properties that do not change overnight", () => {
  expect(setClock({ now })).toEqual({ day: "2024-02-29", createdAt: undated });
});

test.each([
  [{ date: "2023-05-01" }, "2023-05-01", "2023-05-01T00:00:00.000Z"],
  [{ epoch: "86400" }, "1970-01-02", "1970-01-02T00:00:00.000Z"],
  [{ date: "2023-05-01", epoch: "86400" }, "2023-05-01", "2023-05-01T00:00:00.000Z"],
])("%j", (given, day, createdAt) => {
  expect(setClock({ ...given, now })).toEqual({ day, createdAt: new Date(createdAt) });
});

test.each([{ date: "2023-02-30" }, { date: "2023-5-1" }, { date: "" }, { epoch: "soon" }])(
  "%j is no date",
  (given) => {
    expect(setClock({ ...given, now })).toBeUndefined();
  },
);
