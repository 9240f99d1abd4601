/** Findings → lines for a screen: the most severe first, grouped by project, each with its place. */
import { type Finding, wordingOf } from "../catalogue/index.ts";
import {
  formatPlace,
  type Language,
  type Place,
  type Severity,
  type SourceLine,
  severities,
  severityOf,
} from "../diagnostics/index.ts";
import { projectLabels, severityNames } from "../lists/index.ts";
import { type Colour, type Paint, printable, shorten, shortenStart, textWidth } from "./terminal.ts";
import { colon, comma, onTrialNote, todoLabel } from "./words.ts";

export type ListOptions = {
  readonly language: Language;
  readonly paint: Paint;
  /** How many at most; the rest is counted. */
  readonly most: number;
  /** The least severe that is shown. */
  readonly from: Severity;
  /** Shows a finding once that several projects share, as copied projects do. */
  readonly fold: boolean;
};

/** A finding, and those of other projects that are the same. */
type Shown = { readonly finding: Finding; readonly again: readonly Finding[] };

const colours: Readonly<Record<Severity, Colour>> = {
  failure: "red",
  error: "red",
  warning: "yellow",
  info: "cyan",
};

/** Three places at most are named. */
const words = {
  ignored: { zh: "忽略", en: "ignored" },
  until: (day: string) => ({ zh: `到 ${day} 为止`, en: `until ${day}` }),
  also: (places: string, all: number) => ({
    zh: `（另见 ${places}${all > 3 ? ` 等 ${all} 处` : ""}）`,
    en: ` (see also ${places}${all > 3 ? ` and ${all - 3} more` : ""})`,
  }),
  projects: (named: string, all: number) => ({
    zh: `${named} 等 ${all} 个项目`,
    en: `${named} and ${all - 3} more`,
  }),
  again: (places: string, all: number) => ({
    zh: `同样的问题另有 ${all} 处：${places}${all > 3 ? " 等" : ""}`,
    en: `The same in ${all} more: ${places}${all > 3 ? " …" : ""}`,
  }),
};

/** The lines, and how many findings they leave out. */
export function findingLines(
  findings: readonly Finding[],
  options: ListOptions,
): { readonly lines: readonly string[]; readonly left: number } {
  const bySeverity = groupBy(findings, severityOf);
  const severe = severities
    .slice(0, severities.indexOf(options.from) + 1)
    .flatMap((severity) => bySeverity.get(severity) ?? []);
  const each = severe.map((finding) => ({ finding, again: [] }));
  const shown = (options.fold ? fold(severe, options.language) : each).slice(0, options.most);
  const lines = byProject(shown, options.language).flatMap(([project, group]) => [
    ...(project === "" ? [] : [`  ${options.paint("bold", printable(project))}`]),
    ...group.flatMap((one) => linesOf(one, options)),
  ]);
  const listed = shown.reduce((sum, { again }) => sum + 1 + again.length, 0);
  return { lines, left: findings.length - listed };
}

function fold(findings: readonly Finding[], language: Language): readonly Shown[] {
  // There may be 20,000 of them, so only those are worded that may say the same as another.
  const alike = groupBy(findings, ({ code, found }) => `${code}\n${found}`);
  const groups = groupBy(findings, (finding) => {
    const { code, subject, found } = finding;
    const like = `${code}\n${found}`;
    // Findings about no project are listed one by one.
    if (subject === undefined || alike.get(like)?.length === 1) return finding;
    return `${wordingOf(finding, language).says}\n${like}`;
  });
  return [...groups.values()].flatMap(([finding, ...again]) =>
    finding === undefined ? [] : [{ finding, again }],
  );
}

/** Findings about no project come first: below a project's name they would be read as that project's. */
function byProject(
  shown: readonly Shown[],
  language: Language,
): readonly (readonly [project: string, readonly Shown[]])[] {
  const groups = groupBy(shown, ({ finding }) => projectLabels(finding, language).join("；"));
  return [...groups.values()]
    .flatMap(([first, ...more]) =>
      first === undefined ? [] : [[headingOf(first.finding, language), [first, ...more]] as const],
    )
    .toSorted(([one], [other]) => Number(other === "") - Number(one === ""));
}

/** A mistake that was copied may touch hundreds of projects. */
function headingOf(finding: Finding, language: Language): string {
  const labels = projectLabels(finding, language);
  const named = labels.slice(0, 3).join("；");
  return labels.length > 3 ? words.projects(named, labels.length)[language] : named;
}

function groupBy<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

function linesOf({ finding, again }: Shown, { language, paint }: ListOptions): readonly string[] {
  const severity = severityOf(finding);
  const colour = colours[severity];
  const { says, todo } = wordingOf(finding, language);
  const { at, also = [], source, found, code } = finding;
  const firstOf = (places: readonly Place[]) => places.slice(0, 3).map(formatPlace).join(comma[language]);
  const others = also.length === 0 ? "" : words.also(firstOf(also), also.length)[language];
  const same = words.again(firstOf(again.map((one) => one.at)), again.length)[language];
  const onTrial = finding.trial ? onTrialNote[language] : "";
  const name = paint(colour, severityNames[language][severity] + onTrial);
  return [
    `  ${name} ${printable(formatPlace(at) + others)}  ${paint("dim", code)}`,
    ...(source === undefined ? foundLines(at, found, paint) : excerptLines(source, { paint, colour })).map(
      (line) => `    ${line}`,
    ),
    `    ${printable(says)}`,
    ...(again.length === 0 ? [] : [`    ${printable(same)}`]),
    ...(finding.ignored === undefined ? [] : [`    ${printable(ignoredText(finding.ignored, language))}`]),
    `    ${paint("dim", `${todoLabel[language]}${colon[language]}${printable(todo)}`)}`,
  ];
}

function ignoredText({ reason, by, until }: NonNullable<Finding["ignored"]>, language: Language): string {
  const last = until === undefined ? [] : [words.until(until)[language]];
  const why = [reason, ...(by === undefined ? [] : [by]), ...last];
  return words.ignored[language] + colon[language] + why.join(comma[language]);
}

/** A sheet has no lines: what its cell says stands alone. */
function foundLines(at: Place, found: string | undefined, paint: Paint): readonly string[] {
  if (found === undefined || at.kind !== "cell" || at.sheet === undefined) return [];
  return [`${paint("dim", "│ ")}${shorten(printable(found.slice(0, 200)), widest.all)}`];
}

/** In columns of the screen; a Han character takes two. */
const widest = { before: 24, meant: 48, all: 88 };

function excerptLines(
  { line, text, from, to }: SourceLine,
  { paint, colour }: { readonly paint: Paint; readonly colour: Colour },
): readonly string[] {
  // No more than the screen can take is looked at: a goal may have thousands of characters.
  const before = shortenStart(printable(text.slice(Math.max(0, from - 200), from)), widest.before);
  const meant = shorten(printable(text.slice(from, Math.min(to, from + 200))), widest.meant);
  const used = textWidth(before) + textWidth(meant);
  const after = shorten(printable(text.slice(to, to + 200)), widest.all - used);
  const gutter = `${line} │ `;
  const mark = "^".repeat(Math.max(1, textWidth(meant)));
  return [
    `${paint("dim", gutter)}${before}${paint(colour, meant)}${after}`,
    `${paint("dim", `${" ".repeat(textWidth(gutter) - 2)}│ `)}${" ".repeat(textWidth(before))}${paint(colour, mark)}`,
  ];
}
