/**
 * What a form for a whole department says around and below its lists → its goals, and fields that form.json names:
 * 年度总体目标 beside its text, 预期目标 and 实际完成情况 above theirs, 总分 below the column 得分.
 */
import { cellPlace, type RawRow, type RawTable, rowPlace } from "../../read/index.ts";
import { type FieldName, type FormSpec, perText, type Text } from "../../records/index.ts";
import type { Context } from "../drafts/context.ts";
import type { SheetCell } from "../drafts/kept-rows.ts";
import {
  type OwnLabel,
  ownCalled,
  ownLabels,
  type PartOneSaid,
  type PartOneText,
  partOneCalled,
} from "../headers/department-labels.ts";
import { matchHeader } from "../headers/match-header.ts";
import { splitLines, toText } from "../headers/source-text.ts";
import type { HeadedTable } from "../tables/find-header-row.ts";
import type { HeaderCell } from "../tables/join-headers.ts";
import { outsideTable, rowBeginning } from "../tables/margin-rows.ts";
import { isFigure } from "../tables/row-words.ts";
import { readTitleLines } from "../tables/title-lines.ts";
import type { ListTable } from "./lists-in-table.ts";
import { type FilledCell, filledIn, ownInRow } from "./own-in-row.ts";

/** A value of a field of the department's own, and the words beside and above it, which may state its unit. */
export type OwnCell = OwnLabel & { readonly key: string; readonly value: Text };

export type SaidOfDepartment = PartOneSaid & {
  readonly own: readonly OwnCell[];
};

type Asked = PartOneText | OwnLabel;
type Cell = FilledCell;

/** Of a table and its lists, in their order; what is taken is no row of them any more, and what is left is reported. */
export function aroundLists(
  { table, found }: { readonly table: RawTable; readonly found: readonly ListTable[] },
  spec: FormSpec,
  context: Context,
): { readonly lists: readonly ListTable[]; readonly said: SaidOfDepartment } {
  const labels = ownLabels(spec);
  const texts = new Map<PartOneText | FieldName, Text[]>();
  const keys = new Map<FieldName, OwnLabel & { readonly key: string }>();
  const take = (asked: Asked, key: string, given: Text | undefined): void => {
    if (given === undefined) return;
    const id = typeof asked === "string" ? asked : asked.field;
    texts.set(id, [...(texts.get(id) ?? []), given]);
    if (typeof asked !== "string" && !keys.has(asked.field)) keys.set(asked.field, { ...asked, key });
  };
  const tools = { labels, take, context };
  readBlock(table, found[0]?.above ?? table.rows, tools);
  const lists = found.map((list) => {
    const body = list.body.filter((row) => !takeFromRow(row, list, tools));
    readBlock(table, list.behind, tools);
    return { ...list, body };
  });
  const own = [...keys.values()].flatMap((label): readonly OwnCell[] => {
    const [value, ...further] = texts.get(label.field) ?? [];
    if (value === undefined) return [];
    const text = [value, ...further].map((one) => one.text).join("\n");
    return [{ ...label, value: { ...value, text } }];
  });
  const linesOf = (asked: PartOneText) => (texts.get(asked) ?? []).flatMap(splitLines);
  return { lists, said: { overall: linesOf("overall"), safeguards: linesOf("safeguards"), own } };
}

/**
 * The department's goals above a list of its projects: 年度总体目标 beside its text, or in one cell with it. Above
 * a table of one project they are that project's.
 */
export function saidAbove(
  { table, headers, above, headerRows }: HeadedTable,
  { vocabulary, report }: Context,
): PartOneSaid {
  const texts: Record<PartOneText, Text[]> = { overall: [], safeguards: [] };
  const isOfProject = ({ meaning }: HeaderCell) =>
    ["project.code", "project.name"].includes(matchHeader(meaning, vocabulary)?.field ?? "");
  // A row right above the headers was taken for banners, if it has several cells.
  const banners = headerRows
    .slice(0, -1)
    .filter(({ cells }) => cells.some((text) => /[。；;]\s*$/u.test(text)));
  for (const row of headers.some(isOfProject) ? [...above, ...banners] : []) {
    const [first, beside] = filledIn(row);
    if (first === undefined || (beside !== undefined && isHeader(beside.text))) continue;
    const inside = beside === undefined ? labelInside(first.text, partOneCalled) : undefined;
    const { asked = partOneCalled(first.text), text = beside?.text ?? "" } = inside ?? {};
    if (asked === undefined || text === "") continue;
    const given = toText(text, cellPlace(table, row.row, (beside ?? first).column), report);
    if (given !== undefined) texts[asked].push(...splitLines(given));
  }
  return texts;
}

type Tools = {
  readonly labels: readonly OwnLabel[];
  readonly take: (asked: Asked, key: string, given: Text | undefined) => void;
  readonly context: Context;
};

/** Whether the row names the department's own; what else it says is reported. */
function takeFromRow(row: RawRow, list: ListTable, { labels, take, context }: Tools): boolean {
  const { found, isAll } = ownInRow(row, list, labels);
  for (const { asked, key, column, text } of found)
    take(asked, key, toText(text, cellPlace(list.table, row.row, column), context.report));
  if (!isAll) reportRow(list.table, row, context);
  return found.length > 0;
}

/** Cells beside and below labels, in rows that are of no list. */
function readBlock(table: RawTable, rows: readonly RawRow[], { labels, take, context }: Tools): void {
  const askedBy = perText<Asked | undefined>((label) => partOneCalled(label) ?? ownCalled(label, labels));
  /** The last row of headers: 预期目标, 实际完成情况 beside what both are of. */
  let heads: { readonly row: RawRow; readonly label: string; readonly isUsed: boolean } | undefined;
  /** What goes on below, in the columns behind that of its label, or alone in its row. */
  let open: { readonly asked: Asked; readonly column: number; readonly isAlone: boolean } | undefined;
  const close = () => {
    if (heads !== undefined && !heads.isUsed) reportRow(table, heads.row, context);
    heads = undefined;
    open = undefined;
  };
  const below = (cell: Cell, label: string): Asked | undefined => {
    const head = heads?.row.cells[cell.column]?.trim() ?? "";
    if (heads === undefined || head === "") return undefined;
    const beside = label === "" ? heads.label : label;
    return askedBy(`${beside}${head}`) ?? askedBy(`${head}${beside}`);
  };
  for (const row of rows) {
    const cells = filledIn(row);
    const [first, ...others] = cells;
    if (first === undefined) continue;
    if (heads !== undefined) {
      const isUnderHead = (heads.row.cells[first.column] ?? "").trim() !== "" && first.text !== heads.label;
      const label = isUnderHead || first.text === heads.label ? "" : first.text;
      const found = (isUnderHead ? cells : others).flatMap((cell) => {
        const asked = below(cell, label);
        return asked === undefined ? [] : [{ asked, cell }];
      });
      if (found.length > 0) {
        for (const { asked, cell } of found) take(asked, label, textAt(table, row, cell, context));
        heads = { ...heads, isUsed: true };
        continue;
      }
    }
    const pairs = pairsIn(cells, askedBy, (one) => holdsLines(one, context));
    if (others.length > 0 && others.every(({ text }) => isHeader(text))) {
      const isOfBoth = others.some(({ text }) => askedBy(`${first.text}${text}`) !== undefined);
      if (isOfBoth || pairs.length === 0) {
        close();
        heads = { row, label: first.text, isUsed: isOfBoth || isTitle(table, row) };
        continue;
      }
    }
    const [pair] = pairs;
    const split = pair === undefined ? labelInside(first.text, askedBy) : undefined;
    if (pair !== undefined) {
      close();
      for (const { asked, label, values } of pairs)
        for (const cell of values) take(asked, label.text, textAt(table, row, cell, context));
      const known = pairs.flatMap(({ label, values }) => [label, ...values]);
      if (known.length < cells.length && !isTitle(table, row)) reportRow(table, row, context);
      if (pairs.length === 1)
        open = { asked: pair.asked, column: pair.label.column, isAlone: pair.values.length === 0 };
    } else if (split !== undefined) {
      close();
      const at = cellPlace(table, row.row, first.column);
      take(split.asked, split.label, toText(split.text, at, context.report));
    } else if (open !== undefined && !isAround(cells) && goesOn(cells, open))
      for (const cell of cells) take(open.asked, "", textAt(table, row, cell, context));
    else {
      close();
      if (!isTitle(table, row)) reportRow(table, row, context);
    }
  }
  close();
}

type Pair = { readonly asked: Asked; readonly label: Cell; readonly values: readonly Cell[] };

/** 部门名称 | 甲局 | 编制人数 | 120: labels that are known, each with the cell behind it, or where it holds lines with all. */
function pairsIn(
  cells: readonly Cell[],
  askedBy: (text: string) => Asked | undefined,
  isLong: (asked: Asked) => boolean,
): readonly Pair[] {
  const labels = cells.flatMap((label, index) => {
    const asked = askedBy(label.text);
    return asked === undefined ? [] : [{ asked, label, index }];
  });
  return labels.map(({ asked, label, index }, order) => {
    const values = cells.slice(index + 1, labels[order + 1]?.index);
    return { asked, label, values: isLong(asked) ? values : values.slice(0, 1) };
  });
}

function holdsLines(asked: Asked, { kindOf }: Context): boolean {
  return typeof asked === "string" || kindOf(asked.field) === "lines";
}

/** 年度总体目标：深化医改。 in one cell. */
function labelInside<Found>(cell: string, askedBy: (text: string) => Found | undefined) {
  const { label = "", text = "" } = /^(?<label>[^:：]{2,20})[:：](?<text>.+)$/su.exec(cell)?.groups ?? {};
  const asked = askedBy(label);
  return asked === undefined ? undefined : { asked, label, text };
}

function goesOn(
  cells: readonly Cell[],
  { column, isAlone }: { readonly column: number; readonly isAlone: boolean },
) {
  const [first] = cells;
  return first !== undefined && (first.column > column || (isAlone && cells.length === 1));
}

/** 预期目标, 得分: a few words, and no sentence. */
function isHeader(text: string): boolean {
  return text.length <= 14 && !isFigure(text) && !/[。；;，,：:\d]/u.test(text);
}

function isTitle(table: RawTable, row: RawRow): boolean {
  const { names, years, forms } = readTitleLines([{ table, above: [row] }]);
  return names.length + years.length + forms.length > 0;
}

/** Signatures, notes, pages. */
function isAround(cells: readonly Cell[]): boolean {
  const plain = cells.map((cell): SheetCell => ({ ...cell, field: undefined, kind: undefined }));
  return outsideTable(plain, { beginning: rowBeginning, above: undefined }) !== undefined;
}

function reportRow(table: RawTable, row: RawRow, { report }: Context): void {
  const cells = filledIn(row);
  if (cells.length > 1 && !isAround(cells))
    report({ code: "card-cell-unread", at: rowPlace(table, row.row), args: {} });
}

function textAt(
  table: RawTable,
  { row, cells }: RawRow,
  { column }: Cell,
  { report }: Context,
): Text | undefined {
  return toText(cells[column] ?? "", cellPlace(table, row, column), report);
}
