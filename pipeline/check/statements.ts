/** What a paragraph states of this year, by patterns; what it says of another year is left out. */

/** These hold for their whole sentence. */
const otherPeriod = /截至|累计|[“"]|十[三四五]/u;
/** These hold for their clause, or for what follows, where that says nothing yet and only dates it. */
const lastYear = /上年|去年|往年/u;
const thisYear = /今年|本年|(?:19|20)\d{2}年/u;

export function* statementsIn(paragraph: string, patterns: readonly RegExp[]): Iterable<RegExpExecArray> {
  for (const sentence of paragraph.replace(/\s+/gu, "").split(/[。；;]/u)) {
    if (otherPeriod.test(sentence)) continue;
    const stated = ofThisYear(sentence);
    for (const pattern of patterns) {
      const [first] = stated.matchAll(pattern);
      if (first === undefined) continue;
      yield first;
      // Several patterns may see one statement.
      break;
    }
  }
}

/** A sentence without its clauses on last year. */
function ofThisYear(sentence: string): string {
  let past = false;
  const kept: string[] = [];
  for (const clause of sentence.split(/，|,(?!\d)/u)) {
    const own = lastYear.test(clause);
    if (thisYear.test(clause)) past = false;
    if (own && !/[\d比较]/u.test(clause)) past = true;
    if (!own && !past) kept.push(clause);
  }
  return kept.join("，");
}
