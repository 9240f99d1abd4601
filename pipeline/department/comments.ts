/** Findings → comments on the values that they are about, in the parts that print them: a reviewer's view of a draft. */
import { type Finding, wordingOf } from "../catalogue/index.ts";
import { projectInList, type RenderedPart, type RenderedReport, sourcesOfBlock } from "../compose/index.ts";
import { formatPlace, type Language, severityOf } from "../diagnostics/index.ts";
import type { Block, Comment } from "../model/index.ts";
import type { Department } from "../records/index.ts";
import { findPrinted, type Printed } from "./printed-by.ts";
import { joinedPath, rowOfPath } from "./printed-paths.ts";

/** A comment whose source is the value's path in its own project, or in the department. */
export type PrintedComment = Pick<Printed, "project"> & { readonly comment: Comment };

/** At every place of a finding, as each reader sees his own pages. What is about no printed value has none. */
export function commentsOf(
  findings: readonly Finding[],
  department: Department,
  language: Language,
): readonly PrintedComment[] {
  const everywhere = findings.flatMap(({ also = [], ...finding }): Finding[] => [
    finding,
    ...also.map((at) => ({ ...finding, at })),
  ]);
  const printedBy = findPrinted(everywhere, department);
  return everywhere.flatMap((finding) => {
    const printed = printedBy(finding.at);
    const severity = severityOf(finding);
    // A failure is in no edition.
    if (printed === undefined || severity === "failure") return [];
    const { project, path: source, beside } = printed;
    const text = textOf(finding, severity, language);
    return [{ project, comment: { source, beside, severity, author: words.author, text } }];
  });
}

const words = {
  author: "huibian",
  severity: {
    error: { zh: "错误", en: "Error" },
    warning: { zh: "警告", en: "Warning" },
    info: { zh: "提示", en: "Note" },
  },
  todo: { zh: "建议：", en: "To do: " },
  data: { zh: "数据：", en: "Data: " },
};

/** A line each for what was found, what to do, and the cell of the export. */
function textOf(finding: Finding, severity: Comment["severity"], language: Language): string {
  const { says, todo } = wordingOf(finding, language);
  const name = words.severity[severity][language];
  return [
    language === "zh" ? `【${name}】${says}` : `${name}: ${says}`,
    words.todo[language] + todo,
    words.data[language] + formatPlace(finding.at),
  ].join("\n");
}

/** The report, each part with the comments on what it prints. */
export function withComments(report: RenderedReport, comments: readonly PrintedComment[]): RenderedReport {
  const ofProject = new Map<number | undefined, Comment[]>();
  for (const { project, comment } of comments) {
    const own = ofProject.get(project);
    if (own === undefined) ofProject.set(project, [comment]);
    else own.push(comment);
  }
  const [first, ...others] = report.sections;
  const commented = (section: typeof first): typeof first => ({
    ...section,
    parts: section.parts.map((part) => commentedPart(part, ofProject)),
  });
  return { ...report, sections: [commented(first), ...others.map(commented)] };
}

type ByProject = ReadonlyMap<number | undefined, readonly Comment[]>;

function commentedPart(part: RenderedPart, ofProject: ByProject): RenderedPart {
  const { lead, projects } = part;
  const own = projects.flatMap(({ ordinal }) => {
    const comments = ofProject.get(ordinal) ?? [];
    return projects.length > 1 ? comments.map((comment) => listed(comment, ordinal)) : comments;
  });
  const comments = [...onLead(lead, ofProject), ...own];
  return comments.length === 0 ? part : { ...part, comments };
}

/** Blocks that are there already say what they print: values of the department, and of projects that are listed. */
function onLead(lead: readonly Block[], ofProject: ByProject): readonly Comment[] {
  const rows = new Set(lead.flatMap(sourcesOfBlock).map(rowOfPath));
  const projects = new Set([...rows].map((row) => projectInList(row)?.project));
  const candidates = [...projects].flatMap((project) => {
    const comments = ofProject.get(project) ?? [];
    return project === undefined ? comments : comments.map((comment) => listed(comment, project));
  });
  return candidates.filter((comment) => sourcesOf(comment).some((source) => rows.has(rowOfPath(source))));
}

/** The comment on a value that stands in a list of projects (compose's `projectInList` reads it back). */
function listed(comment: Comment, project: number): Comment {
  const [source = "", beside] = sourcesOf(comment).map((path) => `projects.${project - 1}.${path}`);
  return { ...comment, source, beside };
}

function sourcesOf({ source, beside }: Comment): readonly string[] {
  return beside === undefined ? [source] : [source, beside];
}

/**
 * Each comment on a source that the part prints: its own, that of the label that its own is merged into, or else one of the
 * same row. Those on nothing that is printed are left out, and so is what is said of a label already.
 */
export function onPrintedSources(
  comments: readonly Comment[] | undefined,
  sources: () => readonly string[],
): readonly Comment[] | undefined {
  if (comments === undefined) return undefined;
  const printed = new Map<string, string>();
  for (const source of sources()) {
    printed.set(source, source);
    const row = rowOfPath(source);
    if (!printed.has(row)) printed.set(row, source);
  }
  const said = new Set<string>();
  return comments.flatMap((comment) => {
    const candidates = sourcesOf(comment).flatMap((path) => [
      ...[path, joinedPath(path)],
      ...labelsAbove(path),
      rowOfPath(path),
    ]);
    const source = candidates.map((path) => printed.get(path)).find((one) => one !== undefined);
    if (source === undefined) return [];
    // The last line says which cell of the export it is.
    const words = `${source}\n${comment.text.slice(0, comment.text.lastIndexOf("\n"))}`;
    if (isLabel.test(source) && said.has(words)) return [];
    said.add(words);
    return [{ ...comment, source }];
  });
}

const isLabel = /\.level[12]$/u;

/** `indicators.4.level2` → those of the rows above it, the nearest first: a label that is not printed is merged into one. */
function labelsAbove(path: string): readonly string[] {
  const {
    before = "",
    row,
    level,
  } = /^(?<before>.*indicators\.)(?<row>\d+)\.(?<level>level[12])$/u.exec(path)?.groups ?? {};
  return row === undefined
    ? []
    : Array.from({ length: Number(row) }, (_, above) => `${before}${Number(row) - 1 - above}.${level}`);
}
