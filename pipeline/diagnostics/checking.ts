/** What the checker can find in records that were read well: every rule's severity and sentences, by its code. */
import { defineRows } from "./row.ts";

type Blank = { readonly valueToo: boolean };
type Weighed = { readonly weight: string; readonly total: string; readonly tooSmall: boolean };
type Kind = { readonly kind: "rate" | "payment" };
type Missing = { readonly name: string; readonly missingIn: "one" | "two" };
type Lacking = { readonly label: string; readonly everywhere: boolean };
type TooLong = { readonly what: "name" | "goal" | "value"; readonly length: number; readonly most: number };
type Disagreeing = { readonly name: string; readonly unit: string; readonly means: "count" | "rate" };

export const checking = defineRows({
  "required-field-missing": {
    severity: "error",
    says: {
      zh: ({ label, everywhere }: Lacking) =>
        everywhere ? `所有项目都没有填写“${label}”` : `“${label}”没有填写`,
      en: ({ label, everywhere }: Lacking) =>
        everywhere ? `No project has “${label}”` : `“${label}” is blank`,
    },
    todo: {
      zh: ({ label, everywhere }: Lacking) =>
        everywhere ? `本表式要求填写“${label}”，请在导出数据中补上这一列。` : "请补填。",
      en: ({ everywhere }: Lacking) =>
        everywhere ? "The form requires it: add the column to the export." : "Fill it in.",
    },
  },
  "department-fact-missing": {
    severity: "error",
    says: { zh: "部门没有给出“{label}”", en: "Missing department information: “{label}”" },
    todo: { zh: "请在 department.json 中补上“{label}”。", en: "Add “{label}” to department.json." },
  },
  "code-malformed": {
    severity: "warning",
    says: {
      zh: "项目编码不是规定的 21 位格式（现为 {length:number} 位）",
      en: "The project code does not have the prescribed 21 characters (it has {length:number})",
    },
    todo: {
      zh: "应为 8 位数字加 13 位数字或大写字母；请与预算系统核对，留意是否丢了开头的 0。",
      en: "It should be 8 digits followed by 13 digits or capital letters; compare it with the budget system, and check for lost leading zeros.",
    },
  },
  "code-mangled": {
    severity: "warning",
    says: {
      zh: "项目编码被 Excel 变成了科学计数法，原编码已经丢失",
      en: "Excel has converted the project code to scientific notation; the original code is lost",
    },
    todo: {
      zh: "请从预算系统重新导出，并在 Excel 中把该列设为“文本”后再保存。",
      en: "Export it again, and set the column to Text in Excel before saving.",
    },
  },
  "code-duplicated": {
    severity: "error",
    says: { zh: "{count:number} 个项目用了同一个项目编码", en: "{count:number} projects have the same code" },
    todo: {
      zh: "请与预算系统核对，改正编码或删去重复的项目。",
      en: "Check against the budget system: correct the code, or remove the duplicate.",
    },
  },
  "name-duplicated": {
    severity: "warning",
    says: {
      zh: "同一单位有 {count:number} 个项目名称相同",
      en: "{count:number} projects of one unit have the same name",
    },
    todo: {
      zh: "请核对是否重复申报；确为不同项目的，请在名称中加以区分。",
      en: "Check whether one was submitted twice; if not, give them different names.",
    },
  },
  "goal-missing": {
    severity: "error",
    says: { zh: "{horizon:horizon}绩效目标没有填写", en: "The {horizon:horizon} goal is blank" },
    todo: { zh: "请补填绩效目标。", en: "Write the goal." },
  },
  "goal-numbering-broken": {
    severity: "warning",
    says: {
      zh: "绩效目标的序号不连续：{numbers}",
      en: "The goal's numbering has a gap or a repetition: {numbers}",
    },
    todo: {
      zh: "请更正序号，并核对是否漏写了一条。",
      en: "Correct the numbers, and check whether an item is missing.",
    },
  },
  "schedule-blank": {
    severity: "warning",
    says: { zh: "资金支出计划全部空白", en: "The spending schedule is blank" },
    todo: {
      zh: "请填写 3 月底、6 月底、10 月底、12 月底的累计支出比例。",
      en: "Fill in the cumulative shares for the ends of March, June, October and December.",
    },
  },
  "schedule-not-a-share": {
    severity: "error",
    says: {
      zh: "资金支出计划“{label}”不是 0 到 100% 之间的比例",
      en: "“{label}” in the spending schedule is not a share between 0 and 100%",
    },
    todo: { zh: "请填写累计支出比例，例如 25%。", en: "Write the cumulative share, for example 25%." },
  },
  "schedule-decreasing": {
    severity: "error",
    says: {
      zh: "资金支出计划“{label}”小于前一时点的 {before}",
      en: "“{label}” in the spending schedule is below the preceding {before}",
    },
    todo: {
      zh: "支出计划是累计比例，不应减少，请核对。",
      en: "Shares are cumulative and cannot decrease: check them.",
    },
  },
  "schedule-not-complete": {
    severity: "error",
    says: {
      zh: "资金支出计划到 12 月底没有达到 100%",
      en: "The spending schedule does not reach 100% at the end of December",
    },
    todo: {
      zh: "请把 12 月底的累计比例改为 100%，或核对计划。",
      en: "Set the share at the end of December to 100%, or check the schedule.",
    },
  },
  "title-year-mismatch": {
    severity: "error",
    says: {
      zh: "标题写的是 {inTitle} 年，而年度是 {year}",
      en: "The title says {inTitle}, but the year is {year}",
    },
    todo: { zh: "请更正标题或年度。", en: "Correct the title or the year." },
  },
  "year-not-a-year": {
    severity: "warning",
    says: {
      zh: "“年度”不是四位数字的年份，年份无法核对",
      en: "Not a four-digit year, so years cannot be compared",
    },
    todo: { zh: "请写成四位数字，例如 2026。", en: "Write four digits, for example 2026." },
  },
  "project-year-mismatch": {
    severity: "error",
    says: {
      zh: "项目的年度与部门的年度 {year} 不一致",
      en: "The project's year differs from the department's, {year}",
    },
    todo: {
      zh: "请核对是否混入了其他年度的项目。",
      en: "Check whether a project of another year was included by mistake.",
    },
  },
  "mid-term-range-excludes-year": {
    severity: "warning",
    says: {
      zh: "中期目标起止不包含预算年度 {year}",
      en: "The mid-term range does not contain the budget year {year}",
    },
    todo: { zh: "请核对起止年份。", en: "Check the years." },
  },
  "period-reversed": {
    severity: "error",
    says: { zh: "结束时间早于开始时间", en: "The period ends before it begins" },
    todo: { zh: "请更正起止时间。", en: "Correct the dates." },
  },
  "date-after-period": {
    severity: "warning",
    says: {
      zh: "指标的时间晚于项目期“{period}”的结束",
      en: "The indicator's date is after the end of the project period “{period}”",
    },
    todo: { zh: "请核对时间。", en: "Check the date." },
  },
  "unit-name-differs": {
    severity: "warning",
    says: {
      zh: "同一单位的名称写法不一致：“{name}”与“{usual}”",
      en: "One unit is spelt differently: “{name}” and “{usual}”",
    },
    todo: { zh: "请统一单位名称（留意括号和空格）。", en: "Use one spelling (check brackets and spaces)." },
  },
  "part-one-projects-differ": {
    severity: "warning",
    says: {
      zh: ({ name, missingIn }: Missing) =>
        missingIn === "one"
          ? `项目“${name}”不在第一部分的分项绩效目标中`
          : `第一部分的“${name}”在第二部分没有对应的项目`,
      en: ({ name, missingIn }: Missing) =>
        missingIn === "one"
          ? `The project “${name}” is not among the goals of Part 1`
          : `“${name}” in Part 1 matches no project in Part 2`,
    },
    todo: {
      zh: "请核对是漏列、多列，还是名称写法不同。",
      en: "Check whether one is missing or extra, or the names are spelt differently.",
    },
  },
  "part-one-order-differs": {
    severity: "info",
    says: {
      zh: "第一部分与第二部分的项目顺序不同：第 {ordinal:number} 项分别是“{partOne}”和“{partTwo}”",
      en: "Parts 1 and 2 list the projects in different orders: item {ordinal:number} is “{partOne}” in Part 1 and “{partTwo}” in Part 2",
    },
    todo: {
      zh: "请把两部分的顺序改成一致；若本来就要分开排列，可不理会。",
      en: "Use the same order in both, unless the difference is intended.",
    },
  },
  "part-one-goals-differ": {
    severity: "warning",
    says: {
      zh: "第一部分有 {count:number} 个项目的绩效目标与第二部分该项目的目标不同，先见于“{project}”",
      en: "In Part 1, {count:number} project(s) have goals that differ from those in Part 2; the first is “{project}”",
    },
    todo: {
      zh: "请核对两处的目标，以报预算的为准改成一致。",
      en: "Compare both and make them agree with the budget submission.",
    },
  },
  "prose-project-count-differs": {
    severity: "warning",
    says: {
      zh: "文字说有 {stated:number} 个项目，实际有 {actual:number} 个",
      en: "The text says {stated:number} projects; there are {actual:number}",
    },
    todo: { zh: "请更正文字，或核对是否漏报项目。", en: "Correct the text, or check for a missing project." },
  },
  "prose-year-mismatch": {
    severity: "warning",
    says: {
      zh: "文字说的是 {inText} 年部门预算，部门所填年度是 {year}",
      en: "The text is about the budget of {inText}, but the department's year is {year}",
    },
    todo: {
      zh: "请更正文字中的年度，并核对整段是否沿用了往年的文字。",
      en: "Correct the year, and check whether the passage was copied from another year.",
    },
  },
  "prose-money-differs": {
    severity: "warning",
    says: {
      zh: "文字说项目预算为 {stated}{unit}，各项目合计为 {actual}{unit}",
      en: "The text says {stated} {unit} for the projects; they add up to {actual} {unit}",
    },
    todo: { zh: "请更正文字，或核对项目金额。", en: "Correct the text, or check the amounts." },
  },
  "indicators-copied": {
    severity: "warning",
    says: {
      zh: "{count:number} 个项目的{horizon:horizon}绩效指标完全相同：{projects}",
      en: "{count:number} projects have identical {horizon:horizon} indicators: {projects}",
    },
    todo: { zh: "请按各项目的实际内容分别填写指标。", en: "Give each project its own indicators." },
  },
  "goal-copied": {
    severity: "warning",
    says: {
      zh: "{count:number} 个项目的{horizon:horizon}绩效目标完全相同：{projects}",
      en: "{count:number} projects have identical {horizon:horizon} goals: {projects}",
    },
    todo: { zh: "请按各项目的实际内容分别填写目标。", en: "Give each project its own goal." },
  },
  "goal-same-for-both-horizons": {
    severity: "warning",
    says: { zh: "年度目标与中期目标一字不差", en: "The annual goal is identical to the mid-term goal" },
    todo: { zh: "请写明当年要完成的部分。", en: "Describe what is to be done this year." },
  },
  "project-name-as-indicator": {
    severity: "warning",
    says: {
      zh: "有 {count:number} 个三级指标照抄了项目名称",
      en: "{count:number} level-3 indicator(s) only repeat the project's name",
    },
    todo: {
      zh: "请写出具体的指标名称，例如 人数、合格率、完成时间。",
      en: "Name what is measured, for example a number, a rate or a date.",
    },
  },
  "purpose-repeats-name": {
    severity: "warning",
    says: {
      zh: "有 {count:number} 个项目的资金用途照抄了项目名称",
      en: "{count:number} projects state only their name as purpose",
    },
    todo: { zh: "请写明资金具体用在哪里。", en: "Describe what the money is spent on." },
  },
  "schedule-identical": {
    severity: "info",
    says: {
      zh: "{count:number} 个项目的资金支出计划完全相同：{shares}",
      en: "{count:number} projects have identical spending schedules: {shares}",
    },
    todo: {
      zh: "请按各项目的实际进度填写；确实相同的，可不理会。",
      en: "Plan each project's spending by its own progress; ignore this if they really are the same.",
    },
  },
  "total-not-sum": {
    severity: "error",
    says: {
      zh: "{horizon:horizon}资金总额为 {total}{unit}，不等于各项来源之和 {sum}{unit}",
      en: "The {horizon:horizon} total of {total} {unit} is not the sum of its sources, {sum} {unit}",
    },
    todo: { zh: "请核对总额与各项来源。", en: "Check the total and the sources." },
  },
  "source-blank": {
    severity: "info",
    says: { zh: "“{label}”空白，核对合计时按 0 计", en: "“{label}” is blank and counted as 0 in sums" },
    todo: { zh: "没有这项资金的，可填 0。", en: "Write 0 if there is none." },
  },
  "printed-parts-not-sum": {
    severity: "warning",
    says: {
      zh: "{horizon:horizon}资金四舍五入后，打印的 {parts} 与打印的合计 {total} 不相等（原数相等）",
      en: "After rounding, the {horizon:horizon} amounts print as {parts} against a total of {total} (the exact amounts agree)",
    },
    todo: {
      zh: "无需更改原数；如需打印数相等，请由财务人员决定如何取整。",
      en: "The data are right; decide how to round if the printed amounts must agree.",
    },
  },
  "department-total-mismatch": {
    severity: "error",
    says: {
      zh: "部门预算合计为 {total}{unit}，不等于 {projects:number} 个项目之和 {sum}{unit}",
      en: "The department's total of {total} {unit} is not the sum of its {projects:number} projects, {sum} {unit}",
    },
    todo: {
      zh: "请核对是否漏报、多报了项目，或金额有误。",
      en: "Check for a missing or extra project, or a wrong amount.",
    },
  },
  "money-units-mixed": {
    severity: "error",
    says: {
      zh: "同一项目的金额单位不一致：这里是{unit}，别处是{first}",
      en: "The amounts of one project have different units: {unit} here, {first} elsewhere",
    },
    todo: { zh: "请统一用元或万元。", en: "Use 元 or 万元 throughout." },
  },
  "money-unit-differs": {
    severity: "info",
    says: {
      zh: "导出数据的金额单位是{unit}，本表式是{printed}：这一列的 {count:number} 个金额按原数印出，并加印“{unit}”",
      en: "The export is in {unit}, the form in {printed}; the {count:number} amount(s) of this column are printed as given, followed by {unit}",
    },
    todo: {
      zh: "不需要处理；如要按表式的单位印出，请在源系统里按该单位导出。",
      en: "Nothing to do; to print the form's unit, export in that unit.",
    },
  },
  "cost-above-budget": {
    severity: "error",
    says: {
      zh: "成本指标合计 {sum}{unit}，超过年度资金总额 {budget}{unit}",
      en: "The costs add up to {sum} {unit}, more than the year's budget of {budget} {unit}",
    },
    todo: { zh: "请核对成本指标与预算金额。", en: "Check the costs and the budget." },
  },
  "cost-below-budget": {
    severity: "warning",
    says: {
      zh: "成本指标合计 {sum}{unit}，少于年度资金总额 {budget}{unit}",
      en: "The costs add up to {sum} {unit}, less than the year's budget of {budget} {unit}",
    },
    todo: { zh: "请核对是否漏列了成本指标。", en: "Check whether a cost indicator is missing." },
  },
  "indicators-missing": {
    severity: "error",
    says: { zh: "项目没有{horizon:horizon}绩效指标", en: "The project has no {horizon:horizon} indicators" },
    todo: {
      zh: "请补报绩效指标，或核对指标表中的项目编码、名称是否与项目表一致。",
      en: "Add them, or check whether the indicator table has the project under the same code or name.",
    },
  },
  "output-missing": {
    severity: "error",
    says: {
      zh: "{horizon:horizon}指标中没有产出指标",
      en: "The {horizon:horizon} indicators have no output (产出) indicator",
    },
    todo: { zh: "请补充产出指标。", en: "Add one." },
  },
  "benefit-missing": {
    severity: "error",
    says: {
      zh: "{horizon:horizon}指标中没有效益指标",
      en: "The {horizon:horizon} indicators have no benefit (效益) indicator",
    },
    todo: { zh: "请补充效益指标。", en: "Add one." },
  },
  "satisfaction-missing": {
    severity: "warning",
    says: {
      zh: "{horizon:horizon}指标中没有满意度指标",
      en: "The {horizon:horizon} indicators have no satisfaction (满意度) indicator",
    },
    todo: { zh: "有服务对象的项目请补充满意度指标。", en: "Add one if the project serves people." },
  },
  "cost-missing": {
    severity: "info",
    says: {
      zh: "{horizon:horizon}指标中没有成本指标",
      en: "The {horizon:horizon} indicators have no cost (成本) indicator",
    },
    todo: { zh: "请考虑是否需要成本指标。", en: "Consider whether one is needed." },
  },
  "level2-misplaced": {
    severity: "warning",
    says: {
      zh: "二级指标放在“{level1}”之下，按通行分类应在“{belongs}”之下",
      en: "The level-2 indicator is under “{level1}”, but belongs under “{belongs}”",
    },
    todo: { zh: "请核对一级、二级指标。", en: "Check levels 1 and 2." },
  },
  "indicator-name-missing": {
    severity: "error",
    says: {
      zh: ({ valueToo }: Blank) => (valueToo ? "三级指标和指标值都没有填写" : "三级指标没有填写"),
      en: ({ valueToo }: Blank) =>
        valueToo ? "The level-3 indicator and its value are blank" : "The level-3 indicator is blank",
    },
    todo: {
      zh: "请补填；没有此项指标的，请删去这一行。",
      en: "Fill it in, or remove the row if there is no such indicator.",
    },
  },
  "level3-repeated": {
    severity: "error",
    says: {
      zh: "“{level2}”之下三级指标“{name}”重复",
      en: "Duplicate level-3 indicator “{name}” under “{level2}”",
    },
    todo: { zh: "请删去重复的指标，或改正名称。", en: "Remove the duplicate, or correct its name." },
  },
  "level3-repeated-when-cut": {
    severity: "warning",
    says: {
      zh: "“{level2}”之下有同名的三级指标“{name}”，看来是名称在导出时被截断所致",
      en: "Several level-3 indicators under “{level2}” are named “{name}”; the export seems to have truncated their names",
    },
    todo: { zh: "请从系统核对完整的指标名称。", en: "Look up the full names in the system." },
  },
  "weight-total": {
    severity: "error",
    says: {
      zh: "{horizon:horizon}指标权重合计为 {sum}，应为 {expected}",
      en: "The weights of the {horizon:horizon} indicators add up to {sum}; expected {expected}",
    },
    todo: { zh: "请调整各指标的权重。", en: "Adjust the weights." },
  },
  "weight-not-a-number": {
    severity: "error",
    says: { zh: "权重不是数字", en: "The weight is not a number" },
    todo: { zh: "请填写数字，例如 10。", en: "Write a number, for example 10." },
  },
  "weight-out-of-range": {
    severity: "warning",
    says: {
      zh: ({ weight, total, tooSmall }: Weighed) =>
        tooSmall ? `权重 ${weight} 不大于 0` : `权重 ${weight} 超过合计 ${total} 的一半`,
      en: ({ weight, total, tooSmall }: Weighed) =>
        tooSmall
          ? `The weight ${weight} is not above 0`
          : `The weight ${weight} is more than half of the total ${total}`,
    },
    todo: { zh: "请核对权重。", en: "Check the weight." },
  },
  "level3-too-long": {
    severity: "warning",
    says: {
      zh: "三级指标名称有 {length:number} 个字，系统最多 {most:number} 个字",
      en: "The level-3 name has {length:number} characters; the system allows {most:number}",
    },
    todo: { zh: "请精简名称。", en: "Shorten it." },
  },
  "weight-split": {
    severity: "warning",
    says: {
      zh: "“{level1}”的权重合计为 {sum}，按表式应为 {expected}",
      en: "The weights of “{level1}” add up to {sum}; the form gives it {expected}",
    },
    todo: { zh: "请调整权重。", en: "Adjust the weights." },
  },
  "scoring-rule-unsuited": {
    severity: "warning",
    says: {
      zh: "赋分规则与指标不符，宜用“{suits}”",
      en: "The scoring rule does not fit the indicator; use “{suits}”",
    },
    todo: { zh: "请更正赋分规则。", en: "Correct the scoring rule." },
  },
  "quantity-not-a-count": {
    severity: "warning",
    says: {
      zh: ({ kind }: Kind) => `数量指标填的是${kind === "rate" ? "比率" : "金额"}`,
      en: ({ kind }: Kind) =>
        `The quantity indicator is ${kind === "rate" ? "a rate" : "an amount of money"}`,
    },
    todo: {
      zh: ({ kind }: Kind) =>
        kind === "rate" ? "比率一般列入质量指标，请核对。" : "金额一般列入成本指标，请核对。",
      en: ({ kind }: Kind) =>
        kind === "rate" ? "Rates usually belong under 质量指标." : "Amounts usually belong under 成本指标.",
    },
  },
  "indicator-value-missing": {
    severity: "error",
    says: { zh: "“{indicator}”的指标值没有填写", en: "The value of “{indicator}” is blank" },
    todo: {
      zh: "请补填；确实不适用的，请填“不适用”。",
      en: "Fill it in; if the indicator does not apply, write 不适用.",
    },
  },
  "indicator-unit-missing": {
    severity: "error",
    says: {
      zh: "指标值“{value}”是数字，但计量单位没有填写",
      en: "The value “{value}” is a number, but its unit is blank",
    },
    todo: { zh: "请补填计量单位。", en: "Fill in the unit." },
  },
  "number-without-unit": {
    severity: "warning",
    says: { zh: "指标值中的数字 {number} 没有计量单位", en: "The number {number} in the value has no unit" },
    todo: { zh: "请写明单位，例如 次、人、%。", en: "Add one, for example 次, 人 or %." },
  },
  "value-not-parsed": {
    severity: "warning",
    says: {
      zh: "指标值“{value}”像是数值，但读不出“符号＋数字＋单位”",
      en: "The value “{value}” looks numeric, but cannot be read as sign, number and unit",
    },
    todo: {
      zh: "请检查是否多写、漏写了符号、数字或单位；有几个数值的，请分成几个指标。",
      en: "Check for an extra or missing sign, number or unit; split several values into several indicators.",
    },
  },
  "value-cut-short": {
    severity: "warning",
    says: { zh: "指标值“{value}”像是没有写完", en: "The value “{value}” seems to be truncated" },
    todo: {
      zh: "请补全，或删去句末多余的字。",
      en: "Complete it, or remove the extra characters at its end.",
    },
  },
  "unit-without-number": {
    severity: "error",
    says: { zh: "只有计量单位“{unit}”，没有指标值", en: "Unit “{unit}” without a value" },
    todo: {
      zh: "请补填指标值；确实不适用的，请删去计量单位。",
      en: "Fill in the value; if the indicator does not apply, clear the unit.",
    },
  },
  "not-applicable-with-unit": {
    severity: "error",
    says: {
      zh: "指标填了“无”或“不适用”，却又有符号或计量单位“{stray}”",
      en: "The indicator is marked 无 or 不适用, but has a sign or unit: “{stray}”",
    },
    todo: {
      zh: "请删去符号和计量单位，或补填指标值。",
      en: "Clear the sign and the unit, or fill in the value.",
    },
  },
  "not-applicable-row": {
    severity: "info",
    says: {
      zh: "有 {count:number} 个指标填了“无”或“不适用”",
      en: "{count:number} indicators are marked 无 or 不适用",
    },
    todo: { zh: "如有适用的指标，请补充。", en: "Add an indicator if one applies." },
  },
  "name-unit-disagree": {
    severity: "warning",
    says: {
      zh: ({ name, unit, means }: Disagreeing) =>
        `“${name}”是${means === "rate" ? "比率" : "数量或金额"}，计量单位却是“${unit}”`,
      en: ({ name, unit, means }: Disagreeing) =>
        `“${name}” is ${means === "rate" ? "a rate" : "a number or an amount"}, but its unit is “${unit}”`,
    },
    todo: { zh: "请更正计量单位，或改正指标名称。", en: "Correct the unit or the name." },
  },
  "cost-in-percent": {
    severity: "warning",
    says: { zh: "“{name}”是成本，计量单位却是“{unit}”", en: "“{name}” is a cost, but its unit is “{unit}”" },
    todo: {
      zh: "请更正计量单位，或把名称写成节约率、控制率。",
      en: "Correct the unit, or name it a saving rate or a control rate.",
    },
  },
  "rate-above-100": {
    severity: "warning",
    says: { zh: "比率“{name}”的指标值 {value} 超过 100%", en: "The rate “{name}” is {value}, above 100%" },
    todo: { zh: "请核对指标值。", en: "Check the value." },
  },
  "cost-at-least": {
    severity: "warning",
    says: {
      zh: "成本指标的金额“{value}”意思是花得越多越好",
      en: "The cost “{value}” means: the more is spent, the better",
    },
    todo: { zh: "成本一般用“≤”，请核对符号。", en: "Costs usually take ≤: check the sign." },
  },
  "satisfaction-approximate": {
    severity: "warning",
    says: { zh: "满意度“{value}”用了“≈”", en: "The satisfaction “{value}” uses ≈" },
    todo: { zh: "满意度请用“≥”给出下限。", en: "Give a lower limit with ≥." },
  },
  "satisfaction-below-floor": {
    severity: "warning",
    says: { zh: "满意度 {value} 低于 {floor}%", en: "The satisfaction of {value} is below {floor}%" },
    todo: { zh: "请核对满意度目标。", en: "Check the target." },
  },
  "satisfaction-not-quantified": {
    severity: "info",
    says: {
      zh: "有 {count:number} 个满意度指标没有量化，例如“{value}”",
      en: "{count:number} satisfaction indicator(s) are not quantified, for example “{value}”",
    },
    todo: {
      zh: "如能量化，请写成百分比，例如 ≥90%。",
      en: "If possible, give a percentage, for example ≥90%.",
    },
  },
  "value-vague": {
    severity: "warning",
    says: {
      zh: "产出或成本指标的值“{value}”无法衡量",
      en: "The output or cost value “{value}” cannot be measured",
    },
    todo: {
      zh: "请写成可以核对的数量、比率或时间。",
      en: "Give a number, a share or a date that can be checked.",
    },
  },
  "benefit-vague": {
    severity: "info",
    says: {
      zh: "有 {count:number} 个效益指标的值只是定性描述",
      en: "{count:number} benefit indicator(s) are only described in words",
    },
    todo: { zh: "如能量化，请写出数值。", en: "If possible, give a number." },
  },
  "placeholder-left": {
    severity: "warning",
    says: { zh: "留有模板的占位文字“{placeholder}”", en: "Template placeholder left in: “{placeholder}”" },
    todo: { zh: "请填写实际内容。", en: "Fill in the actual content." },
  },
  "word-doubled": {
    severity: "warning",
    says: { zh: "文字重复：“{doubled}”", en: "Repeated words: “{doubled}”" },
    todo: { zh: "请删去多余的字。", en: "Remove the repeated characters." },
  },
  "identity-number": {
    severity: "error",
    says: { zh: "文字中有身份证号码 {masked}", en: "Contains an identity card number: {masked}" },
    todo: { zh: "个人信息不得公开，请删去。", en: "Personal data must not be published: remove it." },
  },
  "mobile-number": {
    severity: "error",
    says: { zh: "文字中有手机号码 {masked}", en: "Contains a mobile number: {masked}" },
    todo: { zh: "个人信息不得公开，请删去。", en: "Personal data must not be published: remove it." },
  },
  "phone-number": {
    severity: "warning",
    says: { zh: "文字中有电话号码", en: "Contains a telephone number" },
    todo: { zh: "请确认是否可以公开。", en: "Make sure that it may be published." },
  },
  "text-too-long": {
    severity: "warning",
    says: {
      zh: ({ what, length, most }: TooLong) =>
        `${{ name: "项目名称", goal: "绩效目标", value: "指标值" }[what]}有 ${length} 个字，系统一般最多 ${most} 个字`,
      en: "The {what} has {length:number} characters; systems usually allow {most:number}",
    },
    todo: { zh: "请精简文字。", en: "Shorten it." },
  },
  "halfwidth-punctuation": {
    severity: "info",
    says: {
      zh: "有 {count:number} 处文字用了半角标点“{mark}”",
      en: "{count:number} text(s) contain half-width punctuation such as “{mark}”",
    },
    todo: {
      zh: "中文宜用全角标点；系统导出所致的可不理会。",
      en: "Chinese takes full-width punctuation; ignore this if the system's export writes it so.",
    },
  },
  "document-number-brackets": {
    severity: "warning",
    says: {
      zh: "文号的年份应当用六角括号：{right}",
      en: "The year of a document number must be in 〔〕: {right}",
    },
    todo: { zh: "请改用〔〕。", en: "Use 〔〕." },
  },
  "fullwidth-comma-in-number": {
    severity: "warning",
    says: { zh: "数字中用了中文逗号", en: "Full-width comma inside a number" },
    todo: { zh: "请改用半角逗号，或去掉逗号。", en: "Use a half-width comma, or none." },
  },
  "brackets-unmatched": {
    severity: "warning",
    says: { zh: "“{mark}”没有配对的另一半", en: "Unmatched “{mark}”" },
    todo: {
      zh: "请补上，或核对文字是否被截断。",
      en: "Add the other half, or check whether the text was truncated.",
    },
  },
  "punctuation-repeated": {
    severity: "warning",
    says: { zh: "标点重复：“{marks}”", en: "Repeated punctuation: “{marks}”" },
    todo: {
      zh: "请删去多余的标点，并核对是否漏了文字。",
      en: "Remove the extra mark, and check whether words are missing.",
    },
  },
  "personal-name": {
    severity: "warning",
    says: { zh: "文字中有个人姓名 {masked}", en: "Contains a person's name: {masked}" },
    todo: {
      zh: "请确认是否可以公开，不需要的请删去。",
      en: "Make sure that it may be published, or remove it.",
    },
  },
  "classified-marking": {
    severity: "error",
    says: { zh: "文字中有密级或内部标记“{marking}”", en: "Contains a security marking: “{marking}”" },
    todo: {
      zh: "涉密和内部内容不得公开，请核对。",
      en: "Classified and internal content must not be published: check it.",
    },
  },
  "marked-not-public": {
    severity: "warning",
    says: { zh: "这一项标明不公开", en: "Marked as not for publication" },
    todo: { zh: "请确认它不进入公开的文本。", en: "Make sure that it is left out of the published text." },
  },
});
