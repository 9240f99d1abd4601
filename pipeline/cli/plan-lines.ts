/** The plan of a dry run → lines: what would be built, why, from what and into what; the rest counted or listed. */

import type { PlannedDepartment, RunPlan } from "../commands/index.ts";
import type { Language } from "../diagnostics/index.ts";
import { findingLines } from "./finding-lines.ts";
import { messages } from "./messages.ts";
import { reasonSentence } from "./reason-sentence.ts";
import { type Paint, printable } from "./terminal.ts";

export type PlanStyle = { readonly language: Language; readonly paint: Paint; readonly verbose: boolean };

/** Names of departments that nothing happens to; more are counted. */
const mostIdle = 20;

export function planLines(
  { departments, changed, oldDrafts = [] }: RunPlan,
  style: PlanStyle,
): readonly string[] {
  const { plan, comma, colon } = messages[style.language];
  const of = (state: PlannedDepartment["state"]) => departments.filter((one) => one.state === state);
  const [building, unchanged, others] = [of("build"), of("unchanged"), of("not-selected")];
  return [
    ...building.flatMap((one) => buildingLines(one, style)),
    ...(changed ? [] : idleLines(unchanged, plan.unchanged, style)),
    ...idleLines(others, plan.notSelected, style),
    ...(oldDrafts.length === 0 ? [] : [`${plan.oldDrafts}${colon}${printable(oldDrafts.join(comma))}`, ""]),
    plan.sum(building.length, unchanged.length, others.length),
    plan.nothingWritten,
  ];
}

function buildingLines(one: PlannedDepartment, { language, paint }: PlanStyle): readonly string[] {
  const say = messages[language];
  const { because = [], failures = [], reads, writes } = one;
  const list = (names: readonly string[]) => printable(names.join(say.comma));
  const fold = { language, paint, most: mostIdle, from: "info", fold: true } as const;
  return [
    `${paint("bold", printable(one.folder))}  ${say.plan.build}${say.colon}${reasonSentence(because, say)}`,
    ...(failures.length === 0 ? [] : [`  ${paint("red", say.plan.wouldFail)}`]),
    ...findingLines(failures, fold).lines,
    `  ${say.plan.reads}${say.colon}${list(reads.map(fileName))}`,
    `  ${say.plan.writes}${say.colon}${list(shortened(writes))}`,
    "",
  ];
}

function idleLines(
  idle: readonly PlannedDepartment[],
  title: string,
  { language, verbose }: PlanStyle,
): readonly string[] {
  if (idle.length === 0 || (idle.length > mostIdle && !verbose)) return [];
  const { comma, colon } = messages[language];
  return [`${title}${colon}${printable(idle.map(({ folder }) => folder).join(comma))}`, ""];
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** All lie in one folder, which is said once. */
function shortened([first, ...others]: readonly string[]): readonly string[] {
  return first === undefined ? [] : [first, ...others.map(fileName)];
}
