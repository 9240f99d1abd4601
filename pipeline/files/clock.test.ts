/** The dates a build knows: whole days, so that builds of one day give the same bytes. */
import { expect, test } from "vitest";
import { setClock } from "./clock.ts";

const now = new Date(2024, 1, 29, 23, 59);

test("today, whatever the hour", () => {
  const today = { day: "2024-02-29", createdAt: new Date("2024-02-29T00:00:00Z") };
  expect(setClock({ now })).toEqual(today);
  expect(setClock({ now: new Date(2024, 1, 29, 0, 1) })).toEqual(today);
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
