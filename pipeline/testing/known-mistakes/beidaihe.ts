/** The mistakes in `data/beidaihe`, listed before the rules that find them were written. */
import { type KnownMistakes, places } from "./known-mistake.ts";

export const beidaihe: KnownMistakes = {
  completeness: [
    { at: ["department.json"], what: "no year anywhere", code: "department-fact-missing" },
    { at: ["projects.csv J3"], what: "a schedule left blank", code: "hebei/schedule-blank" },
    { at: ["indicators.csv H80"], what: "a unit without a value", code: "unit-without-number" },
    {
      at: places("indicators.csv G", 2, 11, 20, 29, 38, 47, 56, 65, 74, 83, 92),
      what: "every value of the department is ≥90 百分比",
      code: "values-all-equal",
    },
    {
      at: ["indicators.csv E8"],
      what: "a description that breaks off (降低能)",
      missed: "only a dictionary tells that 降低能 is half a word",
    },
    {
      at: places("projects.csv N", 2, 3, 5, 6, 7, 8, 9, 10, 11, 12),
      what: "a goal that is only the name of an indicator (群众满意度)",
      code: "goal-is-a-name",
    },
    {
      at: ["department.json /分项绩效目标/5/绩效目标/1"],
      what: "the same in Part 1",
      code: "goal-is-a-name",
    },
  ],
  copies: [
    {
      at: places("indicators.csv D", 11, 20, 29, 38, 47, 56, 65, 92),
      what: "one block of indicators in eight projects",
      code: "indicators-copied",
    },
    {
      at: places("indicators.csv D", 74, 83),
      what: "two blocks that are nearly the same as that",
      code: "indicators-nearly-copied",
    },
    {
      at: places("projects.csv N", 2, 3, 5, 6, 7, 8, 10, 11, 12),
      what: "one goal in nine projects",
      code: "goal-copied",
    },
    {
      at: places("projects.csv I", 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
      what: "purposes that repeat names",
      code: "purpose-repeats-name",
    },
    {
      at: places("projects.csv J", 2, 4, 5, 6, 7, 8, 9, 10, 11, 12),
      what: "one schedule in ten projects",
      code: "hebei/schedule-identical",
    },
  ],
  values: [
    {
      at: places("indicators.csv H", 11, 20, 29, 38, 47, 56, 65, 74, 83, 92),
      what: "经办人数 in per cent",
      code: "name-unit-disagree",
    },
    {
      at: places("indicators.csv H", 14, 23, 32, 41, 50, 59, 68, 95),
      what: "人均财政投入水平 in per cent",
      code: "name-unit-disagree",
    },
    { at: ["indicators.csv H2"], what: "参保人数 in per cent", code: "name-unit-disagree" },
    {
      at: ["indicators.csv H5"],
      what: "严格按年初预算执行 in per cent under 成本",
      missed: "whether a cost kept to plan is a share cannot be told by its name",
    },
    {
      at: places("indicators.csv H", 77, 86),
      what: "劳务指标 in per cent under 成本",
      missed: "the name does not say what is measured",
    },
    {
      at: ["indicators.csv H8"],
      what: "节约成本 in per cent under 生态效益",
      missed: "a saving may well be a share",
    },
  ],
  levels: [
    { at: ["indicators.csv D6"], what: "按时完成率 under 经济效益", code: "level3-elsewhere" },
    {
      at: places("indicators.csv D", 76, 85),
      what: "完成率 under 时效",
      missed: "a share of what is done in time may be meant",
    },
  ],
  wording: [
    {
      at: places("projects.csv N", 2, 3, 5, 6, 7, 8, 9, 10, 11, 12),
      what: "满意度度 in ten goals",
      code: "word-doubled",
    },
    { at: ["department.json /分项绩效目标/5/绩效目标/1"], what: "满意度度 in Part 1", code: "word-doubled" },
    { at: ["department.json /工作保障措施/6"], what: "意见意见", code: "word-doubled" },
    {
      at: places("indicators.csv D", 15, 24, 33, 42, 51, 60, 69, 78, 87, 96),
      what: "经济效意 for 经济效益",
      code: "level3-is-a-level",
    },
    { at: ["department.json /总体绩效目标/0"], what: "half-width commas", code: "halfwidth-punctuation" },
    {
      at: ["department.json /总体绩效目标/3"],
      what: "a sentence that ends in a half-width stop",
      code: "halfwidth-punctuation",
    },
  ],
  relations: [
    {
      at: ["department.json /分项绩效目标/0/绩效目标/0"],
      what: "goals of Part 1 that Part 2 does not have",
      code: "part-one-goals-differ",
    },
    {
      at: ["department.json /分项绩效目标/0/名称"],
      what: "another order than Part 2",
      code: "part-one-order-differs",
    },
  ],
  spelling: [
    {
      at: ["indicators.csv H2"],
      what: "百分比 for %",
      missed: "one spelling throughout, and a form may turn it into %",
    },
  ],
};
