/** A seed → the export folder of a large department: many projects of 16 to 60 indicators, short and long texts mixed. */

export type ExportFile = { readonly name: string; readonly bytes: Uint8Array };

export type SyntheticOptions = {
  readonly seed: number;
  readonly projects: number;
  /** Of each project; 16 to 60 if not given. */
  readonly indicators?: Range;
};

/** department.json, a table of projects and a table of indicators, joined by code, as the Hebei system exports them. */
export function syntheticDepartment({
  seed,
  projects,
  indicators = { from: 16, to: 60 },
}: SyntheticOptions): readonly ExportFile[] {
  const chance = seededChance(seed);
  const codes = Array.from(
    { length: projects },
    (_, index) => `13030423${String(index + 1).padStart(13, "0")}`,
  );
  const names = codes.map((_, index) => `${prose(chance, { from: 4, to: 40 })}项目${index + 1}`);
  return [
    { name: "department.json", bytes: utf8(JSON.stringify(departmentFile(chance))) },
    {
      name: "projects.csv",
      bytes: csv([
        projectHeader,
        ...codes.map((code, index) => projectRow(code, names[index] ?? "", chance)),
      ]),
    },
    {
      name: "indicators.csv",
      bytes: csv([indicatorHeader, ...codes.flatMap((code) => indicatorRows(code, indicators, chance))]),
    },
  ];
}

/** From 0 up to 1, the same sequence for the same seed (mulberry32). */
type Chance = () => number;

function seededChance(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Range = { readonly from: number; readonly to: number };

function between(chance: Chance, { from, to }: Range): number {
  return from + Math.floor(chance() * (to - from + 1));
}

function pick<Item>(chance: Chance, items: readonly [Item, ...Item[]]): Item {
  return items[Math.floor(chance() * items.length)] ?? items[0];
}

/** Clauses as such texts have them: digits, signs, Latin letters, brackets, quotation marks and dashes among the Han. */
const clauses = [
  "严格执行医疗保障基金监督管理条例",
  "完成1,200万元专项资金的拨付",
  "参保率达到95%以上",
  "DRG/DIP支付方式改革覆盖率≥90%",
  "按照《预算绩效管理办法》（财预〔2023〕10号）的要求",
  "实现“一站式”结算",
  "及时、足额发放补助",
  "2023年12月31日前完成验收",
  "服务对象满意度——问卷调查",
  "维修面积3.5万㎡",
  "加强内部控制",
  "提高信息系统运行效率",
  "保障机关正常运转",
  "推进基层公共服务体系建设",
  "压减一般性支出",
] as const;

/** Text of about so many characters, clauses parted by the marks of Chinese prose. */
function prose(chance: Chance, range: Range): string {
  const length = between(chance, range);
  let text = "";
  while (text.length < length)
    text += (text === "" ? "" : pick(chance, ["，", "；", "、", "。"])) + pick(chance, clauses);
  return Array.from(text).slice(0, length).join("");
}

/** Most cells say little, one in eight says a lot. */
function remark(chance: Chance): string {
  const shape = chance();
  if (shape < 0.2) return "";
  return prose(chance, shape < 0.875 ? { from: 4, to: 24 } : { from: 60, to: 160 });
}

function departmentFile(chance: Chance): Readonly<Record<string, unknown>> {
  const paragraphs = (count: number) =>
    Array.from({ length: count }, () => `${prose(chance, { from: 20, to: 260 })}。`);
  return {
    部门名称: "云梦市综合服务局",
    年度: 2023,
    单位编码: "450001",
    单位名称: "云梦市综合服务局本级",
    表式: "hebei",
    总体绩效目标: paragraphs(9),
    分项绩效目标: Array.from({ length: 12 }, () => ({
      名称: prose(chance, { from: 4, to: 30 }),
      绩效目标: paragraphs(2),
    })),
    工作保障措施: paragraphs(8),
  };
}

const projectHeader = [
  ...["序号", "项目编码", "项目名称", "单位编码", "单位名称", "预算数(元)", "其中：财政资金(元)"],
  ...["其他资金(元)", "资金用途", "3月底", "6月底", "10月底", "12月底", "绩效目标"],
] as const;

function projectRow(code: string, name: string, chance: Chance): readonly string[] {
  const [fiscal, other] = [
    between(chance, { from: 1, to: 900 }) * 1000,
    between(chance, { from: 0, to: 9 }) * 500,
  ];
  const goal = Array.from(
    { length: between(chance, { from: 1, to: 9 }) },
    (_, index) => `${index + 1}.${prose(chance, { from: 8, to: 140 })}`,
  );
  return [
    ...[
      "",
      code,
      name,
      "450001",
      "云梦市综合服务局本级",
      String(fiscal + other),
      String(fiscal),
      String(other),
    ],
    ...[prose(chance, { from: 10, to: 200 }), "25%", "50%", "75%", "100%", goal.join("\n")],
  ];
}

const indicatorHeader = [
  ...["项目编码", "一级指标", "二级指标", "三级指标", "绩效指标描述", "指标符号", "指标值", "计量单位"],
  "指标值确定依据",
] as const;

/** Level 2 with its level 1, in the order in which forms print them. */
const levels = [
  ["产出指标", "数量指标"],
  ["产出指标", "质量指标"],
  ["产出指标", "时效指标"],
  ["成本指标", "经济成本指标"],
  ["效益指标", "经济效益指标"],
  ["效益指标", "社会效益指标"],
  ["效益指标", "可持续影响指标"],
  ["满意度指标", "服务对象满意度指标"],
] as const;

function indicatorRows(code: string, range: Range, chance: Chance): readonly (readonly string[])[] {
  const count = between(chance, range);
  // Each level has up to two rows; the rest is spread unevenly, so that some groups run over a page.
  const least = Math.min(2, Math.floor(count / levels.length));
  const sizes = levels.map(() => least);
  for (let left = count - least * levels.length; left > 0; left--) {
    const at = Math.floor(chance() ** 2 * levels.length);
    sizes[at] = (sizes[at] ?? 0) + 1;
  }
  return levels.flatMap(([level1, level2], at) =>
    Array.from({ length: sizes[at] ?? 0 }, (_, index) => [
      ...[code, level1, level2, `${prose(chance, { from: 4, to: 26 })}${index + 1}`, remark(chance)],
      ...pick(chance, [
        [
          "≥",
          String(between(chance, { from: 1, to: 9999 })),
          pick(chance, ["次", "人次", "%", "㎡", "万元"]),
        ],
        ["≤", `${between(chance, { from: 1, to: 99 })}.5`, "万元"],
        ["", prose(chance, { from: 4, to: 12 }), ""],
      ]),
      chance() < 0.6 ? "" : prose(chance, { from: 4, to: 30 }),
    ]),
  );
}

function csv(rows: readonly (readonly string[])[]): Uint8Array {
  const lines = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(","));
  return utf8(`\uFEFF${lines.join("\r\n")}\r\n`);
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
