/** What can go wrong when blocks become pages: grids, glyphs, texts too long for a page. */
import { defineRows } from "./row.ts";

const gridReasons = {
  overlap: { zh: "有单元格重叠或超出列数", en: "cells overlap or exceed the last column" },
  gap: { zh: "有空缺的格子", en: "some squares belong to no cell" },
  "span-past-end": { zh: "rowspan 超出了表格末行", en: "a rowspan exceeds the last row" },
};
type BrokenGrid = {
  readonly caption: string;
  readonly row: number;
  readonly columns: number;
  readonly reason: keyof typeof gridReasons;
};

const scripts = {
  arabic: { zh: "阿拉伯字母的文字（维吾尔文、哈萨克文等）", en: "Arabic script (Uyghur, Kazakh)" },
  tibetan: { zh: "藏文", en: "Tibetan" },
  mongolian: { zh: "蒙古文", en: "Mongolian" },
  dai: { zh: "傣文", en: "Dai" },
  other: { zh: "这种文字", en: "This script" },
};

/** A script whose letters change with their neighbours, or that runs from right to left. */
export type UnsetScript = keyof typeof scripts;

type NotSet = {
  readonly script: UnsetScript;
  /** The first stretch of it in the text. */
  readonly text: string;
  /** All of the script that are in the text, each once. */
  readonly characters: string;
};

export const laying = defineRows({
  "table-grid-broken": {
    severity: "failure",
    says: {
      zh: ({ caption, row, columns, reason }: BrokenGrid) =>
        `表格「${caption}」第 ${row} 行的单元格与 ${columns} 列的网格不符：${gridReasons[reason].zh}`,
      en: ({ caption, row, columns, reason }: BrokenGrid) =>
        `Row ${row} of table "${caption}" does not fit its grid of ${columns} columns: ${gridReasons[reason].en}`,
    },
    todo: {
      zh: "请检查表式模板中这一行的 colspan、rowspan 与 <col> 的列数。",
      en: "Check colspan and rowspan of this row, and the number of <col>, in the form's template.",
    },
  },
  "glyph-missing": {
    severity: "error",
    says: {
      zh: "字体中没有「{character}」（{codePoint}），所在文字：{context}",
      en: 'No font has "{character}" ({codePoint}), in the text: {context}',
    },
    todo: {
      zh: "报告中以 〓 代替。请用 --fonts 提供含有该字的字体，或改用规范字形。",
      en: "The report shows 〓 instead. Pass a font that has it with --fonts, or use the standard form of the character.",
    },
  },
  "script-not-set": {
    severity: "error",
    says: {
      zh: ({ script, text }: NotSet) => `程序不排${scripts[script].zh}：${text}`,
      en: ({ script, text }: NotSet) => `${scripts[script].en} is not set: ${text}`,
    },
    todo: {
      zh: "PDF 中每个字母以 〓 代替，DOCX 中保留原文。请在 Word 中打开 DOCX 另存为 PDF，或改写汉字名称。",
      en: "The PDF shows 〓 for each letter, the DOCX keeps the text. Save a PDF from the DOCX in Word, or write the name in Chinese characters.",
    },
  },
  "text-cut": {
    severity: "error",
    unsaid: "{shown:number}",
    says: {
      zh: "文字过长，所在的格子一页放不下，只印出了开头：{text}…",
      en: "The text does not fit on one page of its cell; only its beginning is printed: {text}…",
    },
    todo: {
      zh: "请缩短这段文字；一、二级指标和项目名称应当简短。",
      en: "Shorten it: level-1 and level-2 names and project names should be short.",
    },
  },
});
