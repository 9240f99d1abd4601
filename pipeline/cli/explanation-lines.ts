/** Where a printed cell comes from → lines for a screen: place, the source's line, and each step from it to the print. */
import type { ExplainedCell, Explanation } from "../commands/explain.ts";
import { type Bilingual, formatPlace, type Language } from "../diagnostics/index.ts";
import { encodingText } from "./detail-lines.ts";
import { findingLines } from "./finding-lines.ts";
import { type Paint, printable } from "./terminal.ts";
import { colon, inBrackets, suggestion } from "./words.ts";

type Part = NonNullable<ExplainedCell["parts"]>[number];
type Done = Extract<Explanation, { kind: "done" }>;

const words = {
  noProject: (wanted: string) => ({ zh: `没有项目“${wanted}”。`, en: `There is no project “${wanted}”.` }),
  projects: { zh: "可写序号、编码，或名称的一部分", en: "Give a number, a code, or part of a name" },
  noCell: (wanted: string, of: "project" | "department") => ({
    zh: `${of === "project" ? "项目" : "部门自己的内容"}中没有“${wanted}”这个栏目，也没有含这些字的单元格。`,
    en: `The ${of} has no field “${wanted}”, and no cell with that text.`,
  }),
  fields: { zh: "可写栏目名称或英文名", en: "Give a field's label or name" },
  blank: { zh: "（空白，没有填写）", en: "(blank)" },
  indicator: (number: number) => ({ zh: `（第 ${number} 条指标）`, en: `(indicator ${number})` }),
  printed: { zh: "印出", en: "printed" },
  unprinted: {
    zh: "值（这个表式不印）",
    en: "value (this form does not print it)",
  },
  onPage: { zh: "印在", en: "printed in" },
  place: { zh: "出处", en: "from" },
  encoding: { zh: "文件编码", en: "encoding" },
  source: { zh: "原文", en: "source text" },
  raw: { zh: "整理前", en: "before normalising" },
  amount: { zh: "金额", en: "amount" },
  conversion: { zh: "换算", en: "conversion" },
  rounded: (places: number) => ({
    zh: `四舍五入到 ${places} 位小数`,
    en: `rounded half up to ${places} decimal places`,
  }),
  withUnit: { zh: "照原文打印，并注明单位", en: "printed as written, with its unit" },
  part: { zh: "组成", en: "part" },
  derived: { zh: "原为空白，由算式得出", en: "blank, computed by" },
  filledBy: (formula: string) => ({ zh: `补算：${formula}`, en: `computed by ${formula}` }),
  computed: { zh: "由算式得出", en: "computed by" },
  unitFrom: {
    cell: { zh: "，单位写在格内", en: ", unit from the cell" },
    header: { zh: "，单位写在表头", en: ", unit from the header" },
    file: { zh: "，单位写在表头上方", en: ", unit from the lines above the header" },
    department: { zh: "，单位写在 department.json", en: ", unit from department.json" },
    inherited: { zh: "，单位同上面的总额", en: ", unit from the total above" },
  },
};

export function explanationLines(
  { cells, failures, notFound }: Pick<Done, "cells" | "failures" | "notFound">,
  options: { readonly language: Language; readonly paint: Paint },
): readonly string[] {
  const list = { ...options, most: Number.POSITIVE_INFINITY, from: "failure", fold: false } as const;
  if (failures.length > 0) return findingLines(failures, list).lines;
  if (notFound !== undefined) return notFoundLines(notFound, options.language);
  return cells.flatMap((cell, index) => {
    const file = cell.reading?.file;
    const isKnown = cells.slice(0, index).some(({ reading }) => reading?.file === file);
    return cellLines(isKnown ? { ...cell, reading: undefined } : cell, options);
  });
}

/** With what could be asked for instead. */
function notFoundLines(notFound: NonNullable<Done["notFound"]>, language: Language): readonly string[] {
  const { wanted, nearest } = notFound;
  const meant = nearest === "" ? [] : [printable(suggestion(nearest)[language])];
  if (notFound.kind === "cell")
    return [
      printable(words.noCell(wanted, notFound.of)[language]),
      ...meant,
      words.fields[language] + colon[language],
      ...notFound.fields.map(({ field, label }) => printable(`  ${label}  ${field}`)),
    ];
  return [
    printable(words.noProject(wanted)[language]),
    ...meant,
    words.projects[language] + colon[language],
    ...notFound.projects.map(({ number, code, name }) =>
      printable(`  ${[number, code, name].filter((word) => word !== undefined).join("  ")}`),
    ),
  ];
}

/** How a file was read is said at the first of its cells. */
function cellLines(
  cell: ExplainedCell,
  { language, paint }: { readonly language: Language; readonly paint: Paint },
): readonly string[] {
  const { label, field, indicator, printed, blank, at, raw, derived, reading, source } = cell;
  const { parts = derived?.from ?? [], shown } = cell;
  // A cell that says nothing else needs no second line.
  const around = (shown ?? []).filter((text) => text !== printed).map((text) => text.replaceAll("\n", " "));
  const name = label ?? field;
  const named = indicator === undefined ? name : `${name} ${words.indicator(indicator)[language]}`;
  const line = (what: Bilingual, text: string | undefined) =>
    text === undefined ? [] : [`    ${what[language]}${colon[language]}${printable(text)}`];
  return [
    `  ${paint("bold", printable(`${cell.project} · ${named}`))}  ${paint("dim", field)}`,
    ...line(shown?.length === 0 ? words.unprinted : words.printed, blank ? words.blank[language] : printed),
    ...around.flatMap((text) => line(words.onPage, text)),
    ...line(field.startsWith("figures.") ? words.computed : words.derived, derived?.formula),
    ...line(words.place, derived === undefined ? at && formatPlace(at) : undefined),
    ...line(words.encoding, reading?.encoding && encodingText(reading.encoding, language)),
    ...line(words.source, blank || derived ? undefined : source?.text.slice(source.from, source.to)),
    ...line(words.raw, JSON.stringify(raw)),
    ...moneySteps(cell, language).flatMap(([what, text]) => line(what, text)),
    ...parts.flatMap((part) => line(words.part, partText(part, language))),
  ];
}

/** What was computed itself stands in no cell: its parts are told behind it. */
function partText({ text, at, derived }: Part, language: Language): string {
  if (derived === undefined) return `${text}  ${formatPlace(at)}`;
  return `${derived.label} ${text}${inBrackets(words.filledBy(derived.formula)[language], language)}`;
}

/** The exact amount, and what the form makes of it. */
function moneySteps(
  { amount }: Pick<ExplainedCell, "amount">,
  language: Language,
): readonly (readonly [Bilingual, string])[] {
  if (amount?.value === undefined) return [];
  const { value, unit, unitFrom, becomes } = amount;
  const exact = `${value} ${unit ?? "?"}`;
  const origin = unitFrom === undefined ? "" : words.unitFrom[unitFrom][language];
  const written = [words.amount, exact + origin] as const;
  if (becomes === undefined) return [written];
  const { text, unit: printedUnit, places } = becomes;
  const how = places === undefined ? words.withUnit : words.rounded(places);
  const after = printedUnit === undefined ? text : `${text} ${printedUnit}`;
  return [written, [words.conversion, `${exact} → ${after}${inBrackets(how[language], language)}`]];
}
