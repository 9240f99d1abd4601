/** The table of rules, in the order of a reader: the project, its money, its indicators, their values, its wording. */
import type { CheckCode } from "../diagnostics/index.ts";
import type { Rule } from "./rule.ts";
import { benefitMissing } from "./rules/benefit-missing.ts";
import { codeDuplicated } from "./rules/code-duplicated.ts";
import { codeMalformed } from "./rules/code-malformed.ts";
import { codeMangled } from "./rules/code-mangled.ts";
import { costAtLeast } from "./rules/cost-at-least.ts";
import { costMissing } from "./rules/cost-missing.ts";
import { departmentFactMissing } from "./rules/department-fact-missing.ts";
import { departmentTotalMismatch } from "./rules/department-total-mismatch.ts";
import { goalMissing } from "./rules/goal-missing.ts";
import { goalNumberingBroken } from "./rules/goal-numbering-broken.ts";
import { identityNumber } from "./rules/identity-number.ts";
import { indicatorNameMissing } from "./rules/indicator-name-missing.ts";
import { indicatorUnitMissing } from "./rules/indicator-unit-missing.ts";
import { indicatorValueMissing } from "./rules/indicator-value-missing.ts";
import { indicatorsMissing } from "./rules/indicators-missing.ts";
import { level2Misplaced } from "./rules/level2-misplaced.ts";
import { level3Repeated } from "./rules/level3-repeated.ts";
import { level3RepeatedWhenCut } from "./rules/level3-repeated-when-cut.ts";
import { midTermRangeExcludesYear } from "./rules/mid-term-range-excludes-year.ts";
import { mobileNumber } from "./rules/mobile-number.ts";
import { nameDuplicated } from "./rules/name-duplicated.ts";
import { nameUnitDisagree } from "./rules/name-unit-disagree.ts";
import { notApplicableRow } from "./rules/not-applicable-row.ts";
import { notApplicableWithUnit } from "./rules/not-applicable-with-unit.ts";
import { numberWithoutUnit } from "./rules/number-without-unit.ts";
import { outputMissing } from "./rules/output-missing.ts";
import { phoneNumber } from "./rules/phone-number.ts";
import { placeholderLeft } from "./rules/placeholder-left.ts";
import { printedPartsNotSum } from "./rules/printed-parts-not-sum.ts";
import { projectYearMismatch } from "./rules/project-year-mismatch.ts";
import { rateAbove100 } from "./rules/rate-above-100.ts";
import { requiredFieldMissing } from "./rules/required-field-missing.ts";
import { satisfactionApproximate } from "./rules/satisfaction-approximate.ts";
import { satisfactionBelowFloor } from "./rules/satisfaction-below-floor.ts";
import { satisfactionMissing } from "./rules/satisfaction-missing.ts";
import { scheduleBlank } from "./rules/schedule-blank.ts";
import { scheduleDecreasing } from "./rules/schedule-decreasing.ts";
import { scheduleNotAShare } from "./rules/schedule-not-a-share.ts";
import { scheduleNotComplete } from "./rules/schedule-not-complete.ts";
import { sourceBlank } from "./rules/source-blank.ts";
import { titleYearMismatch } from "./rules/title-year-mismatch.ts";
import { totalNotSum } from "./rules/total-not-sum.ts";
import { unitWithoutNumber } from "./rules/unit-without-number.ts";
import { valueNotParsed } from "./rules/value-not-parsed.ts";
import { weightNotANumber } from "./rules/weight-not-a-number.ts";
import { weightOutOfRange } from "./rules/weight-out-of-range.ts";
import { weightTotal } from "./rules/weight-total.ts";
import { wordDoubled } from "./rules/word-doubled.ts";

/** One entry for each code of the catalogue; the compiler asks for the missing one. */
export const rules: { readonly [C in CheckCode]: Rule<C> } = {
  "required-field-missing": requiredFieldMissing,
  "department-fact-missing": departmentFactMissing,
  "code-malformed": codeMalformed,
  "code-mangled": codeMangled,
  "code-duplicated": codeDuplicated,
  "name-duplicated": nameDuplicated,
  "goal-missing": goalMissing,
  "goal-numbering-broken": goalNumberingBroken,
  "schedule-blank": scheduleBlank,
  "schedule-not-a-share": scheduleNotAShare,
  "schedule-decreasing": scheduleDecreasing,
  "schedule-not-complete": scheduleNotComplete,
  "title-year-mismatch": titleYearMismatch,
  "project-year-mismatch": projectYearMismatch,
  "mid-term-range-excludes-year": midTermRangeExcludesYear,
  "total-not-sum": totalNotSum,
  "source-blank": sourceBlank,
  "printed-parts-not-sum": printedPartsNotSum,
  "department-total-mismatch": departmentTotalMismatch,
  "indicators-missing": indicatorsMissing,
  "output-missing": outputMissing,
  "benefit-missing": benefitMissing,
  "satisfaction-missing": satisfactionMissing,
  "cost-missing": costMissing,
  "level2-misplaced": level2Misplaced,
  "indicator-name-missing": indicatorNameMissing,
  "level3-repeated": level3Repeated,
  "level3-repeated-when-cut": level3RepeatedWhenCut,
  "weight-total": weightTotal,
  "weight-not-a-number": weightNotANumber,
  "weight-out-of-range": weightOutOfRange,
  "indicator-value-missing": indicatorValueMissing,
  "indicator-unit-missing": indicatorUnitMissing,
  "number-without-unit": numberWithoutUnit,
  "value-not-parsed": valueNotParsed,
  "unit-without-number": unitWithoutNumber,
  "not-applicable-with-unit": notApplicableWithUnit,
  "not-applicable-row": notApplicableRow,
  "name-unit-disagree": nameUnitDisagree,
  "rate-above-100": rateAbove100,
  "cost-at-least": costAtLeast,
  "satisfaction-approximate": satisfactionApproximate,
  "satisfaction-below-floor": satisfactionBelowFloor,
  "placeholder-left": placeholderLeft,
  "word-doubled": wordDoubled,
  "identity-number": identityNumber,
  "mobile-number": mobileNumber,
  "phone-number": phoneNumber,
};
