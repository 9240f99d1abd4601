/** Mistakes that more than one rule can see: each is told once, by the finding that names its cause. */
import { type Planted, plant } from "./planted.ts";

const culture = { in: "wenlv", file: "projects.csv" } as const;
const cultureIndicators = { in: "wenlv", file: "indicators.csv" } as const;
const brigade = { in: "xiaofang", file: "indicators.csv" } as const;
const insurance = { in: "yibao", file: "projects.json" } as const;
const environment = { in: "shengtai", file: "indicators.csv" } as const;

export const plantedOnce: readonly Planted[] = [
  ...plant("money", culture, [
    [
      '"3,200,000.00","2,700,000.00","500,000.00"',
      '"320.00","270.00","50.00"',
      "cost-ten-thousand-times-off",
      // Its small parts would round so, too, if the costs were the wrong ones.
      "printed-parts-not-sum",
    ],
    ['"1,850,000.00","1,850,000.00",0', '"0","0",0', "cost-above-budget"],
  ]),
  ...plant("money", insurance, [["97980万元", "9798万元", "total-not-sum"]]),
  ...plant("values", cultureIndicators, [
    ["满意的比例,≥,90,%", "满意的比例,≥,50,%", "goal-figure-differs"],
    ["放映公益电影的场次,≥,3024,场", "放映公益电影的场次,≥,1024,场", "goal-figure-differs"],
  ]),
  ...plant("levels", cultureIndicators, [
    ["产出指标,质量指标,演出剧目审查合格率", "产出指标,质量指示,演出剧目审查合格率", "level2-misspelt"],
  ]),
  ...plant("money", brigade, [
    ["74人,20,按照正常比例赋分", "74人,200,按照正常比例赋分", "weight-total"],
    ["74人,20,按照正常比例赋分", "74人,-20,按照正常比例赋分", "weight-total"],
    ["74人,20,按照正常比例赋分", "74人,,按照正常比例赋分", "required-field-missing"],
    ["5.9万元/人,20", "5.9万元/人,30", "weight-total"],
  ]),
  ...plant("levels", brigade, [
    ["产出指标,时效指标,城区火场到达时间", "效益指标,时效指标,城区火场到达时间", "level2-misplaced"],
    ["政府专职消防员经费,产出指标,数量指标", "政府专职消防员经费,,数量指标", "required-field-missing"],
  ]),
  ...plant("time", insurance, [
    ["2026年—2028年", "2027年—2029年", "mid-term-range-excludes-year"],
    ["2026年—2028年", "2028年—2026年", "period-reversed"],
  ]),
  ...plant("relations", { ...environment, everywhere: true }, [
    ["降至32微克", "降至31微克", "goal-figure-differs"],
  ]),
];
