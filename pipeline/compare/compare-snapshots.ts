/** Two snapshots of a department's records → what an officer would say has changed from the one to the other. */
import type { Changes, ComparedSide, FieldChange, Snapshot } from "../contracts/index.ts";
import { compareAmount, compareText, type Named } from "./compare-fields.ts";
import { comparePartOne, unchanged, unchangedSubGoals } from "./compare-part-one.ts";
import { compareProjects } from "./compare-projects.ts";
import { countChanges } from "./count-changes.ts";
import { fieldLabel } from "./field-labels.ts";
import { totalUp } from "./total-up.ts";

export type LabelOf = (field: string) => Named;

/** Which edition or folder each is, for the head of the list. */
export type SideNames = { readonly before?: SideName; readonly after?: SideName };
export type SideName = Omit<ComparedSide, "totals">;

/** `before` is undefined for a department's first edition. */
export function compareSnapshots(
  before: Snapshot | undefined,
  after: Snapshot,
  names: SideNames = {},
): Changes {
  const head = {
    schema: 1,
    department: after.department.name,
    after: { ...names.after, totals: totalUp(after) },
  } as const;
  if (before === undefined) return { ...head, count: 0, ...nothing };
  const labelOf = labelling(after);
  const told = {
    facts: compareFacts(before, after, labelOf),
    partOne: comparePartOne(before.department, after.department, labelOf),
    projects: compareProjects(before.projects, after.projects, labelOf),
  };
  return {
    ...head,
    before: { ...names.before, totals: totalUp(before) },
    count: countChanges(told),
    ...told,
  };
}

/** Made once for each field, as every indicator of a department asks for the same few. */
function labelling(snapshot: Snapshot): LabelOf {
  const known = new Map<string, Named>();
  return (field) => {
    const named = known.get(field) ?? { field, label: fieldLabel(field, snapshot) };
    known.set(field, named);
    return named;
  };
}

const nothing: Pick<Changes, "facts" | "partOne" | "projects"> = {
  facts: [],
  partOne: { overall: unchanged, subGoals: unchangedSubGoals, safeguards: unchanged },
  projects: { added: [], removed: [], changed: [], renumbered: { reordered: false, projects: [] } },
};

function compareFacts(
  { department: old, form: oldForm }: Snapshot,
  { department: now, form }: Snapshot,
  labelOf: LabelOf,
): readonly FieldChange[] {
  return [
    ...(["name", "year", "title", "unitCode", "unitName"] as const).flatMap((name) =>
      compareText(labelOf(`department.${name}`), { before: old[name], after: now[name] }),
    ),
    ...compareAmount(labelOf("department.budgetTotal"), {
      before: old.budgetTotal,
      after: now.budgetTotal,
    }),
    ...compareText(labelOf("form"), { before: oldForm, after: form }),
  ];
}
