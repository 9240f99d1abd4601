/** Level-2 and level-3 names that are not what their place asks for. */
import { bareLevel, groupBy, type Indicator, level1For, type Text } from "../../records/index.ts";
import type { PrintedIndicator } from "../indicator-blocks.ts";
import { bareName, nameNumber } from "../indicator-name.ts";
import { isNotApplicable } from "../not-applicable.ts";
import { rule } from "../rule.ts";

/** One note for each name: provinces have names of their own. */
export const level2Unknown = rule("level2-unknown", {
  number: 8,
  severity: "info",
  about: { zh: "通行分类里没有的二级指标", en: "a level 2 that the usual classification does not have" },
  says: {
    zh: "“{name}”不在通行的二级指标之列，共 {count:number} 处",
    en: "“{name}” is not one of the usual level-2 names ({count:number} row(s))",
  },
  todo: {
    zh: "请核对写法；本地规定如此的，可不理会。",
    en: "Check the spelling; ignore this if your province has it.",
  },
  *department({ blocks }) {
    const labels = new Set(
      blocks.flatMap(({ indicators }) => indicators.flatMap(({ level2 }) => level2 ?? [])),
    );
    const unknown = [...labels].filter(({ text }) => !isKnown(bareLevel(text)));
    for (const [first, ...also] of groupBy(unknown, ({ text }) => bareLevel(text)).values()) {
      if (first !== undefined) yield { at: first, also, args: { name: first.text, count: also.length + 1 } };
    }
  },
});

/** A known name that one label alone spells otherwise: 质量标准 among 质量指标. */
export const level2Misspelt = rule("level2-misspelt", {
  number: 8,
  severity: "warning",
  gathered: "over the department",
  about: {
    zh: "二级指标的名称像是通行名称之误（质量标准、时效指数）",
    en: "a level 2 that seems to be a usual one misspelt (质量标准 for 质量指标)",
  },
  says: {
    zh: "二级指标“{name}”像是“{usual}”之误，其他 {count:number} 处都是后者",
    en: "The level 2 “{name}” seems to be a slip for “{usual}”, as {count:number} others have it",
  },
  todo: { zh: "请核对二级指标的名称。", en: "Check the name of level 2." },
  *department({ blocks }) {
    const rows = blocks.flatMap(({ project, indicators }) =>
      indicators.flatMap(({ level2 }) => (level2 ? [{ project, level2, bare: bareLevel(level2.text) }] : [])),
    );
    const groups = groupBy(rows, ({ bare }) => bare);
    for (const [name, [first, ...more]] of groups) {
      if (first === undefined || isKnown(name)) continue;
      const [usual] = [...groups].filter(([other]) => isKnown(other) && isNearly(name, other));
      const count = usual?.[1].length ?? 0;
      const model = usual?.[1][0]?.level2.text;
      if (model === undefined || count < (more.length + 1) * 4) continue;
      yield {
        at: first.level2,
        also: more.map(({ level2 }) => level2),
        project: first.project,
        touches: [...new Set([first, ...more].map(({ project }) => project))],
        // How many others are right is none of it.
        shared: { what: JSON.stringify([name, usual?.[0]]) },
        args: { name: first.level2.text, usual: model, count },
      };
    }
  },
});

/** The names of level 2 that may be one of these misspelt. */
export function nearlyOf(kinds: readonly string[], indicators: readonly Indicator[]): readonly Text[] {
  return indicators.flatMap(({ level2 }) => {
    const name = bareLevel(level2?.text ?? "");
    return level2 && !isKnown(name) && kinds.some((kind) => isNearly(name, bareLevel(kind))) ? level2 : [];
  });
}

/** It begins with the usual name and has another word for 指标, or one other character. */
function isNearly(name: string, usual: string): boolean {
  if (name.startsWith(usual) && name.length - usual.length === 2) return true;
  if (name.length !== usual.length || name.length < 4) return false;
  return [...name].filter((character, index) => character !== usual[index]).length === 1;
}

function isKnown(level2: string): boolean {
  return level1For(level2) !== undefined || isNotApplicable(level2) || !/\p{Script=Han}/u.test(level2);
}

type Misspelt = {
  readonly name: string;
  readonly level2: string;
  readonly is: "its level 2" | "a misspelt level 2" | "a number";
};

/** 服务对象满意度 may name an indicator, too. */
export const level3IsALevel = rule("level3-is-a-level", {
  number: 46,
  severity: "warning",
  gathered: "over the department",
  about: {
    zh: "三级指标就是二级指标的名称，或只错一个字（经济效意），或只是模板的编号（指标1）",
    en: "a level 3 that is the name of its level 2, all but one character of it (经济效意), or a number of the template (指标1)",
  },
  says: {
    zh: ({ name, level2, is }: Misspelt) =>
      ({
        "its level 2": `三级指标只写了二级指标的名称“${name}”`,
        "a misspelt level 2": `三级指标“${name}”像是“${level2}”之误`,
        "a number": `三级指标“${name}”是模板里的编号，不是名称`,
      })[is],
    en: ({ name, level2, is }: Misspelt) =>
      ({
        "its level 2": `The level-3 indicator only repeats its level 2, “${name}”`,
        "a misspelt level 2": `The level-3 indicator “${name}” seems to be a misspelt “${level2}”`,
        "a number": `The level-3 indicator “${name}” is a number of the template, not a name`,
      })[is],
  },
  todo: { zh: "请写出具体的指标名称。", en: "Name what is measured." },
  indicator({ level2, level3 }) {
    if (level3 === undefined) return;
    if (numberOfTemplate.test(level3.text)) {
      const args: Misspelt = { name: level3.text, level2: level2?.text ?? "", is: "a number" };
      return { at: level3, args };
    }
    if (level2 === undefined) return;
    const [name, label] = [bareLevel(bareName(level3.text)), bareLevel(level2.text)];
    if (label.includes("满意度") || name.length !== label.length) return;
    // 数量 may name what is counted.
    if (label.length < 4 && (name !== label || !bareName(level3.text).endsWith("指标"))) return;
    const wrong = [...name].filter((character, index) => character !== label[index]).length;
    if (wrong > 1) return;
    const is = wrong === 0 ? "its level 2" : "a misspelt level 2";
    const args: Misspelt = { name, level2: label, is };
    return { at: level3, also: [level2], args };
  },
});

const numberOfTemplate = /^\s*(?:三级)?指标(?:\d{1,2}|[一二三四五六])?[：:]?\s*$/u;

type Belongs = { readonly name: string; readonly level2: string; readonly belongs: string };

export const level3Elsewhere = rule("level3-elsewhere", {
  number: 35,
  severity: "warning",
  gathered: "over the department",
  about: {
    zh: "时效类的指标放在数量、质量、效益之下，成本放在时效、质量之下，收入放在生态效益之下（响应时间、亩均投资、增收金额）",
    en: "a time filed as a quantity, a quality or a benefit, a cost as a time or a quality, income as an ecological benefit (响应时间, 亩均投资, 增收金额)",
  },
  says: {
    zh: ({ name, level2, belongs }: Belongs) => `“${name}”放在“${level2}”之下，应在“${belongs}”之下`,
    en: ({ name, level2, belongs }: Belongs) =>
      `“${name}” is under “${level2}”, but belongs under “${belongs}”`,
  },
  todo: { zh: "请核对二级指标。", en: "Check level 2." },
  indicator(indicator) {
    const { level2, level3 } = indicator;
    const belongs = belongsUnder(indicator);
    if (level2 === undefined || level3 === undefined || belongs === undefined) return;
    return {
      at: level3,
      also: [level2],
      args: { name: bareName(level3.text), level2: level2.text, belongs },
    };
  },
});

/** The level 2 that an indicator is of by its name, if it is filed under another. */
export function belongsUnder({ level2, level3, counted }: PrintedIndicator): string | undefined {
  if (level2 === undefined || level3 === undefined) return undefined;
  const isMoney = /^元/u.test(counted ?? "");
  return placeOf(bareName(level3.text), { level2: bareLevel(level2.text), isMoney });
}

function placeOf(
  name: string,
  { level2, isMoney }: { readonly level2: string; readonly isMoney: boolean },
): string | undefined {
  if (timely.get(level2)?.test(name)) return "时效指标";
  if (!isMoney) return undefined;
  if (level2 === "时效" && spent.test(name)) return "成本指标";
  if (level2 === "质量" && priced.test(name)) return "成本指标";
  return level2 === "生态效益" && earned.test(name) ? "经济效益指标" : undefined;
}

const priced = /(?:成本|补助标准|补贴标准|单价|造价)$/u;
const spent = new RegExp(`${priced.source}|(?:投资|费用|支出|经费)$`, "u");
const earned = /(?:增收|收入|产值|营业额|营收|利润|税收|销售额)(?:金额|总额|额)?$/u;

const onTime = /(?:及时率|(?:按[时期]|如期)\S{0,4}率)$/u;
const timely: ReadonlyMap<string, RegExp> = new Map([
  ["数量", /(?:响应|等候|等待|办理|办结|处置|修复|到达|恢复)(?:时间|时限|时长)$/u],
  // How soon one is answered is a quality to many; by when something is done is none.
  ["质量", /(?:(?:办结|上架|拨付|发放|送达)时限|(?:完成|完工|竣工|交付|办结|拨付|发放|上线)(?:时间|日期))$/u],
  ["经济效益", onTime],
  ["生态效益", onTime],
]);

/** 2. as the only one, or 1, 3. */
export const level3NumberingBroken = rule("level3-numbering-broken", {
  number: 33,
  severity: "info",
  about: {
    zh: "同一二级指标下三级指标的序号不连续",
    en: "numbers of level-3 names that have a gap or a repeat under one level 2",
  },
  says: {
    zh: "“{level2}”之下三级指标的序号不连续：{numbers}",
    en: "The level-3 numbers under “{level2}” have a gap or a repeat: {numbers}",
  },
  todo: {
    zh: "请更正序号，并核对是否漏了指标。",
    en: "Correct the numbers, and check whether an indicator is missing.",
  },
  *block({ indicators }) {
    for (const rows of groupBy(indicators, numberedGroup).values()) {
      const numbers = rows.flatMap(({ level3 }) => nameNumber(level3?.text ?? "") ?? []);
      const wrong = numbers.findIndex((number, index) => number !== index + 1);
      const at = rows[wrong]?.level3;
      if (at === undefined) continue;
      yield { at, args: { level2: rows[0]?.level2?.text ?? "", numbers: numbers.join("、") } };
    }
  },
});

function numberedGroup({ level1, level2, level3 }: Indicator): string | undefined {
  return nameNumber(level3?.text ?? "") === undefined ? undefined : `${level1?.text}\n${level2?.text}`;
}
