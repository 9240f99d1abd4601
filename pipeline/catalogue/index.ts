/** Every finding there can be, a diagnostic of a stage or a finding of a rule: its sentences, and what else lists, reporters and the roll-up ask of it. */
import { isCheckFinding, rules } from "../check/index.ts";
import {
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
export { type Fingerprint, fingerprintsOf } from "./fingerprint.ts";

const rows = new Map<string, Sentences>(Object.entries(stageRows));
for (const rule of rules) rows.set(rule.code, rule);

/** Whether there can be a finding of this code: of a stage, a rule, or a form's check. */
export function isCode(code: string): boolean {
  return rows.has(code) || code.includes("/");
}

/** The two sentences of a diagnostic: what was found, and what to do. */
export function wordingOf(finding: Finding, language: Language): Wording {
  const { says, todo } = sentencesOf(finding, language);
  const right = suggestionOf(finding);
  return { says, todo: right === undefined ? todo : todo + instead(right, finding.part)[language] };
}

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
