/** Findings → the same, each with the levels of the indicator that it is about, so that people find it and lists know it again. */
import type { Finding } from "../catalogue/index.ts";
import { type IndicatorLevels, type Place, sheetOf } from "../diagnostics/index.ts";
import {
  type Department,
  fieldsOfIndicator,
  fieldsOfProject,
  type Horizon,
  type Indicator,
  type Project,
} from "../records/index.ts";
import { byRow, fileOf, isSameCell, rowIn } from "./rows-of-findings.ts";

export function nameIndicators(findings: readonly Finding[], department: Department): readonly Finding[] {
  const wanted = byRow(findings);
  if (wanted.size === 0) return findings;
  const [blankColumns, blanksOfProjects] = blanksIn(department);
  const horizonsAt = openHorizonsAt(department);
  const named = new Map<Finding, Named>();
  for (const project of department.projects) {
    const ofProject = once(() => [...placesOfProject(project), ...blanksOfProjects]);
    for (const indicator of project.indicators) {
      const at = placeOf(indicator);
      if (at === undefined) continue;
      for (const finding of wanted.get(fileOf(at))?.get(rowIn(at)) ?? []) {
        const row = { at, first: project.at, blankColumns, ofProject };
        const distance = distanceTo(finding.at, indicator, row);
        const one = { distance, horizon: indicator.horizon, levels: levelsOf(indicator) };
        const other = named.get(finding);
        // A row may have several indicators: the two horizons side by side, or numbered columns.
        const isNearer = other === undefined || isNearerThan(other, one, () => horizonsAt(finding.at));
        if (Number.isFinite(distance) && isNearer) named.set(finding, one);
      }
    }
  }
  if (named.size === 0) return findings;
  return findings.map((finding) => {
    const indicator = named.get(finding)?.levels;
    return indicator === undefined ? finding : { ...finding, indicator };
  });
}

type Named = {
  readonly distance: number;
  readonly horizon: Horizon;
  readonly levels: IndicatorLevels;
};

/** Of two that a blank cell may be of, the one whose horizon has something in its column elsewhere. */
function isNearerThan(other: Named, one: Named, horizons: () => ReadonlySet<Horizon>): boolean {
  if (other.distance > 0 && one.distance > 0 && other.horizon !== one.horizon) {
    const isOf = ({ horizon }: Named) => horizons().has(horizon);
    if (isOf(one) !== isOf(other)) return isOf(one);
  }
  return one.distance < other.distance;
}

/** Looked through once, if at all: few tables have several indicators in a row. */
function openHorizonsAt({ projects }: Department): (place: Place) => ReadonlySet<Horizon> {
  const keyOf = (place: Place) =>
    place.kind === "cell" ? `${fileOf(place)}\n${place.sheet ?? ""}\n${place.column}` : "";
  const all = once(() => {
    const horizons = new Map<string, Set<Horizon>>();
    for (const indicator of projects.flatMap(({ indicators }) => indicators))
      for (const { at } of fieldsOfIndicator(indicator).flatMap(({ values }) => values)) {
        const known = horizons.get(keyOf(at)) ?? new Set();
        horizons.set(keyOf(at), known.add(indicator.horizon));
      }
    return horizons;
  });
  return (place) => all().get(keyOf(place)) ?? new Set();
}

type Row = {
  readonly at: Place;
  /** Where its project begins. */
  readonly first: Place;
  readonly blankColumns: readonly Place[];
  /** Cells of the project's own, filled or blank. */
  readonly ofProject: () => readonly Place[];
};

/**
 * 0 from a cell of the indicator's own, infinite from what is not about it; from a blank cell, how many columns it is
 * away. A project may begin in the row of its first indicator, so the column has to be one of indicators.
 */
function distanceTo(place: Place, indicator: Indicator, row: Row): number {
  const { at, first, blankColumns, ofProject } = row;
  const isIt = (yes: boolean, distance: number) => (yes ? distance : Number.POSITIVE_INFINITY);
  if (sheetOf(place) !== sheetOf(at)) return Number.POSITIVE_INFINITY;
  if (place.kind === "cell" && place.column === undefined)
    return isIt(first.kind !== "cell" || first.row !== place.row || first.file !== place.file, 1);
  const own = fieldsOfIndicator(indicator).flatMap(({ values }) => values.map((value) => value.at));
  if (own.some((one) => isSameCell(one, place))) return 0;
  const isAmong = (places: readonly Place[]) =>
    places.some((one) => fileOf(one) === fileOf(place) && isSameCell(one, place));
  // A record that repeats its project has what is the project's own, too.
  if (place.kind === "json") return isIt(!isAmong(ofProject()), 1);
  return isIt(isAmong(blankColumns), columnsBetween(place, own));
}

function columnsBetween(place: Place, own: readonly Place[]): number {
  const column = (one: Place) => (one.kind === "cell" ? (one.column ?? 0) : 0);
  return Math.min(...own.map((one) => Math.abs(column(one) - column(place))));
}

function placesOfProject(project: Project): readonly Place[] {
  return fieldsOfProject(project).flatMap(({ values }) => values.map(({ at }) => at));
}

/** Of indicators, and of projects. */
function blanksIn({ source }: Department): readonly [readonly Place[], readonly Place[]] {
  const blanks = source?.blanks ?? [];
  const isOfIndicator = ({ field }: (typeof blanks)[number]) => field.startsWith("indicator.");
  const placesIn = (some: typeof blanks) => some.flatMap(({ at }) => at);
  return [placesIn(blanks.filter(isOfIndicator)), placesIn(blanks.filter((blank) => !isOfIndicator(blank)))];
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function placeOf({ level3, value, printedValue, level2, level1 }: Indicator): Place | undefined {
  return (level3 ?? value ?? printedValue ?? level2 ?? level1)?.at;
}

function levelsOf({ level1, level2, level3 }: Indicator): IndicatorLevels {
  return { level1: level1?.text, level2: level2?.text, level3: level3?.text };
}
