/** A sentence → its numbers with units, each with the words that say what is counted. */
import { type Decimal, parseDecimal, shiftDecimal } from "../records/index.ts";
import { foldSentence } from "./comparable.ts";
import { withHalfwidthGroups } from "./grouped-digits.ts";
import type { ParsedValue } from "./parse-value.ts";
import { unitWord } from "./unit-words.ts";

export type Measure = {
  /** Exact, counted in `unit`. */
  readonly number: Decimal;
  /** Without 万 and its like, and one of several words for a thing: 人, 元, %, 公里. */
  readonly unit: string;
};

export type Figure = Measure & {
  /** As written, with its unit: 48.10万人. */
  readonly written: string;
  /** What its clause says before it, without verbs and signs that only join: 基本医疗保险参保人数. */
  readonly words: string;
  /** What stands behind it in its clause: 行政村 of 62个行政村. */
  readonly behind: string;
  /** What stands in its sentence between the figure before it, or the beginning, and it. */
  readonly since: string;
  /** All that its sentence goes on with. */
  readonly rest: string;
  /** Counted on from 0: its sentence in the text. */
  readonly sentence: number;
  /** The year that its sentence names last before it. */
  readonly year: string | undefined;
  /** 其中 and 分别 stand before it in its sentence. */
  readonly part: boolean;
  /** It tells of another time, of a change, or of one among many: 上年, 截至, 提高3%, 每人, 元/年. */
  readonly aside: boolean;
  /** It is aside only because it tells of several years, as a mid-term goal does: 三年累计, 到2028年. */
  readonly ofTerm: boolean;
  /** What it is said of, in the word of a unit: 户 in 每户补助3000元, 户均3000元 and 3000元/户; 人/天 in 每人每天60元. */
  readonly per: string | undefined;
};

const figure = new RegExp(
  String.raw`(?<![\dA-Za-z.第])(?<!\d,)(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?<unit>个?[万亿](?!元)(?:${unitWord})?|${unitWord})(?:(?<each>[/／·每])(?<per>${unitWord})?)?`,
  "gu",
);
const end = /[。；;！!\n]/u;
const pause = /[，、：:（(）)]|,(?!\d{3})/u;
const joining =
  /(?:达到?|为|约|共计?|合计|总计|总共|不低于|不少于|不超过|不高于|不大于|不小于|控制在|保持在?|稳定在|维持在|超过|完成|至少|大约|累计|各|的|[≥≤<>=≈~])+$/u;
const ofOtherTime = /上年|去年|往年|历年|截至|以来|近年|五年|十[二三四五六]五|基础上|同比|相比|较/u;
const allYears = /累计|三年|到20\d\d年/u;
const change =
  /(?:提高|提升|增长|增加|增幅|下降|降低|减少|压减|上升|缩短|节约|扩大)(?:了|约|不低于|超过|幅度|达)*$/u;
/** 由10个工作日 and 由2025年的: where a change begins; 缩短到: where it ends. */
const beginning = /[由从](?:上年|去年|目前|现在|原来|原先)?的?$/u;
const ending = /^(?:缩短|压缩|降低?|下降|减少|提高|提升|增加|增长|上升|扩大)?(?:到|至|为)$/u;
/** What is done with things, not how a number changes: 提升站点8个. */
const upgraded = /[个处座所家户亩公里米方条套台间栋幢]$/u;
const each = /[由从]$|每|人均|户均|次均|平均|均价|单价|(?<!高)标准(?!化)|元$/u;
/** 5月、9月各组织1次, 三个乡镇各建2座: so many for each of several. */
const forEach =
  /(?:[月日]|季度|半年)各[^\d、，：]*$|各(?:自|组织|开展|举办|召开|安排|进行|检查|巡查|发放|培训|新?建|设|配备?|购置?|派)?$/u;
/** 每户补助, 户均补助, with one thing only before the number, or one and a time: 每人每天. */
const eachThingAndTime = new RegExp(`^[^每均]*每(?<each>${unitWord})每(?<time>[天日月年])[^每均]*$`, "u");
const eachThing = new RegExp(`^[^每均]*(?:每(?<each>${unitWord})|(?<mean>[人户次亩])均)[^每均]*$`, "u");

/** Numbers that only name something, such as years and dates, are none. */
export function figuresIn(text: string): readonly Figure[] {
  if (!/\d/u.test(text)) return [];
  return foldSentence(withHalfwidthGroups(text))
    .split(end)
    .flatMap((sentence, index) => (/\d/u.test(sentence) ? figuresOf(sentence, index) : []));
}

function figuresOf(sentence: string, index: number): readonly Figure[] {
  const figures: Figure[] = [];
  let [last, lastFigure] = [0, 0];
  let changing = "";
  let previous = "";
  for (const found of sentence.matchAll(figure)) {
    const { digits = "", unit = "", each: slash, per } = found.groups ?? {};
    const measure = measureOf(digits, unit);
    const before = sentence.slice(last, found.index);
    last = found.index + found[0].length;
    const own = (before.split(pause).at(-1) ?? "").replace(/^.*其中/u, "");
    const clause = ending.test(before) ? changing : own;
    if (before !== "的") changing = beginning.test(clause) ? clause.replace(beginning, "") : "";
    if (measure === undefined || isName(sentence, { unit, from: found.index, to: last })) continue;
    const earlier = sentence.slice(0, found.index);
    const [after = ""] = sentence.slice(last).split(pause);
    const bare = clause.replace(joining, "");
    const around = `${earlier}|${after}`;
    const ofTerm = allYears.test(around);
    const elsewhen = ofOtherTime.test(around) || isChange(bare, measure.unit);
    const ofMany =
      slash !== undefined ||
      forEach.test(earlier) ||
      (each.test(clause) && !isMeanTime(clause, measure.unit));
    const words = inFull(bare, previous);
    previous = words;
    figures.push({
      ...measure,
      written: `${digits}${unit}`,
      words,
      behind: after.replace(/\d.*$/u, "").replace(/^(?:以[上下内]|左右|的)/u, ""),
      since: sentence.slice(lastFigure, found.index),
      rest: sentence.slice(last),
      sentence: index,
      year: earlier.match(/20\d\d(?=年)/gu)?.at(-1),
      part: /其中|分别/u.test(earlier),
      aside: ofMany || elsewhen || ofTerm,
      ofTerm: ofTerm && !ofMany && !elsewhen,
      per:
        elsewhen || ofTerm || beginning.test(clause)
          ? undefined
          : slash === undefined
            ? thingIn(clause)
            : per,
    });
    lastFigure = last;
  }
  return figures;
}

/** 执法培训 for the second 培训 of 执法培训4期，培训120人次. */
function inFull(words: string, previous: string): string {
  return words.length === 2 && previous.endsWith(words) ? previous : words;
}

/** 平均办理时间7天 is what an indicator gives, as nobody adds times up. */
function isMeanTime(clause: string, unit: string): boolean {
  return /[日天时钟秒]$/u.test(unit) && !each.test(clause.replace("平均", ""));
}

function isChange(words: string, unit: string): boolean {
  return change.test(words) && !(words.endsWith("提升") && upgraded.test(unit));
}

function thingIn(clause: string): string | undefined {
  // 由每户2000元提高到2500元 is no price any more.
  if (/[由从].*[每均]/u.test(clause)) return undefined;
  const both = eachThingAndTime.exec(clause)?.groups;
  if (both !== undefined) return `${both.each}/${both.time}`;
  const { each: one, mean } = eachThing.exec(clause)?.groups ?? {};
  return one ?? mean;
}

/** Years, months, days of a date, and what points to a place in a list or a change. */
function isName(
  sentence: string,
  { unit, from, to }: { readonly unit: string; readonly from: number; readonly to: number },
): boolean {
  if (unit === "日") return sentence[from - 1] === "月";
  if (/^(?:年|月|季度?|周|期|分|集|岁|段|根|号)$/u.test(unit))
    return unit !== "期" || sentence[from - 1] === "第";
  if (/百分点/u.test(unit)) return true;
  // 95%～98% and 3至5次 are no single number.
  return (
    /\d[^\d、]{0,2}[-~—–至到]$/u.test(sentence.slice(0, from)) || /^[-~—–至到]\d/u.test(sentence.slice(to))
  );
}

const sameUnit: ReadonlyMap<string, string> = new Map([
  ["百分比", "%"],
  ["％", "%"],
  ["千米", "公里"],
  ["名", "人"],
  ["位", "人"],
  ["平米", "平方米"],
  ["立方", "立方米"],
  ["方", "立方米"],
  ["个工作日", "工作日"],
  ["日", "天"],
]);

/** 万人 → 人: what things of this unit can be compared by. */
export function bareUnit(unit: string): string {
  return splitUnit(unit).unit;
}

/** What a value counts, if it is one number with a unit. */
export function measureIn(parsed: ParsedValue): Measure | undefined {
  return parsed.kind === "number" && parsed.unit !== undefined
    ? measureOf(parsed.number, parsed.unit)
    : undefined;
}

/** Digits and a unit → the number in a unit without 万; undefined if the digits are no number. */
export function measureOf(digits: string, unit: string): Measure | undefined {
  const number = parseDecimal(digits.replaceAll(",", ""));
  if (number === undefined) return undefined;
  const { power, unit: bare } = splitUnit(unit);
  return { number: power === 0 ? number : shiftDecimal(number, power), unit: bare };
}

/** 万人 → 人 and the power of ten that 万 is. */
function splitUnit(unit: string): { readonly unit: string; readonly power: number } {
  const [, times = "", bare = unit] = /^个?([万亿]|千(?=元|人|户|吨|亩))(.*)$/u.exec(unit) ?? [];
  return { unit: sameUnit.get(bare) ?? bare, power: { 万: 4, 亿: 8, 千: 3 }[times] ?? 0 };
}
