/** The cells of a line of a form → its labels, each with the texts behind it; and in which columns the form has both. */
import { groupBy } from "../../records/index.ts";
import { type CardLabel, type LabelReader, unitInText } from "./card-labels.ts";
import type { CardCell, CardLine } from "./card-lines.ts";

/** In which columns labels begin, and by the column of a label where the first text behind it mostly is. */
type Columns = { readonly labels: ReadonlySet<number>; readonly values: ReadonlyMap<number, number> };

export function columnsOf(lines: readonly CardLine[], reader: LabelReader): Columns {
  const segments = lines.flatMap((line) => segmentsOf(line, reader).segments);
  const texts = segments.flatMap(({ cell, texts: [first] }) =>
    first === undefined ? [] : [{ label: cell.column, value: first.column }],
  );
  const values = [...groupBy(texts, ({ label }) => label)].map(([label, some]) => {
    const counted = [...groupBy(some, ({ value }) => value)];
    const [most] = counted.toSorted(([a, one], [b, other]) => other.length - one.length || a - b);
    return [label, most?.[0] ?? label] as const;
  });
  return { labels: new Set(segments.map(({ cell }) => cell.column)), values: new Map(values) };
}

/** Whether a text that nobody knows stands where the form has its labels, and not where the label before it has its value. */
export function isLabelColumn(
  { column, text }: CardCell,
  label: CardCell,
  { labels, values }: Columns,
): boolean {
  if (/[:：]$/u.test(text)) return true;
  return labels.has(column) && column > (values.get(label.column) ?? column) && isShort(text);
}

function isShort(text: string): boolean {
  return text.length <= 12 && !/[\d。；]/u.test(text);
}

/** A label with the texts up to the next one; `rest`: what stands behind its colon. */
type LabelledTexts = {
  readonly cell: CardCell;
  readonly label: CardLabel;
  readonly rest?: string;
  readonly texts: readonly CardCell[];
};

export function segmentsOf(
  { cells: all }: CardLine,
  { labelOf, inlinesOf }: LabelReader,
): { readonly leading: readonly CardCell[]; readonly segments: readonly LabelledTexts[] } {
  const cells = all.filter(({ text }) => unitInText(text) === undefined);
  const starts = cells.flatMap((cell, index) => {
    const label = labelOf(cell.text);
    if (label !== undefined) return [{ index, cell, label }];
    const [inline, ...others] = inlinesOf(cell.text);
    return inline === undefined || others.length > 0
      ? []
      : [{ index, cell, label: inline.label, rest: inline.rest }];
  });
  const segments = starts.map(({ index, ...start }, order) => ({
    ...start,
    texts: cells.slice(index + 1, starts[order + 1]?.index),
  }));
  return { leading: cells.slice(0, starts[0]?.index), segments };
}
