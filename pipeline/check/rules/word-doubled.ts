/** A word that is written twice in a row by mistake: only where no other reading is left, as `fix` takes one of them out. */
import { rule } from "../rule.ts";

export const wordDoubled = rule("word-doubled", {
  number: 33,
  severity: "warning",
  gathered: "over the department",
  about: { zh: "文字重复（意见意见、满意度度）", en: "words doubled by mistake" },
  says: { zh: "文字重复：“{doubled}”", en: "Repeated words: “{doubled}”" },
  todo: { zh: "请删去多余的字。", en: "Remove the repeated characters." },
  text(text) {
    for (const match of text.text.matchAll(doubled)) {
      const [found] = match;
      if (isDoubling(match)) return { at: text, part: found, args: { doubled: found } };
    }
    return;
  },
  correct: (text) => {
    const slips = [...text.matchAll(doubled)].filter(isDoubling);
    return slips.reduceRight(
      (right, { 0: found, index }) =>
        right.slice(0, index) + onceOf(found) + right.slice(index + found.length),
      text,
    );
  },
});

// 合格率率 is a slip, 汇率率先 is not; 一个一个 is none, nor are verbs that double to soften (研究研究).
const doubled =
  /(?:满意|知晓|信任)度度(?![假过量])|\p{Script=Han}{2}率率(?![先领])|(?!一|研究|讨论|商量|学习|考虑|某某)(\p{Script=Han}(?!一)\p{Script=Han})\1+|(\p{Script=Han}{3,8})\2/gu;

/** 哈哈哈哈 is one sound, not a word twice, and numbers may be. */
function isDoubling({ 0: found, index = 0, input = found }: RegExpMatchArray): boolean {
  if (new Set(found).size === 1 || /^[一二三四五六七八九十百千万零〇]+$/u.test(found)) return false;
  const word = wordOf(found);
  if (word === undefined) return true;
  const behind = input.slice(index + found.length);
  return (
    !/^\p{Script=Han}/u.test(behind) || (!mayMeet(word, behind) && beginsAt(word, input.slice(0, index)))
  );
}

/** 委员会委员会议, 哈密市哈密市场, 残疾人残疾人证, 保险保险费: a name that ends as the next word begins. */
function mayMeet(word: string, behind: string): boolean {
  return nameEnding.test(word) || /^[化费款金员体基]/u.test(behind);
}

// Of bodies, places and people.
const nameEnding =
  /[会局委办室院所站校区县市镇乡村组队部厅处科司社厂场馆园心大协联关位门业州省旗人员者户众民生工师]$/u;

/** In 固定资产资产评估 and 2026年度年度考核 the first is the end of a word, and the second begins another. */
function beginsAt(word: string, before: string): boolean {
  return plainWord.test(word) || !/[\p{Script=Han}\w]$/u.test(before) || leadsOn.test(before);
}

// Verbs and adverbs of which few names are made.
const verbs =
  "开展|加强|完成|提高|提升|确保|保障|保证|实施|推进|推动|落实|做好|组织|促进|增加|增强|建立|健全|进行|达到|满足|支持|改善|优化|维护";
const plainWord = new RegExp(`^(?:${verbs}|全年|全面|全部|及时|有效|不断|逐步|持续|进一步)$`, "u");
const leadsOn = new RegExp(`(?:${verbs}|[的和与及对将])$`, "u");

/** The word that comes again and again; none in 满意度度 and 合格率率. */
function wordOf(found: string): string | undefined {
  return /^(.{2,}?)\1+$/u.exec(found)?.[1];
}

/** Of 满意度度 and 合格率率 the last character is too much. */
function onceOf(found: string): string {
  return wordOf(found) ?? found.slice(0, -1);
}
