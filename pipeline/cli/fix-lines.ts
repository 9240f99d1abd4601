/** A patch of exports → lines for a screen: each cell with what it says and what it should say. */
import type { Fix, FixedDepartment } from "../commands/fix.ts";
import { formatPlace, type Language } from "../diagnostics/index.ts";
import { findingLines } from "./finding-lines.ts";
import { type Paint, printable, shorten } from "./terminal.ts";
import { comma, counted } from "./words.ts";

type Style = { readonly language: Language; readonly paint: Paint };

const words = {
  nothing: { zh: "没有可以确定怎样改的地方。", en: "Nothing whose right text is certain." },
  blank: { zh: "（空白）", en: "(blank)" },
  byHand: {
    zh: "以下在工作簿等文件里，程序不改写，请在表格软件里改：",
    en: "In workbooks and the like, which are not rewritten; change them yourself:",
  },
  listed: (count: number) => ({
    zh: `共 ${count} 格可改，没有写入任何文件；加 -o 〈文件夹〉 写入一份副本。`,
    en: `${counted(count, "cell")} to change; nothing was written. -o 〈folder〉 writes a copy.`,
  }),
  written: (count: number, folder: string) => ({
    zh: `已改 ${count} 格，副本写在 ${folder}；原来的文件没有动。`,
    en: `${counted(count, "cell")} changed in the copy ${folder}; the files themselves were left alone.`,
  }),
};

const widest = 100;

export function fixLines(departments: readonly FixedDepartment[], style: Style): readonly string[] {
  return departments.flatMap((one, index) => [...(index === 0 ? [] : [""]), ...linesOf(one, style)]);
}

function linesOf(
  { folder, name, fixes, byHand, failures, copy }: FixedDepartment,
  { language, paint }: Style,
): readonly string[] {
  const all = { language, paint, most: Number.POSITIVE_INFINITY, from: "failure", fold: true } as const;
  const end = copy === undefined ? words.listed(fixes.length) : words.written(fixes.length, printable(copy));
  return [
    paint("bold", printable(name === undefined ? folder : `${folder} ${name}`)),
    ...findingLines(failures, all).lines,
    ...fixes.flatMap((one) => cellLines(one, { language, paint })),
    ...(byHand.length === 0 ? [] : [`  ${words.byHand[language]}`]),
    ...byHand.flatMap((one) => cellLines(one, { language, paint })),
    ...(failures.length > 0
      ? []
      : [`  ${(fixes.length + byHand.length === 0 ? words.nothing : end)[language]}`]),
  ];
}

function cellLines({ at, codes, before, after }: Fix, { language, paint }: Style): readonly string[] {
  const [old, now] = changedPart(before, after).map((text) =>
    text === "" ? words.blank[language] : shorten(printable(text), widest),
  );
  return [
    `  ${printable(formatPlace(at))}  ${paint("dim", codes.join(comma[language]))}`,
    `    ${paint("red", `- ${old}`)}`,
    `    ${paint("green", `+ ${now}`)}`,
  ];
}

const around = 12;

/** Of long texts, what differs and a little around it. */
function changedPart(before: string, after: string): readonly [string, string] {
  if (Math.max(before.length, after.length) <= widest / 2) return [before, after];
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before.at(-1 - end) === after.at(-1 - end)
  )
    end += 1;
  const from = Math.max(0, start - around);
  const cut = (text: string) => {
    const to = Math.min(text.length, text.length - end + around);
    return `${from > 0 ? "…" : ""}${text.slice(from, to)}${to < text.length ? "…" : ""}`;
  };
  return [cut(before), cut(after)];
}
