/** `--select`, `--ignore` and `--min-severity` → which findings are shown and counted. A failure always is. */
import { aspects, rules } from "../check/index.ts";
import { severities, severityOf, stageRows } from "../diagnostics/index.ts";
import { nearestName } from "../records/index.ts";
import { aspectOfCode } from "./aspect-of-code.ts";
import type { Finding } from "./finding.ts";

type Choice = {
  /** Codes, beginnings of codes with `*`, numbers of rules, and words of reviewers; all if there is none. */
  readonly select: readonly string[];
  readonly ignore: readonly string[];
  readonly minSeverity: "info" | "warning" | "error";
};

export type UnknownWord = { readonly list: "select" | "ignore"; readonly word: string };

type Chosen = {
  readonly isWanted: (finding: Finding) => boolean;
  /** Words that mean nothing, each with the list that it is in. */
  readonly unknown: readonly UnknownWord[];
};

export function chooseFindings({ select, ignore, minSeverity }: Choice): Chosen {
  const means = (words: readonly string[], finding: Finding) =>
    words.some((word) => isMeant(word, finding.code, aspectOfCode(finding.code)));
  return {
    isWanted: (finding) => {
      const severity = severityOf(finding);
      if (severity === "failure") return true;
      if (severities.indexOf(severity) > severities.indexOf(minSeverity)) return false;
      return (select.length === 0 || means(select, finding)) && !means(ignore, finding);
    },
    unknown: [...unknownIn("select", select), ...unknownIn("ignore", ignore)],
  };
}

function unknownIn(list: UnknownWord["list"], words: readonly string[]): readonly UnknownWord[] {
  // Which checks a form has is known when it is read.
  const isKnown = (word: string) =>
    word.includes("/") || isAspect(word) || knownCodes.some((code) => isMeant(word, code));
  return words.flatMap((word) => (isKnown(word) ? [] : { list, word }));
}

/** "" if none is near. */
export function nearestCode(word: string): string {
  return nearestName(word, knownCodes);
}

const knownCodes: readonly string[] = [...rules.map(({ code }) => code), ...Object.keys(stageRows)];
const numbers: ReadonlyMap<string, number> = new Map(rules.map(({ code, number }) => [code, number]));

/** Whether a word means a finding: its code, the beginning of it with `*`, the number of its rule, or a reviewer's word. */
export function isMeant(word: string, code: string, aspect?: keyof typeof aspects): boolean {
  if (word.endsWith("*")) return code.startsWith(word.slice(0, -1));
  // A check of a form: 〈form〉/〈name〉, or its name alone.
  if (word === code || code.endsWith(`/${word}`)) return true;
  if (/^\d+$/u.test(word)) return numbers.get(code) === Number(word);
  return aspect !== undefined && Object.values(aspects[aspect]).some((name) => name === word);
}

function isAspect(word: string): boolean {
  return Object.values(aspects).some(({ zh, en }) => zh === word || en === word);
}
