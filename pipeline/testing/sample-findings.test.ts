/** The checker's findings on the three sample departments, each read against the data: no more and no fewer. */
import { describe, expect, test } from "vitest";
import { type Finding, wordingOf } from "../catalogue/index.ts";
import { formatPlace, severityOf } from "../diagnostics/index.ts";
import { isOfRule, readSources, runSources } from "./run-case.ts";
import { readShippedForms } from "./shipped-forms.ts";

function check(folder: string): readonly Finding[] {
  const sources = readSources(new URL(`../../data/${folder}/`, import.meta.url));
  const { normalised, diagnostics } = runSources(sources, { folder, forms: readShippedForms() });
  if (normalised === undefined) throw new Error(`${folder} cannot be read`);
  return diagnostics.filter(isOfRule);
}

const samples = { beidaihe: check("beidaihe"), suzhou: check("suzhou"), korla: check("korla") };
type Sample = keyof typeof samples;

/** Errors and warnings as `severity code place (+ further places)`, in the checker's order. */
function grave(sample: Sample): readonly string[] {
  return samples[sample]
    .filter((finding) => severityOf(finding) !== "info")
    .map((finding) => {
      const more = finding.also?.length ?? 0;
      return `${severityOf(finding)} ${finding.code} ${formatPlace(finding.at)}${more === 0 ? "" : ` +${more}`}`;
    });
}

/** How many notes there are of each code. */
function notes(sample: Sample): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const finding of samples[sample])
    if (severityOf(finding) === "info") counts[finding.code] = (counts[finding.code] ?? 0) + 1;
  return counts;
}

test("Korla: one project's weights, names and goals cut in the export, values cut short, a rate among the quantities, brackets", () => {
  expect(grave("korla")).toEqual([
    "warning level3-repeated-when-cut indicators.csv:2:K「三级指标」 +1",
    "warning names-cut-at-one-width indicators.csv:2:K「三级指标」 +22",
    "error weight-total indicators.csv:22:O「指标分值权重」 +10",
    "warning value-cut-short indicators.csv:8:L「指标值」",
    "warning value-cut-short indicators.csv:9:L「指标值」",
    "warning quantity-not-a-count indicators.csv:4:K「三级指标」 +1",
    "warning direction-unlikely indicators.csv:22:L「指标值」",
    "warning direction-unlikely indicators.csv:23:L「指标值」",
    "warning worse-than-last-year indicators.csv:5:L「指标值」 +1",
    "warning document-number-brackets indicators.csv:2:C「项目名称」",
    "warning punctuation-repeated indicators.csv:2:H「项目总体目标」",
  ]);
  expect(notes("korla")).toEqual({
    "benefit-vague": 3,
    "goal-without-stop": 1,
    "halfwidth-punctuation": 2,
    "spellings-mixed": 1,
  });
});

test("Suzhou: money, numbering, copies, blank rows, repeats, odd values, a placeholder", () => {
  expect(grave("suzhou")).toEqual([
    "error required-field-missing projects.json:470:15 /项目/2/项目属性",
    "warning goal-numbering-broken projects.json:492:9 /项目/2/中期目标/8",
    "warning goal-same-for-both-horizons projects.json:1695:9 /项目/5/年度目标/0 +1",
    "warning mid-term-range-unlike-others projects.json:472:17 /项目/2/中期目标起止 +1",
    "error total-not-sum projects.json:15:17 /项目/0/中期资金/资金总额 +1",
    "warning project-name-as-indicator projects.json:35:21 /项目/0/绩效指标/中期/0/三级指标 +7",
    "error level3-repeated projects.json:1254:21 /项目/4/绩效指标/中期/9/三级指标 +1",
    "error level3-repeated projects.json:1401:21 /项目/4/绩效指标/中期/30/三级指标 +1",
    "warning level3-elsewhere projects.json:1726:21 /项目/5/绩效指标/中期/3/三级指标 +3",
    "warning level3-elsewhere projects.json:1733:21 /项目/5/绩效指标/中期/4/三级指标 +3",
    "error indicator-value-missing projects.json:1262:20 /项目/4/绩效指标/中期/10/指标值",
    "error indicator-value-missing projects.json:1409:20 /项目/4/绩效指标/中期/31/指标值",
    "warning basis-blank-here-alone projects.json:1084:21 /项目/3/绩效指标/年度/5/绩效标准",
    "warning basis-blank-here-alone projects.json:1133:21 /项目/3/绩效指标/年度/12/绩效标准",
    "warning number-without-unit projects.json:941:20 /项目/3/绩效指标/中期/0/指标值",
    "warning value-not-parsed projects.json:1199:20 /项目/4/绩效指标/中期/1/指标值",
    "warning value-not-parsed projects.json:1206:20 /项目/4/绩效指标/中期/2/指标值",
    "warning value-vague projects.json:43:20 /项目/0/绩效指标/中期/1/指标值 +1",
    "warning value-vague projects.json:569:20 /项目/2/绩效指标/中期/8/指标值 +1",
    "warning value-vague projects.json:1748:20 /项目/5/绩效指标/中期/6/指标值 +1",
    "warning quantity-not-a-count projects.json:1712:21 /项目/5/绩效指标/中期/1/三级指标 +3",
    "warning quantity-not-a-count projects.json:1719:21 /项目/5/绩效指标/中期/2/三级指标 +3",
    "warning mid-term-below-annual projects.json:702:20 /项目/2/绩效指标/中期/27/指标值 +1",
    "warning satisfaction-approximate projects.json:702:20 /项目/2/绩效指标/中期/27/指标值",
    "warning satisfaction-approximate projects.json:900:20 /项目/2/绩效指标/年度/27/指标值",
    "warning satisfaction-below-floor projects.json:702:20 /项目/2/绩效指标/中期/27/指标值",
    "error placeholder-left projects.json:1677:17 /项目/5/中期目标起止",
  ]);
  expect(notes("suzhou")).toEqual({
    "annex-number-unlike-others": 2,
    "blank-row": 2,
    "goal-without-stop": 1,
    "level3-numbering-broken": 2,
    "name-cut-short": 4,
    "source-blank": 6,
    "space-inside-words": 1,
    "spellings-mixed": 1,
    "unit-unlike-others": 1,
    "not-applicable-row": 12,
    "benefit-vague": 12,
    "halfwidth-punctuation": 4,
    "satisfaction-not-quantified": 2,
  });
});

test("Beidaihe: no year, a blank schedule, copies, Part 1 against Part 2; counts in per cent and doubled words in almost every project, purposes that repeat names", () => {
  const found = grave("beidaihe");
  const told = /^warning (?:name-unit-disagree|word-doubled|goal-is-a-name|level3-is-a-level) /u;
  expect(found.filter((finding) => !told.test(finding))).toEqual([
    "error department-fact-missing department.json",
    "warning goal-copied projects.csv:2:N「绩效目标」 +8",
    "warning part-one-goals-differ department.json:21:9 /分项绩效目标/0/绩效目标/0 +9",
    "warning indicators-copied indicators.csv:56:D「三级指标」 +7",
    "warning indicators-nearly-copied indicators.csv:74:D「三级指标」 +1",
    "warning indicators-nearly-copied indicators.csv:83:D「三级指标」 +1",
    "warning values-all-equal indicators.csv:56:G「指标值」 +10",
    "warning purpose-repeats-name projects.csv:2:I「资金用途」 +10",
    "warning level3-elsewhere indicators.csv:6:D「三级指标」 +1",
    "error unit-without-number indicators.csv:80:H「计量单位」 +1",
    "warning hebei/schedule-blank projects.csv:3:J「3月底」",
  ]);
  // What eleven projects copied from each other is told once, with all its places.
  const places = (code: string) =>
    samples.beidaihe.flatMap((finding) => (finding.code === code ? 1 + (finding.also?.length ?? 0) : []));
  expect(places("word-doubled")).toEqual([11, 1]);
  expect(places("goal-is-a-name")).toEqual([11]);
  expect(places("name-unit-disagree")).toEqual([20, 16, 2]);
  expect(places("level3-is-a-level")).toEqual([20]);
  const doubled = samples.beidaihe.find(({ code }) => code === "word-doubled");
  expect(doubled?.subjects?.map(({ project }) => project)).toHaveLength(10);
  expect(notes("beidaihe")).toEqual({
    "part-one-order-differs": 1,
    "not-applicable-row": 10,
    "halfwidth-punctuation": 1,
    "hebei/schedule-identical": 1,
  });
});

describe("says what an officer has to see", () => {
  test.each<readonly [Sample, string]>([
    ["korla", "年度指标权重合计为 84，应为 90：“产出”为 34，应为 40"],
    ["suzhou", "中期资金总额为 183.3万元，不等于各项来源之和 126.9万元"],
    ["suzhou", "绩效目标的序号不连续：1、2、3、4、5、6、7、8、8、10、11、12"],
    ["suzhou", "留有模板的占位文字“20××”"],
    ["suzhou", "有 1 个满意度指标没有量化，例如“考核满意”"],
    ["korla", "指标值“每季度结束后的,”像是没有写完"],
    ["beidaihe", "有 11 个项目的资金用途照抄了项目名称"],
    ["beidaihe", "只有计量单位“百分比”，没有指标值"],
    ["beidaihe", "资金支出计划全部空白"],
    ["beidaihe", "8 个项目的年度绩效指标完全相同：骨干网络（专线）运营租赁费、"],
    ["beidaihe", "文字重复：“满意度度”"],
    ["beidaihe", "文字重复：“意见意见”"],
    ["beidaihe", "第一部分与第二部分的项目顺序不同：第 1 项分别是“代理记账”和“骨干网络（专线）运营租赁费”"],
  ])("%s: %s", (sample, sentence) => {
    const sentences = samples[sample].map((finding) => wordingOf(finding, "zh").says);
    expect(sentences.filter((says) => says.startsWith(sentence))).not.toEqual([]);
  });
});

describe("leaves alone what only looks wrong", () => {
  test.each<readonly [string, Sample, RegExp]>([
    ["2022年 in the values of indicators", "korla", /^indicators\.csv:[67]:L/u],
    ["2022年 in a goal and in a document's number is no wrong year", "korla", /year/u],
    ["the project lead that the form asks for", "korla", /^indicators\.csv:\d+:G/u],
    ["unit prices against the year's money", "korla", /^indicators\.csv:(?:19|28|29|30):L/u],
    [
      "不适用 again and again",
      "suzhou",
      /\/(?:1\/绩效指标\/..\/1[14]|3\/绩效指标\/..\/(?:9|11)|4\/绩效指标\/..\/2[05])\/三级指标$/u,
    ],
    ["a price for each person and year", "suzhou", /\/项目\/0\/绩效指标\/(?:中期|年度)\/5\/指标值$/u],
    ["人人普法、人人守法", "suzhou", /\/项目\/2\/中期目标\/6$/u],
    ["mid-term money beside the year's", "suzhou", /\/项目\/[1-5]\/(?:中期|年度)资金/u],
    ["无 where the export gives no number", "beidaihe", /^indicators\.csv:17:/u],
  ])("%s", (_, sample, place) => {
    const touching = samples[sample]
      .filter((finding) => severityOf(finding) !== "info")
      .flatMap((finding) => [finding.at, ...(finding.also ?? [])].map((at) => `${formatPlace(at)}`))
      .filter((at) => place.test(at));
    expect(touching).toEqual([]);
  });

  test("no rule on years has anything to say", () => {
    const codes = Object.values(samples).flatMap((found) => found.map(({ code }) => code));
    expect(codes.filter((code) => code.includes("year") && !code.includes("last-year"))).toEqual([]);
  });
});
