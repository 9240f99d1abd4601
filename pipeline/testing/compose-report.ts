/** A form + records → the whole document at once, where a build makes one part after the other. */
import { composePart, type ReportInput, renderReport } from "../compose/index.ts";
import { reportOnce } from "../compose/report-once.ts";
import type { Report } from "../diagnostics/index.ts";
import type { Document, Section } from "../model/index.ts";

export function composeReport(input: ReportInput, report: Report): Document | undefined {
  const once = reportOnce(report).report;
  const printed = renderReport(input, once);
  if (printed === undefined) return undefined;
  const { sections, markup, ...about } = printed;
  const [first, ...others] = sections.map(({ mostCells: _, parts, ...head }): Section | undefined => {
    const composed = parts.map((part) => composePart(part, markup, once));
    if (composed.includes(undefined)) return undefined;
    return { ...head, blocks: composed.flatMap((blocks) => blocks ?? []) };
  });
  if (first === undefined || others.includes(undefined)) return undefined;
  return { ...about, sections: [first, ...others.flatMap((section) => section ?? [])] };
}
