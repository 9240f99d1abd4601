/** Lines of a form that are no part of its table → what they say: the year below the title, the number of the annex, the unit of money, labels with values behind their colons. */

import type { StatedUnit } from "../headers/header-key.ts";
import { type LabelReader, unitInText } from "./card-labels.ts";
import type { CardLine } from "./card-lines.ts";
import { type CardField, labelledPlace, squareOf } from "./card-slots.ts";

export const lineWords: ReadonlySet<string> = new Set(["年度", "附件号"]);
const yearAlone = /^[(（]?\s*(20\d{2})\s*年度?\s*[)）]?$/u;
const annexAlone = /^(附件?\s*[\d一二三四五六七八九十]+(?:[-—–.．]\d+)*)\s*[:：]?$/u;

/** 450001示例区医疗保障局(本级), in the corner of a form across from the unit of money. */
const unitWithCode = /^(\d{3,12})\s*(\p{Script=Han}[^:：]*)$/u;

/** Empty if any cell of the line says something else. */
export function lineFieldsOf(line: CardLine, reader: LabelReader): readonly CardField[] {
  const hasUnit = line.cells.some(({ text }) => unitInText(text) !== undefined);
  const found = line.cells.map((cell): readonly CardField[] => {
    const said = (meaning: string, value: string): CardField => {
      const at = labelledPlace(squareOf({ line, cell }), meaning, cell.column);
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

/** The unit of money that a line states, in one cell or in the cell behind 单位：. */
export function unitOf({ cells }: CardLine): StatedUnit | undefined {
  for (const [index, { text }] of cells.entries()) {
    const next = /单位\s*[:：]\s*$/u.test(text) ? cells[index + 1]?.text : undefined;
    const unit = unitInText(next === undefined ? text : `${text}${next}`);
    if (unit !== undefined) return unit;
  }
  return undefined;
}
