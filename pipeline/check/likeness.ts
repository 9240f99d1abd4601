/** How much of a name a phrase has, in pairs of neighbouring characters: Chinese has no spaces to count words by. */

/** What names of indicators end in that sentences leave out. */
const counting =
  /(?:数量|个数|人数|次数|场次|场数|期数|人次|户数|件数|份数|班次|[家点批辆台例]次|里程|长度|面积|金额|规模|数)$/u;
const timing = /(?:的?(?:完成|完工|竣工|办结|发放|拨付|实施|建成)?(?:时间|时限|时点|日期|期限|节点))$/u;

/** A name less the word that says how it is counted, if more than a word is left. */
export function coreOf(name: string): string {
  const core = name.replace(counting, "").replace(timing, "");
  return core.length >= 2 ? core : name;
}

/**
 * The share of the shorter one's pairs that the longer one has, from 0 to 1; 1 if it has all its characters and half of
 * its pairs, as 衬砌支渠 has of 支渠衬砌. Texts that share less than two pairs are not alike, unless one is two
 * characters long and in the other.
 */
export function likeness(one: string, other: string): number {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < 2) return 0;
  const pairs = pairsOf(short);
  const shared = pairs.filter((pair) => long.includes(pair)).length;
  if (shared < 2 && pairs.length > 1) return 0;
  const isReordered = shared * 2 >= pairs.length && [...short].every((character) => long.includes(character));
  return isReordered ? 1 : shared / pairs.length;
}

/** From here on the words of a goal and the name of an indicator mean one thing. */
export const likeEnough = 0.75;

/** Whether two texts have two neighbouring characters in common. */
export function sharesPair(one: string, other: string): boolean {
  return pairsOf(one).some((pair) => other.includes(pair));
}

function pairsOf(text: string): readonly string[] {
  return Array.from({ length: text.length - 1 }, (_, index) => text.slice(index, index + 2));
}
