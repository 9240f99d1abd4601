/** Findings about what an indicator's value, operator and unit say. */
import { define } from "./define.ts";

export const checkingValues = {
  "indicator-value-missing": define<{ readonly indicator: string }>({
    severity: "error",
    zh: ({ indicator }) => ({
      says: `“${indicator}”的指标值没有填写`,
      todo: "请补填；确实不适用的，请填“不适用”。",
    }),
    en: ({ indicator }) => ({
      says: `The value of “${indicator}” is blank`,
      todo: "Fill it in; write 不适用 if it does not apply.",
    }),
  }),
  "indicator-unit-missing": define<{ readonly value: string }>({
    severity: "error",
    zh: ({ value }) => ({ says: `指标值“${value}”是数字，但计量单位没有填写`, todo: "请补填计量单位。" }),
    en: ({ value }) => ({
      says: `The value “${value}” is a number, but its unit is blank`,
      todo: "Fill in the unit.",
    }),
  }),
  "number-without-unit": define<{ readonly number: string }>({
    severity: "warning",
    zh: ({ number }) => ({
      says: `指标值中的数字 ${number} 没有计量单位`,
      todo: "请写明单位，例如 次、人、%。",
    }),
    en: ({ number }) => ({
      says: `The number ${number} in the value has no unit`,
      todo: "Add one, for example 次, 人 or %.",
    }),
  }),
  "value-not-parsed": define<{ readonly value: string }>({
    severity: "warning",
    zh: ({ value }) => ({
      says: `指标值“${value}”像是数值，但读不出“符号＋数字＋单位”`,
      todo: "请检查是否多写、漏写了符号、数字或单位；有几个数值的，请分成几个指标。",
    }),
    en: ({ value }) => ({
      says: `The value “${value}” looks numeric, but cannot be read as a sign, a number and a unit`,
      todo: "Look for a sign, number or unit too many or too few; split several values into several indicators.",
    }),
  }),
  "value-cut-short": define<{ readonly value: string }>({
    severity: "warning",
    zh: ({ value }) => ({ says: `指标值“${value}”像是没有写完`, todo: "请补全，或删去句末多余的字。" }),
    en: ({ value }) => ({
      says: `The value “${value}” seems to be cut short`,
      todo: "Complete it, or remove what is too much at its end.",
    }),
  }),
  "unit-without-number": define<{ readonly unit: string }>({
    severity: "error",
    zh: ({ unit }) => ({
      says: `只有计量单位“${unit}”，没有指标值`,
      todo: "请补填指标值；确实不适用的，请删去计量单位。",
    }),
    en: ({ unit }) => ({
      says: `There is a unit, “${unit}”, but no value`,
      todo: "Fill in the value; clear the unit if the indicator does not apply.",
    }),
  }),
  "not-applicable-with-unit": define<{ readonly stray: string }>({
    severity: "error",
    zh: ({ stray }) => ({
      says: `指标填了“无”或“不适用”，却又有符号或计量单位“${stray}”`,
      todo: "请删去符号和计量单位，或补填指标值。",
    }),
    en: ({ stray }) => ({
      says: `The indicator is marked 无 or 不适用, yet has a sign or unit, “${stray}”`,
      todo: "Clear the sign and the unit, or fill in the value.",
    }),
  }),
  "not-applicable-row": define<{ readonly count: number }>({
    severity: "info",
    zh: ({ count }) => ({ says: `有 ${count} 个指标填了“无”或“不适用”`, todo: "如有适用的指标，请补充。" }),
    en: ({ count }) => ({
      says: `${count} indicators are marked 无 or 不适用`,
      todo: "Add an indicator where one applies.",
    }),
  }),
  "name-unit-disagree": define<{
    readonly name: string;
    readonly unit: string;
    readonly means: "count" | "rate";
  }>({
    severity: "warning",
    zh: ({ name, unit, means }) => ({
      says: `“${name}”是${means === "rate" ? "比率" : "数量或金额"}，计量单位却是“${unit}”`,
      todo: "请更正计量单位，或改正指标名称。",
    }),
    en: ({ name, unit, means }) => ({
      says: `“${name}” is a ${means === "rate" ? "rate" : "number or an amount"}, but its unit is “${unit}”`,
      todo: "Correct the unit or the name.",
    }),
  }),
  "cost-in-percent": define<{ readonly name: string; readonly unit: string }>({
    severity: "warning",
    zh: ({ name, unit }) => ({
      says: `“${name}”是成本，计量单位却是“${unit}”`,
      todo: "请更正计量单位，或把名称写成节约率、控制率。",
    }),
    en: ({ name, unit }) => ({
      says: `“${name}” is a cost, but its unit is “${unit}”`,
      todo: "Correct the unit, or name it a share that is saved or kept.",
    }),
  }),
  "rate-above-100": define<{ readonly name: string; readonly value: string }>({
    severity: "warning",
    zh: ({ name, value }) => ({ says: `比率“${name}”的指标值 ${value} 超过 100%`, todo: "请核对指标值。" }),
    en: ({ name, value }) => ({
      says: `The rate “${name}” of ${value} is above 100%`,
      todo: "Check the value.",
    }),
  }),
  "cost-at-least": define<{ readonly value: string }>({
    severity: "warning",
    zh: ({ value }) => ({
      says: `成本指标的金额“${value}”意思是花得越多越好`,
      todo: "成本一般用“≤”，请核对符号。",
    }),
    en: ({ value }) => ({
      says: `A cost is given as ${value}: the more is spent, the better`,
      todo: "Costs usually take ≤: check the sign.",
    }),
  }),
  "satisfaction-approximate": define<{ readonly value: string }>({
    severity: "warning",
    zh: ({ value }) => ({ says: `满意度“${value}”用了“≈”`, todo: "满意度请用“≥”给出下限。" }),
    en: ({ value }) => ({
      says: `A satisfaction, “${value}”, is given with ≈`,
      todo: "Give a floor with ≥.",
    }),
  }),
  "satisfaction-below-floor": define<{ readonly floor: string; readonly value: string }>({
    severity: "warning",
    zh: ({ floor, value }) => ({ says: `满意度 ${value} 低于 ${floor}%`, todo: "请核对满意度目标。" }),
    en: ({ floor, value }) => ({
      says: `The satisfaction of ${value} is below ${floor}%`,
      todo: "Check the target.",
    }),
  }),
  "satisfaction-not-quantified": define<{ readonly count: number; readonly value: string }>({
    severity: "info",
    zh: ({ count, value }) => ({
      says: `有 ${count} 个满意度指标没有量化，例如“${value}”`,
      todo: "如能量化，请写成百分比，例如 ≥90%。",
    }),
    en: ({ count, value }) => ({
      says: `${count} satisfaction indicator(s) are only put in words, such as “${value}”`,
      todo: "Give a share where one can be given, for example ≥90%.",
    }),
  }),
  "value-vague": define<{ readonly value: string }>({
    severity: "warning",
    zh: ({ value }) => ({
      says: `产出或成本指标的值“${value}”无法衡量`,
      todo: "请写成可以核对的数量、比率或时间。",
    }),
    en: ({ value }) => ({
      says: `The value of an output or cost, “${value}”, cannot be measured`,
      todo: "Give a number, a share or a date that can be checked.",
    }),
  }),
  "benefit-vague": define<{ readonly count: number }>({
    severity: "info",
    zh: ({ count }) => ({ says: `有 ${count} 个效益指标的值只是定性描述`, todo: "如能量化，请写出数值。" }),
    en: ({ count }) => ({
      says: `${count} benefit(s) are only described`,
      todo: "Give a number where one can be given.",
    }),
  }),
} as const;
