/** What a paragraph states of this year, by patterns; what it says of another year is left out. */

const otherYear = /上年|去年|往年|截至|累计|[“"]|十[三四五]/u;

export function* statementsIn(paragraph: string, patterns: readonly RegExp[]): Iterable<RegExpExecArray> {
  for (const sentence of paragraph.replace(/\s+/gu, "").split(/[。；;]/u)) {
    if (otherYear.test(sentence)) continue;
    for (const pattern of patterns) {
      const [first] = sentence.matchAll(pattern);
      if (first === undefined) continue;
      yield first;
      // Several patterns may see one statement.
      break;
    }
  }
}
