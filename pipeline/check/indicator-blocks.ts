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
  /** What two indicators are the same by: their levels, and their names less numbering. */
  readonly identity: string | undefined;
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

/** Labels come again and again, so each is looked into once. */
function printedReader(): (indicator: Indicator) => PrintedIndicator {
  const [kindsOfLabel, bare] = [perText(kindsOf), perText(bareLevel)];
  return (indicator) => {
    const { level3, printedValue } = indicator;
    const [level1, level2] = [indicator.level1?.text ?? "", indicator.level2?.text ?? ""];
    const parsed = parseValue(printedValue?.text ?? "");
    return {
      ...indicator,
      kinds: new Set([...kindsOfLabel(level1), ...kindsOfLabel(level2)]),
      identity: level3 && [bare(level1), bare(level2), bareName(level3.text)].join("\n"),
      parsed,
      fault: faultOf(indicator, parsed),
    };
  };
}
