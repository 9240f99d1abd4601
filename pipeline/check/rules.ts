/** The table of rules, in the order of a reader: the project, its money, its indicators, their values, its wording. */
import type { DiagnosticOf, RuleSeverity } from "../diagnostics/index.ts";
import type { Rule } from "./rule.ts";
import { accountingDash } from "./rules/accounting-dash.ts";
import { indicatorsNearlyCopied, valuesAllEqual } from "./rules/alike.ts";
import { cellBlankHereAlone } from "./rules/blank-here-alone.ts";
import { bracketHalvesDiffer, bracketsUnmatched } from "./rules/brackets-unmatched.ts";
import { budgetNegative, budgetZero } from "./rules/budget-sign.ts";
import { changeAgainstItsWord } from "./rules/changes-in-text.ts";
import { goalCopied, goalLineCopied, goalSameForBothHorizons, indicatorsCopied } from "./rules/copied.ts";
import { costAtLeast } from "./rules/cost-at-least.ts";
import { costAboveBudget, costBelowBudget, costTenThousandTimesOff } from "./rules/costs-and-budget.ts";
import {
  goalWithoutStop,
  nameCutInsideWord,
  nameCutShort,
  namesCutAtOneWidth,
  textCutShort,
} from "./rules/cut-short.ts";
import {
  dittoLeft,
  htmlEntityLeft,
  powerOfTen,
  programWordLeft,
  questionMarkLeft,
  spreadsheetErrorLeft,
  timestampLeft,
} from "./rules/damaged-cells.ts";
import { dateForNumber, dateImpossible, monthImpossible } from "./rules/dates.ts";
import { departmentAsProject } from "./rules/department-as-project.ts";
import { departmentFactMissing } from "./rules/department-fact-missing.ts";
import { descriptionOfAnother } from "./rules/description-of-another.ts";
import { directionUnlikely, targetAlwaysMet } from "./rules/direction.ts";
import { annexNumberRepeated, codeDuplicated, nameDuplicated } from "./rules/duplicates.ts";
import { formCheckIdle } from "./rules/form-check-idle.ts";
import { goalFigureDiffers, partOneFigureDiffers } from "./rules/goal-and-indicators.ts";
import { goalDateDiffers } from "./rules/goal-dates.ts";
import { goalIsAName } from "./rules/goal-is-a-name.ts";
import { goalMissing } from "./rules/goal-missing.ts";
import { goalMoneyDiffers } from "./rules/goal-money.ts";
import { goalNumberingBroken } from "./rules/goal-numbering-broken.ts";
import { goalUnitDiffers } from "./rules/goal-units.ts";
import { halfwidthHereAlone, halfwidthPunctuation } from "./rules/halfwidth-punctuation.ts";
import { blankRow, indicatorNameMissing, indicatorValueMissing } from "./rules/indicator-blanks.ts";
import {
  benefitMissing,
  costMissing,
  indicatorsMissing,
  level2Missing,
  outputMissing,
  satisfactionMissing,
} from "./rules/indicators-missing.ts";
import { lastYearDatedThisYear, lastYearInAnotherUnit, worseThanLastYear } from "./rules/last-year.ts";
import { level3TooLong, textTooLong } from "./rules/lengths.ts";
import {
  level2Misspelt,
  level2Unknown,
  level3Elsewhere,
  level3IsALevel,
  level3NumberingBroken,
} from "./rules/level-names.ts";
import { level2Misplaced } from "./rules/level2-misplaced.ts";
import { level3Repeated, level3RepeatedWhenCut } from "./rules/level3-repeated.ts";
import { moneyUnitDiffers, moneyUnitsMixed } from "./rules/money-units.ts";
import { costInPercent, nameUnitDisagree } from "./rules/name-and-unit.ts";
import { projectNameAsIndicator, purposeRepeatsName } from "./rules/name-repeated.ts";
import { notApplicableRow, notApplicableWithUnit, unitWithoutNumber } from "./rules/not-applicable.ts";
import { classifiedMarking, markedNotPublic } from "./rules/not-public.ts";
import {
  dateOutsideYear,
  goalOfAnotherYear,
  midTermBelowAnnual,
  midTermRangeUnlikeOthers,
} from "./rules/other-years.ts";
import { partAboveWhole } from "./rules/part-above-whole.ts";
import { partOneGoalsDiffer, partOneOrderDiffers, partOneProjectsDiffer } from "./rules/part-one.ts";
import { dateAfterPeriod, periodReversed } from "./rules/periods.ts";
import { bankCard, identityNumber, mobileNumber, personalName, phoneNumber } from "./rules/personal-data.ts";
import { placeholderLeft } from "./rules/placeholder-left.ts";
import { pricesAboveBudget } from "./rules/prices-and-counts.ts";
import { codeMalformed, codeMangled } from "./rules/project-code.ts";
import { proseMoneyDiffers, proseProjectCountDiffers } from "./rules/prose-figures.ts";
import { purposesAboveBudget } from "./rules/purposes-above-budget.ts";
import { quantityNotACount } from "./rules/quantity-not-a-count.ts";
import { rateAbove100 } from "./rules/rate-above-100.ts";
import { requiredFieldMissing } from "./rules/required-field-missing.ts";
import {
  satisfactionApproximate,
  satisfactionBelowFloor,
  satisfactionNotQuantified,
} from "./rules/satisfaction.ts";
import { scoringRuleUnsuited } from "./rules/scoring-rule-unsuited.ts";
import { sharesMixed } from "./rules/shares-mixed.ts";
import { numberCalledQualitative, signBeforeWords } from "./rules/sign-before-words.ts";
import { documentNumberBrackets, fullwidthCommaInNumber, punctuationRepeated } from "./rules/slips.ts";
import { sourceBlank } from "./rules/source-blank.ts";
import { spaceInsideWords, spellingsMixed } from "./rules/spellings.ts";
import { partsNotSumInText } from "./rules/sums-in-text.ts";
import {
  departmentTotalMismatch,
  midTermMoneyBelowAnnual,
  printedPartsNotSum,
  statedTotalMismatch,
  totalNotSum,
} from "./rules/totals.ts";
import { unitNameDiffers } from "./rules/unit-name-differs.ts";
import { indicatorUnitMissing, numberWithoutUnit } from "./rules/units-missing.ts";
import {
  annexNumberUnlikeOthers,
  basisBlankHereAlone,
  codeRegionUnlikeOthers,
  departmentUnlikeOthers,
  unitUnlikeOthers,
} from "./rules/unlike-others.ts";
import {
  valueCutShort,
  valueLetterInNumber,
  valueNotParsed,
  valueRangeReversed,
  valueSignsContradict,
  valueSignTwice,
  valueUnitTwice,
  valueWithoutNumber,
  valueWithoutWords,
} from "./rules/unreadable-value.ts";
import { benefitVague, valueVague } from "./rules/vague.ts";
import { weightNotANumber, weightOutOfRange, weightSplit, weightTotal } from "./rules/weights.ts";
import { wordDoubled } from "./rules/word-doubled.ts";
import { characterUnlikeOthers, characterWrong } from "./rules/wrong-characters.ts";
import {
  midTermRangeExcludesYear,
  periodExcludesYear,
  projectYearMismatch,
  proseYearMismatch,
  titleYearMismatch,
  yearNotAYear,
} from "./rules/years.ts";

export const rules = [
  requiredFieldMissing,
  departmentFactMissing,
  formCheckIdle,
  codeMalformed,
  codeMangled,
  codeDuplicated,
  codeRegionUnlikeOthers,
  nameDuplicated,
  unitNameDiffers,
  unitUnlikeOthers,
  departmentUnlikeOthers,
  annexNumberUnlikeOthers,
  annexNumberRepeated,
  goalMissing,
  goalNumberingBroken,
  goalWithoutStop,
  goalIsAName,
  goalFigureDiffers,
  goalUnitDiffers,
  goalDateDiffers,
  goalMoneyDiffers,
  goalOfAnotherYear,
  goalCopied,
  goalLineCopied,
  goalSameForBothHorizons,
  sharesMixed,
  titleYearMismatch,
  periodReversed,
  periodExcludesYear,
  yearNotAYear,
  projectYearMismatch,
  midTermRangeExcludesYear,
  midTermRangeUnlikeOthers,
  moneyUnitsMixed,
  moneyUnitDiffers,
  proseProjectCountDiffers,
  proseMoneyDiffers,
  partOneProjectsDiffer,
  partOneOrderDiffers,
  partOneGoalsDiffer,
  partOneFigureDiffers,
  proseYearMismatch,
  budgetNegative,
  budgetZero,
  totalNotSum,
  midTermMoneyBelowAnnual,
  sourceBlank,
  printedPartsNotSum,
  departmentTotalMismatch,
  departmentAsProject,
  statedTotalMismatch,
  costTenThousandTimesOff,
  costAboveBudget,
  costBelowBudget,
  pricesAboveBudget,
  purposesAboveBudget,
  indicatorsMissing,
  indicatorsCopied,
  indicatorsNearlyCopied,
  valuesAllEqual,
  descriptionOfAnother,
  outputMissing,
  benefitMissing,
  satisfactionMissing,
  costMissing,
  level2Missing,
  level2Misplaced,
  level2Misspelt,
  level2Unknown,
  blankRow,
  indicatorNameMissing,
  level3TooLong,
  projectNameAsIndicator,
  purposeRepeatsName,
  level3Repeated,
  level3RepeatedWhenCut,
  namesCutAtOneWidth,
  nameCutShort,
  nameCutInsideWord,
  level3IsALevel,
  level3Elsewhere,
  level3NumberingBroken,
  weightTotal,
  weightSplit,
  weightNotANumber,
  weightOutOfRange,
  scoringRuleUnsuited,
  indicatorValueMissing,
  indicatorUnitMissing,
  basisBlankHereAlone,
  cellBlankHereAlone,
  numberWithoutUnit,
  valueNotParsed,
  valueWithoutNumber,
  valueLetterInNumber,
  valueSignsContradict,
  valueSignTwice,
  valueUnitTwice,
  valueRangeReversed,
  valueWithoutWords,
  valueCutShort,
  unitWithoutNumber,
  notApplicableWithUnit,
  signBeforeWords,
  numberCalledQualitative,
  notApplicableRow,
  nameUnitDisagree,
  valueVague,
  benefitVague,
  quantityNotACount,
  costInPercent,
  rateAbove100,
  costAtLeast,
  directionUnlikely,
  targetAlwaysMet,
  midTermBelowAnnual,
  worseThanLastYear,
  lastYearInAnotherUnit,
  lastYearDatedThisYear,
  dateImpossible,
  monthImpossible,
  dateForNumber,
  dateAfterPeriod,
  dateOutsideYear,
  satisfactionApproximate,
  satisfactionBelowFloor,
  satisfactionNotQuantified,
  spreadsheetErrorLeft,
  programWordLeft,
  htmlEntityLeft,
  timestampLeft,
  dittoLeft,
  powerOfTen,
  questionMarkLeft,
  textTooLong,
  placeholderLeft,
  characterWrong,
  characterUnlikeOthers,
  wordDoubled,
  halfwidthPunctuation,
  halfwidthHereAlone,
  documentNumberBrackets,
  fullwidthCommaInNumber,
  bracketsUnmatched,
  bracketHalvesDiffer,
  punctuationRepeated,
  textCutShort,
  spaceInsideWords,
  spellingsMixed,
  accountingDash,
  partsNotSumInText,
  changeAgainstItsWord,
  partAboveWhole,
  identityNumber,
  bankCard,
  mobileNumber,
  phoneNumber,
  markedNotPublic,
  classifiedMarking,
  personalName,
] as const;

type FindingOf<One> =
  One extends Rule<infer Code, infer Args>
    ? DiagnosticOf<Code, Args> & { readonly severity: RuleSeverity }
    : never;

/** A finding of any rule: it carries its severity, which a form or a department may have set. */
export type RuleFinding = FindingOf<(typeof rules)[number]>;
export type RuleCode = RuleFinding["code"];

/** Those that look at what a form does not print, too. */
export const rulesOfUnprinted: ReadonlySet<string> = new Set(
  rules.flatMap((one: Rule) => (one.ofUnprinted ? one.code : [])),
);

export const ruleCodes: readonly RuleCode[] = rules.map(({ code }) => code);
