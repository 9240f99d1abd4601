/** Dates as people write them → year, month and day as far as they are given, and spans of two such dates. */

/** [year], [year, month] or [year, month, day]. */
export type Day = readonly number[];

const day = String.raw`((?:19|20)\d{2})(?:[年./-](\d{1,2})(?!\d)(?:[月./-](\d{1,2})(?!\d))?)?[年月日]?`;
const inYear = String.raw`(\d{1,2})月(?:(\d{1,2})日)?`;
const span = new RegExp(`^${day}(?:[-–—~～]+|至|到)(?:${day}|${inYear})[底末止]*$`, "u");
const single = new RegExp(String.raw`(?<!\d)${day}`, "u");

/** `2023年1月—2023年12月`, `2023.01-2023.12`, `2022-2024年`, `2023年1月—12月`; undefined where it is no such span. */
export function parseSpan(text: string): { readonly from: Day; readonly to: Day } | undefined {
  const found = span.exec(text.replace(/\s+/gu, ""));
  if (found === null) return undefined;
  const [, year, month, date, toYear, toMonth, toDate, sameMonth, sameDate] = found;
  const from = dayOf(year, month, date);
  const to = toYear === undefined ? dayOf(year, sameMonth, sameDate) : dayOf(toYear, toMonth, toDate);
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** The first date with a year in a text. */
export function dateIn(text: string): Day | undefined {
  const [, year, month, date] = single.exec(text.replace(/\s+/gu, "")) ?? [];
  return dayOf(year, month, date);
}

/** Whether one is later than the other as far as both say: 2023年12月 is not later than 2023年. */
export function isLater(one: Day, other: Day): boolean {
  for (const [index, part] of one.entries()) {
    const against = other[index];
    if (against === undefined || part < against) return false;
    if (part > against) return true;
  }
  return false;
}

function dayOf(...parts: readonly (string | undefined)[]): Day | undefined {
  const [year, month, date] = parts.flatMap((part) => (part === undefined ? [] : Number(part)));
  if (year === undefined || (month !== undefined && (month < 1 || month > 12))) return undefined;
  return [year, month, date].filter((part) => part !== undefined);
}
