/** What is proposed for a department → what a person decides at a terminal. */
import { confirm, intro, isCancel, log, select, text } from "@clack/prompts";
import type { Answers, Proposal } from "../commands/init.ts";
import type { Bilingual, Language } from "../diagnostics/index.ts";
import { printable, type Streams } from "./terminal.ts";

const words = {
  name: { zh: "部门名称", en: "Name of the department" },
  year: { zh: "预算年度（可以留空）", en: "Budget year (may be left blank)" },
  form: { zh: "表式", en: "Form" },
  moneyUnit: { zh: "金额以什么为单位？", en: "What are the amounts counted in?" },
  yes: { zh: "是", en: "Yes" },
  no: { zh: "不是", en: "No" },
  unknownUnit: { zh: "现在不写", en: "leave it out" },
  fits: { zh: "（与表头最合）", en: " (fits the headers best)" },
  partOne: (source: string) => ({
    zh: `第一部分取自 ${source}，写好以后请核对。`,
    en: `Part 1 was found in ${source}; check it once it is written.`,
  }),
  column: (header: string, nearest: string) => ({
    zh: `不认得“${header}”这一列，它是“${nearest}”吗？`,
    en: `Column “${header}” is unknown. Is it “${nearest}”?`,
  }),
  notYear: { zh: "请写四位数字，例如 2026", en: "Write four digits, for example 2026" },
} satisfies Readonly<Record<string, Bilingual | ((...facts: string[]) => Bilingual)>>;

/** Undefined if the person has cancelled. */
export async function askFor(
  proposal: Proposal,
  { language, streams }: { readonly language: Language; readonly streams: Streams },
): Promise<Answers | undefined> {
  const { folder, name, year, form, forms, needsMoneyUnit, partOne, columns } = proposal;
  intro(printable(folder), streams);
  if (partOne !== undefined) log.info(words.partOne(printable(partOne.source))[language], streams);
  const named = await text({ ...streams, message: words.name[language], initialValue: name.text });
  if (isCancel(named)) return undefined;
  const wanted = await text({
    ...{ ...streams, message: words.year[language], initialValue: year?.text ?? "" },
    validate: (value = "") => (value === "" || /^\d{4}$/u.test(value) ? undefined : words.notYear[language]),
  });
  if (isCancel(wanted)) return undefined;
  const chosen = await select({
    ...{ ...streams, message: words.form[language], initialValue: form ?? forms[0]?.id ?? "" },
    showInstructions: false,
    options: forms.map((one) => ({
      value: one.id,
      label: `${printable(one.name[language])}${one.id === form ? words.fits[language] : ""}`,
    })),
  });
  if (isCancel(chosen)) return undefined;
  const unit = needsMoneyUnit ? await askForUnit(language, streams) : undefined;
  if (isCancel(unit)) return undefined;
  const aliases = new Map(Object.entries(proposal.aliases));
  for (const { header, nearest } of columns) {
    if (nearest === "") continue;
    const message = words.column(printable(header), printable(nearest))[language];
    const answers = { active: words.yes[language], inactive: words.no[language] };
    const same = await confirm({ ...streams, message, ...answers, initialValue: false });
    if (isCancel(same)) return undefined;
    if (same) aliases.set(nearest, [...(aliases.get(nearest) ?? []), header]);
  }
  return {
    ...{ name: named === "" ? undefined : named, year: wanted === "" ? undefined : wanted, form: chosen },
    ...{ moneyUnit: unit, aliases: Object.fromEntries(aliases) },
  };
}

/** 元 and 万元, which most exports are in, come first. */
const units = ["元", "万元", "千元", "亿元"] as const;

async function askForUnit(language: Language, streams: Streams) {
  const chosen = await select({
    ...{ ...streams, message: words.moneyUnit[language], initialValue: "" },
    showInstructions: false,
    options: [
      ...units.map((unit) => ({ value: unit, label: unit })),
      { value: "", label: words.unknownUnit[language] },
    ],
  });
  return isCancel(chosen) ? chosen : units.find((unit) => unit === chosen);
}
