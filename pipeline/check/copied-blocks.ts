/** A block of indicators as one text, by which copies of it are found. */
import type { IndicatorBlock } from "./each-indicator.ts";
import { indicatorNotApplicable } from "./not-applicable.ts";

/** Undefined for a block of fewer than three indicators that say something: so few are alike by chance. */
export function blockText({ horizon, indicators }: IndicatorBlock): string | undefined {
  if (indicators.filter((indicator) => !indicatorNotApplicable(indicator)).length < 3) return undefined;
  const rows = indicators.map(({ level1, level2, level3, printedValue }) =>
    [level1, level2, level3, printedValue].map((cell) => (cell?.text ?? "").replace(/\s+/gu, "")).join("\t"),
  );
  return [horizon, ...rows].join("\n");
}
