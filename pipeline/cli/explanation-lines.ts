/** Where a printed cell comes from → lines for a screen: place, the source's line, and each step from it to the print. */

import type { ExplainedCell, Explanation } from "../commands/index.ts";
import { formatPlace, type Language } from "../diagnostics/index.ts";
import { findingLines } from "./finding-lines.ts";
import { type Messages, messages } from "./messages.ts";
import { type Paint, printable } from "./terminal.ts";

type Done = Extract<Explanation, { kind: "done" }>;

export function explanationLines(
  { cells, failures, notFound }: Pick<Done, "cells" | "failures" | "notFound">,
  options: { readonly language: Language; readonly paint: Paint },
): readonly string[] {
  const list = { ...options, most: Number.POSITIVE_INFINITY, from: "failure", fold: false } as const;
  if (failures.length > 0) return findingLines(failures, list).lines;
  if (notFound !== undefined) return notFoundLines(notFound, messages[options.language]);
  return cells.flatMap((cell) => cellLines(cell, options));
}

/** What could be asked for instead. */
function notFoundLines(notFound: NonNullable<Done["notFound"]>, say: Messages): readonly string[] {
  const { wanted, nearest } = notFound;
  const { explain, usageErrors, colon } = say;
  const meant = nearest === "" ? [] : [printable(usageErrors.suggestion(nearest))];
  if (notFound.kind === "cell")
    return [
      printable(explain.noCell(wanted)),
      ...meant,
      explain.fields + colon,
      ...notFound.fields.map(({ field, label }) => printable(`  ${label}  ${field}`)),
    ];
  return [
    printable(explain.noProject(wanted)),
    ...meant,
    explain.projects + colon,
    ...notFound.projects.map(({ number, code, name }) =>
      printable(`  ${[number, code, name].filter((word) => word !== undefined).join("  ")}`),
    ),
  ];
}

function cellLines(
  cell: ExplainedCell,
  { language, paint }: { readonly language: Language; readonly paint: Paint },
): readonly string[] {
  const { explain: say, colon, readings } = messages[language];
  const { label, field, indicator, printed, blank, at, raw, parts, reading, source } = cell;
  const name = [label ?? field, ...(indicator === undefined ? [] : [say.indicator(indicator)])].join(" ");
  const line = (what: string, text: string) => `    ${what}${colon}${printable(text)}`;
  return [
    `  ${paint("bold", printable(`${cell.project} · ${name}`))}  ${paint("dim", field)}`,
    line(say.printed, blank ? say.blank : printed),
    ...(at === undefined ? [] : [line(say.place, formatPlace(at))]),
    ...(reading === undefined
      ? []
      : [
          line(
            say.encoding,
            reading.encoding.name + readings.because(readings.encoding[reading.encoding.evidence]),
          ),
        ]),
    ...(source === undefined || blank ? [] : [line(say.source, source.text.slice(source.from, source.to))]),
    ...(raw === undefined ? [] : [line(say.raw, JSON.stringify(raw))]),
    ...moneySteps(cell, messages[language]).map(([what, text]) => line(what, text)),
    ...(parts ?? []).map((part) => line(say.part, `${part.text}  ${formatPlace(part.at)}`)),
  ];
}

/** The exact amount, and what the form makes of it. */
function moneySteps(
  { amount }: Pick<ExplainedCell, "amount">,
  { explain: say, readings }: Messages,
): readonly (readonly [string, string])[] {
  if (amount?.value === undefined) return [];
  const { value, unit, unitFrom, becomes } = amount;
  const exact = `${value} ${unit ?? "?"}`;
  const origin = unitFrom === undefined ? "" : readings.comma + say.unitFrom[unitFrom];
  if (becomes === undefined) return [[say.amount, exact + origin]];
  const { text, unit: printedUnit, places } = becomes;
  const how = places === undefined ? say.withUnit : say.rounded(places);
  const after = [text, ...(printedUnit === undefined ? [] : [printedUnit])].join(" ");
  return [
    [say.amount, exact + origin],
    [say.conversion, `${exact} → ${after}${readings.because(how)}`],
  ];
}
