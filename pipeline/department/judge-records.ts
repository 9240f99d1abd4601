/**
 * Records → what was found in them and before, as severe as form and department set it, less what department.json ignores,
 * and less what follows from a finding that is left.
 */
import type { Finding } from "../catalogue/index.ts";
import { type CheckDepartment, standBack } from "../check/index.ts";
import { withoutFloods } from "./gather-floods.ts";
import { type Ignoring, ignoringOf, type Judged } from "./ignore-findings.ts";
import { checkRecords, type NormalisedRecords } from "./read-records.ts";
import { severitiesBy } from "./set-severities.ts";

export type JudgedRecords = Judged &
  Pick<Ignoring, "judgeLater" | "days"> & {
    /** What follows from those that count, and would count without them. */
    readonly consequences: readonly Finding[];
  };

export type Judging = {
  /** Of which entries of 忽略 hold; without it all do. */
  readonly day?: string | undefined;
  /** Which findings anybody will see: all, if nothing is said. Another is the cause of none. */
  readonly isWanted?: ((finding: Finding) => boolean) | undefined;
};

/** `found`: before the check. */
export function judgeRecords(
  records: NormalisedRecords,
  found: readonly Finding[],
  { day, isWanted }: Judging,
  check?: CheckDepartment,
): JudgedRecords {
  const { form, department } = records;
  const setSeverities = severitiesBy([form.spec.rules, department.rules]);
  const { judge, judgeLater, days } = ignoringOf(department, day);
  const { counted, ignored } = judge(setSeverities(checkRecords(records, found, check)));
  const { standing, consequences } = standBack(counted, isWanted);
  return {
    counted: withoutFloods(standing),
    consequences: withoutFloods(consequences),
    ignored: withoutFloods(ignored),
    judgeLater: (more) => judgeLater(setSeverities(more)),
    days,
  };
}
