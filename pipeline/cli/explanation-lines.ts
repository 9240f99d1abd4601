/** Where a printed cell comes from → lines for a screen: place, the source's line, and each step from it to the print. */
import { formatPlace, type Language } from "../diagnostics/index.ts";
import type { ExplainedCell, Explanation } from "../run/index.ts";
import { findingLines } from "./finding-lines.ts";
import { messages } from "./messages.ts";
import { type Paint, printable } from "./terminal.ts";

export function explanationLines(
  { cells, failures }: Extract<Explanation, { kind: "done" }>,
  options: { readonly language: Language; readonly paint: Paint },
): readonly string[] {
  const list = { ...options, most: Number.POSITIVE_INFINITY, from: "failure", fold: false } as const;
  if (failures.length > 0) return findingLines(failures, list).lines;
  if (cells.length === 0) return [messages[options.language].explain.nothing];
  return cells.flatMap((cell) => cellLines(cell, options));
}

function cellLines(
  cell: ExplainedCell,
  { language, paint }: { readonly language: Language; readonly paint: Paint },
): readonly string[] {
  const { explain: say, colon, readings } = messages[language];
  const { label, field, indicator, printed, at, raw, amount, parts, reading, source } = cell;
  const name = [label ?? field, ...(indicator === undefined ? [] : [say.indicator(indicator)])].join(" ");
  const line = (what: string, text: string) => `    ${what}${colon}${printable(text)}`;
  const unitFrom = amount?.unitFrom === undefined ? "" : readings.comma + say.unitFrom[amount.unitFrom];
  return [
    `  ${paint("bold", printable(`${cell.project} · ${name}`))}  ${paint("dim", field)}`,
    line(say.printed, printed),
    line(say.place, formatPlace(at)),
    ...(reading === undefined
      ? []
      : [
          line(
            say.encoding,
            reading.encoding.name + readings.because(readings.encoding[reading.encoding.evidence]),
          ),
        ]),
    ...(source === undefined ? [] : [line(say.source, source.text.slice(source.from, source.to))]),
    ...(raw === undefined ? [] : [line(say.raw, JSON.stringify(raw))]),
    ...(amount?.value === undefined
      ? []
      : [line(say.amount, `${amount.value} ${amount.unit ?? "?"}${unitFrom}`)]),
    ...(parts ?? []).map((part) => line(say.part, `${part.text}  ${formatPlace(part.at)}`)),
  ];
}
