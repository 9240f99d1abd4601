/** Findings → lines for a screen: the gravest first, grouped by project, each with its place. */
import {
  type Diagnostic,
  formatPlace,
  type Language,
  type Severity,
  severityOf,
  wordingOf,
} from "../diagnostics/index.ts";
import { projectLabel, severityNames } from "../run/index.ts";
import { messages } from "./messages.ts";
import { type Colour, type Paint, printable } from "./terminal.ts";

export type ListOptions = {
  readonly language: Language;
  readonly paint: Paint;
  /** How many at most; the rest is counted. */
  readonly most: number;
  /** Least grave that is shown. */
  readonly from: Severity;
};

const gravity: readonly Severity[] = ["failure", "error", "warning", "info"];
const colours: Readonly<Record<Severity, Colour>> = {
  failure: "red",
  error: "red",
  warning: "yellow",
  info: "cyan",
};

/** The lines, and how many findings they leave out. */
export function findingLines(
  findings: readonly Diagnostic[],
  options: ListOptions,
): { readonly lines: readonly string[]; readonly left: number } {
  const rank = (finding: Diagnostic) => gravity.indexOf(severityOf(finding));
  const shown = findings
    .filter((finding) => rank(finding) <= gravity.indexOf(options.from))
    .toSorted((one, other) => rank(one) - rank(other))
    .slice(0, options.most);
  const groups = groupByProject(shown, options.language);
  const lines = [...groups].flatMap(([project, group]) => [
    ...(project === "" ? [] : [`  ${options.paint("bold", printable(project))}`]),
    ...group.flatMap((finding) => linesOf(finding, options)),
  ]);
  return { lines, left: findings.length - shown.length };
}

function groupByProject(
  findings: readonly Diagnostic[],
  language: Language,
): ReadonlyMap<string, readonly Diagnostic[]> {
  // What is about no project comes first: below a project's name it would be read as that project's.
  const groups = new Map<string, Diagnostic[]>([["", []]]);
  for (const finding of findings) {
    const project = projectLabel(finding, language);
    const group = groups.get(project);
    if (group === undefined) groups.set(project, [finding]);
    else group.push(finding);
  }
  return groups;
}

function linesOf(finding: Diagnostic, { language, paint }: ListOptions): readonly string[] {
  const { findings: say, colon, comma } = messages[language];
  const severity = severityOf(finding);
  const { says, todo } = wordingOf(finding, language);
  const { also = [] } = finding;
  const others = also.slice(0, 3).map(formatPlace).join(comma);
  const place = printable(formatPlace(finding.at) + (also.length === 0 ? "" : say.also(others, also.length)));
  return [
    `  ${paint(colours[severity], severityNames[language][severity])} ${place}  ${paint("dim", finding.code)}`,
    `    ${printable(says)}`,
    `    ${paint("dim", `${say.todo}${colon}${printable(todo)}`)}`,
  ];
}
