/** Lines of labels and values → the fields of one project: a value stands to the right of its label, below it, or behind its colon. */
import type { CellPlace } from "../diagnostics/index.ts";
import { cellPlace } from "../read/index.ts";
import { groupBy, kindOf } from "../records/index.ts";
import {
  type CardLabel,
  isContinued,
  type LabelReader,
  unitInText,
  withoutContinued,
} from "./card-labels.ts";
import type { CardCell, CardLine } from "./card-lines.ts";
import type { StatedUnit } from "./header-key.ts";
import { meaningBelow } from "./join-headers.ts";
import type { Vocabulary } from "./match-header.ts";
import { parseMoney } from "./read-money.ts";
import { flatten, isFigure, isNote, isNumbered, isSignature } from "./row-words.ts";
import { tickedIn } from "./ticks.ts";

export type CardField = {
  /** The label as written, what is matched, and the label of the group that it is in. */
  readonly text: string;
  readonly meaning: string;
  readonly under?: string;
  readonly at: CellPlace;
  /** "" if the form was left blank there. */
  readonly value: string;
  readonly valueAt: CellPlace;
  /** The whole choice of which the value is what was ticked. */
  readonly written?: string;
};

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

type Reading = { readonly reader: LabelReader; readonly vocabulary: Vocabulary };
type Placed = { readonly line: CardLine; readonly cell: CardCell };

/** A label whose value is still looked for, or found. `label`: undefined if nobody knows what it means. */
type Slot = Placed & {
  readonly label: CardLabel | undefined;
  readonly group: string | undefined;
  readonly values: (Placed & { readonly text: string })[];
  /** Its own cell is blank: nothing further is its value. */
  readonly isBlank: boolean;
  /** Another label follows at once: it may be a group's. */
  readonly leads: boolean;
};

export function readCardFields(lines: readonly CardLine[], { reader, vocabulary }: Reading): CardFields {
  const columns = columnsOf(lines, reader);
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
      word !== undefined && isMoney(slot) && parseMoney(`${first.text}${word.text}`).unit !== undefined;
    // Several amounts behind one label stand below labels of their own: which is meant, nothing tells.
    const isMatrix = word !== undefined && !isUnit && isFigure(first.text) && isFigure(word.text);
    if (slot.isBlank || isLabelColumn(first, slot.cell, columns)) pair(slot.line, texts);
    else if (isMatrix) unread.push(...texts.map((cell) => placeOf({ line: slot.line, cell })));
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
    const left = texts.filter((cell) => {
      const owner = ownerOf(cell, recent);
      if (owner !== undefined) give(owner, { line, cell });
      return owner === undefined;
    });
    const [only, ...others] = left;
    if (only === undefined) return;
    if (others.length > 0) pair(line, left);
    else if (!hasBegun() || isHeading(only.text)) titles.push(line);
    else unread.push(placeOf({ line, cell: only }));
  };

  let above: CardLine | undefined;
  for (const line of lines) {
    if (line.cells.length === 0) continue;
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
  const fields = settle(slots).map((slot) => fieldOf(slot, vocabulary));
  return { fields: [...stated, ...inMoneyOrder(fields.flat())], unread, notes, titles, unit };
}

/** In which columns labels begin, and by the column of a label where the first text behind it mostly is. */
type Columns = { readonly labels: ReadonlySet<number>; readonly values: ReadonlyMap<number, number> };

function columnsOf(lines: readonly CardLine[], reader: LabelReader): Columns {
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
function isLabelColumn({ column, text }: CardCell, label: CardCell, { labels, values }: Columns): boolean {
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

function segmentsOf(
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

/** Whose value a text is that stands in a line without labels. */
function ownerOf(cell: CardCell, recent: readonly Slot[]): Slot | undefined {
  const open = recent.filter(({ isBlank }) => !isBlank);
  const below = open.find(
    (slot) =>
      slot.values.length === 0 &&
      slot.cell.column === cell.column &&
      isAsWide(slot.cell, cell) &&
      suits(slot, cell),
  );
  const continuing = open.find(
    (slot) =>
      slot.values.at(-1)?.cell.column === cell.column && slot.cell.column <= cell.column && goesOn(slot),
  );
  const [first] = open;
  const besides =
    first !== undefined && first.values.length === 0 && first.cell.column < cell.column && suits(first, cell)
      ? first
      : undefined;
  return below ?? continuing ?? besides;
}

function isAsWide({ reach: one }: CardCell, { reach: other }: CardCell): boolean {
  return one === undefined || other === undefined || one.columns === other.columns;
}

/** A form's own fields are taken for what they are called, as no form is chosen yet. */
function suits({ label }: Slot, { text }: CardCell): boolean {
  const kind = label === undefined ? "text" : kindOf(label.field, {});
  if (kind === "money") return parseMoney(text).value !== undefined;
  return kind !== "share" || /^[-—]$|\d/u.test(text);
}

/** Goals, and a purpose, go on in the rows below. */
function goesOn({ label }: Slot): boolean {
  const kind = label === undefined ? "text" : kindOf(label.field, {});
  return kind === "lines" || kind === "text";
}

/** A signature or a note; the numbered lines below a note go on with it. */
function isNoteLine({ cells }: CardLine, belowNote: boolean): boolean {
  const [first, ...others] = cells;
  if (first === undefined) return false;
  if (others.length === 0 && belowNote && /^\s*[(（]?\d{1,2}[.、)）．]/u.test(first.text)) return true;
  return cells.every(({ text }) => isNote(text) || isSignature(text));
}

function isMoney({ label }: Slot): boolean {
  return label !== undefined && kindOf(label.field, {}) === "money";
}

function isHeading(text: string): boolean {
  return isNumbered(text) || /^(?:附[件表]|第[一二三四五六七八九十\d]+页|续表)/u.test(flatten(text));
}

function unitOf({ cells }: CardLine): StatedUnit | undefined {
  for (const [index, { text }] of cells.entries()) {
    const next = /单位\s*[:：]\s*$/u.test(text) ? cells[index + 1]?.text : undefined;
    const unit = unitInText(next === undefined ? text : `${text}${next}`);
    if (unit !== undefined) return unit;
  }
  return undefined;
}

const lineWords: ReadonlySet<string> = new Set(["年度", "附件号"]);
const yearAlone = /^[(（]?\s*(20\d{2})\s*年度?\s*[)）]?$/u;
const annexAlone = /^(附件?\s*[\d一二三四五六七八九十]+(?:[-—–.．]\d+)*)\s*[:：]?$/u;

/** 450001示例区医疗保障局(本级), in the corner of a form across from the unit of money. */
const unitWithCode = /^(\d{3,12})\s*(\p{Script=Han}[^:：]*)$/u;

/** What a line says that is no part of the table: the year below the title, the number of the annex, labels with values behind their colons. */
function lineFieldsOf(line: CardLine, reader: LabelReader): readonly CardField[] {
  const hasUnit = line.cells.some(({ text }) => unitInText(text) !== undefined);
  const found = line.cells.map((cell): readonly CardField[] => {
    const said = (meaning: string, value: string): CardField => {
      const at: CellPlace = { ...placeOf({ line, cell }), header: meaning, labelColumn: cell.column + 1 };
      return { text: meaning, meaning, at, value, valueAt: at };
    };
    const year = yearAlone.exec(cell.text)?.[1];
    if (year !== undefined) return [said("年度", year)];
    const annex = annexAlone.exec(cell.text)?.[1];
    if (annex !== undefined) return [said("附件号", annex)];
    const [, code, unit] = (hasUnit && unitWithCode.exec(cell.text)) || [];
    if (code !== undefined && unit !== undefined) return [said("单位编码", code), said("单位名称", unit)];
    return reader.inlinesOf(cell.text).map(({ label, rest }) => said(label.meaning, rest));
  });
  const known = found.flat();
  const isWhole = line.cells.every(
    ({ text }, index) => (found[index]?.length ?? 0) > 0 || unitInText(text) !== undefined,
  );
  return isWhole ? known : [];
}

/** Without the names of groups, and with what a label says on the next page joined to what it said before. */
function settle(slots: readonly Slot[]): readonly Slot[] {
  const settled: Slot[] = [];
  for (const slot of slots) {
    const { label, cell } = slot;
    const before = isContinued(cell.text)
      ? settled.find((one) => withoutContinued(one.cell.text) === withoutContinued(cell.text))
      : undefined;
    if (before === undefined) settled.push(slot);
    else if (goesOn(before)) before.values.push(...slot.values);
    if (before === undefined && label === undefined && slot.values.length === 0 && slot.leads) settled.pop();
  }
  const filled = (field: string) =>
    settled.some(({ label, values }) => label?.field === field && values.length > 0);
  return settled.filter(
    ({ label, values, leads, isBlank }) =>
      values.length > 0 || isBlank || !leads || label === undefined || !isGroup(label.field, slots, filled),
  );
}

/** 绩效目标 before 中期目标 and 年度目标 has no value of its own. */
function isGroup(field: string, slots: readonly Slot[], filled: (field: string) => boolean): boolean {
  const scope = field.replace(/\..*$/u, ".");
  const others = slots.filter(({ label, leads }) => !leads && label?.field.startsWith(scope));
  return filled(field) || (scope === "goals." && others.length > 0);
}

function fieldOf(slot: Slot, vocabulary: Vocabulary): readonly CardField[] {
  const { line, cell, label, group, values } = slot;
  const [first] = values;
  const text = withoutContinued(cell.text);
  const named = { header: text, labelColumn: cell.column + 1 };
  const at: CellPlace = { ...placeOf(slot), ...named };
  const after = cell.column + (cell.reach?.columns ?? 1);
  const value = first === undefined ? cellPlace(line.table, line.row.row, after) : placeOf(first);
  const valueAt: CellPlace = { ...value, ...named };
  const under = group === cell.text ? undefined : group;
  const place = { text, at, valueAt };
  const said = values.map((one) => one.text).join(isMoney(slot) ? "" : "\n");
  if (label === undefined) return [{ ...place, meaning: text, value: said }];
  const meaning = under === undefined ? label.meaning : meaningBelow(under, label.meaning, vocabulary);
  const choice = kindOf(label.field, {}) === "text" ? tickedIn(said) : undefined;
  const chosen = choice === undefined ? { value: said } : { value: choice, written: said };
  const field: CardField = { ...place, meaning, under, ...chosen };
  if (label.range === undefined) return [field];
  return [field, { text: "中期目标起止", meaning: "中期目标起止", at, value: label.range, valueAt: at }];
}

/** 财政拨款 below 中期资金总额 belongs to it, although 年度资金总额 beside that comes first in reading. */
function inMoneyOrder(fields: readonly CardField[]): readonly CardField[] {
  const isTotal = ({ meaning }: CardField) => /总额|总计|合计/u.test(meaning);
  const columnOf = ({ at }: CardField) => at.column ?? 0;
  const totals = fields.filter(isTotal);
  const ownerOf = (field: CardField) =>
    isTotal(field) || totals.length < 2
      ? undefined
      : totals.find(
          (total) =>
            columnOf(total) === columnOf(field) && total.at.row < field.at.row && total.under === field.under,
        );
  const owned = new Map(
    totals.map((total) => [total, fields.filter((field) => ownerOf(field) === total)] as const),
  );
  const isOwned = new Set([...owned.values()].flat());
  return fields.flatMap((field) => (isOwned.has(field) ? [] : [field, ...(owned.get(field) ?? [])]));
}

function placeOf({ line, cell }: Placed): CellPlace {
  return cellPlace(line.table, line.row.row, cell.column);
}
