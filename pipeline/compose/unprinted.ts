/** A department and what its form printed of it → the projects of which nothing can be read there. */
import Handlebars from "handlebars";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { Department, Project } from "../records/index.ts";
import type { RenderedReport } from "./rendered.ts";

/** Projects named in one sentence. */
const mostNamed = 5;

/** A template that is not done, or whose conditions never hold, would leave projects out of a report that counts them. */
export function findUnprinted(
  { sections, markup }: RenderedReport,
  { projects }: Department,
): Diagnostic | undefined {
  const printed = sections.flatMap(({ parts }) => parts.flatMap((part) => part.projects));
  const texts = new Map(printed.map((project) => [project.ordinal, project.markup]));
  const missing = projects.filter((project, index) => !isIn(project, texts.get(index + 1)));
  if (missing.length === 0) return undefined;
  const file = markup.files.find((path) => path.endsWith("project.hbs")) ?? "project.hbs";
  const named = missing.slice(0, mostNamed).map(({ name, key }) => name?.text ?? key);
  const args = { count: missing.length, projects: named };
  return { code: "projects-not-printed", at: { kind: "template", file, line: 1 }, args };
}

const decoder = new TextDecoder();

/** Whether anything is shown of what only this project says; attributes, such as captions, are not shown. */
function isIn({ name, code, goals, indicators }: Project, markup: Uint8Array | undefined): boolean {
  const lines = [...(goals.annual?.lines ?? []), ...(goals.midTerm?.lines ?? [])];
  const shown = signs(decoder.decode(markup).replace(/<[^>]*>/gu, ""));
  let given = 0;
  // As a rule the first is found.
  for (const own of [name, code, ...lines, ...indicators.map(({ level3 }) => level3)]) {
    const text = signs(Handlebars.escapeExpression(own?.text ?? ""));
    if (text === "") continue;
    if (shown.includes(text)) return true;
    given += 1;
  }
  return given === 0;
}

/** Letters and digits: no escape and no line break tells two equal texts apart. */
function signs(text: string): string {
  return text.replace(/&#?\w+;|[^\p{L}\p{N}]/gu, "");
}
