/** The indicators that a form prints, by project and horizon. */
import type { Department, FormSpec, Horizon, Indicator, Project } from "../records/index.ts";

export type IndicatorBlock = {
  readonly project: Project;
  readonly horizon: Horizon;
  readonly indicators: readonly Indicator[];
};

/** One block for each project and horizon; it may be empty. */
export function indicatorBlocks(department: Department, { horizons }: FormSpec): readonly IndicatorBlock[] {
  return department.projects.flatMap((project) =>
    horizons.map((horizon) => {
      const indicators = project.indicators.filter((indicator) => indicator.horizon === horizon);
      return { project, horizon, indicators };
    }),
  );
}
