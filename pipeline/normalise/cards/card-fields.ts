/** Lines of labels and values → the fields of one project: a value stands to the right of its label, below it, or behind its colon. */
import type { CellPlace } from "../../diagnostics/index.ts";
import { parseMoney } from "../drafts/read-money.ts";
import type { StatedUnit } from "../headers/header-key.ts";
import { matchHeader, type Vocabulary } from "../headers/match-header.ts";
import { flatten, isFigure, isNote, isNumbered, isSignature, numberingDepth } from "../tables/row-words.ts";
import { type LabelReader, unitInText } from "./card-labels.ts";
import { lineFieldsOf, lineWords, unitOf } from "./card-line-fields.ts";
import type { CardCell, CardLine } from "./card-lines.ts";
import { matrixAt } from "./card-matrix.ts";
import { columnsOf, isLabelColumn, segmentsOf } from "./card-segments.ts";
import {
  type CardField,
  holdsMoney,
  ownerOf,
  type Placed,
  type Slot,
  settledFields,
  squareOf,
} from "./card-slots.ts";

export type CardFields = {
  readonly fields: readonly CardField[];
  /** What stands beside no label. */
  readonly unread: readonly CellPlace[];
  /** Signatures, and what a form says on filling it in. */
  readonly notes: readonly CardLine[];
  /** Lines above the first label, and headings. */
  readonly titles: readonly CardLine[];
  readonly unit?: StatedUnit;
};

/** Its header, and a row for each source of money. */
const longestMatrix = 20;

type Reading = { readonly reader: LabelReader; readonly vocabulary: Vocabulary };

export function readCardFields(lines: readonly CardLine[], { reader, vocabulary }: Reading): CardFields {
  const columns = columnsOf(lines, reader);
  const match = (header: string) => matchHeader(header, vocabulary);
  const slots: Slot[] = [];
  const stated: CardField[] = [];
  const unread: CellPlace[] = [];
  const titles: CardLine[] = [];
  const notes: CardLine[] = [];
  let unit: StatedUnit | undefined;
  let recent: readonly Slot[] = [];
  let group: { readonly text: string; readonly column: number } | undefined;

  const add = (slot: Omit<Slot, "values" | "group">): Slot => {
    const added: Slot = { ...slot, group: group?.text, values: [] };
    slots.push(added);
    return added;
  };
  const give = (slot: Slot, placed: Placed): void => {
    slot.values.push({ ...placed, text: placed.cell.text });
  };
  /** Labels that nobody knows, each with the text behind it. */
  const pair = (line: CardLine, texts: readonly CardCell[]): void => {
    for (let index = 0; index < texts.length; index += 2) {
      const [cell, value] = texts.slice(index, index + 2);
      if (cell === undefined) continue;
      const slot = add({ line, cell, label: undefined, isBlank: false, leads: false });
      if (value !== undefined) give(slot, { line, cell: value });
    }
  };

  const distribute = (slot: Slot, texts: readonly CardCell[]): void => {
    const [first, ...others] = texts;
    if (first === undefined) return;
    const [word, ...rest] = others;
    const isUnit =
      word !== undefined && holdsMoney(slot) && parseMoney(`${first.text}${word.text}`).unit !== undefined;
    // Several amounts behind one label stand below labels of their own: which is meant, nothing tells.
    const isMatrix = word !== undefined && !isUnit && isFigure(first.text) && isFigure(word.text);
    if (slot.isBlank || isLabelColumn(first, slot.cell, columns)) pair(slot.line, texts);
    else if (isMatrix) unread.push(...texts.map((cell) => squareOf({ line: slot.line, cell })));
    else {
      give(slot, { line: slot.line, cell: first });
      if (isUnit) give(slot, { line: slot.line, cell: word });
      pair(slot.line, isUnit ? rest : others);
    }
  };

  /** Above the first label are titles; the year and the annex number stand among them. */
  const hasBegun = () => slots.length > 0 || stated.some(({ text }) => !lineWords.has(text));
  /** Texts in a line without labels belong to labels further up. */
  const place = (line: CardLine, texts: readonly CardCell[]): void => {
    if (endsSection(texts, recent)) {
      titles.push(line);
      return;
    }
    const left = texts.filter((cell) => {
      const owner = ownerOf(cell, recent, texts);
      if (owner !== undefined) give(owner, { line, cell });
      return owner === undefined;
    });
    const [only, ...others] = left;
    if (only === undefined) return;
    if (others.length > 0) pair(line, left);
    else if (!hasBegun() || isHeading(only.text)) titles.push(line);
    else unread.push(squareOf({ line, cell: only }));
  };

  let above: CardLine | undefined;
  let matrixEnds = 0;
  for (const [index, line] of lines.entries()) {
    if (line.cells.length === 0 || index < matrixEnds) continue;
    const matrix = matrixAt(lines.slice(index, index + longestMatrix), match);
    if (matrix !== undefined) {
      stated.push(...matrix.fields);
      unread.push(...matrix.unread);
      matrixEnds = index + matrix.lines;
      recent = [];
      continue;
    }
    if (isNoteLine(line, notes.at(-1) === above)) {
      notes.push(line);
      above = line;
      continue;
    }
    above = line;
    unit ??= unitOf(line);
    const lineFields = slots.length === 0 || line.cells.length === 1 ? lineFieldsOf(line, reader) : [];
    if (lineFields.length > 0) {
      stated.push(...lineFields);
      continue;
    }
    if (line.cells.every(({ text }) => unitInText(text) !== undefined)) continue;
    const { leading, segments } = segmentsOf(line, reader);
    if (group !== undefined && line.cells.some(({ column }) => column <= (group?.column ?? 0)))
      group = undefined;
    if (segments.length === 0) {
      place(line, leading);
      continue;
    }
    const [banner, ...further] = leading;
    if (banner !== undefined && further.length === 0) group = { text: banner.text, column: banner.column };
    else if (leading.length > 1) pair(line, leading);
    recent = segments.map(({ label, cell, rest, texts }, index) => {
      const leads =
        texts.length === 0 && rest === undefined && index + 1 < segments.length && !cell.beforeBlank;
      const slot = add({ line, cell, label, isBlank: cell.beforeBlank, leads });
      if (rest !== undefined) slot.values.push({ line, cell, text: rest });
      if (leads && index === 0 && leading.length === 0) group = { text: cell.text, column: cell.column };
      if (rest === undefined) distribute(slot, texts);
      else pair(line, texts);
      return slot;
    });
  }
  return { fields: [...stated, ...settledFields(slots, vocabulary)], unread, notes, titles, unit };
}

/** A signature or a note; the numbered lines below a note go on with it. */
function isNoteLine({ cells }: CardLine, belowNote: boolean): boolean {
  const [first, ...others] = cells;
  if (first === undefined) return false;
  if (others.length === 0 && belowNote && /^\s*[(（]?\d{1,2}[.、)）．]/u.test(first.text)) return true;
  return cells.every(({ text }) => isNote(text) || isSignature(text));
}

/** 四、绩效指标 below 三、绩效目标 and what is written there. */
function endsSection([only, ...others]: readonly CardCell[], recent: readonly Slot[]): boolean {
  const depth = only && others.length === 0 ? numberingDepth(only.text) : undefined;
  return depth === 0 || depth === 1 ? recent.some(({ cell }) => numberingDepth(cell.text) === depth) : false;
}

function isHeading(text: string): boolean {
  const flat = flatten(text);
  // 绩效指标 stands beside the table of them.
  return isNumbered(text) || /^(?:附[件表]|第[一二三四五六七八九十\d]+页|续表)|^绩效指标[:：]?$/u.test(flat);
}
