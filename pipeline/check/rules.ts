/** The table of rules, in the order of a reader: the project, its money, its indicators, their values, its wording. */
import type { CheckCode } from "../diagnostics/index.ts";
import type { Rule } from "./rule.ts";
import { benefitMissing } from "./rules/benefit-missing.ts";
import { benefitVague } from "./rules/benefit-vague.ts";
import { bracketsUnmatched } from "./rules/brackets-unmatched.ts";
import { classifiedMarking } from "./rules/classified-marking.ts";
import { codeDuplicated } from "./rules/code-duplicated.ts";
import { codeMalformed } from "./rules/code-malformed.ts";
import { codeMangled } from "./rules/code-mangled.ts";
import { costAboveBudget } from "./rules/cost-above-budget.ts";
import { costAtLeast } from "./rules/cost-at-least.ts";
import { costBelowBudget } from "./rules/cost-below-budget.ts";
import { costInPercent } from "./rules/cost-in-percent.ts";
import { costMissing } from "./rules/cost-missing.ts";
import { dateAfterPeriod } from "./rules/date-after-period.ts";
import { departmentFactMissing } from "./rules/department-fact-missing.ts";
import { departmentTotalMismatch } from "./rules/department-total-mismatch.ts";
import { documentNumberBrackets } from "./rules/document-number-brackets.ts";
import { fullwidthCommaInNumber } from "./rules/fullwidth-comma-in-number.ts";
import { goalCopied } from "./rules/goal-copied.ts";
import { goalMissing } from "./rules/goal-missing.ts";
import { goalNumberingBroken } from "./rules/goal-numbering-broken.ts";
import { goalSameForBothHorizons } from "./rules/goal-same-for-both-horizons.ts";
import { halfwidthPunctuation } from "./rules/halfwidth-punctuation.ts";
import { identityNumber } from "./rules/identity-number.ts";
import { indicatorNameMissing } from "./rules/indicator-name-missing.ts";
import { indicatorUnitMissing } from "./rules/indicator-unit-missing.ts";
import { indicatorValueMissing } from "./rules/indicator-value-missing.ts";
import { indicatorsCopied } from "./rules/indicators-copied.ts";
import { indicatorsMissing } from "./rules/indicators-missing.ts";
import { level2Misplaced } from "./rules/level2-misplaced.ts";
import { level3Repeated } from "./rules/level3-repeated.ts";
import { level3RepeatedWhenCut } from "./rules/level3-repeated-when-cut.ts";
import { level3TooLong } from "./rules/level3-too-long.ts";
import { markedNotPublic } from "./rules/marked-not-public.ts";
import { midTermRangeExcludesYear } from "./rules/mid-term-range-excludes-year.ts";
import { mobileNumber } from "./rules/mobile-number.ts";
import { moneyUnitDiffers } from "./rules/money-unit-differs.ts";
import { moneyUnitsMixed } from "./rules/money-units-mixed.ts";
import { nameDuplicated } from "./rules/name-duplicated.ts";
import { nameUnitDisagree } from "./rules/name-unit-disagree.ts";
import { notApplicableRow } from "./rules/not-applicable-row.ts";
import { notApplicableWithUnit } from "./rules/not-applicable-with-unit.ts";
import { numberWithoutUnit } from "./rules/number-without-unit.ts";
import { outputMissing } from "./rules/output-missing.ts";
import { partOneGoalsDiffer } from "./rules/part-one-goals-differ.ts";
import { partOneOrderDiffers } from "./rules/part-one-order-differs.ts";
import { partOneProjectsDiffer } from "./rules/part-one-projects-differ.ts";
import { periodReversed } from "./rules/period-reversed.ts";
import { personalName } from "./rules/personal-name.ts";
import { phoneNumber } from "./rules/phone-number.ts";
import { placeholderLeft } from "./rules/placeholder-left.ts";
import { printedPartsNotSum } from "./rules/printed-parts-not-sum.ts";
import { projectNameAsIndicator } from "./rules/project-name-as-indicator.ts";
import { projectYearMismatch } from "./rules/project-year-mismatch.ts";
import { proseMoneyDiffers } from "./rules/prose-money-differs.ts";
import { proseProjectCountDiffers } from "./rules/prose-project-count-differs.ts";
import { proseYearMismatch } from "./rules/prose-year-mismatch.ts";
import { punctuationRepeated } from "./rules/punctuation-repeated.ts";
import { purposeRepeatsName } from "./rules/purpose-repeats-name.ts";
import { quantityNotACount } from "./rules/quantity-not-a-count.ts";
import { rateAbove100 } from "./rules/rate-above-100.ts";
import { requiredFieldMissing } from "./rules/required-field-missing.ts";
import { satisfactionApproximate } from "./rules/satisfaction-approximate.ts";
import { satisfactionBelowFloor } from "./rules/satisfaction-below-floor.ts";
import { satisfactionMissing } from "./rules/satisfaction-missing.ts";
import { satisfactionNotQuantified } from "./rules/satisfaction-not-quantified.ts";
import { scheduleBlank } from "./rules/schedule-blank.ts";
import { scheduleDecreasing } from "./rules/schedule-decreasing.ts";
import { scheduleIdentical } from "./rules/schedule-identical.ts";
import { scheduleNotAShare } from "./rules/schedule-not-a-share.ts";
import { scheduleNotComplete } from "./rules/schedule-not-complete.ts";
import { scoringRuleUnsuited } from "./rules/scoring-rule-unsuited.ts";
import { sourceBlank } from "./rules/source-blank.ts";
import { textTooLong } from "./rules/text-too-long.ts";
import { titleYearMismatch } from "./rules/title-year-mismatch.ts";
import { totalNotSum } from "./rules/total-not-sum.ts";
import { unitNameDiffers } from "./rules/unit-name-differs.ts";
import { unitWithoutNumber } from "./rules/unit-without-number.ts";
import { valueCutShort } from "./rules/value-cut-short.ts";
import { valueNotParsed } from "./rules/value-not-parsed.ts";
import { valueVague } from "./rules/value-vague.ts";
import { weightNotANumber } from "./rules/weight-not-a-number.ts";
import { weightOutOfRange } from "./rules/weight-out-of-range.ts";
import { weightSplit } from "./rules/weight-split.ts";
import { weightTotal } from "./rules/weight-total.ts";
import { wordDoubled } from "./rules/word-doubled.ts";
import { yearNotAYear } from "./rules/year-not-a-year.ts";

/** One entry for each code of the catalogue; the compiler asks for the missing one. */
export const rules: { readonly [C in CheckCode]: Rule<C> } = {
  "required-field-missing": requiredFieldMissing,
  "department-fact-missing": departmentFactMissing,
  "code-malformed": codeMalformed,
  "code-mangled": codeMangled,
  "code-duplicated": codeDuplicated,
  "name-duplicated": nameDuplicated,
  "unit-name-differs": unitNameDiffers,
  "goal-missing": goalMissing,
  "goal-numbering-broken": goalNumberingBroken,
  "goal-copied": goalCopied,
  "goal-same-for-both-horizons": goalSameForBothHorizons,
  "schedule-blank": scheduleBlank,
  "schedule-not-a-share": scheduleNotAShare,
  "schedule-decreasing": scheduleDecreasing,
  "schedule-not-complete": scheduleNotComplete,
  "schedule-identical": scheduleIdentical,
  "title-year-mismatch": titleYearMismatch,
  "period-reversed": periodReversed,
  "year-not-a-year": yearNotAYear,
  "project-year-mismatch": projectYearMismatch,
  "mid-term-range-excludes-year": midTermRangeExcludesYear,
  "money-units-mixed": moneyUnitsMixed,
  "money-unit-differs": moneyUnitDiffers,
  "prose-project-count-differs": proseProjectCountDiffers,
  "prose-money-differs": proseMoneyDiffers,
  "part-one-projects-differ": partOneProjectsDiffer,
  "part-one-order-differs": partOneOrderDiffers,
  "part-one-goals-differ": partOneGoalsDiffer,
  "prose-year-mismatch": proseYearMismatch,
  "total-not-sum": totalNotSum,
  "source-blank": sourceBlank,
  "printed-parts-not-sum": printedPartsNotSum,
  "department-total-mismatch": departmentTotalMismatch,
  "cost-above-budget": costAboveBudget,
  "cost-below-budget": costBelowBudget,
  "indicators-missing": indicatorsMissing,
  "indicators-copied": indicatorsCopied,
  "output-missing": outputMissing,
  "benefit-missing": benefitMissing,
  "satisfaction-missing": satisfactionMissing,
  "cost-missing": costMissing,
  "level2-misplaced": level2Misplaced,
  "indicator-name-missing": indicatorNameMissing,
  "level3-too-long": level3TooLong,
  "project-name-as-indicator": projectNameAsIndicator,
  "purpose-repeats-name": purposeRepeatsName,
  "level3-repeated": level3Repeated,
  "level3-repeated-when-cut": level3RepeatedWhenCut,
  "weight-total": weightTotal,
  "weight-split": weightSplit,
  "weight-not-a-number": weightNotANumber,
  "weight-out-of-range": weightOutOfRange,
  "scoring-rule-unsuited": scoringRuleUnsuited,
  "indicator-value-missing": indicatorValueMissing,
  "indicator-unit-missing": indicatorUnitMissing,
  "number-without-unit": numberWithoutUnit,
  "value-not-parsed": valueNotParsed,
  "value-cut-short": valueCutShort,
  "unit-without-number": unitWithoutNumber,
  "not-applicable-with-unit": notApplicableWithUnit,
  "not-applicable-row": notApplicableRow,
  "name-unit-disagree": nameUnitDisagree,
  "value-vague": valueVague,
  "benefit-vague": benefitVague,
  "quantity-not-a-count": quantityNotACount,
  "cost-in-percent": costInPercent,
  "rate-above-100": rateAbove100,
  "cost-at-least": costAtLeast,
  "date-after-period": dateAfterPeriod,
  "satisfaction-approximate": satisfactionApproximate,
  "satisfaction-below-floor": satisfactionBelowFloor,
  "satisfaction-not-quantified": satisfactionNotQuantified,
  "text-too-long": textTooLong,
  "placeholder-left": placeholderLeft,
  "word-doubled": wordDoubled,
  "halfwidth-punctuation": halfwidthPunctuation,
  "document-number-brackets": documentNumberBrackets,
  "fullwidth-comma-in-number": fullwidthCommaInNumber,
  "brackets-unmatched": bracketsUnmatched,
  "punctuation-repeated": punctuationRepeated,
  "identity-number": identityNumber,
  "mobile-number": mobileNumber,
  "phone-number": phoneNumber,
  "marked-not-public": markedNotPublic,
  "classified-marking": classifiedMarking,
  "personal-name": personalName,
};
