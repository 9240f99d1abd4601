/** What the checker can find in records that were read well: every rule's severity and sentences, by its code. */
import { checkingCopies } from "./checking-copies.ts";
import { checkingIndicators } from "./checking-indicators.ts";
import { checkingMoney } from "./checking-money.ts";
import { checkingPartOne } from "./checking-part-one.ts";
import { checkingProjects } from "./checking-projects.ts";
import { checkingTexts } from "./checking-texts.ts";
import { checkingValues } from "./checking-values.ts";

export const checking = {
  ...checkingProjects,
  ...checkingPartOne,
  ...checkingCopies,
  ...checkingMoney,
  ...checkingIndicators,
  ...checkingValues,
  ...checkingTexts,
} as const;
