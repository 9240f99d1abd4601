/** The indicators that a form prints, each with its project, or by project and horizon. */
import type { Department, FormSpec, Horizon, Indicator, Project } from "../records/index.ts";

type Printed = { readonly department: Department; readonly spec: FormSpec };

export type IndicatorBlock = {
  readonly project: Project;
  readonly horizon: Horizon;
  readonly indicators: readonly Indicator[];
};

/** One block for each project and horizon; it may be empty. */
export function* eachBlock({ department, spec }: Printed): Iterable<IndicatorBlock> {
  for (const project of department.projects) {
    for (const horizon of spec.horizons) {
      const indicators = project.indicators.filter((indicator) => indicator.horizon === horizon);
      yield { project, horizon, indicators };
    }
  }
}

export function* eachIndicator(
  printed: Printed,
): Iterable<{ readonly project: Project; readonly indicator: Indicator }> {
  for (const { project, indicators } of eachBlock(printed)) {
    for (const indicator of indicators) yield { project, indicator };
  }
}
