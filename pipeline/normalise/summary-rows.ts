/** Tells rows that sum up or sign a table from the rows that are its data. */
import type { RawRow } from "../read/index.ts";
import type { FieldName } from "../records/index.ts";

const totalWord = /^(?:合计|总计|小计|共计|本页小计|本页合计|累计)(?:[(（].*[)）])?[:：]?$/u;
const numeric = /^[-+\d.,，%％\s元万亿]*$/u;
const noteLabel =
  /^(?:备?注|说明|填表说明|填表人|填报人|填报日期|填表日期|填报时间|制表人?|审核人?|复核人?|联系人|联系电话|经办人|负责人|单位负责人|财务负责人|部门负责人|主管领导)\d*[:：]/u;

/** The cell 合计 in a column that names something, if the columns that measure hold nothing but numbers. */
export function totalOf({ cells }: RawRow, fields: readonly (FieldName | undefined)[]): string | undefined {
  const index = cells.findIndex((cell) => cell.length <= 20 && totalWord.test(cell.replace(/\s+/gu, "")));
  const ofIndicators = /^indicator\.(?:level[123]|horizon)$/u.test(fields[index] ?? "");
  const fits = (cell: string, other: number): boolean => {
    const named = fields[other] ?? "";
    // A total of indicators repeats the project's own cells; a total of projects the unit's.
    if (ofIndicators && !named.startsWith("indicator.")) return true;
    if (named === "project.code") return cell.trim() === "";
    return numeric.test(cell.trim()) || (!ofIndicators && /^project\.(?:unit|department|year)/u.test(named));
  };
  const isTotal = index >= 0 && cells.every((cell, other) => other === index || fits(cell, other));
  return isTotal ? cells[index] : undefined;
}

/** The first cell of a line such as 填表人：张三, with 审核人：李四 beside it or the names in cells of their own. */
export function noteOf({ cells }: RawRow): string | undefined {
  const filled = cells.map((cell) => cell.replace(/\s+/gu, "")).filter((cell) => cell !== "");
  const [first = "", ...others] = filled;
  if (!noteLabel.test(first)) return undefined;
  const signs = (cell: string, index: number): boolean =>
    /^[^:：]{1,12}[:：]/u.test(cell) || /[:：]$/u.test(filled[index] ?? "");
  return others.every(signs) ? first : undefined;
}
