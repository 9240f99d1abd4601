/** Printed parts → their blocks. */
import type { Report } from "../diagnostics/index.ts";
import type { Block } from "../model/index.ts";
import { buildBlock, type HeadingIds } from "./build-blocks.ts";
import { parseMarkup } from "./parse-markup.ts";
import type { MarkupForm, RenderedPart } from "./rendered.ts";

const decoder = new TextDecoder();

/** A part's blocks; undefined where the markup is wrong, which was reported. */
export function composePart(
  { lead, projects }: RenderedPart,
  form: MarkupForm,
  report: Report,
): readonly Block[] | undefined {
  const composed = projects.map(({ markup, ordinal }) => {
    const ids = projectIds(ordinal);
    const text = decoder.decode(markup);
    return parseMarkup(text, { root: "project", ...form, report })?.map((element) =>
      buildBlock(element, ids),
    );
  });
  if (composed.includes(undefined)) return undefined;
  return [...lead, ...composed.flatMap((blocks) => blocks ?? [])];
}

/** project-7 for the project's own heading, project-7-2 for a second one below it. */
function projectIds(ordinal: number): HeadingIds {
  let headings = 0;
  return () => {
    headings += 1;
    return headings === 1 ? `project-${ordinal}` : `project-${ordinal}-${headings}`;
  };
}
