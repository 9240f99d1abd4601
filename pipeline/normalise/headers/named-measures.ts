/** A text that names indicators with their values (培训人数≥100人；合格率：95%) → each of them, as far as it is certain. */

export type NamedMeasure = {
  readonly name: string;
  readonly value: string;
  /** Nothing tells where the name ends: all of it is the name. */
  readonly unclear: boolean;
};

/** 1. （2） ③ before one of several. */
const numbering = /^\s*(?:\d{1,2}[.．、)）](?!\d)|[(（]\d{1,2}[)）]|[\u2460-\u2473])\s*/u;

/** The parts of a cell: its lines, or what stands between semicolons; lines without a number go on with the numbered one above. */
export function partsOf(text: string): readonly string[] {
  const parts = text.split(/\r\n|[\r\n；;]/u).filter((part) => part.trim() !== "");
  const isNumbered = (part: string) => numbering.test(part);
  if (parts.filter(isNumbered).length < 2 || !isNumbered(parts[0] ?? "")) return parts.map(bare);
  const whole: string[] = [];
  for (const part of parts)
    if (isNumbered(part)) whole.push(bare(part));
    else whole.push(`${whole.pop() ?? ""}${part.trim()}`);
  return whole;
}

function bare(part: string): string {
  return part.replace(numbering, "").trim();
}

export function measuresIn(text: string): readonly NamedMeasure[] {
  return partsOf(text).flatMap(measuresOfPart);
}

const dash = /^[-—–/\\]+$/u;
const notApplicable = /^(?:无|不适用|不涉及)$/u;

function measuresOfPart(part: string): readonly NamedMeasure[] {
  if (dash.test(part)) return [];
  if (notApplicable.test(part)) return [{ name: part, value: "", unclear: false }];
  const measure = measureIn(part);
  if (measure !== undefined) return [measure];
  const listed = part.split(/[，,、](?!\d)/u).map((one) => measureIn(one.trim()));
  const all = listed.flatMap((one) => one ?? []);
  return all.length > 1 && all.length === listed.length ? all : [{ name: part, value: "", unclear: true }];
}

const signs = "≥|≤|＞|＜|＝|>=|<=|=>|=<|≧|≦|⩾|⩽|>|<|=|≈";
const words =
  "不低于|不少于|不小于|不超过|不高于|不大于|不多于|大于或?等于|小于或?等于|(?<!不)(?:大于|小于|高于|低于|超过|达到)";
const sign = new RegExp(signs, "gu");
const bySign = new RegExp(`^(.*?[^\\s:：])\\s*(?:[:：]\\s*)?((?:${signs})\\s*\\S.*)$`, "su");
const byWord = new RegExp(`^(.*?[^\\s:：])\\s*(?:[:：]\\s*)?((?:${words})\\s*\\d.*)$`, "su");
const byColon = /^([^:：]*[^\s:：])\s*(?:(?<!\d)[:：]|[:：](?!\d))\s*(\S.*)$/su;
/** ≥90%, 不低于5万元, 100人 */
const valueAhead = new RegExp(`^\\s*(?:${signs}|(?:${words})\\s*\\d|[约±+-]?\\s*\\d)`, "u");
/** 服务次数：每年≥3次 */
const perTime = new RegExp(`^([^:：]*[^\\s:：])\\s*[:：]\\s*(每[^\\d:：]{1,4}(?:${signs}).*)$`, "su");

/** Whether a text says a value and no name of what it is the value of; 2026年培训人数≥100人 has a name. */
export function isBareValue(text: string): boolean {
  return valueAhead.test(text) && !namesMeasure(text);
}

/** Whether it is certain of any part of a text what its name and what its value is. */
export function namesMeasure(text: string): boolean {
  return measuresIn(text).some(({ unclear }) => !unclear);
}

/** One name and one value, with a sign, a word for one, or a colon between them; undefined if that is not certain. */
function measureIn(part: string): NamedMeasure | undefined {
  const count = [...part.matchAll(sign)].length;
  const [, name = "", value = ""] =
    (count === 1
      ? (perTime.exec(part) ?? bySign.exec(part))
      : count === 0
        ? (byWord.exec(part) ?? byColon.exec(part))
        : null) ?? [];
  const isWhole = /\p{L}/u.test(name) && !/[:：，,。]/u.test(name) && !/[:：，。](?!\d)/u.test(value);
  return isWhole ? { name, value, unclear: false } : undefined;
}
