/** A row that states a total, among the rows of its sheet → the projects that it may cover, the likeliest first. */
import { flatten, type TotalWord, totalIn } from "./row-words.ts";
import { isUnit, rowReader, type Sheet, type SheetRow, type Verdict } from "./sheet.ts";

/** Sets of rows in which projects begin; each is one reading of what is summed up. */
export type Coverings = readonly (readonly number[])[];

export function coveringsOf(sheet: Sheet, verdicts: readonly Verdict[], at: number): Coverings {
  const verdict = verdicts[at];
  if (verdict?.kind !== "skipped") return [];
  const starts = verdicts.flatMap((one, index) => (one.kind === "project" && one.start ? [index] : []));
  const between = (from: number, to: number) => starts.filter((row) => row > from && row < to);
  const ends = verdicts.flatMap((one, index) => (index !== at && isTotal(one) ? [index] : []));
  const last = ends.findLast((row) => row < at) ?? -1;
  const next = ends.find((row) => row > at) ?? Infinity;
  const label = (row: number) => flatten(sheet.rows[row]?.[cellOf(verdicts[row])] ?? "");
  const alike = ends.findLast((row) => row < at && label(row) === label(at)) ?? -1;
  const above = between(last, at);
  const below = between(at, next);
  const unit = ofUnit(sheet, starts, at, verdict);
  const readings = {
    all: starts,
    before: between(-1, at),
    after: between(at, Infinity),
    above,
    below,
    unit,
    alike: between(alike, at),
  };
  const order = orderOf(verdict.reason === "subtotal" ? undefined : verdict.total, readings);
  const runs = verdict.reason === "subtotal" ? runsFrom(readings.after) : [];
  return [...order.map((name) => readings[name]), ...runs].filter((rows) => rows.length > 0);
}

type Reading = "all" | "before" | "after" | "above" | "below" | "unit" | "alike";

/** Undefined stands for the row of a unit or a section above its projects. */
function orderOf(
  total: TotalWord | undefined,
  { unit, above, before, after, all }: Readonly<Record<Reading, readonly number[]>>,
): readonly Reading[] {
  const outside = before.length === all.length || after.length === all.length;
  if (total?.reach === "grand") return outside ? ["all"] : ["before", "all", "after"];
  if (total?.reach === "plain")
    return outside ? ["all", "alike"] : ["alike", "before", "above", "below", "after"];
  const owned: readonly Reading[] = unit.length > 0 ? ["unit"] : [];
  if (total === undefined) return [...owned, "below", "above", "after", "all"];
  return above.length > 0
    ? [...owned, "above", "below", "alike", "before", "all"]
    : [...owned, "below", "after", "before", "all"];
}

/** The rows whose unit the total names, or has in its unit column. */
function ofUnit(
  sheet: Sheet,
  starts: readonly number[],
  at: number,
  verdict: Extract<Verdict, { kind: "skipped" }>,
): readonly number[] {
  const read = rowReader(sheet);
  const row = read(at);
  const names = new Set([
    verdict.total?.owner ?? flatten(row.name),
    ...unitsOf(row).filter((unit) => totalIn(unit) === undefined),
  ]);
  names.delete("");
  return starts.filter((start) => unitsOf(read(start)).some((unit) => names.has(unit)));
}

function unitsOf({ cells }: SheetRow): string[] {
  return cells.filter(({ field }) => isUnit(field)).map(({ text }) => flatten(text));
}

/** The next project, the next two, and so on. */
function runsFrom(rows: readonly number[]): number[][] {
  return rows.slice(0, 200).map((_, index) => rows.slice(0, index + 1));
}

function isTotal(verdict: Verdict): boolean {
  return verdict.kind === "skipped" && ["total", "subtotal", "heading"].includes(verdict.reason);
}

function cellOf(verdict: Verdict | undefined): number {
  return verdict?.kind === "skipped" ? verdict.cell : 0;
}
