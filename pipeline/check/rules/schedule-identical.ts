/** The same spending schedule in every project: the system's own, or copied. */

import type { Rule } from "../rule.ts";
import { type ScheduleStep, stepsOf } from "../schedule.ts";

export const scheduleIdentical: Rule<"schedule-identical"> = {
  about: { zh: "所有项目的资金支出计划完全相同", en: "the same spending schedule in every project" },
  *check({ department }) {
    const filled = department.projects
      .map((project) => ({ project, steps: stepsOf(project) }))
      .filter(({ steps }) => steps.length === 4);
    const [first, ...others] = filled;
    const [step] = first?.steps ?? [];
    if (first === undefined || step === undefined || others.length < 2) return;
    const shares = describe(first.steps);
    if (others.some(({ steps }) => describe(steps) !== shares)) return;
    yield {
      at: step.text.at,
      also: others.flatMap(({ steps }) => steps[0]?.text.at ?? []),
      found: step.text.text,
      args: { count: filled.length, shares },
    };
  },
};

function describe(steps: readonly ScheduleStep[]): string {
  return steps.map(({ text }) => text.text).join("、");
}
