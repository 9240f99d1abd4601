/** `--date`, SOURCE_DATE_EPOCH or the day today → the two dates a build knows. */

export type Clock = {
  /** YYYY-MM-DD, for what is printed, as on a draft. */
  readonly day: string;
  /** What the files' properties say. */
  readonly createdAt: Date;
};

/** Undefined where `date` or `epoch` is given and is none. `now` is used for its local day only. */
export function setClock(given: {
  readonly date?: string | undefined;
  readonly epoch?: string | undefined;
  readonly now: Date;
}): Clock | undefined {
  if (given.date !== undefined) return clockOfDay(given.date);
  if (given.epoch !== undefined && given.epoch !== "") return clockOfEpoch(given.epoch);
  // Whole days: builds of one day give the same bytes, whatever the hour.
  return clockOfDay(localDay(given.now));
}

function clockOfDay(date: string): Clock | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(date)) return undefined;
  const createdAt = new Date(`${date}T00:00:00Z`);
  // 2023-02-30 parses as a day of March.
  if (Number.isNaN(createdAt.getTime()) || dayOf(createdAt) !== date) return undefined;
  return { day: date, createdAt };
}

function clockOfEpoch(epoch: string): Clock | undefined {
  const createdAt = new Date(Number(epoch) * 1000);
  if (!/^\d+$/u.test(epoch) || Number.isNaN(createdAt.getTime())) return undefined;
  return { day: dayOf(createdAt), createdAt };
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function localDay(date: Date): string {
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}
