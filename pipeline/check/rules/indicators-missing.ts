/** A project without indicators, or without any of a whole kind. */
import { bareLevel } from "../../records/index.ts";
import type { IndicatorBlock } from "../indicator-blocks.ts";
import type { IndicatorKind } from "../levels.ts";
import { rule } from "../rule.ts";
import { belongsUnder, nearlyOf } from "./level-names.ts";
import { kindAmongCounts } from "./quantity-not-a-count.ts";

export const indicatorsMissing = rule("indicators-missing", {
  number: 7,
  severity: "error",
  about: { zh: "项目没有绩效指标", en: "a project without indicators" },
  says: { zh: "项目没有{horizon:horizon}绩效指标", en: "The project has no {horizon:horizon} indicators" },
  todo: {
    zh: "请补报绩效指标，或核对指标表中的项目编码、名称是否与项目表一致。",
    en: "Add them, or check whether the indicator table has the project under the same code or name.",
  },
  block(block, { spec }) {
    // A form may ask for none.
    const isAsked = Object.keys(spec.fields).some((field) => field.startsWith("indicator."));
    return block.indicators.length > 0 || !isAsked ? undefined : describe(block);
  },
});

export const outputMissing = rule("output-missing", {
  number: 7,
  severity: "error",
  about: { zh: "没有产出指标", en: "no output indicator" },
  says: {
    zh: "{horizon:horizon}指标中没有产出指标",
    en: "The {horizon:horizon} indicators have no output (产出) indicator",
  },
  todo: { zh: "请补充产出指标。", en: "Add one." },
  block: (block) => (lacks(block, "output") ? describe(block) : undefined),
});

export const benefitMissing = rule("benefit-missing", {
  number: 7,
  severity: "error",
  about: { zh: "没有效益指标", en: "no benefit indicator" },
  says: {
    zh: "{horizon:horizon}指标中没有效益指标",
    en: "The {horizon:horizon} indicators have no benefit (效益) indicator",
  },
  todo: { zh: "请补充效益指标。", en: "Add one." },
  block: (block) => (lacks(block, "benefit") ? describe(block) : undefined),
});

export const satisfactionMissing = rule("satisfaction-missing", {
  number: 7,
  severity: "warning",
  about: { zh: "没有满意度指标", en: "no satisfaction indicator" },
  says: {
    zh: "{horizon:horizon}指标中没有满意度指标",
    en: "The {horizon:horizon} indicators have no satisfaction (满意度) indicator",
  },
  todo: { zh: "有服务对象的项目请补充满意度指标。", en: "Add one if the project serves people." },
  block: (block) => (lacks(block, "satisfaction") ? describe(block) : undefined),
});

export const costMissing = rule("cost-missing", {
  number: 7,
  severity: "info",
  about: { zh: "没有成本指标", en: "no cost indicator" },
  says: {
    zh: "{horizon:horizon}指标中没有成本指标",
    en: "The {horizon:horizon} indicators have no cost (成本) indicator",
  },
  todo: { zh: "请考虑是否需要成本指标。", en: "Consider whether one is needed." },
  block: (block) => (lacks(block, "cost") ? describe(block) : undefined),
});

/** A form or a department says which; a project without any output is told so once. */
export const level2Missing = rule("level2-missing", {
  number: 7,
  severity: "warning",
  about: {
    zh: "没有表式要求的二级指标（数量、质量、时效……）",
    en: "no indicator of a level-2 kind that the form wants (数量, 质量, 时效 …)",
  },
  expects: {
    zh: 'kinds：要有的二级指标，例如 ["数量", "质量", "时效"]；不设则不检查',
    en: 'kinds: the level-2 names wanted, for example ["数量", "质量", "时效"]; if not set, nothing is checked',
  },
  says: {
    zh: "{horizon:horizon}指标中没有{kinds:list}指标",
    en: "The {horizon:horizon} indicators have none of: {kinds:list}",
  },
  todo: { zh: "请补充；确实没有的，请说明。", en: "Add one of each, or say why there is none." },
  block(block, { wantedKinds }) {
    if (wantedKinds.length === 0 || lacks(block, "output")) return;
    const given = new Set(block.indicators.flatMap(({ level2 }) => (level2 ? bareLevel(level2.text) : [])));
    if (given.size === 0) return;
    // One that is filed elsewhere is told of there.
    for (const misfiled of block.indicators) {
      given.add(bareLevel(belongsUnder(misfiled) ?? ""));
      if (kindAmongCounts(misfiled) === "rate") given.add("质量");
    }
    const kinds = wantedKinds.filter((name) => !given.has(bareLevel(name)));
    return kinds.length === 0
      ? undefined
      : {
          at: describe(block).at,
          also: nearlyOf(kinds, block.indicators),
          args: { horizon: block.horizon, kinds },
        };
  },
});

/** Whose weights are missing in the sum of all, by the rule that finds them missing. */
export const missingKinds = {
  "output-missing": "产出",
  "benefit-missing": "效益",
  "satisfaction-missing": "满意度",
} as const;

export function kindsMissing(block: IndicatorBlock): readonly string[] {
  const kinds = [
    ["output", missingKinds["output-missing"]],
    ["benefit", missingKinds["benefit-missing"]],
    ["satisfaction", missingKinds["satisfaction-missing"]],
  ] as const;
  return kinds.flatMap(([kind, name]) => (lacks(block, kind) ? name : []));
}

/** A project with no indicators at all is one finding of another rule, not four of these. */
function lacks({ indicators }: IndicatorBlock, kind: IndicatorKind): boolean {
  // Without levels there is nothing to tell the kind by.
  const classified = indicators.some(({ level1, level2 }) => level1 !== undefined || level2 !== undefined);
  return classified && !indicators.some(({ kinds }) => kinds.has(kind));
}

function describe({ project, horizon }: IndicatorBlock) {
  return { at: project.name?.at ?? project.at, args: { horizon } };
}
