/** Dates in a text that no calendar has: 2026年2月30日, 13月, 4月31日, a year of three digits. */

const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const written = /(?<year>\d+)年(?<month>\d{1,2})月(?:(?<day>\d{1,2})日)?/gu;
const withoutYear = /(?<![\d年.])(?<month>\d{1,2})月(?<day>\d{1,2})日/gu;
/** 14月底前, 每月32日前. */
const monthAlone = /(?<![\d年.个至到—~-])(?<month>\d{1,2})月(?=份?(?:底|末|初|[上中下]旬|之?前|以前))/gu;
const dayOfMonth = /(?<=每月|当月|次月)(?<day>\d{1,2})[日号](?=[前内之以]|$)/gu;
const withMarks =
  /(?<!\d)(?<year>(?:19|20)\d{2})(?<mark>[-./])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?!\d)/gu;
const clock = /(?<![\d:])(?<hour>\d{1,2}):(?<minute>\d{2})(?=[前后止])/gu;

/** The first date in a sentence that does not exist, written with 月. */
export function impossibleDay(text: string): string | undefined {
  // A department has a million cells, and few hold a date.
  if (!text.includes("月")) return undefined;
  return firstImpossible(text, [written, withoutYear, monthAlone, dayOfMonth]);
}

/** The same in a cell for a date, where 2026.11.31 is a day, too, and 25:00前 a time. */
export function impossibleDate(text: string): string | undefined {
  if (!/月|:|(?:19|20)\d{2}[-./]/u.test(text)) return undefined;
  const wrongTime = [...text.matchAll(clock)].find(
    ({ groups }) => Number(groups?.hour) > 24 || Number(groups?.minute) > 59,
  );
  return firstImpossible(text, [written, withoutYear, monthAlone, dayOfMonth, withMarks]) ?? wrongTime?.[0];
}

function firstImpossible(text: string, patterns: readonly RegExp[]): string | undefined {
  const found = patterns.flatMap((pattern) => [...text.matchAll(pattern)]);
  return found.find(({ groups = {} }) => !exists(groups))?.[0];
}

function exists({ year, month, day }: Readonly<Record<string, string | undefined>>): boolean {
  // 3年6月 is a time span, 26年 a short year.
  if (year !== undefined && (year.length === 3 || year.length > 4)) return false;
  if (year?.length === 1) return true;
  if (month === undefined) return Number(day) >= 1 && Number(day) <= 31;
  const longest = lengthOf(Number(month), year);
  if (longest === undefined) return false;
  return day === undefined || (Number(day) >= 1 && Number(day) <= longest);
}

function lengthOf(month: number, year: string | undefined): number | undefined {
  const isFebruary = month === 2 && year?.length === 4;
  // The last day of February, by the calendar itself.
  return isFebruary ? new Date(Date.UTC(Number(year), 2, 0)).getUTCDate() : lengths[month - 1];
}
