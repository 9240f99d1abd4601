/** What reading published files back told → lines for a screen: what differs, and how much was compared. */
import type { VerifiedDepartment } from "../commands/verified-department.ts";
import type { Readback } from "../department/index.ts";
import type { Language } from "../diagnostics/index.ts";
import { findingLines } from "./finding-lines.ts";
import { type Paint, printable } from "./terminal.ts";
import { counted } from "./words.ts";

type Style = {
  readonly language: Language;
  readonly paint: Paint;
  /** Whether what differs is among the lines, or is told elsewhere. */
  readonly listed: boolean;
};

const words = {
  compared: ({ cells, pagesRead }: Readback, seconds: number) => ({
    zh: `核对了 ${cells} 个单元格${pagesRead === 0 ? "" : `、${pagesRead} 页 PDF`}，${seconds} 秒`,
    en: `${counted(cells, "cell")}${pagesRead === 0 ? "" : ` and ${counted(pagesRead, "page")} of PDF`} compared in ${seconds} s`,
  }),
  same: { zh: "与数据一致", en: "as the data say" },
};

export function verifiedLines(
  departments: readonly VerifiedDepartment[],
  { language, paint, listed }: Style,
): readonly string[] {
  const all = { language, paint, most: Number.POSITIVE_INFINITY, from: "info", fold: true } as const;
  return departments.flatMap(({ folder, name, findings, readback, seconds }) => {
    const compared = readback ? [words.compared(readback, seconds)] : [];
    const sound = findings.length === 0 ? [words.same] : [];
    const told = [...compared, ...sound].map((text) => text[language]);
    return [
      paint("bold", printable(name === undefined ? folder : `${folder} ${name}`)),
      ...(listed ? findingLines(findings, all).lines : []),
      ...(told.length === 0 ? [] : [`  ${told.join(language === "zh" ? "；" : "; ")}`]),
    ];
  });
}
