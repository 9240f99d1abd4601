/** All departments of an output folder → one page that leads to all of them: failures first, what is new, what to open. */

export { isNews, worstOf } from "./department-row.ts";
export type {
  LinkKind,
  News,
  Overview,
  OverviewDepartment,
  OverviewEdition,
  OverviewLink,
  Reason,
} from "./overview-data.ts";
export { isOverview, writeOverview } from "./write-overview.ts";
