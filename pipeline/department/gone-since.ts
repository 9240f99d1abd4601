/** Two editions → whether a project or an indicator of the earlier one is there no longer. */
import type { Renamed } from "../compare/index.ts";
import type { Snapshot } from "../contracts/index.ts";
import type { IndicatorLevels, Subject } from "../diagnostics/index.ts";
import { groupBy } from "../records/index.ts";

/** Undefined of what the earlier edition did not have either. */
export type GoneSince = (project: Subject, indicator?: IndicatorLevels) => boolean | undefined;

/** Of several with one name, some may be there still: one that is known by no more than its name is not gone then. */
export function isGoneSince(before: Snapshot, { gone, goneIndicators }: Renamed): GoneSince {
  const subjects = before.projects.map((project) => {
    const { code, unit, name = code } = project;
    return { project, code, unit, name };
  });
  const exact = groupBy(subjects, ({ code, unit, name }) => keyOfSubject({ code, unit, project: name }));
  const named = groupBy(subjects, ({ unit, name }) => keyOfSubject({ unit, project: name }));
  return (subject, indicator) => {
    const key = keyOfSubject(subject);
    const own = exact.get(key) ?? (subject.code === undefined ? named.get(key) : undefined);
    if (own === undefined) return undefined;
    if (own.every(({ project }) => gone.has(project))) return true;
    if (indicator === undefined) return false;
    const wanted = keyOfIndicator(indicator);
    const called = own.flatMap(({ project }) =>
      project.indicators.filter((one) => keyOfIndicator(one) === wanted),
    );
    return called.length === 0 ? undefined : called.every((one) => goneIndicators.has(one));
  };
}

export function keyOfSubject({ code, unit, project }: Subject): string {
  return JSON.stringify([code, unit, project]);
}

export function keyOfIndicator({ level1, level2, level3 }: IndicatorLevels): string {
  return JSON.stringify([level1, level2, level3]);
}
