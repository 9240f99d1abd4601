/** Answers about projects and indicators that had another name → the same beside what is asked of them now; of those that are gone it is told. */
import {
  answerKey,
  type FeedbackOwner,
  type FindingRecord,
  listNames,
  ownerName,
  placeKey,
} from "../contracts/index.ts";
import { type FormerMarks, formerMarksIn, readKnown } from "../department/index.ts";
import type { Language } from "../diagnostics/index.ts";
import { type PastEdition, readHistory } from "../editions/index.ts";
import { readOwn } from "../files/index.ts";
import { type FeedbackRow, feedbackRows, readFindings } from "../lists/index.ts";

/** What is asked of a department now, and where its editions are. */
export type Asked = FeedbackOwner & {
  readonly folder: string;
  readonly edition: number;
  readonly language: Language;
  readonly findings: readonly FindingRecord[];
  readonly rows: readonly FeedbackRow[];
};

export type Followed = {
  readonly answers: ReadonlyMap<string, string>;
  /** What was answered about projects that are there no longer. */
  readonly left: readonly LeftAnswer[];
};

export type LeftAnswer = { readonly key: string; readonly project: string; readonly answer: string };

/** `editions`: of the lists that the answers are in; what was answered before is followed from the edition before. */
export async function followRenamed(
  asked: Asked,
  answers: ReadonlyMap<string, string>,
  editions: readonly number[],
): Promise<Followed> {
  const followed = new Map(answers);
  const left = new Map<string, LeftAnswer>();
  const history = hasUnmet(asked, answers) ? await readHistory(asked.folder) : [];
  const now = await history.find(({ edition }) => edition === asked.edition)?.loadRecords();
  if (now === undefined) return { answers, left: [] };
  const past = history.filter(({ edition }) => edition < asked.edition);
  const wanted = new Set([...editions, past.at(-1)?.edition]);
  for (const edition of past.filter((one) => wanted.has(one.edition))) {
    const before = await edition.loadRecords();
    const former = before && formerMarksIn(await findingsIn(asked.folder), { before, now });
    if (former === undefined) continue;
    for (const [key, answer] of takenOver(asked, former, answers)) followed.set(key, answer);
    for (const one of await leftIn(edition, { asked, former, answers })) left.set(one.key, one);
  }
  return { answers: followed, left: [...left.values()] };
}

/** Of most departments each answer is beside its finding, and nothing has to be read. A failed one asks nothing. */
function hasUnmet({ rows, findings, ...owner }: Asked, answers: ReadonlyMap<string, string>): boolean {
  if (findings.some(({ severity }) => severity === "failure")) return false;
  const met = new Set(rows.flatMap(({ key, placeKey: place }) => [key, place]));
  const own = ` ${ownerName(owner)}`;
  return [...answers.keys()].some((key) => key.endsWith(own) && !met.has(key));
}

/** By the cell that is asked about now: what was answered under the former name is shown as an earlier answer. */
function takenOver(
  { rows, findings, ...asked }: Asked,
  { marks }: FormerMarks,
  answers: ReadonlyMap<string, string>,
): readonly (readonly [string, string])[] {
  const renamed = findings.map((one) => ({ ...one, ...marks.get(one.fingerprint ?? "") }));
  return feedbackRows(renamed, asked).flatMap((former, index) => {
    const row = rows[index];
    const isMet = [row?.key, row?.placeKey].some((key) => key !== undefined && answers.has(key));
    const answer = answers.get(former.key) ?? answers.get(former.placeKey ?? "");
    return isMet || answer === undefined || row?.placeKey === undefined ? [] : [[row.placeKey, answer]];
  });
}

type Leaving = {
  readonly asked: Asked;
  readonly former: FormerMarks;
  readonly answers: ReadonlyMap<string, string>;
};

async function leftIn(
  edition: PastEdition,
  { asked, former, answers }: Leaving,
): Promise<readonly LeftAnswer[]> {
  const known = readKnown(await edition.loadFindings()) ?? [];
  const { department, year } = asked;
  return known.flatMap(({ project = "", fingerprint, placeFingerprint }) => {
    if (!former.gone.has(project)) return [];
    const key = answerKey({ department, year, fingerprint });
    const place = placeKey({ department, year, place: placeFingerprint });
    const answer = answers.get(key) ?? answers.get(place ?? "");
    return answer === undefined ? [] : [{ key, project, answer }];
  });
}

async function findingsIn(folder: string) {
  const bytes = await readOwn(folder, listNames[1]).catch(() => undefined);
  return (bytes && readFindings(bytes)?.findings) ?? [];
}
