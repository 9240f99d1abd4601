/** The indicators that a form prints, by project and horizon, with what many rules ask of each. */
import {
  bareLevel,
  type FormSpec,
  type Horizon,
  type Indicator,
  type Project,
  perText,
} from "../records/index.ts";
import { bareUnit } from "./figures.ts";
import { bareName } from "./indicator-name.ts";
import { type IndicatorKind, kindsOf } from "./levels.ts";
import { type ParsedValue, parseValue } from "./parse-value.ts";
import { faultOf, type ValueFault } from "./value-fault.ts";

export type PrintedIndicator = Indicator & {
  readonly kinds: ReadonlySet<IndicatorKind>;
  /** What two indicators are the same by: their levels, and their names less numbering. */
  readonly identity: string | undefined;
  /** Its value as printed. */
  readonly parsed: ParsedValue;
  /** In what its value is counted, without 万 and its like, if it is one number with a unit. */
  readonly counted: string | undefined;
  readonly fault: ValueFault | undefined;
};

export type IndicatorBlock = {
  readonly project: Project;
  readonly horizon: Horizon;
  readonly indicators: readonly PrintedIndicator[];
};

/** One block for each horizon of a project; it may be empty. */
export function blockReader({ horizons }: FormSpec): (project: Project) => readonly IndicatorBlock[] {
  const asPrinted = printedReader();
  return (project) =>
    horizons.map((horizon) => {
      const indicators = project.indicators.filter((indicator) => indicator.horizon === horizon);
      return { project, horizon, indicators: indicators.map(asPrinted) };
    });
}

/** Labels and units come again and again, so each is looked into once. */
function printedReader(): (indicator: Indicator) => PrintedIndicator {
  const labelled = perText((pair) => {
    const [level1 = "", level2 = ""] = pair.split("\t");
    return {
      kinds: new Set([...kindsOf(level1), ...kindsOf(level2)]),
      identity: `${bareLevel(level1)}\n${bareLevel(level2)}`,
    };
  });
  const bare = perText(bareUnit);
  return (indicator) => {
    const { level1, level2, level3, printedValue } = indicator;
    // A printed text has no tab.
    const { kinds, identity } = labelled(`${level1?.text ?? ""}\t${level2?.text ?? ""}`);
    const parsed = parseValue(printedValue?.text ?? "");
    return {
      ...indicator,
      kinds,
      identity: level3 && `${identity}\n${bareName(level3.text)}`,
      parsed,
      counted: parsed.kind === "number" && parsed.unit !== undefined ? bare(parsed.unit) : undefined,
      fault: faultOf(indicator, parsed),
    };
  };
}
