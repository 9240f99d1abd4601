/** Names of columns and keys that are kinds of indicators (数量指标, 质量指标2) or say more of one (数量指标值2) → which kind, and which of several. */
import { bareLevel, type FieldName, level1For, rankOfLevel } from "../../records/index.ts";
import { headerKey } from "./header-key.ts";
import { matchesOf, type Vocabulary } from "./match-header.ts";

/** `number`: of several of a kind, "" of the only one. */
export type KindName = { readonly bare: string; readonly number: string };

const digits = "\\d{1,2}|[一二三四五六七八九十]{1,3}";
/** 数量指标1, 数量指标（2）, 数量指标_1 */
const behind = new RegExp(`^(.*指标)[\\s._#-]*\\(?(${digits})\\)?$`, "u");
/** What is behind the name of a kind: 数量指标值1, 数量指标1目标值, 数量1指标值. */
const measureBehind = new RegExp(
  `^(?:指标)?[._#/的-]*(${digits})?(?:指标)?[._#/的-]*(.*?)[._#-]*\\(?(${digits})?\\)?$`,
  "u",
);

/** Undefined of what names no kind, and of 数量 without 指标. */
export function namedKind(text: string): KindName | undefined {
  const { key, bare } = headerKey(text);
  const [, name = "", number = ""] = behind.exec(key) ?? [];
  const word = number === "" ? bare : headerKey(name).bare;
  return /指标$/u.test(word) && isKind(word) ? { bare: bareLevel(word), number } : undefined;
}

const section = /^(?:项目|年度|主要)?绩效指标(?:内容|及指标值|及目标值)?$|^指标$|^indicators$/u;

/** Whether a header or a key says that indicators are below it, and nothing more. */
export function namesIndicators(text: string): boolean {
  return section.test(headerKey(text).bare);
}

/** 成本 and 满意度 are level 1 elsewhere; as columns they stand beside 数量 and 质量. */
export function isKind(text: string): boolean {
  const bare = bareLevel(headerKey(text).bare);
  return rankOfLevel(bare) === 2 || bare === "成本" || /^\p{Script=Han}{0,6}满意度$/u.test(bare);
}

/** What a kind is called, and its usual level 1: 2.质量指标（必填） is 质量指标. 产出 is itself a level 1. */
export function labelsOfKind(bare: string): { readonly level1: string; readonly level2: string } {
  if (rankOfLevel(bare) === 1 && !isKind(bare)) return { level1: `${bare}指标`, level2: "" };
  const [usual = ""] = level1For(bare) ?? [];
  return { level1: `${usual}指标`, level2: `${bare}指标` };
}

/** 指标值, or 数量指标值 of 数量指标: the field of the indicator that a name says more of. */
export function measureBeside(text: string, kind: KindName, vocabulary: Vocabulary): FieldName | undefined {
  return plainMeasure(text, vocabulary) ?? ownMeasureOf(text, kind, vocabulary);
}

/** The same of a name that says of which kind it is, and of which of several. */
export function ownMeasureOf(
  text: string,
  { bare, number }: KindName,
  vocabulary: Vocabulary,
): FieldName | undefined {
  const { key } = headerKey(text);
  if (!key.startsWith(bare)) return undefined;
  const [, before = "", word = "", last = ""] = measureBehind.exec(key.slice(bare.length)) ?? [];
  return word !== "" && (before || last) === number ? plainMeasure(word, vocabulary) : undefined;
}

function plainMeasure(text: string, vocabulary: Vocabulary): FieldName | undefined {
  return matchesOf(text, vocabulary).find(({ field }) => measures.has(field))?.field;
}

const measures: ReadonlySet<FieldName> = new Set<FieldName>([
  "indicator.operator",
  "indicator.value",
  "indicator.unit",
  "indicator.weight",
]);
