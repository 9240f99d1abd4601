/** Cases of the rules on how satisfaction is given. */
import type { DepartmentDraft, IndicatorDraft } from "../build-project.ts";
import { firstIndicator, type RuleCase } from "./rule-case.ts";

const satisfaction = (change: IndicatorDraft): DepartmentDraft =>
  firstIndicator({
    level1: "满意度指标",
    level2: "服务对象满意度指标",
    level3: "患者满意度",
    unit: "%",
    ...change,
  });

export const satisfactionCases = {
  "satisfaction-approximate": {
    fires: [{ in: satisfaction({ operator: "≈", value: "50" }), at: "2 indicator.operator", found: "≈" }],
    silent: [satisfaction({ value: "95" }), firstIndicator({ operator: "≈" })],
  },
  "satisfaction-below-floor": {
    spec: { rules: { "satisfaction-below-floor": { expect: 85 } } },
    fires: [{ in: satisfaction({ value: "80" }), at: "2 indicator.value", found: "80" }],
    silent: [
      satisfaction({ value: "85" }),
      satisfaction({ level3: "患者投诉率", operator: "≤", value: "5" }),
      satisfaction({ level3: "患者满意度提高", value: "5" }),
      satisfaction({ value: "4.5", unit: "分" }),
    ],
  },
  "satisfaction-not-quantified": {
    fires: [
      {
        in: satisfaction({ operator: null, value: "考核满意", unit: null }),
        at: "2 indicator.value",
        found: "考核满意",
      },
    ],
    silent: [
      satisfaction({ value: "90" }),
      satisfaction({ operator: null, value: "百分之九十以上", unit: null }),
      satisfaction({ operator: null, value: "80%≤x≤95%", unit: null }),
      satisfaction({ operator: null, value: "不适用", unit: null }),
      firstIndicator({ operator: null, value: "满意", unit: null }),
    ],
  },
} satisfies Record<string, RuleCase>;
