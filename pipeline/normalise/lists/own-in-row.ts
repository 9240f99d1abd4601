/** A row of a list that names the department's own → what it says: 部门总分 beside its figure, 总分 with its figure below the column 得分. */
import type { RawRow } from "../../read/index.ts";
import { columnCalled, isNumeric } from "../headers/declared-lists.ts";
import { type OwnLabel, ownCalled } from "../headers/department-labels.ts";
import { isFigure, withoutFullMark } from "../tables/row-words.ts";
import { isFilled } from "./list-columns.ts";
import type { ListTable } from "./lists-in-table.ts";

export type FilledCell = { readonly column: number; readonly text: string };

export function filledIn({ cells }: RawRow): readonly FilledCell[] {
  return cells.flatMap((text, column) => (isFilled(text) ? [{ column, text: text.trim() }] : []));
}

type OwnInRow = FilledCell & { readonly asked: OwnLabel; readonly key: string };

/** `isAll`: nothing but figures stands beside what was found. */
export function ownInRow(
  row: RawRow,
  { headers, declared }: Pick<ListTable, "headers" | "declared">,
  labels: readonly OwnLabel[],
): { readonly found: readonly OwnInRow[]; readonly isAll: boolean } {
  const [label, ...rest] = filledIn(row);
  if (labels.length === 0 || label === undefined) return nothing;
  // A container without merged cells may repeat a name in each cell that it covers.
  const others = rest.filter(({ text }) => text !== label.text);
  const figures = others.filter(({ text }) => isFigure(text));
  const { name, inside } = partedFigure(label.text);
  const below = (header: string | undefined) =>
    header === undefined || header === "" ? undefined : ownCalled(`${name}${header}`, labels);
  const isAll = figures.length === others.length;
  const [beside, second] = others;
  const named = ownCalled(name, labels);
  if (named !== undefined && beside !== undefined && second === undefined)
    return { found: [{ ...beside, asked: named, key: label.text }], isAll: true };
  const found = figures.flatMap((cell): readonly OwnInRow[] => {
    const header = headers[cell.column]?.meaning;
    const asked = below(header);
    return asked === undefined ? [] : [{ ...cell, asked, key: header ?? "" }];
  });
  if (found.length > 0) return { found, isAll };
  const asked = named ?? onlyOf(headers.flatMap(({ meaning }) => below(meaning) ?? []));
  if (asked === undefined || second !== undefined) return nothing;
  const alone = inside === undefined ? beside : { column: label.column, text: inside };
  // Below 分值 a figure alone may as well be the full mark.
  const column = columnCalled(headers[alone?.column ?? 0]?.meaning ?? "", declared);
  const isOther = column !== undefined && isNumeric(column) && alone === beside;
  if (alone === undefined || isOther || !isFigure(alone.text)) return nothing;
  return {
    found: [{ ...alone, asked, key: label.text }],
    isAll: inside === undefined || beside === undefined,
  };
}

const nothing = { found: [], isAll: true };

/** 总分：99.5分 is a name and its figure; 总分100分 a name and its full mark. */
function partedFigure(label: string): { readonly name: string; readonly inside: string | undefined } {
  const [, name = label, inside] = /^([^:：]{2,20})[:：]\s*([\d.]+分?)$/u.exec(label) ?? [];
  return { name: withoutFullMark(name), inside };
}

function onlyOf(found: readonly OwnLabel[]): OwnLabel | undefined {
  const [first, ...others] = found;
  return others.every((one) => one === first) ? first : undefined;
}
