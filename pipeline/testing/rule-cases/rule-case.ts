/** What shows a rule at work: records in which it finds something in one exact cell, and near misses in which it must not. */
import type { FormSpec } from "../../records/index.ts";
import {
  type DepartmentDraft,
  type IndicatorDraft,
  type ProjectDraft,
  soundIndicators,
} from "../build-project.ts";

export type RuleCase = {
  readonly spec?: Partial<FormSpec>;
  readonly fires: readonly {
    readonly in: DepartmentDraft;
    /** Row and canonical field of the cell, `2 project.code`; a row alone, or a file, where there is no cell. */
    readonly at: string;
    readonly also?: readonly string[];
    readonly found?: string;
    /** A part of the Chinese sentence, where a fact in it has to be worked out. */
    readonly says?: string;
  }[];
  readonly silent: readonly DepartmentDraft[];
};

export function oneProject(project: ProjectDraft): DepartmentDraft {
  return { projects: [project] };
}

/** The sound project with its first indicator (row 2) changed. */
export function firstIndicator(change: IndicatorDraft): DepartmentDraft {
  return oneProject({ indicators: soundIndicators.with(0, { ...soundIndicators[0], ...change }) });
}

/** The sound project with further indicators, from row 6 on. */
export function furtherIndicators(...further: readonly IndicatorDraft[]): DepartmentDraft {
  return oneProject({ indicators: [...soundIndicators, ...further] });
}

/** The sound project without the indicators of one level 1. */
export function withoutLevel1(level1: string): DepartmentDraft {
  return oneProject({ indicators: soundIndicators.filter((indicator) => indicator.level1 !== level1) });
}
