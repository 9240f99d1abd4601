/** Every diagnostic there is, by code. A catalogue file belongs to the stage that reports its entries. */
import { checking } from "./checking.ts";
import { comparing } from "./comparing.ts";
import { composing } from "./composing.ts";
import { findingDepartments } from "./finding-departments.ts";
import { laying } from "./laying.ts";
import { normalising } from "./normalising.ts";
import { publishing } from "./publishing.ts";
import { reading } from "./reading.ts";
import { running } from "./running.ts";
import { runningAlone } from "./running-alone.ts";

export const catalogue = {
  ...reading,
  ...normalising,
  ...checking,
  ...comparing,
  ...composing,
  ...laying,
  ...findingDepartments,
  ...publishing,
  ...running,
  ...runningAlone,
} as const;
