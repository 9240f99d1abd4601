/** Cases of the rules that look for what was copied. */
import { type ProjectDraft, soundIndicators } from "../build-project.ts";
import { firstIndicator, oneProject, type RuleCase } from "./rule-case.ts";

const law: ProjectDraft = {
  code: "13030421SC4NEGNUQ8M49",
  name: "法律服务费",
  annual: ["提供法律咨询，审查合同。"],
};
const counts = "维护站点126个，走访群众3200人，发放资料。";
const promise = "故障24小时内修复，全年可用率达到99.9%以上，验收合格率98%。";
const yearly = "每年检查4次，开展培训2次，召开会议3次。";
const audit: ProjectDraft = { code: "13030421VHHUFFZ6MQ3YB", name: "内部审计费" };
const otherIndicators = soundIndicators.with(0, { ...soundIndicators[0], level3: "咨询次数" });

export const copyCases = {
  "indicators-copied": {
    fires: [
      {
        in: { projects: [{}, { ...law, indicators: otherIndicators }, audit] },
        at: "2 indicator.level3",
        also: ["10 indicator.level3"],
      },
    ],
    silent: [
      { projects: [{}, { ...law, indicators: otherIndicators }] },
      {
        projects: [
          { indicators: soundIndicators.slice(0, 2) },
          { ...law, indicators: soundIndicators.slice(0, 2) },
        ],
      },
    ],
  },
  "goal-copied": {
    fires: [{ in: { projects: [law, {}, audit] }, at: "3 goals.annual", also: ["4 goals.annual"] }],
    silent: [
      { projects: [{}, law] },
      { projects: [{ annual: ["保障运转。"] }, { ...law, annual: ["保障运转。"] }] },
    ],
  },
  "goal-line-copied": {
    fires: [
      {
        in: { projects: [{ annual: ["保障运转。", counts] }, { ...law, annual: [counts] }] },
        at: "2 goals.annual",
        also: ["3 goals.annual"],
      },
    ],
    silent: [
      { projects: [{ annual: [counts] }, { ...law, annual: [counts] }] },
      { projects: [{ annual: ["保障运转。", promise] }, { ...law, annual: [promise] }] },
      { projects: [{ annual: ["保障运转。", yearly] }, { ...law, annual: [yearly] }] },
    ],
  },
  "goal-same-for-both-horizons": {
    spec: {
      fields: {
        "goals.annual": { label: "年度目标", required: true, aliases: [] },
        "goals.midTerm": { label: "中期目标", required: true, aliases: [] },
      },
    },
    fires: [
      {
        in: oneProject({ annual: ["（1）提升服务；"], midTerm: ["1.提升服务。"] }),
        at: "2 goals.annual",
        also: ["2 goals.midTerm"],
      },
    ],
    silent: [
      oneProject({ annual: ["开展3次"], midTerm: ["每年开展3次"] }),
      oneProject({ annual: ["提升服务"] }),
    ],
  },
  "project-name-as-indicator": {
    fires: [{ in: firstIndicator({ level3: "1. 云平台运行维护费" }), at: "2 indicator.level3" }],
    silent: [firstIndicator({ level3: "云平台运行维护费支付率" }), oneProject({ name: null })],
  },
  "purpose-repeats-name": {
    fires: [
      {
        in: {
          projects: [
            { purpose: "云平台运行维护费。" },
            { ...law, purpose: "法律服务费" },
            { ...audit, purpose: "聘请会计师事务所" },
          ],
        },
        at: "2 project.purpose",
        also: ["3 project.purpose"],
      },
    ],
    silent: [
      oneProject({ purpose: "云平台运行维护费" }),
      {
        projects: [
          { purpose: "云平台运行维护费" },
          { ...law, purpose: "法律服务费" },
          { ...audit, purpose: "聘请会计师事务所" },
          { code: "13030421VHHUFFZ6MQ3YC", name: "培训费", purpose: "开展4期培训" },
        ],
      },
    ],
  },
} satisfies Record<string, RuleCase>;
