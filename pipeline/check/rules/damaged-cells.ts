/** Cells in which a program has left something else than what was there. */
import type { DamageKind } from "../damage.ts";
import { withoutEntities } from "../entities.ts";
import type { FaultyCell } from "../faulty-cells.ts";
import { rule } from "../rule.ts";

export const spreadsheetErrorLeft = rule("spreadsheet-error", {
  number: 38,
  severity: "error",
  about: { zh: "电子表格的错误值（#REF!、#N/A、####）", en: "errors of a spreadsheet (#REF!, #N/A, ####)" },
  says: {
    zh: "这里是电子表格的错误值“{part}”，不是原来的内容",
    en: "“{part}” is an error of the spreadsheet, not the content",
  },
  todo: {
    zh: "请在源表里改正公式或加宽列，再另存、重新导出。",
    en: "Correct the formula or widen the column in the spreadsheet, then save and export again.",
  },
  cell: (cell) => withDamage(cell, "spreadsheet-error"),
});

export const programWordLeft = rule("program-word", {
  number: 38,
  severity: "error",
  about: { zh: "程序的空值和逻辑值（NULL、NaN、TRUE）", en: "words of a program (NULL, NaN, TRUE)" },
  says: {
    zh: "这里是程序的用语“{part}”，不是填报的内容",
    en: "“{part}” is a word of a program, not what was filled in",
  },
  todo: {
    zh: "没有内容的请留空，否则填写实际内容；也请告知导出系统的管理员。",
    en: "Leave the cell blank or fill it in, and tell whoever runs the system that exports it.",
  },
  cell: (cell) => withDamage(cell, "program-word"),
});

export const htmlEntityLeft = rule("html-entity", {
  number: 38,
  severity: "warning",
  about: { zh: "网页代码（&ge;、&nbsp;）", en: "entities of a web page (&ge;, &nbsp;)" },
  says: { zh: "留有网页代码“{part}”", en: "“{part}” is left of a web page" },
  todo: {
    zh: "请改成它所代表的字符，例如 &ge; 改成 ≥。",
    en: "Replace it with the character that it means: &ge; is ≥.",
  },
  cell: (cell) => withDamage(cell, "html-entity"),
  correct: withoutEntities,
});

export const timestampLeft = rule("timestamp", {
  number: 38,
  severity: "warning",
  about: {
    zh: "程序的时间格式（2026-03-05T00:00:00）",
    en: "times as programs write them (2026-03-05T00:00:00)",
  },
  says: { zh: "“{part}”是程序的时间格式", en: "“{part}” is a time as programs write it" },
  todo: {
    zh: "确是日期的，请写成 2026年3月5日；不是日期的，多半是软件把数字变成了日期，请填回原数。",
    en: "Write a date as 2026年3月5日; if it is none, a program has made it of a number: write the number.",
  },
  cell: (cell) => withDamage(cell, "timestamp"),
});

export const dittoLeft = rule("ditto", {
  number: 38,
  severity: "warning",
  about: { zh: "用“同上”代替内容", en: "同上 instead of the content" },
  says: {
    zh: "这里写的是“{part}”，印出后看不出指的是什么",
    en: "“{part}” refers to another cell, which a reader of the report cannot see",
  },
  todo: { zh: "请填写完整的内容。", en: "Write out the content." },
  cell: (cell) => withDamage(cell, "ditto"),
});

export const powerOfTen = rule("power-of-ten", {
  number: 38,
  severity: "error",
  about: { zh: "数字被变成科学计数法（1.2E+04）", en: "a number that Excel has turned into a power of ten" },
  says: {
    zh: "“{part}”是科学计数法，可能已经丢了位数",
    en: "“{part}” is a power of ten, and may have lost digits",
  },
  todo: {
    zh: "请核对原数，写成普通数字；在 Excel 中把该列设为“文本”后再保存。",
    en: "Write the number in full; set the column to Text in Excel before saving.",
  },
  cell: (cell) => withDamage(cell, "power-of-ten"),
});

export const questionMarkLeft = rule("question-mark", {
  number: 38,
  severity: "warning",
  about: { zh: "问号代替了丢失的字符（?90%、m?）", en: "a ? in place of a lost character (?90%, m?)" },
  says: {
    zh: "“{part}”里的问号像是转换编码时丢失的字符（例如 ≥、²、生僻字）",
    en: "The ? in “{part}” seems to be a character lost in conversion, such as ≥, ² or a rare Chinese character",
  },
  todo: {
    zh: "请核对并补上原来的字符；从源系统重新导出时请选 UTF-8。",
    en: "Put the character back; choose UTF-8 when you export again.",
  },
  cell: (cell) => withDamage(cell, "question-mark"),
});

function withDamage({ text, damage }: FaultyCell, kind: DamageKind) {
  return damage?.kind === kind ? { at: text, part: damage.part, args: { part: damage.part } } : undefined;
}
