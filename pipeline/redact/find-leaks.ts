/** The texts of a file, and what must not be in them → where it is all the same. */
import { digitsOf, numberWord, type PersonalNumber, personalNumbers, withoutGaps } from "../check/index.ts";

export type Secrets = {
  /** Digits of numbers that were masked, and what is shown of each. */
  readonly numbers: ReadonlyMap<string, string>;
  /** Names and codes that are left out, or masked, and what is shown of each. */
  readonly names: ReadonlyMap<string, string>;
  /** Digits that look like a number of a person, and are none: codes, sums of money. */
  readonly open: ReadonlySet<string>;
  /** Names that are published, and in which one that is not may stand. */
  readonly openNames: readonly string[];
};

export type ReadText = {
  readonly where: string;
  readonly text: string;
  /** It is a text of its own. Else numbers in it may be anything, and only those are sought that were masked. */
  readonly isRead: boolean;
};

export type Leak = {
  readonly where: string;
  /** What tells which it is, and does not say it again. */
  readonly shown: string;
};

/** A number that no other is mistaken for: it is sought within longer ones, and over the borders of cells. */
const longNumber = 9;
/** Of the text before, what a number that goes on in the next one may begin in. */
const tail = 32;
/** Fewer characters stand behind each other by chance where one text ends and the next begins: 办公楼维修, 项目验收. */
const longName = 6;
/** Of whole texts, two characters may: 王, 五. */
const wholeName = 3;
/** As long as a name of a project is. */
const tailOfNames = 200;

/** Each is told once. */
export function findLeaks(texts: Iterable<ReadText>, secrets: Secrets): readonly Leak[] {
  const leaks = new Map<string, Leak>();
  const numbersIn = openNumbers(secrets.numbers);
  const namesIn = namesWithin(secrets);
  let [before, end, nameBefore] = ["", "", ""];
  let wholes: readonly string[] = [];
  for (const { where, text, isRead } of texts) {
    const plain = digitsOf(text.normalize("NFKC"));
    const bare = squeezed(text);
    const found = [
      ...numbersIn(isRead ? before + plain : plain, text),
      ...namesIn(bare).map(({ shown }) => shown),
    ];
    if (isRead) {
      for (const { start, end: to, shown } of namesIn(nameBefore + bare.slice(0, tailOfNames)))
        if (start < nameBefore.length && to > nameBefore.length && to - start >= longName) found.push(shown);
      nameBefore = (nameBefore + bare).slice(-tailOfNames);
      const joined = wholes.map((whole) => whole + bare).filter(({ length }) => length < longName);
      for (const whole of joined.filter(({ length }) => length >= wholeName))
        for (const { start, end: to, shown } of namesIn(whole))
          if (start === 0 && to === whole.length) found.push(shown);
      wholes = [bare, ...joined].filter(({ length }) => length > 0 && length < longName);
      before = (before + plain).slice(-tail);
      for (const { digits } of [...personalNumbers(text), ...numbersAcross(end, text)])
        if (!secrets.open.has(digits)) found.push(secrets.numbers.get(digits) ?? `${digits.slice(0, 2)}****`);
      end = text.slice(-tail);
    }
    for (const shown of found) if (!leaks.has(shown)) leaks.set(shown, { where, shown });
  }
  return [...leaks.values()];
}

/**
 * Numbers that begin in one cell and end in the next. Two amounts side by side may have as many digits: a number is one
 * if it has a check digit, or a word for it before it.
 */
function numbersAcross(end: string, text: string): readonly PersonalNumber[] {
  if (!/\d\s*$/u.test(end) || !/^\s*[\dXx]/u.test(text)) return [];
  const joined = end + text.slice(0, tail);
  return personalNumbers(joined).filter(({ kind, start, end: to, isCertain }) => {
    if (start >= end.length || to <= end.length) return false;
    return (isCertain && (kind === "identity" || kind === "card")) || wordFor.test(joined.slice(0, start));
  });
}

const wordFor = new RegExp(String.raw`${numberWord}\D{0,8}$`, "u");

/** In one width, and without what stands between the digits of a number, or in and around the characters of a name. */
export function squeezed(text: string): string {
  return withoutGaps(text.normalize("NFKC")).replace(quotes, "");
}

const quotes = /["'“”‘’「」『』《》〈〉•・‧∙]/gu;

/** `plain`: with the end of the text before. */
function openNumbers(numbers: Secrets["numbers"]): (plain: string, text: string) => readonly string[] {
  // The X of an identity number is no digit.
  const sought = new Map([...numbers].map(([digits, shown]) => [digits.replace(/\D/gu, ""), shown]));
  const lengths = [...new Set([...sought.keys()].map(({ length }) => length))];
  const [long, short] = [
    lengths.filter((one) => one >= longNumber),
    lengths.filter((one) => one < longNumber),
  ];
  const least = Math.min(...lengths);
  return (plain, text) => {
    if (lengths.length === 0) return [];
    const found: string[] = [];
    const look = (digits: string) => {
      const shown = sought.get(digits);
      if (shown !== undefined) found.push(shown);
    };
    for (const [run] of plain.matchAll(/\d{7,}/gu)) {
      if (run.length < least) continue;
      for (const length of long)
        for (let at = 0; at + length <= run.length; at += 1) look(run.slice(at, at + length));
      if (short.includes(run.length)) look(run);
    }
    if (short.length > 0) for (const [run] of text.normalize("NFKC").matchAll(/\d{7,8}/gu)) look(run);
    return found;
  };
}

export type NameFound = { readonly start: number; readonly end: number; readonly shown: string };

export function namesWithin({
  names,
  openNames: published,
}: Pick<Secrets, "names" | "openNames">): (plain: string) => readonly NameFound[] {
  const sought = new Map([...names].map(([name, shown]) => [squeezed(name), shown]));
  if (sought.size === 0) return () => [];
  const around = published
    .map(squeezed)
    .filter((one) => [...sought.keys()].some((name) => one.includes(name)));
  // What is longer comes first: in its place what stands in it is not found.
  const all = [...new Set([...around, ...sought.keys()])].toSorted((one, other) => other.length - one.length);
  const pattern = new RegExp(all.map(literally).join("|"), "gu");
  const isPublished = new Set(around);
  return (plain) =>
    [...plain.matchAll(pattern)].flatMap(({ 0: found, index: start }) => {
      const shown = isPublished.has(found) ? undefined : sought.get(found);
      return shown === undefined ? [] : [{ start, end: start + found.length, shown }];
    });
}

/** The pattern of a text that is nothing but itself. */
export function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/gu, "\\$&");
}
