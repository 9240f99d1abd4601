/** Lines above the headers of tables → what they say of the department: its name, its year, its form. */
import { cellPlace } from "../../read/index.ts";
import type { Text } from "../../records/index.ts";
import type { HeadedTable } from "./find-header-row.ts";
import { agency } from "./row-words.ts";

/** Each with its place, in the order of files and rows. */
export type TitleFacts = {
  readonly names: readonly Text[];
  readonly years: readonly Text[];
  readonly forms: readonly Text[];
  /** Of the names, those that are said to be of a unit: 填报单位. */
  readonly units: readonly Text[];
};

type Fact = Exclude<keyof TitleFacts, "units">;
export type TitleFact = { readonly fact: Fact; readonly text: string; readonly isUnit?: boolean };

const labels: readonly (readonly [RegExp, Fact])[] = [
  [
    /^(?:(?:填报|编制|编报|申报|填表|上报|报送)(?:单位|部门)|(?:预算|主管|一级预算|主管预算)?(?:部门|单位)(?:\(单位\)|\(部门\))?(?:名称)?|(?:部门|单位)全称)(?:\((?:盖章|公章|签章)\))?$/u,
    "names",
  ],
  [/^(?:预算|财政|会计|编制|填报)?(?:年度|年份)$/u, "years"],
  [/^(?:表式|表样|套用表式)$/u, "forms"],
];

const organisation =
  "(?:局|委|办|办公室|委员会|厅|院|所|站|中心|总?队|部|处|署|会|社|大学|学院|中学|小学|学校|幼儿园|医院|公司|集团|馆|政府|机关|法院|检察院|团委|党校|街道|镇|乡)";
const yearWord = "(?:20\\d{2}|二[〇○零][〇○零一二三四五六七八九]{2})年";
const subject = "(?:部门|项目|预算|整体|绩效|支出|财政|专项|本级)";
const named = new RegExp(
  `^(?:关于)?(?:${yearWord}度?)?((?!.*(?:项目|绩效|支出).*${organisation}).{2,30}?${organisation}(?:\\(本级\\)|本级|机关)?)(?=${yearWord}|${subject})`,
  "u",
);
const titleEnd = /(?:表|表格|文本|汇总|明细|清单|目标|方案|报告|书|单)(?:\([^()]*\))?$/u;
/** 示例局2026年部门预算: such a title says its year, and where a name ends is not certain. */
const yearTitleEnd = /^.{0,20}(?:预算|项目|绩效|一览|台账|情况)(?:\([^()]*\))?$/u;
/** Not 2026-2028年, a day, or the year of money that is carried over. */
const titleYear = new RegExp(
  `(?<![-—–~至到\\d])${yearWord}度?(?![-\\d—–~至到]|结转|底|初|末|以来|前|后)`,
  "u",
);
const yearAlone = new RegExp(`^\\(?(${yearWord})度?\\)?$`, "u");

export function readTitleLines(tables: readonly Pick<HeadedTable, "table" | "above">[]): TitleFacts {
  const found = tables.flatMap(({ table, above }) =>
    above.flatMap(({ row, cells }) =>
      cells.flatMap((cell, index) =>
        factsIn(cell, cells.slice(index + 1)).map(({ fact, text, isUnit }) => ({
          ...{ fact, isUnit },
          said: { text, at: cellPlace(table, row, index) },
        })),
      ),
    ),
  );
  const of = (wanted: Fact): Text[] => found.flatMap(({ fact, said }) => (fact === wanted ? said : []));
  const units = found.flatMap(({ isUnit, said }) => (isUnit === true ? [said] : []));
  return { names: of("names"), years: of("years"), forms: of("forms"), units };
}

/** What one cell of such a line says; `after`: the cells to its right. */
export function factsIn(cell: string, after: readonly string[]): readonly TitleFact[] {
  const flat = cell.normalize("NFKC").trim();
  const pairs = labelled(flat, after);
  if (pairs.length > 0) return pairs.flatMap(({ label, text }) => factOf(label, text));
  const line = flat.replace(/\s+/gu, "");
  const beside = besideLabel(line, after);
  if (beside.length > 0) return beside;
  const alone = yearAlone.exec(line)?.[1];
  if (alone !== undefined) return [{ fact: "years", text: digitsOf(alone) }];
  const isTitle = titleEnd.test(line);
  if (!(isTitle || yearTitleEnd.test(line)) || /[:;。,]/u.test(line)) return [];
  const name = isTitle ? named.exec(line)?.[1] : undefined;
  const year = titleYear.exec(
    line.replace(/\([^()]*\)/gu, (inner) => (yearAlone.test(inner) ? inner : "")),
  )?.[0];
  return [
    ...(name === undefined ? [] : [{ fact: "names", text: bareName(name) } as const]),
    ...(year === undefined ? [] : [{ fact: "years", text: digitsOf(year) } as const]),
  ];
}

/** 填报单位：甲局  年度：2026 in one cell; a label at the end of its cell has its value in the next filled one. */
function labelled(line: string, after: readonly string[]): { label: string; text: string }[] {
  const parts = [...line.matchAll(/(?:^|\s+|;|,)([^\s:;,]{2,14})\s*:\s*/gu)];
  return parts.map((part, index) => {
    const text = line.slice(part.index + part[0].length, parts[index + 1]?.index).trim();
    const next =
      after
        .find((cell) => cell.trim() !== "")
        ?.normalize("NFKC")
        .trim() ?? "";
    const isLast = index === parts.length - 1;
    return { label: part[1] ?? "", text: text === "" && isLast && !/:/u.test(next) ? next : text };
  });
}

/** A label that fills its cell, without a colon, as in a form: what is beside it must look like what it asks for. */
function besideLabel(label: string, after: readonly string[]): TitleFact[] {
  const next = after.find((cell) => cell.trim() !== "") ?? "";
  return factOf(label, next.normalize("NFKC").trim()).filter(
    ({ fact, text }) => fact === "years" || (fact === "names" && agency.test(text)),
  );
}

function factOf(label: string, text: string): TitleFact[] {
  const fact = labels.find(([pattern]) => pattern.test(label))?.[1];
  if (fact === undefined || text === "") return [];
  if (fact === "forms") return [{ fact, text }];
  if (fact === "years") {
    const year = /^(?:20\d{2}|二[〇○零][〇○零一二三四五六七八九]{2})(?=年?度?$)/u.exec(text)?.[0];
    return year === undefined ? [] : [{ fact, text: digitsOf(year) }];
  }
  const name = bareName(text);
  // 单位：万元 states the unit of money.
  const isUnit = /(?:填报|编制|编报|申报|填表|预算)单位|^单位/u.test(label);
  return name.length < 3 || /元$|^\d/u.test(name) ? [] : [{ fact, text: name, isUnit }];
}

/** Without its code ([301] or 301-) and the place for its seal. */
function bareName(text: string): string {
  return text
    .replace(/\s+/gu, "")
    .replace(/^(?:\[\d+\]|\(\d+\)|【\d+】|\d{3,}[-—_.]?)/u, "")
    .replace(/\((?:盖章|公章|签章|章|印章|加盖公章)\)$/u, "")
    .replace(/\(/gu, "（")
    .replace(/\)/gu, "）");
}

function digitsOf(year: string): string {
  const digits = "零一二三四五六七八九";
  return year
    .replace(/[〇○]/gu, "零")
    .replace(/[零一二三四五六七八九]/gu, (digit) => String(digits.indexOf(digit)))
    .replace(/[年度]/gu, "");
}
