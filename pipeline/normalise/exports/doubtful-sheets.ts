/** Sheets that projects were read from, though their names or titles say that they are an example, withdrawn, or another year's → findings. */
import type { Report } from "../../diagnostics/index.ts";
import { isSameName, tablePlace } from "../../read/index.ts";
import type { ListedSource } from "../facts/reading-hints.ts";
import { flatten } from "../tables/row-words.ts";
import { readTitleLines } from "../tables/title-lines.ts";
import type { Exports } from "./find-exports.ts";

/** Sheets are often called as their project is, so a name says it as a whole or at one of its ends. */
const setAside =
  /^(?:旧表|旧版|废表|作废|样表|样例|示例|范例|勿用|不用|上年|去年)|(?:样表|样例|示例|范例|模板|旧表|旧版|作废|已作废|废止|勿用|不用|勿填)[\d()]*$/u;
const yearIn = /^\D{0,4}(20\d{2})年?(?:度|版)?/u;

/** `headers`: of its first list; a sheet with a form is often called as its project is, which may begin with a year. */
type Read = {
  readonly file: string;
  readonly sheet: string;
  readonly headers?: string;
  /** What the title above its list says. */
  readonly titled?: number;
};

type Known = { readonly year: number | undefined; readonly listed: readonly ListedSource[] };

/** A sheet that department.json lists is meant. `year`: of the budget, where department.json says it. */
export function reportDoubtfulSheets(exports: Exports, { year, listed }: Known, report: Report): void {
  const isListed = ({ file, sheet }: Read) =>
    listed.some(
      ({ name, sheets }) => isSameName(file, name.text) && sheets.some(({ text }) => isSameName(sheet, text)),
    );
  const read = sheetsOf(exports).filter((one) => !isListed(one));
  for (const one of read) {
    const others = read.filter((other) => other !== one);
    const why = whyDoubtful(one, others, year);
    if (why === undefined || others.length === 0) continue;
    report({ code: "sheet-doubtful", at: tablePlace(one), args: { sheet: one.sheet, why } });
  }
}

function whyDoubtful(
  { file, sheet, headers, titled }: Read,
  others: readonly Read[],
  year: number | undefined,
) {
  if (setAside.test(flatten(sheet))) return "set-aside";
  const own = headers === undefined ? undefined : (yearOf(sheet) ?? titled);
  if (own === undefined) return undefined;
  if (year !== undefined) return own === year ? undefined : "year";
  const alike = others.filter((one) => one.file === file && one.headers === headers);
  const isOlder = alike.some((one) => {
    const named = yearOf(one.sheet) ?? one.titled;
    return named === undefined || named > own;
  });
  return isOlder ? "year" : undefined;
}

function yearOf(sheet: string): number | undefined {
  const year = yearIn.exec(flatten(sheet))?.[1];
  return year === undefined ? undefined : Number(year);
}

function sheetsOf({ tables, cards }: Exports): readonly Read[] {
  const found = [
    ...cards.map(({ table }) => ({ table, headers: undefined, titled: undefined })),
    ...tables.map(({ table, headers, above }) => {
      const [year, ...others] = readTitleLines([{ table, above }]).years;
      return {
        table,
        headers: headers.map(({ text }) => flatten(text)).join("\n"),
        titled: year === undefined || others.length > 0 ? undefined : Number(year.text),
      };
    }),
  ];
  const sheets = new Map<string, Read>();
  for (const { table, ...said } of found) {
    const { file, sheet } = table;
    const key = `${file}\n${sheet}`;
    if (sheet !== undefined && !sheets.has(key)) sheets.set(key, { file, sheet, ...said });
  }
  return [...sheets.values()];
}
