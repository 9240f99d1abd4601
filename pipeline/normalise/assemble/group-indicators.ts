/** Groups a project's indicators below a form's own groups, level 1 and level 2, for each horizon and side by side. */
import {
  type AlignedRow,
  type FormSpec,
  groupBy,
  type Horizon,
  type Indicator,
  type IndicatorTables,
  type Level1Group,
  type Level2Group,
  outerGroup,
} from "../../records/index.ts";
import type { Context } from "../drafts/context.ts";

/** Rows by level 1, below the group outside of it if there are such, and by level 2. */
type Groups<Row> = ReadonlyMap<string, ReadonlyMap<string, readonly Row[]>>;

// No label holds this sign.
const between = "\u0000";
type Side = Groups<Indicator>;

export type Grouped = {
  readonly tables: IndicatorTables;
  /** Horizons whose groups were interleaved: the first indicator that is printed further up than the export has it. */
  readonly regrouped: readonly { readonly horizon: Horizon; readonly first: Indicator }[];
};

/** By the field that form.json groups by, in the order that it gives. */
export function groupIndicators(
  indicators: readonly Indicator[],
  { groupBy: by, groupOrder }: Pick<FormSpec, "groupBy" | "groupOrder">,
  { groupCalled }: Pick<Context, "groupCalled">,
): Grouped {
  const rankOf = (indicator: Indicator) => {
    const named = groupCalled(outerGroup(indicator, by) ?? "");
    return named === undefined ? groupOrder.length : groupOrder.indexOf(named);
  };
  const of = (horizon: Horizon): Indicator[] =>
    indicators
      .filter((indicator) => indicator.horizon === horizon)
      .toSorted((one, other) => rankOf(one) - rankOf(other));
  const given = { midTerm: of("midTerm"), annual: of("annual") };
  const grouped = { midTerm: group(given.midTerm, by), annual: group(given.annual, by) };
  const tables = {
    annual: withSpans(grouped.annual),
    midTerm: withSpans(grouped.midTerm),
    aligned: withSpans(align(grouped.midTerm, grouped.annual)),
  };
  const regrouped = (["midTerm", "annual"] as const).flatMap((horizon) => {
    const order = tables[horizon].flatMap(({ groups }) => groups.flatMap(({ rows }) => rows));
    const first = order.find((indicator, index) => indicator !== given[horizon][index]);
    return first === undefined ? [] : { horizon, first };
  });
  return { tables, regrouped };
}

function group(indicators: readonly Indicator[], by: string | undefined): Side {
  const whole = (indicator: Indicator) => {
    const outer = outerGroup(indicator, by);
    const label = indicator.level1?.text ?? "";
    return outer === undefined ? label : `${outer}${between}${label}`;
  };
  // First by the outer group alone: its level 1 may come back after another group.
  const inOrder = [...groupBy(indicators, (one) => outerGroup(one, by) ?? "").values()].flat();
  const byLevel1 = [...groupBy(inOrder, whole)];
  return new Map(byLevel1.map(([name, rows]) => [name, groupBy(rows, ({ level2 }) => level2?.text ?? "")]));
}

/** A group has as many rows as its longer side. */
function align(midTerm: Side, annual: Side): Groups<AlignedRow> {
  const aligned = new Map<string, ReadonlyMap<string, readonly AlignedRow[]>>();
  for (const level1 of mergeOrder([...midTerm.keys()], [...annual.keys()])) {
    const left = midTerm.get(level1) ?? new Map<string, readonly Indicator[]>();
    const right = annual.get(level1) ?? new Map<string, readonly Indicator[]>();
    const groups = new Map<string, AlignedRow[]>();
    for (const level2 of mergeOrder([...left.keys()], [...right.keys()])) {
      groups.set(level2, pair(left.get(level2) ?? [], right.get(level2) ?? []));
    }
    aligned.set(level1, groups);
  }
  return aligned;
}

function pair(midTerm: readonly Indicator[], annual: readonly Indicator[]): AlignedRow[] {
  const length = Math.max(midTerm.length, annual.length);
  return Array.from({ length }, (_, index) => ({ midTerm: midTerm[index], annual: annual[index] }));
}

/** The first list's order; what only the second has comes before the name that both have next, or last. */
function mergeOrder(first: readonly string[], second: readonly string[]): string[] {
  const known = new Set(first);
  const before = new Map<string, string[]>();
  let waiting: string[] = [];
  for (const name of second) {
    if (!known.has(name)) waiting.push(name);
    else {
      before.set(name, waiting);
      waiting = [];
    }
  }
  return [...first.flatMap((name) => [...(before.get(name) ?? []), name]), ...waiting];
}

function withSpans<Row>(groups: Groups<Row>): Level1Group<Row>[] {
  return [...groups].map(([key, below]) => {
    const [outer = "", grouped] = key.split(between);
    const names = grouped === undefined ? { label: key } : { outer, label: grouped };
    const inner: Level2Group<Row>[] = [...below].map(([name, rows]) => ({
      label: name,
      span: rows.length,
      rows,
    }));
    return { ...names, span: inner.reduce((sum, { span }) => sum + span, 0), groups: inner };
  });
}
