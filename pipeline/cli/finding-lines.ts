/** Findings → lines for a screen: the gravest first, grouped by project, each with its place. */

import { type Finding, wordingOf } from "../catalogue/index.ts";
import { projectLabel, severityNames } from "../commands/index.ts";
import { formatPlace, type Language, type Severity, severityOf } from "../diagnostics/index.ts";
import { excerptLines } from "./excerpt-lines.ts";
import { messages } from "./messages.ts";
import { type Colour, type Paint, printable } from "./terminal.ts";

export type ListOptions = {
  readonly language: Language;
  readonly paint: Paint;
  /** How many at most; the rest is counted. */
  readonly most: number;
  /** Least grave that is shown. */
  readonly from: Severity;
  /** Shows once what several projects have alike, as copied projects do. */
  readonly fold: boolean;
};

/** A finding, and the places where other projects have the very same. */
type Shown = { readonly finding: Finding; readonly again: readonly Finding[] };

const gravity: readonly Severity[] = ["failure", "error", "warning", "info"];
const colours: Readonly<Record<Severity, Colour>> = {
  failure: "red",
  error: "red",
  warning: "yellow",
  info: "cyan",
};

/** The lines, and how many findings they leave out. */
export function findingLines(
  findings: readonly Finding[],
  options: ListOptions,
): { readonly lines: readonly string[]; readonly left: number } {
  const rank = (finding: Finding) => gravity.indexOf(severityOf(finding));
  const wanted = findings.filter((finding) => rank(finding) <= gravity.indexOf(options.from));
  const shown = (
    options.fold ? fold(wanted, options.language) : wanted.map((finding) => ({ finding, again: [] }))
  )
    .toSorted((one, other) => rank(one.finding) - rank(other.finding))
    .slice(0, options.most);
  const groups = groupByProject(shown, options.language);
  const lines = [...groups].flatMap(([project, group]) => [
    ...(project === "" ? [] : [`  ${options.paint("bold", printable(project))}`]),
    ...group.flatMap((one) => linesOf(one, options)),
  ]);
  const told = shown.reduce((sum, { again }) => sum + 1 + again.length, 0);
  return { lines, left: findings.length - told };
}

function fold(findings: readonly Finding[], language: Language): readonly Shown[] {
  const groups = new Map<string, Finding[]>();
  for (const [index, finding] of findings.entries()) {
    const { code, subject, found } = finding;
    const { says } = wordingOf(finding, language);
    // What is about no project is told one by one.
    const key = JSON.stringify(subject === undefined ? index : [code, says, found]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()].flatMap(([finding, ...again]) =>
    finding === undefined ? [] : [{ finding, again }],
  );
}

function groupByProject(shown: readonly Shown[], language: Language): ReadonlyMap<string, readonly Shown[]> {
  // What is about no project comes first: below a project's name it would be read as that project's.
  const groups = new Map<string, Shown[]>([["", []]]);
  for (const one of shown) {
    const project = projectLabel(one.finding, language);
    const group = groups.get(project);
    if (group === undefined) groups.set(project, [one]);
    else group.push(one);
  }
  return groups;
}

function linesOf({ finding, again }: Shown, { language, paint }: ListOptions): readonly string[] {
  const { findings: say, colon, comma } = messages[language];
  const severity = severityOf(finding);
  const { says, todo } = wordingOf(finding, language);
  const { also = [], source } = finding;
  const excerpt = source === undefined ? [] : excerptLines(source, { paint, colour: colours[severity] });
  const others = also.slice(0, 3).map(formatPlace).join(comma);
  const place = printable(formatPlace(finding.at) + (also.length === 0 ? "" : say.also(others, also.length)));
  return [
    `  ${paint(colours[severity], severityNames[language][severity])} ${place}  ${paint("dim", finding.code)}`,
    ...excerpt.map((line) => `    ${line}`),
    `    ${printable(says)}`,
    ...(again.length === 0 ? [] : [`    ${say.again(again.length, printable(firstPlaces(again, comma)))}`]),
    `    ${paint("dim", `${say.todo}${colon}${printable(todo)}`)}`,
  ];
}

function firstPlaces(findings: readonly Finding[], comma: string): string {
  return findings
    .slice(0, 3)
    .map(({ at }) => formatPlace(at))
    .join(comma);
}
