/** The indicators that a form prints, by project and horizon, with what many rules ask of each. */
import {
  bareLevel,
  type Department,
  type FormSpec,
  type Horizon,
  type Indicator,
  type Project,
  perText,
} from "../records/index.ts";
import { bareName } from "./indicator-name.ts";
import { type IndicatorKind, kindsOf } from "./levels.ts";
import { type ParsedValue, parseValue } from "./parse-value.ts";
import { faultOf, type ValueFault } from "./value-fault.ts";

export type PrintedIndicator = Indicator & {
  readonly kinds: ReadonlySet<IndicatorKind>;
  /** Its value as printed. */
  readonly parsed: ParsedValue;
  readonly fault: ValueFault | undefined;
};

export type IndicatorBlock = {
  readonly project: Project;
  readonly horizon: Horizon;
  readonly indicators: readonly PrintedIndicator[];
};

/** One block for each project and horizon; it may be empty. */
export function indicatorBlocks(department: Department, { horizons }: FormSpec): readonly IndicatorBlock[] {
  const asPrinted = printedReader();
  return department.projects.flatMap((project) =>
    horizons.map((horizon) => {
      const indicators = project.indicators.filter((indicator) => indicator.horizon === horizon);
      return { project, horizon, indicators: indicators.map(asPrinted) };
    }),
  );
}

/** Labels and values come again and again, so each is looked into once. */
function printedReader(): (indicator: Indicator) => PrintedIndicator {
  const [kindsOfLabel, parse] = [perText(kindsOf), perText(parseValue)];
  return (indicator) => {
    const { level1, level2, printedValue } = indicator;
    const parsed = parse(printedValue?.text ?? "");
    const kinds = new Set([...kindsOfLabel(level1?.text ?? ""), ...kindsOfLabel(level2?.text ?? "")]);
    return { ...indicator, kinds, parsed, fault: faultOf(indicator, parsed) };
  };
}

/** What two indicators are the same by: their levels, and their names less numbering. */
export function sameIndicator({ level1, level2, level3 }: Indicator): string | undefined {
  if (level3 === undefined) return undefined;
  return [bareLevel(level1?.text ?? ""), bareLevel(level2?.text ?? ""), bareName(level3.text)].join("\n");
}
