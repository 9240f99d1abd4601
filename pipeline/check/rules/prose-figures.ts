/** Prose that gives another number of projects, or another sum of money, than the projects have. */
import {
  compareDecimals,
  convertMoney,
  moneyUnits,
  parseDecimal,
  roundDecimal,
  sumDecimals,
} from "../../records/index.ts";
import { amountsIn } from "../money.ts";
import { rule } from "../rule.ts";

export const proseProjectCountDiffers = rule("prose-project-count-differs", {
  number: 23,
  severity: "warning",
  about: {
    zh: "总体目标中的项目数与实际不符",
    en: "prose that says another number of projects than there are",
  },
  says: {
    zh: "文字说有 {stated:number} 个项目，实际有 {actual:number} 个",
    en: "The text says {stated:number} projects; there are {actual:number}",
  },
  todo: { zh: "请更正文字，或核对是否漏报项目。", en: "Correct the text, or check for a missing project." },
  *department({ department }) {
    const actual = department.projects.length;
    for (const text of department.overall) {
      for (const { groups } of statementsIn(text.text, counts)) {
        const stated = Number(groups?.number);
        if (stated === actual || groups?.found === undefined) continue;
        yield { at: text, part: groups.found, args: { stated, actual } };
      }
    }
  },
});

// 项目 alone may be anything that is built; only 预算项目, what is filed or budgeted for, and a plain 共有…个项目 count.
const counts = [
  /(?<found>(?:共|共计|合计|总计)(?:有|安排|申报|编报|编制|涉及)?(?<number>\d+)个?(?:部门预算|预算|部门|专项资金)项目)/gu,
  /(?<found>(?:共|共计|合计|总计)(?:有|安排|申报|编报|编制|实施)?(?<number>\d+)个项目)/gu,
  /(?<found>(?:安排|申报|编报|编制|实施)(?:部门)?(?:预算)?项目(?<number>\d+)个)/gu,
  /(?<found>预算项目(?:共|共计|合计)?(?<number>\d+)个)/gu,
];

type OtherMoney = {
  readonly of: "total" | "fiscal";
  readonly stated: string;
  readonly actual: string;
  readonly unit: string;
};

export const proseMoneyDiffers = rule("prose-money-differs", {
  number: 23,
  severity: "warning",
  about: {
    zh: "总体目标中的项目预算金额、其中财政资金与实际不符",
    en: "prose that says another sum of money, or of fiscal funds, than the projects'",
  },
  says: {
    zh: ({ of, stated, actual, unit }: OtherMoney) =>
      `文字说${of === "total" ? "项目预算" : "其中财政资金"}为 ${stated}${unit}，各项目合计为 ${actual}${unit}`,
    en: ({ of, stated, actual, unit }: OtherMoney) =>
      `The text says ${stated} ${unit} ${of === "total" ? "for the projects" : "of fiscal funds"}; they add up to ${actual} ${unit}`,
  },
  todo: { zh: "请更正文字，或核对项目金额。", en: "Correct the text, or check the amounts." },
  *department({ department: { overall, projects }, spec }) {
    const unit = spec.money.unit;
    for (const of of ["total", "fiscal"] as const) {
      const parts = projects.flatMap(({ budget }) => budget[of] ?? []);
      const amounts = amountsIn(parts, unit);
      if (amounts === undefined || parts.length < projects.length) continue;
      const sum = sumDecimals(amounts);
      for (const text of overall) {
        for (const { groups } of statementsIn(text.text, of === "total" ? sums : fiscalSums)) {
          const stated = parseDecimal((groups?.number ?? "").replaceAll(",", ""));
          const statedUnit = moneyUnits.find((known) => known === groups?.unit);
          if (stated === undefined || statedUnit === undefined) continue;
          const actual = convertMoney(sum, { from: unit, to: statedUnit });
          const places = /\.(\d+)$/u.exec(stated)?.[1]?.length ?? 0;
          if (compareDecimals(roundDecimal(actual, places), stated) === 0) continue;
          const args = { of, stated, actual, unit: statedUnit };
          yield { at: text, also: parts, part: groups?.found, args };
        }
      }
    }
  },
});

// 涉及资金 may be any money unless it follows the number of projects.
const sums = [
  /(?<found>(?:项目(?:支出)?预算|预算项目资金|项目资金|项目支出)(?:总额|合计|总计|共计|共|为)*(?<number>[\d,]+(?:\.\d+)?)(?<unit>亿元|万元|千元|元))/gu,
  /(?:个(?:部门预算|预算|部门)?项目|项目\d+个)，?(?:共|共计|合计|总计)?(?<found>涉及(?:预算)?资金(?:共|共计|合计|总计)?(?<number>[\d,]+(?:\.\d+)?)(?<unit>亿元|万元|千元|元))/gu,
  // 其中新增项目3个，预算资金20万元 is not all of it.
  /(?<!(?:其中|新增|延续|重点|新建|续建|专项|一次性|采购)\S{0,6})项目\d+个，?(?:共|共计|合计|总计)?(?<found>(?:年度|支出)?预算(?:资金|金额|总额)(?:共|共计|合计|总计|为)?(?<number>[\d,]+(?:\.\d+)?)(?<unit>亿元|万元|千元|元))/gu,
];

/** Behind the sum of all: what 财政 pays of one project is said otherwise. */
const fiscalSums = sums.map(
  ({ source }) =>
    new RegExp(
      `${source.replaceAll("?<found>", "").replaceAll("?<number>", "").replaceAll("?<unit>", "")}，?(?<found>其中[：:]?(?:本级)?财政(?:拨款|资金)(?:合计|共|为)?(?<number>[\\d,]+(?:\\.\\d+)?)(?<unit>亿元|万元|千元|元))`,
      "gu",
    ),
);

/** Words that make a whole sentence one about another period. */
const otherPeriod = /截至|累计|[“"]|十[三四五]/u;
/** Words that do so for their clause, or for what follows if the clause says nothing itself and only gives the date. */
const lastYear = /上年|去年|往年/u;
const thisYear = /今年|本年|(?:19|20)\d{2}年/u;

/** What a paragraph states of this year; what it says of another year is left out. */
function* statementsIn(paragraph: string, patterns: readonly RegExp[]): Iterable<RegExpExecArray> {
  for (const sentence of paragraph.replace(/\s+/gu, "").split(/[。；;]/u)) {
    if (otherPeriod.test(sentence)) continue;
    const stated = ofThisYear(sentence);
    for (const pattern of patterns) {
      const [first] = stated.matchAll(pattern);
      if (first === undefined) continue;
      yield first;
      // Several patterns may match one statement.
      break;
    }
  }
}

/** A sentence without its clauses on last year. */
function ofThisYear(sentence: string): string {
  let past = false;
  const kept: string[] = [];
  for (const clause of sentence.split(/，|,(?!\d)/u)) {
    const own = lastYear.test(clause);
    if (thisYear.test(clause)) past = false;
    if (own && !/[\d比较]/u.test(clause)) past = true;
    if (!own && !past) kept.push(clause);
  }
  return kept.join("，");
}
