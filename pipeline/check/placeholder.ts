/** Words of a template that were never replaced: ××, 20××, ____, ≥N, 待填, 某某, {…}. */

const end = String.raw`(?=$|[，。；、：,;:)）\s])`;
// 待定 may be the head of 待定点医药机构, so it must end its phrase; XX must not be part of a model number.
const placeholder = new RegExp(
  [
    "20[×Xx]{2}",
    "×{2,}",
    "(?<![0-9A-Za-z])[Xx]{2,}(?![0-9A-Za-z])",
    String.raw`\+\s*n(?=年|$)`,
    `(?<![等对])(?:待填写?|待补充|待定)${end}`,
    "某某",
    "(?<![A-Za-z0-9])[_＿]{2,}(?![A-Za-z0-9])",
    // ≥N座, or N alone if the sign has a column of its own.
    "(?<=[≥≤＞＜>=<≈])[NＮ](?![A-Za-z0-9])|^[NＮ]$",
    "[（(](?:填写|填报)(?:说明|要求)[：:][^（()）]*[)）]?",
    String.raw`\{[^{}\n]{0,40}\}`,
    // The Ministry's own form has ** for names and numbers.
    "[*＊]{2,}",
    "请(?:在此|在此处)?(?:填写|输入|填入|补充填写)(?!完整|说明)",
    "(?:此处|这里)(?:填写|填|输入)",
    "[（(](?:示例|样例|例如此处)[：:]?[^（()）]{0,20}[)）]",
    "[（(][^（()）]{0,20}(?:字以内|(?:不超过|不少于|限)\\d+个?字)[^（()）]{0,10}[)）]",
    // …… stands for names in the Ministry's form.
    "^(?:…|\\.{3})+$",
  ].join("|"),
  "u",
);

/** What each of them has at least, and few texts have. */
const anyTrace = /[×Xx+某_＿NＮ{*＊请此这（(]|待[填补定]|^[….]/u;

/** The first in a text. */
export function placeholderIn(text: string): string | undefined {
  return anyTrace.test(text) ? placeholder.exec(text)?.[0] : undefined;
}
