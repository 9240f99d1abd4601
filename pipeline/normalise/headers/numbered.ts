/** Headers that are repeated with numbers (指标值1, 指标值2; 指标1 above 指标值) → the groups of one number, each an indicator. */
import type { FieldKind, FieldName } from "../../records/index.ts";
import { headerKey, horizonAhead, horizonOf } from "./header-key.ts";
import { type HeaderMatch, matchesOf, type Vocabulary } from "./match-header.ts";

/** What a header is without its number. */
export type Base = { readonly meaning: string; readonly field: FieldName; readonly kind: FieldKind };

/** A header, the banners above it if there are any, and whoever has it. */
export type NumberedHeader<Owner> = {
  readonly text: string;
  readonly under?: string | undefined;
  readonly owner: Owner;
};

/** The headers of one number, by what they are without it. */
export type NumberedGroup<Owner> = ReadonlyMap<string, { readonly base: Base; readonly owner: Owner }>;

export type NumberedGroups<Owner> =
  | { readonly kind: "none" }
  /** Each group is an indicator. */
  | { readonly kind: "groups"; readonly groups: readonly NumberedGroup<Owner>[] }
  /** What is numbered is not the name: nothing tells whose values these are. */
  | { readonly kind: "unclear"; readonly owners: readonly Owner[] };

const digits = "\\d{1,2}|[一二三四五六七八九十]{1,3}";
/** 指标值1, 指标值（2）, 指标值_1, 指标值.1 */
const behind = new RegExp(`^(.*?[^\\s._#\\d-])[\\s._#-]*\\(?(${digits})\\)?$`, "u");
/** 指标1名称, 第2条指标的目标值, 指标3-计量单位 */
const within = new RegExp(
  `^第?\\(?(${digits})?\\)?[个条项]?(?:绩效)?指标\\(?(${digits})?\\)?[\\s._/:的-]*(.*)$`,
  "u",
);
const banner = new RegExp(
  `(?:^|/)(?:第?(${digits})[个条项])?(?:绩效)?指标[\\s._-]*\\(?(${digits})?\\)?$`,
  "u",
);
const bracketed = new RegExp(`\\((?:${digits})\\)$`, "u");
/** As a library marks the second of two headers that are alike. */
const mark = /[._]1$/u;
const numerals = "一二三四五六七八九";

/** What may be meant by a header that says no more than that it is about an indicator. */
const names: ReadonlyMap<string, string> = new Map([
  ...["指标", "绩效指标", "名称", "指标名称", "name", "indicator", "kpi"].map(
    (word) => [word, "三级指标"] as const,
  ),
  ["单位", "计量单位"],
]);

/** In the order of their numbers. */
export function numberedIn<Owner>(
  headers: readonly NumberedHeader<Owner>[],
  vocabulary: Vocabulary,
): NumberedGroups<Owner> {
  if (!headers.some(mayBeNumbered)) return { kind: "none" };
  const groups = new Map<number, Map<string, { readonly base: Base; readonly owner: Owner }>>();
  const plain = new Map<string, { readonly base: Base; readonly owner: Owner }>();
  for (const header of headers) {
    const said = readNumbered(header, vocabulary);
    const { owner } = header;
    if (said === undefined) {
      const base = baseOf(headerKey(header.text).key, vocabulary);
      if (base !== undefined && !plain.has(base.meaning)) plain.set(base.meaning, { base, owner });
      continue;
    }
    const { number, base } = said;
    const group = groups.get(number) ?? new Map();
    groups.set(number, group);
    // Twice in one group: two horizons side by side, which nothing tells apart.
    if (group.has(base.meaning)) return { kind: "none" };
    group.set(base.meaning, { base, owner });
  }
  // 指标, 指标值, 指标2, 指标值2: the first has no number.
  const firstPlain = [...(groups.values().next().value?.keys() ?? [])];
  if (firstPlain.length > 0 && firstPlain.every((meaning) => plain.has(meaning)))
    groups.set(
      -1,
      new Map(
        firstPlain.flatMap((meaning) => {
          const known = plain.get(meaning);
          return known === undefined ? [] : [[meaning, known] as const];
        }),
      ),
    );
  const isMarked = headers.filter(({ text }) => mark.test(text)).length === groups.get(1)?.size;
  // Two sets of headers are more likely those of two horizons.
  const isPair = groups.size === 1 && !isMarked && isWhole(groups.get(1));
  if ((groups.size < 2 && !isPair) || (groups.size === 2 && groups.has(-1) && isMarked))
    return { kind: "none" };
  const all = [...groups].toSorted(([one], [other]) => one - other).map(([, group]) => group);
  const named = all.filter((group) =>
    [...group.values()].some(({ base }) => base.field === "indicator.level3"),
  );
  if (named.length === all.length) return { kind: "groups", groups: all };
  const measured = all.flatMap((group) => [...group.values()]);
  return measured.some(({ base }) => base.field === "indicator.value")
    ? { kind: "unclear", owners: measured.map(({ owner }) => owner) }
    : { kind: "none" };
}

/** 指标1 and 指标值1 and no more of them. */
function isWhole(group: NumberedGroup<unknown> = new Map()): boolean {
  const fields = new Set([...group.values()].map(({ base }) => base.field));
  return fields.has("indicator.level3") && fields.has("indicator.value");
}

/** Whether a header or a key by itself is one of such. */
export function isNumberedName(text: string, vocabulary: Vocabulary): boolean {
  return (
    mayBeNumbered({ text, owner: undefined }) &&
    readNumbered({ text, owner: undefined }, vocabulary) !== undefined
  );
}

function mayBeNumbered({ text, under = "" }: NumberedHeader<unknown>): boolean {
  return (
    /[\d①-⑳一二三四五六七八九十]/u.test(text.normalize("NFKC")) ||
    /指标.{0,3}[\d一二三四五六七八九十]/u.test(under.normalize("NFKC"))
  );
}

type Said = { readonly number: number; readonly base: Base };

function readNumbered(
  { text, under = "" }: NumberedHeader<unknown>,
  vocabulary: Vocabulary,
): Said | undefined {
  const { key } = headerKey(text);
  // 一级指标 is no number of an indicator.
  if (matchesOf(text, vocabulary).length > 0 && under === "" && !bracketed.test(key)) return undefined;
  const [, before, after] = banner.exec(headerKey(under).key) ?? [];
  const above = numberOf(before ?? after);
  const horizon = under.split("/").find((one) => horizonOf(one) !== undefined);
  const below = above === undefined ? undefined : baseOf(key, vocabulary, horizon);
  if (above !== undefined && below !== undefined) return { number: above, base: below };
  const [, stem = "", last] = behind.exec(key) ?? [];
  const [, first, second, rest = ""] = within.exec(key) ?? [];
  for (const [number, word] of [
    [numberOf(last), stem],
    [numberOf(first ?? second), rest === "" ? "指标" : rest],
  ] as const) {
    const base = number === undefined ? undefined : baseOf(word, vocabulary, horizon);
    if (number !== undefined && base !== undefined) return { number, base };
  }
  return undefined;
}

function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d+$/u.test(text)) return Number(text);
  const [tens = "", ones = ""] = text.includes("十") ? text.split("十") : ["", text];
  const digit = (word: string, none: number) => (word === "" ? none : numerals.indexOf(word) + 1);
  return text.includes("十") ? digit(tens, 1) * 10 + digit(ones, 0) : digit(ones, 0);
}

/** `horizon`: a banner above it that says one, as 中期指标1 does by itself. */
function baseOf(word: string, vocabulary: Vocabulary, horizon?: string): Base | undefined {
  const ahead = horizonAhead(word);
  const said = ahead === undefined ? "" : word.slice(0, word.length - ahead.rest.length);
  const bare = ahead?.rest ?? word;
  const meaning = `${said === "" ? horizonWord(horizon) : said}${names.get(bare) ?? bare}`;
  const isOfIndicator = ({ field }: HeaderMatch) =>
    field.startsWith("indicator.") && field !== "indicator.horizon";
  const match = [meaning, word].flatMap((one) => matchesOf(one, vocabulary)).find(isOfIndicator);
  return match && { meaning, field: match.field, kind: match.kind };
}

function horizonWord(banner: string | undefined): string {
  const horizon = banner === undefined ? undefined : horizonOf(banner);
  return horizon === undefined ? "" : horizon === "midTerm" ? "中期" : "年度";
}
