/** Finds by evidence which character separates the cells of a delimited text, and the row and column of an offset. */

const separators = [",", "\t", ";"] as const;
export type Separator = (typeof separators)[number];

/** The evidence for a separator. `agreement`: so many of the first records have it the same number of times. */
export type SeparatorEvidence =
  | { readonly by: "forced" | "sep-line" | "nothing" }
  | { readonly by: "agreement"; readonly records: number; readonly columns: number };

export type SeparatorVerdict = { readonly character: Separator; readonly evidence: SeparatorEvidence };

const sampleRecords = 50;
/** Excel writes and obeys this line, and shows it as no row. */
const sepLine = /^\uFEFF?(?:sep=([,;\t])|"sep=([,;\t])")[,;\t]*(?:\r\n|\r|\n|$)/iu;

export type SeparatedText = { readonly separator: SeparatorVerdict; readonly body: string };

/** The separator that most records have the same number of times, unless it is stated; a comma if there is no evidence. */
export function separateText(text: string, forced?: Separator): SeparatedText {
  const line = sepLine.exec(text);
  const body = line === null ? text : text.slice(line[0].length);
  const said = separators.find((separator) => separator === (line?.[1] ?? line?.[2]));
  if (forced !== undefined) return { separator: { character: forced, evidence: { by: "forced" } }, body };
  if (said !== undefined) return { separator: { character: said, evidence: { by: "sep-line" } }, body };
  return { separator: bestAgreement(body), body };
}

/** Row and column (from 1) of the cell in which the text ends. */
export function endPosition(text: string, separator: Separator): { row: number; column: number } {
  const counts = countPerRecord(text, separator, Number.POSITIVE_INFINITY);
  return { row: counts.length, column: (counts.at(-1) ?? 0) + 1 };
}

function bestAgreement(text: string): SeparatorVerdict {
  let best: SeparatorVerdict = { character: ",", evidence: { by: "nothing" } };
  let most = 0;
  for (const character of separators) {
    const { count, records } = agreement(countPerRecord(text, character));
    if (count * records <= most) continue;
    most = count * records;
    best = { character, evidence: { by: "agreement", records, columns: count + 1 } };
  }
  return best;
}

/** The count that weighs most: how many records have it, times the count itself. */
function agreement(counts: readonly number[]): { readonly count: number; readonly records: number } {
  const tally = new Map<number, number>();
  for (const count of counts) if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1);
  let best = { count: 0, records: 0 };
  for (const [count, records] of tally) {
    if (count * records > best.count * best.records) best = { count, records };
  }
  return best;
}

/** Separators in each record, those between quotes not counted. */
function countPerRecord(text: string, separator: Separator, limit = sampleRecords): number[] {
  const counts = [0];
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '"') quoted = !quoted;
    if (quoted) continue;
    if (character === separator) counts.push((counts.pop() ?? 0) + 1);
    if (character === "\n" || (character === "\r" && text[index + 1] !== "\n")) {
      if (counts.length >= limit) return counts;
      counts.push(0);
    }
  }
  return counts;
}
