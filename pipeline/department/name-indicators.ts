/** Findings → the same, each with the levels of the indicator that it is about, so that people find it and lists know it again. */
import type { Finding } from "../catalogue/index.ts";
import { type IndicatorLevels, type Place, sheetOf } from "../diagnostics/index.ts";
import { type Department, fieldsOfIndicator, type Indicator } from "../records/index.ts";
import { byRow, fileOf, isSameCell, rowIn } from "./rows-of-findings.ts";

export function nameIndicators(findings: readonly Finding[], department: Department): readonly Finding[] {
  const wanted = byRow(findings);
  if (wanted.size === 0) return findings;
  const blankColumns = columnsOfIndicators(department);
  const named = new Map<Finding, IndicatorLevels>();
  for (const { indicators, at: first } of department.projects)
    for (const indicator of indicators) {
      const at = placeOf(indicator);
      if (at === undefined) continue;
      for (const finding of wanted.get(fileOf(at))?.get(rowIn(at)) ?? [])
        if (isAbout(finding.at, indicator, { at, first, blankColumns }))
          named.set(finding, levelsOf(indicator));
    }
  if (named.size === 0) return findings;
  return findings.map((finding) => {
    const indicator = named.get(finding);
    return indicator === undefined ? finding : { ...finding, indicator };
  });
}

type Row = {
  readonly at: Place;
  /** Where its project begins. */
  readonly first: Place;
  readonly blankColumns: readonly Place[];
};

/** A project may begin in the row of its first indicator, so the column has to be one of indicators. */
function isAbout(place: Place, indicator: Indicator, { at, first, blankColumns }: Row): boolean {
  if (sheetOf(place) !== sheetOf(at)) return false;
  if (place.kind === "cell" && place.column === undefined)
    return first.kind !== "cell" || first.row !== place.row || first.file !== place.file;
  if (fieldsOfIndicator(indicator).some(({ values }) => values.some((value) => isSameCell(value.at, place))))
    return true;
  if (place.kind === "json") return true;
  return blankColumns.some((column) => fileOf(column) === fileOf(place) && isSameCell(column, place));
}

function columnsOfIndicators({ source }: Department): readonly Place[] {
  return (source?.blanks ?? []).flatMap(({ field, at }) => (field.startsWith("indicator.") ? at : []));
}

function placeOf({ level3, value, printedValue, level2, level1 }: Indicator): Place | undefined {
  return (level3 ?? value ?? printedValue ?? level2 ?? level1)?.at;
}

function levelsOf({ level1, level2, level3 }: Indicator): IndicatorLevels {
  return { level1: level1?.text, level2: level2?.text, level3: level3?.text };
}
