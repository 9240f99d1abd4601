/** A department (部门): its own facts, its Part 1, and its projects in printing order. */
import type { Amount } from "./money.ts";
import type { Project } from "./project.ts";
import type { RuleSettings } from "./rule-setting.ts";
import type { StyleSheet } from "./style-sheet.ts";
import type { Text } from "./text.ts";

/** One numbered item of 分项绩效目标: a project or a duty, then its goals. */
export type SubGoal = {
  readonly name?: Text;
  readonly goals: readonly Text[];
  /** The key of the project it was taken from, where the department itself gives no such list. */
  readonly takenFrom?: string;
};

export type Department = {
  readonly name: Text;
  readonly year?: Text;
  readonly title?: Text;
  readonly unitCode?: Text;
  readonly unitName?: Text;
  readonly overall: readonly Text[];
  readonly subGoals: readonly SubGoal[];
  readonly safeguards: readonly Text[];
  /** The department's own statement of its total, checked against the projects' sum. */
  readonly budgetTotal?: Amount;
  /** How the department sets the checker's rules; its word goes before the form's. */
  readonly rules?: RuleSettings;
  /** What its report changes in the form's style. */
  readonly styles?: StyleSheet;
  readonly projects: readonly Project[];
};
