/** A number and the format of its cell → what Excel and WPS show: mends what the library's formatter does not know. */
import { SSF } from "@e965/xlsx";

export type NumberFormat = {
  readonly isDate: boolean;
  /** "" if the format is none, or shows nothing. */
  readonly show: (value: number, date1904: boolean) => string;
};

/** Formats as Chinese editions of Excel show them, where the library knows the American ones or none. */
export const chineseFormats: readonly (readonly [id: number, format: string])[] = [
  [14, "yyyy/m/d"],
  [22, "yyyy/m/d h:mm"],
  ...([27, 36, 50, 52, 57] as const).map((id) => [id, 'yyyy"年"m"月"'] as const),
  ...([28, 29, 51, 54, 58] as const).map((id) => [id, 'm"月"d"日"'] as const),
  [30, "m-d-yy"],
  [31, 'yyyy"年"m"月"d"日"'],
  [32, 'h"时"mm"分"'],
  [33, 'h"时"mm"分"ss"秒"'],
  [34, '上午/下午h"时"mm"分"'],
  [35, '上午/下午h"时"mm"分"ss"秒"'],
];

/** Those that files refer to by number and do not write out; read before a workbook brings formats of its own. */
export const builtInFormats: ReadonlyMap<number, string> = new Map([
  ...Object.entries<string>(SSF.get_table()).map(([id, format]) => [Number(id), format] as const),
  ...([5, 6, 7, 8] as const).map((id) => [id, id < 7 ? "¥#,##0;¥-#,##0" : "¥#,##0.00;¥-#,##0.00"] as const),
  ...([41, 42] as const).map(
    (id) => [id, `_ ${id === 42 ? "¥" : ""}* #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ `] as const,
  ),
  ...([43, 44] as const).map(
    (id) => [id, `_ ${id === 44 ? "¥" : ""}* #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ `] as const,
  ),
  ...chineseFormats,
]);

const known = new Map<string, NumberFormat>();

/** Each format is looked into once: a column has one, and thousands of cells. */
export function numberFormat(format: string): NumberFormat {
  const before = known.get(format);
  if (before !== undefined) return before;
  const read = readFormat(format);
  known.set(format, read);
  return read;
}

function readFormat(format: string): NumberFormat {
  const sections = sectionsOf(format);
  const mended = sections.map(mend).join(";");
  const joined = sections.some(hasGeneralBeside) && !sections.some((section) => /\[[<>=]/u.test(section));
  return {
    isDate: SSF.is_date(mended),
    show: (value, date1904) =>
      joined ? besideGeneral(sections, value) : attempt(() => SSF.format(mended, value, { date1904 })),
  };
}

/** Parts of a section: a quoted text, an escaped character, a blank as wide as one, a filler, brackets, General, words, the rest. */
const tokens =
  /"[^"]*"?|[\\!][\s\S]|_[\s\S]|\*[\s\S]|\[[^\]]*\]?|G\/通用格式|General|AM\/PM|A\/P|上午\/下午|s+\.0+|[\s\S]/giu;

function tokensOf(section: string): readonly string[] {
  return section.match(tokens) ?? [];
}

/** Of positive numbers, negative ones, zero and texts. */
function sectionsOf(format: string): readonly string[] {
  const sections = [""];
  for (const token of tokensOf(format)) {
    if (token === ";") sections.push("");
    else sections.push((sections.pop() ?? "") + token);
  }
  return sections;
}

function mend(section: string): string {
  const parts = tokensOf(section);
  const isDate = parts.some((part) => /^(?:[ymdhs]|s+\.0+|上午\/下午)$/iu.test(part));
  return parts.map((part) => mendedToken(part, isDate)).join("");
}

/** Letters of dates, digits and signs that the library takes as they are. */
const taken = /^[ymdhsegbYMDHSEB0-9#?.,%@/ :()$+\-<>=&'~^{}acfijklopqrtuvwxzAP€]$/u;

function mendedToken(part: string, isDate: boolean): string {
  if (part.startsWith("[")) return mendedBrackets(part);
  if (isGeneral(part)) return "General";
  if (part.startsWith("!") && part.length > 1) return `\\${part.slice(1)}`;
  if (part.startsWith("*") && part.length > 1) return part[1] === " " ? part : "";
  if (part.length > 1 || (taken.test(part) && !(isDate && part === "."))) return part;
  // 年, 元 and other characters stand for themselves.
  return part === '"' || part === "\\" ? "" : `\\${part}`;
}

/** Currencies are shown; of languages, colours and Chinese numerals nothing is. */
function mendedBrackets(part: string): string {
  const currency = /^\[\$([^\]-]*)/u.exec(part)?.[1];
  if (currency !== undefined) return currency === "" ? "" : `"${currency}"`;
  return /^\[(?:[hms]+|[<>=].*)\]$/iu.test(part) ? part : "";
}

/** A number as it is, in either language of Excel. */
function isGeneral(part: string): boolean {
  return /^(?:G\/通用格式|General)$/iu.test(part);
}

function hasGeneralBeside(section: string): boolean {
  const parts = tokensOf(section).filter((part) => !part.startsWith("["));
  return parts.length > 1 && parts.some(isGeneral);
}

/** `General"万元"`: the library leaves out what stands behind General. */
function besideGeneral(sections: readonly string[], value: number): string {
  const own = value < 0 ? sections[1] : value === 0 ? sections[2] : undefined;
  const shown = attempt(() => SSF.format("General", own === undefined || value === 0 ? value : -value));
  const section = own ?? sections[0] ?? "";
  if (!hasGeneralBeside(section)) return attempt(() => SSF.format(mend(section), Math.abs(value)));
  return tokensOf(section)
    .map((part) => {
      if (isGeneral(part)) return shown;
      if (part.startsWith("[")) return mendedBrackets(part).replaceAll('"', "");
      if (part.startsWith('"')) return part.replaceAll('"', "");
      if (part.startsWith("_")) return " ";
      if (part.startsWith("*")) return "";
      return /^[\\!]/u.test(part) ? part.slice(1) : part;
    })
    .join("");
}

function attempt(show: () => string): string {
  try {
    return show();
  } catch {
    return "";
  }
}
