/** Finds by evidence which character separates the cells of a delimited text, and where in it an offset is. */
import { fields, separatorCharacters } from "../records/index.ts";

export type Separator = (typeof separatorCharacters)[number];

/**
 * What spoke for a separator. `agreement`: so many of the first records have it the same number of times; `headers`: it
 * alone sets known headers apart.
 */
export type SeparatorEvidence =
  | { readonly by: "forced" | "sep-line" | "nothing" | "headers" }
  | { readonly by: "agreement"; readonly records: number; readonly columns: number };

export type SeparatorVerdict = { readonly character: Separator; readonly evidence: SeparatorEvidence };

const sampleRecords = 50;
/** Excel writes and obeys this line, and shows it as no row. */
const sepLine = /^\uFEFF?(?:sep=([,;\t|])|"sep=([,;\t|])")[,;\t|]*(?:\r\n|\r|\n|$)/iu;

export type SeparatedText = { readonly separator: SeparatorVerdict; readonly body: string };

/**
 * The separator that is stated; else the one that sets most known headers apart; else the one that most records have the
 * same number of times; else a comma.
 */
export function separateText(text: string, forced?: Separator): SeparatedText {
  const line = sepLine.exec(text);
  const body = line === null ? text : text.slice(line[0].length);
  const said = separatorCharacters.find((separator) => separator === (line?.[1] ?? line?.[2]));
  if (forced !== undefined) return { separator: { character: forced, evidence: { by: "forced" } }, body };
  if (said !== undefined) return { separator: { character: said, evidence: { by: "sep-line" } }, body };
  const agreed = bestAgreement(body);
  const heads = separatorOfHeaders(body);
  const separator: SeparatorVerdict =
    heads === undefined || heads === agreed.character
      ? agreed
      : { character: heads, evidence: { by: "headers" } };
  return { separator, body };
}

const unread = ["，", "；", "｜", "、"] as const;

/** A sign that we do not read as a separator, but that sets known headers apart, and as often in the row below them. */
export function unreadSeparator(text: string): string | undefined {
  if (separatorOfHeaders(text) !== undefined) return undefined;
  const records = firstRecords(text);
  return unread.find((sign) => {
    const index = records.findIndex((record) => knownHeaders(record, sign) >= 2);
    const [header = "", row = ""] = index < 0 ? [] : records.slice(index, index + 2);
    return index >= 0 && row.split(sign).length === header.split(sign).length;
  });
}

const spellings: ReadonlySet<string> = new Set(
  Object.values(fields).flatMap((field) => field.spellings.map((spelling) => spelling.toLowerCase())),
);

/** The separator that splits one of the first records into the most known headers, two at least. */
function separatorOfHeaders(text: string): Separator | undefined {
  const records = firstRecords(text);
  const counted = separatorCharacters.map((character) => ({
    character,
    known: Math.max(0, ...records.map((record) => knownHeaders(record, character))),
  }));
  const most = Math.max(...counted.map(({ known }) => known));
  const best = counted.filter(({ known }) => known === most);
  return most >= 2 && best.length === 1 ? best[0]?.character : undefined;
}

/** Enough for titles above the headers, and for the row below them. */
function firstRecords(text: string): readonly string[] {
  return text.slice(0, 20_000).split(/\r\n|\r|\n/u, 30);
}

function knownHeaders(record: string, separator: string): number {
  const cells = record.includes(separator) ? record.split(separator) : [];
  const names = cells.map((cell) => cell.replace(/[\s"*]|[(（][^()（）]*[)）]/gu, "").toLowerCase());
  return new Set(names.filter((name) => spellings.has(name))).size;
}

/** Row and column (from 1) of the cell in which the text ends. */
export function endPosition(text: string, separator: Separator): { row: number; column: number } {
  const counts = countPerRecord(text, separator, Number.POSITIVE_INFINITY);
  return { row: counts.length, column: (counts.at(-1) ?? 0) + 1 };
}

function bestAgreement(text: string): SeparatorVerdict {
  let best: SeparatorVerdict = { character: ",", evidence: { by: "nothing" } };
  let most = 0;
  for (const character of separatorCharacters) {
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
