/** What units have answered, carried on from build to build in a hidden record beside their lists. */
import { join } from "node:path";
import { feedbackRecord, keyOfOwner } from "../contracts/index.ts";
import { encodeJson, hashOfData, isRecord, type NewFile, parseJson, readText } from "../files/index.ts";
import type { FeedbackList } from "../read/index.ts";

/** What units have answered. */
export type Carried = {
  /** By `answerKey` and `placeKey`. */
  readonly answers: ReadonlyMap<string, string>;
  /** Hashes of the lists whose answers are among them. */
  readonly read: ReadonlySet<string>;
  /** Keys of those of which was told that their project is gone. */
  readonly left: ReadonlySet<string>;
  /** The edition up to which answers were followed to projects and indicators that were renamed. */
  readonly followed: number | undefined;
};

/** A list that came back, and the file that it is in. */
export type ReturnedList = FeedbackList & { readonly file: string };

/** As a finding tells of it; undefined of one that an older program wrote. */
export function returnedList(
  { department, year, edition, answers, places }: Readonly<Record<string, unknown>>,
  file: string,
): ReturnedList | undefined {
  if (typeof department !== "string" || typeof edition !== "number") return undefined;
  const [given, earlier] = [answers, places].map((texts) => Object.fromEntries(textsIn(texts)));
  const owner = { department, year: typeof year === "string" ? year : undefined };
  return { ...owner, edition, answers: given ?? {}, places: earlier ?? {}, file };
}

/**
 * A list that an earlier build has read says nothing new, wherever it still lies: what was answered since stands. Of
 * several new ones the later edition is right.
 */
export function carryOn(
  { answers: before, read: known, ...others }: Carried,
  lists: readonly FeedbackList[],
  /** Of departments that had another name: what they are called now. */
  names: ReadonlyMap<string, string> = new Map(),
): Carried {
  const answers = new Map([...before].map(([key, answer]) => [keyOfOwner(key, names), answer]));
  const read = new Set(known);
  for (const list of inOrder(lists)) {
    const mark = markOf(list);
    if (read.has(mark)) continue;
    read.add(mark);
    for (const [key, answer] of Object.entries({ ...list.places, ...list.answers }))
      answers.set(keyOfOwner(key, names), answer);
  }
  return { answers, read, left: others.left, followed: others.followed };
}

export type Differing = {
  /** Of the finding, its `answerKey`. */
  readonly key: string;
  readonly one: Answer;
  readonly other: Answer;
};

type Answer = { readonly says: string; readonly file: string };

/** New lists of one edition that answer the same finding differently: the last of them stands. */
export function differingAnswers(carried: Carried, lists: readonly ReturnedList[]): readonly Differing[] {
  const given = new Map<string, Answer>();
  const differing: Differing[] = [];
  for (const list of inOrder(newLists(carried, lists))) {
    for (const [key, says] of Object.entries(list.answers)) {
      const one = given.get(`${list.edition} ${key}`);
      const other = { says, file: list.file };
      if (one !== undefined && one.says !== says) differing.push({ key, one, other });
      given.set(`${list.edition} ${key}`, other);
    }
  }
  return differing;
}

/** Those that no earlier build has read. */
export function newLists<List extends FeedbackList>(
  { read }: Carried,
  lists: readonly List[],
): readonly List[] {
  return lists.filter((one) => !read.has(markOf(one)));
}

function inOrder<List extends FeedbackList>(lists: readonly List[]): readonly List[] {
  return lists.toSorted((one, other) => one.edition - other.edition);
}

function markOf({ department, edition, answers }: FeedbackList): string {
  return hashOfData([department, edition, answers]);
}

/** What was written last. */
export type FeedbackState = Carried & {
  /** What the department was called in its lists, the last name last. */
  readonly owners: readonly string[];
  readonly of: string | undefined;
  /** By name, the hashes of our own lists, and of all that were there afterwards. */
  readonly files: ReadonlyMap<string, string>;
  readonly seen: ReadonlyMap<string, string>;
};

/** Nothing was written if it cannot be read. */
export async function readRecord(folder: string): Promise<FeedbackState> {
  const text = await readText(join(folder, feedbackRecord)).catch(() => "");
  const value = parseJson(text);
  const { of, owners, files, seen, answers, read, left, followed } = isRecord(value) ? value : {};
  return {
    owners: wordsIn(owners),
    of: typeof of === "string" ? of : undefined,
    // Files are removed on its word: it may name none outside its folder.
    files: new Map(textsIn(files).filter(([name]) => !/[/\\]/u.test(name))),
    seen: new Map(textsIn(seen)),
    answers: new Map(textsIn(answers)),
    read: new Set(wordsIn(read)),
    left: new Set(wordsIn(left)),
    followed: typeof followed === "number" ? followed : undefined,
  };
}

function wordsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

export function recordFile(state: FeedbackState): NewFile {
  const { of, owners, files, seen, answers, read, left, followed } = state;
  const [lists, all, answered] = [files, seen, answers].map((map) => Object.fromEntries(map));
  const told = left.size === 0 ? undefined : [...left];
  const bytes = encodeJson({
    ...{ of, owners, files: lists, seen: all, answers: answered },
    ...{ read: [...read], left: told, followed },
  });
  return { name: feedbackRecord, bytes };
}

function textsIn(value: unknown): readonly (readonly [string, string])[] {
  const entries = isRecord(value) ? Object.entries(value) : [];
  return entries.flatMap(([name, one]) => (typeof one === "string" ? [[name, one] as const] : []));
}
