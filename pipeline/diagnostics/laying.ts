/** What can be wrong with the document as it is put on pages. */
import { define } from "./define.ts";

export const laying = {
  "table-grid-broken": define<{
    readonly caption: string;
    readonly row: number;
    readonly columns: number;
    readonly reason: "overlap" | "gap" | "span-past-end";
  }>({
    severity: "failure",
    zh: ({ caption, row, columns, reason }) => ({
      says: `表格「${caption}」第 ${row} 行的单元格与 ${columns} 列的网格不符：${
        { overlap: "有单元格重叠或超出列数", gap: "有空缺的格子", "span-past-end": "rowspan 超出了表格末行" }[
          reason
        ]
      }`,
      todo: "请检查表式模板中这一行的 colspan、rowspan 与 <col> 的列数。",
    }),
    en: ({ caption, row, columns, reason }) => ({
      says: `Row ${row} of table "${caption}" does not fit its grid of ${columns} columns: ${
        {
          overlap: "cells overlap or run past the last column",
          gap: "some squares belong to no cell",
          "span-past-end": "a rowspan runs past the last row",
        }[reason]
      }`,
      todo: "Check colspan and rowspan of this row, and the number of <col>, in the form's template.",
    }),
  }),
  "glyph-missing": define<{
    readonly character: string;
    readonly codePoint: string;
    readonly context: string;
  }>({
    severity: "error",
    zh: ({ character, codePoint, context }) => ({
      says: `字体中没有「${character}」（${codePoint}），所在文字：${context}`,
      todo: "报告中以 〓 代替。请用 --fonts 提供含有该字的字体，或改用规范字形。",
    }),
    en: ({ character, codePoint, context }) => ({
      says: `No font has "${character}" (${codePoint}), in the text: ${context}`,
      todo: "The report shows 〓 instead. Give a font that has it with --fonts, or write the standard form.",
    }),
  }),
  "text-cut": define<{ readonly text: string }>({
    severity: "error",
    zh: ({ text }) => ({
      says: `文字过长，所在的格子一页放不下，只印出了开头：${text}…`,
      todo: "请缩短这段文字；一、二级指标和项目名称应当简短。",
    }),
    en: ({ text }) => ({
      says: `A text is too long for one page of its cell, and only its beginning is printed: ${text}…`,
      todo: "Shorten it: level-1 and level-2 names and project names should be short.",
    }),
  }),
} as const;
