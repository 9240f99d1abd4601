/** Answers about projects and indicators that had another name → the same beside what is asked of them now; of those that are gone it is told. */
import {
  answerKey,
  type FeedbackOwner,
  type FindingRecord,
  type KnownFinding,
  listNames,
  ownerName,
  placeKey,
} from "../contracts/index.ts";
import { type FormerMarks, formerMarksIn, type GoneSince, readKnown } from "../department/index.ts";
import type { IndicatorLevels, Language, Subject } from "../diagnostics/index.ts";
import { type PastEdition, readHistory } from "../editions/index.ts";
import { readOwn } from "../files/index.ts";
import { type FeedbackRow, feedbackRows, marksFor, readFindings } from "../lists/index.ts";
import { groupBy } from "../records/index.ts";

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
  /** What was answered about projects and indicators that are there no longer. */
  readonly left: readonly LeftAnswer[];
  /** The edition up to which answers were followed. */
  readonly followed: number | undefined;
};

export type LeftAnswer = {
  readonly key: string;
  readonly project: string;
  /** If its project is there, and this is not. */
  readonly indicator: string | undefined;
  readonly answer: string;
};

type Given = {
  readonly answers: ReadonlyMap<string, string>;
  /** Of the lists that answers came in. */
  readonly editions: readonly number[];
  /** Up to which the other answers were followed before: a run may publish editions and no lists. */
  readonly followed: number | undefined;
};

/** Answers are followed from the editions of their lists, and from all since they were followed last. */
export async function followRenamed(
  asked: Asked,
  { answers, editions, followed: last }: Given,
): Promise<Followed> {
  // A failed one asks nothing.
  if (asked.findings.some(({ severity }) => severity === "failure"))
    return { answers, left: [], followed: last };
  // Of most departments each answer is beside its finding, and nothing has to be read.
  if (!hasUnmet(asked, answers)) return { answers, left: [], followed: asked.edition };
  const history = await readHistory(asked.folder);
  const now = await history.find(({ edition }) => edition === asked.edition)?.loadRecords();
  if (now === undefined) return { answers, left: [], followed: last };
  const past = history.filter(({ edition }) => edition < asked.edition);
  const from = Math.min(last ?? asked.edition, past.at(-1)?.edition ?? asked.edition);
  const findings = await findingsIn(asked.folder);
  const compared: Compared[] = [];
  for (const edition of past.filter((one) => one.edition >= from || editions.includes(one.edition))) {
    const before = await edition.loadRecords();
    const former = before && formerMarksIn(findings, { before, now });
    if (former !== undefined) compared.push({ edition, former });
  }
  const taken = compared.flatMap(({ former }) => takenOver(asked, former, answers));
  const left = await Promise.all(
    compared.map((one, index) => leftIn(one, { asked, answers, later: compared.slice(index + 1) })),
  );
  return {
    answers: new Map([...answers, ...taken]),
    left: [...new Map(left.flat().map((one) => [one.key, one])).values()],
    followed: asked.edition,
  };
}

/** An earlier edition, and what its projects have become. */
type Compared = { readonly edition: PastEdition; readonly former: FormerMarks };

function hasUnmet({ rows, findings: _, ...owner }: Asked, answers: ReadonlyMap<string, string>): boolean {
  const met = new Set(rows.flatMap(({ key, placeKey: place }) => [key, place]));
  const own = ` ${ownerName(owner)}`;
  return [...answers.keys()].some((key) => key.endsWith(own) && !met.has(key));
}

/** By the cell that is asked about now: what was answered under the former name is shown as an earlier answer. */
function takenOver(
  { rows: _, findings, ...asked }: Asked,
  { marks, calledBefore }: FormerMarks,
  answers: ReadonlyMap<string, string>,
): readonly (readonly [string, string])[] {
  const pairs = findings.flatMap((finding) => {
    const { fingerprint = "", subject, subjects } = finding;
    const was = { ...finding, ...marks.get(fingerprint) };
    const [rows, former] = [
      feedbackRows([finding], asked),
      feedbackRows(
        [{ ...was, subject: subject && calledBefore(subject), subjects: subjects?.map(calledBefore) }],
        asked,
      ),
    ];
    // Of two units that became one, it is not known whose answer stands.
    return former.length === rows.length
      ? rows.map((row, index) => ({ row, former: former[index] ?? row }))
      : [];
  });
  return pairs.flatMap(({ row, former }) => {
    const isMet = [row.key, row.placeKey].some((key) => key !== undefined && answers.has(key));
    const answer = answers.get(former.key) ?? answers.get(former.placeKey ?? "");
    return isMet || answer === undefined || row.placeKey === undefined ? [] : [[row.placeKey, answer]];
  });
}

type Leaving = {
  readonly asked: Asked;
  readonly answers: ReadonlyMap<string, string>;
  /** A project that changed and was renamed after may be known again only from these. */
  readonly later: readonly Compared[];
};

async function leftIn(
  { edition, former }: Compared,
  { asked, answers, later }: Leaving,
): Promise<readonly LeftAnswer[]> {
  const known = readKnown(await edition.loadFindings()) ?? [];
  const met = new Set(asked.rows.flatMap((row) => [row.key, row.placeKey]));
  const isGone: GoneSince = (...what) =>
    former.isGone(...what) && !later.some((one) => one.former.isGone(...what) === false);
  return known.flatMap((finding) =>
    askedAs(finding).flatMap((one) => {
      const left = leftOf(one, isGone);
      if (left === undefined) return [];
      const { fingerprint, place } = marksFor(one.unit, finding);
      const keys = [answerKey({ ...asked, fingerprint }), placeKey({ ...asked, place })];
      const answer = keys.flatMap((key) => answers.get(key ?? "") ?? [])[0];
      return answer === undefined || keys.some((key) => met.has(key))
        ? []
        : [{ key: keys[0] ?? "", ...left, answer }];
    }),
  );
}

/** A finding as one unit was asked about it. */
type AskedAs = {
  /** "" unless it is about what several have in common. */
  readonly unit: string;
  readonly projects: readonly [Subject, ...Subject[]];
  readonly indicator: IndicatorLevels | undefined;
};

function askedAs({ project, unit, projectCode, projects, indicator }: KnownFinding): readonly AskedAs[] {
  if (projects === undefined)
    return project === undefined
      ? []
      : [{ unit: "", projects: [{ unit, code: projectCode, project }], indicator }];
  return [...groupBy(projects, (one) => one.unit ?? "")].flatMap(([of, [first, ...others]]) =>
    first === undefined ? [] : { unit: of, projects: [first, ...others] as const, indicator: undefined },
  );
}

/** What it was about, if that is gone: all the projects of its unit, or the indicator. */
function leftOf(
  { projects, indicator }: AskedAs,
  isGone: GoneSince,
): Pick<LeftAnswer, "project" | "indicator"> | undefined {
  const [{ project = "", unit }, ...others] = projects;
  const names = others.length === 0 ? project : `${project} +${others.length}`;
  const named = unit === undefined ? names : `${names}（${unit}）`;
  if (projects.every((one) => isGone(one))) return { project: named, indicator: undefined };
  if (indicator === undefined || !isGone(projects[0], indicator)) return undefined;
  const { level1, level2, level3 } = indicator;
  return { project: named, indicator: level3 ?? level2 ?? level1 };
}

async function findingsIn(folder: string) {
  const bytes = await readOwn(folder, listNames[1]).catch(() => undefined);
  return (bytes && readFindings(bytes)?.findings) ?? [];
}
