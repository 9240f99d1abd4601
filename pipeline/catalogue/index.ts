/** Every finding there can be, a diagnostic of a stage or a finding of a rule: its sentences, and what else lists, reporters and the roll-up ask of it. */
import { isCheckFinding, rules } from "../check/index.ts";
import {
  type AlikeFindings,
  type AlikePlaces,
  type Bilingual,
  type Language,
  type Sentences,
  stageRows,
  type Wording,
  wordsOf,
} from "../diagnostics/index.ts";
import { suggestionOf } from "./correct.ts";
import type { Finding } from "./finding.ts";

export { aspects } from "../check/index.ts";
export { aspectOfCode } from "./aspect-of-code.ts";
export { chooseFindings, isMeant, nearestCode, type UnknownWord } from "./choose-findings.ts";
export { type Correct, correctionOf, suggestionOf } from "./correct.ts";
export {
  describeFailure,
  describeStages,
  type FailureDescription,
  type StageDescription,
} from "./describe-stages.ts";
export { descriptionOf } from "./description-of.ts";
export type { Finding } from "./finding.ts";
export { type Fingerprint, fingerprintsOf, isOfNoProject } from "./fingerprint.ts";
export { toldAmong } from "./told-among.ts";

const rows = new Map<string, Sentences>(Object.entries(stageRows));
for (const rule of rules) rows.set(rule.code, rule);

/** Whether there can be a finding of this code: of a stage, a rule, or a form's check. */
export function isCode(code: string): boolean {
  return rows.has(code) || code.includes("/");
}

/** The two sentences of a diagnostic: what was found, and what to do. */
export function wordingOf(finding: Finding, language: Language): Wording {
  const { says: saysOne, todo } = sentencesOf(finding, language);
  const alike = finding.alike === undefined ? "" : saysAlike(finding.alike)[language];
  const says = saysOne + alike + (finding.madeUp ? ofMadeUp[language] : "");
  const right = suggestionOf(finding);
  return { says, todo: right === undefined ? todo : todo + instead(right, finding.part)[language] };
}

/** Nobody is to look for such data in a file. */
const ofMadeUp: Bilingual = { zh: "（用编造的数据试印时）", en: " (when made-up data were printed)" };

/** How often, and in which rows or records, as far as a line has room. */
function saysAlike({ count, where }: AlikeFindings): Bilingual {
  const places = (words: (of: AlikePlaces, numbers: string) => string, comma: string) =>
    where.slice(0, mostTables).map((one) => {
      const stretches = one.stretches.slice(0, mostStretches);
      const numbers = stretches.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`));
      const isAll = stretches.length === one.stretches.length;
      return words(one, [...numbers, ...(isAll ? [] : ["…"])].join(comma));
    });
  const units = { row: ["行", "rows"], record: ["条记录", "records"] } as const;
  const more = where.length > mostTables ? ["…"] : [];
  const zh = [...places((one, numbers) => `${one.table} 第 ${numbers} ${units[one.unit][0]}`, "、"), ...more];
  const en = [...places((one, numbers) => `${one.table} ${units[one.unit][1]} ${numbers}`, ", "), ...more];
  const said = (list: readonly string[], mark: string) => (list.length === 0 ? "" : mark + list.join("；"));
  return {
    zh: `（同样的共 ${count} 处，这里只列一处${said(zh, "：")}）`,
    en: ` (${count} of the kind, listed once${said(en, ": ")})`,
  };
}

const mostTables = 5;
const mostStretches = 10;

function instead(right: string, part: string | undefined): Bilingual {
  if (right === "" && part !== undefined) return { zh: `删去“${part}”。`, en: ` Remove “${part}”.` };
  if (right === "") return { zh: "改为空白。", en: " Leave it blank." };
  return { zh: `改为“${right}”。`, en: ` Write “${right}”.` };
}

function sentencesOf(finding: Finding, language: Language): Wording {
  if (isCheckFinding(finding))
    return { says: finding.args.says[language], todo: finding.args.todo[language] };
  const { code, args } = finding;
  const row = rows.get(code);
  if (row === undefined) throw new Error(`${code} is in no room's rows`);
  // Each code has its own args, which the union ensures; TypeScript cannot follow that through the look-up.
  return wordsOf(row, args as never, language);
}
