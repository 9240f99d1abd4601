/**
 * All texts of a department → the characters that stand once among words which everywhere else have one of the same sound or
 * look there: 个体工商互 among five 个体工商户.
 */
import { typedFor } from "./typed-for.ts";

export type StrayCharacter = {
  /** The text that it is in. */
  readonly text: string;
  /** With the characters around it. */
  readonly wrong: string;
  readonly right: string;
  /** In how many texts the right one stands. */
  readonly count: number;
};

export function strayCharactersIn(texts: readonly string[]): readonly StrayCharacter[] {
  const distinct = [...new Set(texts)];
  const counts = pairCounts(distinct);
  return distinct.flatMap((text) => {
    const slips = [...candidatesIn(text, counts)].flatMap(({ wrong, right, pattern }) => {
      const count = texts.filter((one) => one !== text && one.includes(right) && pattern.test(one)).length;
      const odd = texts.filter((one) => one.includes(wrong)).length;
      return count < odd * fewest ? [] : [{ text, wrong, right, count }];
    });
    return slips.slice(0, 1);
  });
}

/** Of each that is odd; fewer may be the slips. */
const fewest = 2;

/** Two neighbours as one number. */
function pairOf(one: number, other: number): number {
  return one * 0x10000 + other;
}

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

function pairCounts(texts: readonly string[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const text of texts) {
    let before = 0;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (isHan(code) && isHan(before)) {
        const pair = pairOf(before, code);
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
      }
      before = code;
    }
  }
  return counts;
}

type Candidate = Pick<StrayCharacter, "wrong" | "right"> & { readonly pattern: RegExp };

/** Characters whose pairs with both their neighbours come once, while a like character has both. */
function* candidatesIn(text: string, counts: ReadonlyMap<number, number>): Iterable<Candidate> {
  for (let index = 0; index < text.length; index += 1) {
    const [before, code, after] = [index - 1, index, index + 1].map((at) => hanAt(text, at)) as Three;
    if (code === 0 || (before === 0 && after === 0)) continue;
    const both = (middle: number, holds: (count: number) => boolean) =>
      (before === 0 || holds(counts.get(pairOf(before, middle)) ?? 0)) &&
      (after === 0 || holds(counts.get(pairOf(middle, after)) ?? 0));
    if (!both(code, (count) => count === 1)) continue;
    for (const other of typedFor(text.charAt(index))) {
      if (!mayBeSlip(text, index, other) || !both(other.charCodeAt(0), (count) => count >= 1)) continue;
      yield* asWritten(text, index, other);
    }
  }
}

/** Whether the character at a place may have been typed for another, as far as they and what follows tell. */
export function mayBeSlip(text: string, index: number, other: string): boolean {
  const character = text.charAt(index);
  if (joining.has(character) || joining.has(other) || !typedFor(character).includes(other)) return false;
  if (alternate.has(character + other) || alternate.has(other + character)) return false;
  return !namesAround.test(text.slice(index, index + 3));
}

type Three = [number, number, number];

function hanAt(text: string, index: number): number {
  const code = index < 0 || index >= text.length ? 0 : text.charCodeAt(index);
  return isHan(code) ? code : 0;
}

/** With three characters around it, some of which may be the end of the words: of fewer the meeting is chance. */
function* asWritten(text: string, index: number, right: string): Iterable<Candidate> {
  for (const [from, to] of [
    [index - 2, index + 2],
    [index - 1, index + 3],
  ] as const) {
    const ends = [from, to - 1].map((at) => hanAt(text, at) === 0) as [boolean, boolean];
    const [start, end] = [from + Number(ends[0]), to - Number(ends[1])];
    const wrong = text.slice(start, end);
    if (!/^\p{Script=Han}{3,4}$/u.test(wrong)) continue;
    // A name of a person is as short.
    if (ends[0] && ends[1]) continue;
    const words = wrong.slice(0, index - start) + right + wrong.slice(index - start + 1);
    const pattern = new RegExp(
      `${ends[0] ? "(?<!\\p{Script=Han})" : ""}${words}${ends[1] ? "(?!\\p{Script=Han})" : ""}`,
      "u",
    );
    yield { wrong, right: words, pattern };
  }
}

/** Words that join others, and numerals: what stands between them changes from text to text. */
const joining = new Set(
  "的地得是时市事于与和或及等各为未位向像有由又以已一在再他她它那哪不部个中种从到道而二两三四五六七八九十百千万亿上下左右前后东西南北年月日号其将把被并对新名村镇乡区县",
);

/** 李家村 and 黎家村, 新源公司 and 鑫源公司 are two. */
const namesAround =
  /.(?:[家村庄镇乡屯街路河沟湾岭桥寨坪店堡营塘坝里坊]|.(?:[村庄镇乡屯街沟湾]|公|厂)|主任|先生|女士|老师|同志|书记|[局科处县市镇乡村校院所站队]长)/u;

/** Of these both are right beside many words: 检测设备 and 监测设备, 公用 and 共用. */
const alternate = new Set(
  (
    "监检 收受 公共 共工 公工 共供 公供 省升 生升 县线 式势 利力 映应 型形 定订 做作 账帐 象像 份分 座坐 制治 制置 治置 植殖 职执 " +
    "制至 制质 址质 记纪 机基 及级 查察 须需 帮邦 副付 员园 员院 园院 建件 交教 进近 电店 理里 例历 实时 施时 费废 保报 代带 场厂 " +
    "常长 长场 信新 主住 源原 油有 期器 机技 水税 计技"
  ).split(" "),
);
