/** A department and what its form printed of it → the projects of which nothing can be read there. */
import Handlebars from "handlebars";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { Inline } from "../model/index.ts";
import { type Department, type PerProject, type Project, perProject } from "../records/index.ts";
import { unpackMarkup } from "./pack-markup.ts";
import type { RenderedProject, RenderedReport } from "./rendered.ts";
import { projectInList } from "./value-source.ts";

/** Projects named in one sentence. */
const mostNamed = 5;

/**
 * A template that is not done, or whose conditions never hold, would leave projects out of a report that counts them.
 * `kept`: of which a process that stays knows that they are printed, by their markup.
 */
export function findUnprinted(
  { sections, markup }: RenderedReport,
  { projects }: Department,
  kept: PerProject<boolean> = perProject(),
): Diagnostic | undefined {
  const apart = sections.flatMap(({ parts }) => parts.flatMap((part) => part.projects));
  const isShown = apart.length === 0 ? shownInList(sections) : shownApart(apart, kept);
  const missing = projects.filter((project, index) => !isShown(project, index + 1));
  if (missing.length === 0) return undefined;
  const template = apart.length === 0 ? "part-two.hbs" : "project.hbs";
  const file = markup.files.findLast((path) => path.endsWith(template)) ?? template;
  const named = missing.slice(0, mostNamed).map(({ name, key }) => name?.text ?? key);
  const args = { count: missing.length, projects: named };
  return { code: "projects-not-printed", at: { kind: "template", file, line: 1 }, args };
}

type IsShown = (project: Project, ordinal: number) => boolean;

/** Whether anything is shown of what only this project says; attributes, such as captions, are not shown. */
function shownApart(printed: readonly RenderedProject[], kept: PerProject<boolean>): IsShown {
  const markups = new Map(printed.map(({ ordinal, markup }) => [ordinal, markup]));
  return (project, ordinal) => {
    const packed = markups.get(ordinal);
    if (packed === undefined) return isShownIn("", project);
    return (
      kept.find(project, [packed]) ?? kept.keep(project, [packed], isShownIn(unpackMarkup(packed), project))
    );
  };
}

function isShownIn(markup: string, project: Project): boolean {
  // Nearly always the name stands there as it is, and the rest of the markup need not be looked at.
  if (standsOutsideTags(markup, Handlebars.escapeExpression(project.name?.text ?? ""))) return true;
  const shown = signs(markup.replace(/<[^>]*>/gu, ""));
  return says(project, (text) => shown.includes(text));
}

/** Of the first place alone: in any other case all is looked through. */
function standsOutsideTags(markup: string, text: string): boolean {
  const at = signs(text) === "" ? -1 : markup.indexOf(text);
  return at >= 0 && markup.lastIndexOf("<", at) < markup.lastIndexOf(">", at);
}

/** Projects of a list are in its cells, which say whose values they print. */
function shownInList(sections: RenderedReport["sections"]): IsShown {
  const blocks = sections.flatMap(({ parts }) => parts.flatMap(({ lead }) => lead));
  const rows = blocks.flatMap((block) => (block.kind === "table" ? block.body : []));
  const filled = rows.flatMap(({ cells }) => cells).filter(({ paragraphs }) => paragraphs.some(hasText));
  const shown = new Set(filled.flatMap(({ sources }) => sources.map((one) => projectInList(one)?.project)));
  return (project, ordinal) => shown.has(ordinal) || says(project, () => false);
}

function hasText(content: readonly Inline[]): boolean {
  return content.some((inline) => inline.kind === "text" && inline.text.trim() !== "");
}

function says({ name, code, goals, indicators }: Project, isShown: (text: string) => boolean): boolean {
  const lines = [...(goals.annual?.lines ?? []), ...(goals.midTerm?.lines ?? [])];
  let given = 0;
  // As a rule the first is found.
  for (const own of [name, code, ...lines, ...indicators.map(({ level3 }) => level3)]) {
    const text = signs(Handlebars.escapeExpression(own?.text ?? ""));
    if (text === "") continue;
    if (isShown(text)) return true;
    given += 1;
  }
  return given === 0;
}

/** Letters and digits: no escape and no line break tells two equal texts apart. */
function signs(text: string): string {
  return text.replace(/&#?\w+;|[^\p{L}\p{N}]/gu, "");
}
