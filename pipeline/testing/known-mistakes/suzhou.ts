/** The mistakes in `data/suzhou`, listed before the rules that find them were written. */
import type { KnownMistakes } from "./known-mistake.ts";

export const suzhou: KnownMistakes = {
  money: [
    { at: ["/项目/0/中期资金/资金总额"], what: "183.3万 with sources of 126.9万", code: "total-not-sum" },
    { at: ["/项目/0/年度资金/资金总额"], what: "万 here, 万元 elsewhere", code: "spellings-mixed" },
  ],
  time: [
    {
      at: ["/项目/2/中期目标起止"],
      what: "2022年—2024年 where all others have 2023年—2025年",
      code: "mid-term-range-unlike-others",
    },
    {
      at: ["/项目/2/绩效指标/中期/27/指标值"],
      what: "a mid-term satisfaction below the annual one",
      code: "satisfaction-below-floor",
    },
  ],
  completeness: [
    { at: ["/项目/5/中期目标起止"], what: "20××年—20××+n年 left in", code: "placeholder-left" },
    { at: ["/项目/2/项目属性"], what: "no attribute", code: "required-field-missing" },
    {
      at: ["/项目/3/附件号"],
      what: "附件2-4 is missing between 2-3 and 2-5",
      code: "annex-number-unlike-others",
    },
    { at: ["/项目/5/附件号"], what: "附2-6 for 附件2-6", code: "annex-number-unlike-others" },
    {
      at: ["/项目/0/绩效指标/中期/2/三级指标", "/项目/0/绩效指标/中期/4/三级指标"],
      what: "blank rows of the template",
      code: "blank-row",
    },
    {
      at: ["/项目/0/绩效指标/年度/2/三级指标", "/项目/0/绩效指标/年度/4/三级指标"],
      what: "the same in the annual half",
      code: "blank-row",
    },
    {
      at: ["/项目/4/绩效指标/中期/10/指标值"],
      what: "a copied row without a value",
      code: "indicator-value-missing",
    },
    { at: ["/项目/4/绩效指标/中期/31/指标值"], what: "another one", code: "indicator-value-missing" },
    {
      at: ["/项目/3/绩效指标/年度/5/绩效标准"],
      what: "no standard, unlike the other indicators",
      code: "basis-blank-here-alone",
    },
    { at: ["/项目/3/绩效指标/年度/12/绩效标准"], what: "another one", code: "basis-blank-here-alone" },
    {
      at: ["/项目/0/绩效指标/中期/10/指标值", "/项目/0/绩效指标/年度/10/指标值"],
      what: "a satisfaction in words",
      code: "satisfaction-not-quantified",
    },
    {
      at: ["/项目/0/绩效指标/中期/9/三级指标"],
      what: "a name cut short that the annual half has in full (持续为单)",
      code: "name-cut-short",
    },
    {
      at: ["/项目/3/绩效指标/中期/13/三级指标"],
      what: "another one (参与到打击欺诈骗保)",
      code: "name-cut-short",
    },
    {
      at: ["/项目/4/绩效指标/年度/14/三级指标"],
      what: "a name cut short (培训和外)",
      code: "name-cut-short",
    },
    {
      at: ["/项目/4/绩效指标/年度/8/三级指标"],
      what: "a name cut short (降低虚)",
      missed: "no other name shows how it goes on",
    },
  ],
  copies: [
    { at: ["/项目/5/年度目标/0"], what: "one text for both horizons", code: "goal-same-for-both-horizons" },
    {
      at: ["中期/0", "中期/1", "中期/3", "中期/5", "年度/0", "年度/1", "年度/3", "年度/5"].map(
        (row) => `/项目/0/绩效指标/${row}/三级指标`,
      ),
      what: "the project's name for indicators",
      code: "project-name-as-indicator",
    },
    {
      at: ["/项目/4/绩效指标/中期/9/三级指标", "/项目/4/绩效指标/中期/10/三级指标"],
      what: "one indicator twice",
      code: "level3-repeated",
    },
    {
      at: ["/项目/4/绩效指标/中期/30/三级指标", "/项目/4/绩效指标/中期/31/三级指标"],
      what: "another one twice",
      code: "level3-repeated",
    },
  ],
  values: [
    { at: ["/项目/3/绩效指标/中期/0/指标值"], what: "每年≥3 without a unit", code: "number-without-unit" },
    { at: ["/项目/4/绩效指标/中期/1/指标值"], what: "≥2次6批次", code: "value-not-parsed" },
    { at: ["/项目/4/绩效指标/中期/2/指标值"], what: "≥2次6次", code: "value-not-parsed" },
    {
      at: ["/项目/0/绩效指标/中期/1/指标值", "/项目/0/绩效指标/年度/1/指标值"],
      what: "完成工作任务 as a quality",
      code: "value-vague",
    },
    {
      at: ["/项目/2/绩效指标/中期/8/指标值", "/项目/2/绩效指标/年度/8/指标值"],
      what: "逐年提升 as a quality",
      code: "value-vague",
    },
    {
      at: ["/项目/5/绩效指标/中期/6/指标值", "/项目/5/绩效指标/年度/6/指标值"],
      what: "逐步推开 as a quantity",
      code: "value-vague",
    },
    {
      at: ["/项目/2/绩效指标/中期/27/指标值", "/项目/2/绩效指标/年度/27/指标值"],
      what: "a satisfaction with ≈",
      code: "satisfaction-approximate",
    },
    {
      at: ["/项目/2/绩效指标/中期/27/指标值"],
      what: "a satisfaction of 50%",
      code: "satisfaction-below-floor",
    },
  ],
  levels: [
    {
      at: ["/项目/5/绩效指标/中期/1/三级指标", "/项目/5/绩效指标/年度/1/三级指标"],
      what: "a rate under 数量 (验收合格率)",
      code: "quantity-not-a-count",
    },
    {
      at: ["/项目/5/绩效指标/中期/2/三级指标", "/项目/5/绩效指标/年度/2/三级指标"],
      what: "a rate under 数量 (正常运行率)",
      code: "quantity-not-a-count",
    },
    {
      at: ["/项目/5/绩效指标/中期/3/三级指标", "/项目/5/绩效指标/年度/3/三级指标"],
      what: "a response time under 数量",
      code: "level3-elsewhere",
    },
    {
      at: ["/项目/5/绩效指标/中期/4/三级指标", "/项目/5/绩效指标/年度/4/三级指标"],
      what: "another one",
      code: "level3-elsewhere",
    },
  ],
  relations: [
    {
      at: ["/项目/4/绩效指标/中期/14/三级指标"],
      what: "督查考核3次 where the quantities say 1 each",
      missed: "which of two quantities it means cannot be told",
    },
  ],
  wording: [
    { at: ["/项目/2/中期目标/8"], what: "8、8、10", code: "goal-numbering-broken" },
    {
      at: ["/项目/1/绩效指标/中期/16/三级指标", "/项目/1/绩效指标/年度/16/三级指标"],
      what: "the only satisfaction is number 2",
      code: "level3-numbering-broken",
    },
    {
      at: ["/项目/0/绩效指标/年度/9/三级指标"],
      what: "a space inside a word (单 位)",
      code: "space-inside-words",
    },
    { at: ["/项目/1/年度目标/0"], what: "half-width punctuation", code: "halfwidth-punctuation" },
    { at: ["/项目/2/年度目标/4"], what: "half-width punctuation", code: "halfwidth-punctuation" },
    { at: ["/项目/4/年度目标/0"], what: "half-width punctuation", code: "halfwidth-punctuation" },
    { at: ["/项目/5/年度目标/0"], what: "half-width punctuation", code: "halfwidth-punctuation" },
    {
      at: ["/项目/2/中期目标/11"],
      what: "the only one of twelve items without a full stop",
      code: "goal-without-stop",
    },
    { at: ["/项目/2/中期目标/9"], what: "攻防演 for 攻防演练", missed: "only a dictionary tells" },
    {
      at: ["/项目/4/绩效指标/中期/11/三级指标"],
      what: "医疗服务价格项目价格",
      missed: "only a reader tells",
    },
  ],
  spelling: [
    { at: ["/项目/0/实施单位"], what: "the unit with 本级 here alone", code: "unit-unlike-others" },
    {
      at: ["/项目/3/绩效指标/中期/14/三级指标", "/项目/3/绩效指标/年度/14/三级指标"],
      what: "医药定点机构 for 定点医药机构",
      missed: "only a reader tells",
    },
  ],
};
