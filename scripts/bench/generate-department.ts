/** A seed → the export folder of a department in the Hebei form, whose projects print 22 to 27 table rows each. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Phrases } from "./sample-phrases.ts";
import { between, type Chance, pick, seededChance } from "./seeded-chance.ts";

export type DepartmentOptions = {
  readonly seed: number;
  readonly projects: number;
  /** The project, from 0, whose purpose somebody has edited. */
  readonly edited?: number;
};

/** department.json, and tables of projects and indicators joined by code, as the Hebei system exports them. */
export function generateDepartment(folder: string, phrases: Phrases, options: DepartmentOptions): void {
  const chance = seededChance(options.seed);
  const department = departmentFile(chance, phrases, options.seed);
  const projects: string[][] = [];
  const indicators: string[][] = [];
  for (let index = 0; index < options.projects; index++) {
    const code = `13030423${String(index + 1).padStart(13, "0")}`;
    const edited = index === options.edited;
    projects.push(projectRow(chance, phrases, { code, ordinal: index + 1, edited }));
    indicators.push(...indicatorRows(chance, phrases, code));
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "department.json"), JSON.stringify(department, null, 2));
  writeFileSync(join(folder, "projects.csv"), csv([projectHeader, ...projects]));
  writeFileSync(join(folder, "indicators.csv"), csv([indicatorHeader, ...indicators]));
}

const unit = "云梦市医疗保障局本级";

function departmentFile(chance: Chance, phrases: Phrases, seed: number): object {
  const paragraphs = (count: number) =>
    Array.from({ length: count }, () => `${prose(chance, phrases, { from: 2, to: 8 })}。`);
  return {
    部门名称: `云梦市医疗保障局第${seed}分局`,
    年度: 2024,
    单位编码: "450001",
    单位名称: unit,
    表式: "hebei",
    总体绩效目标: paragraphs(9),
    工作保障措施: paragraphs(8),
  };
}

function prose(
  chance: Chance,
  { clauses }: Phrases,
  { from, to }: { readonly from: number; readonly to: number },
): string {
  return Array.from({ length: between(chance, from, to) }, () => pick(chance, clauses)).join("，");
}

const projectHeader = [
  ...["序号", "项目编码", "项目名称", "单位编码", "单位名称", "预算数(元)", "其中：财政资金(元)"],
  ...["其他资金(元)", "资金用途", "3月底", "6月底", "10月底", "12月底", "绩效目标"],
];

type ProjectFacts = { readonly code: string; readonly ordinal: number; readonly edited: boolean };

function projectRow(chance: Chance, phrases: Phrases, { code, ordinal, edited }: ProjectFacts): string[] {
  const fiscal = between(chance, 1, 900) * 1000;
  const other = between(chance, 0, 9) * 500;
  const goals = Array.from(
    { length: between(chance, 2, 4) },
    (_, index) => `${index + 1}.${prose(chance, phrases, { from: 1, to: 3 })}`,
  );
  const purpose = prose(chance, phrases, { from: 1, to: 3 });
  return [
    ...[String(ordinal), code, `${pick(chance, phrases.names)}（${ordinal}）`, "450001", unit],
    ...[fiscal + other, fiscal, other].map(String),
    ...[edited ? `${purpose}，按审核意见修改` : purpose, "25%", "50%", "75%", "100%", goals.join("\n")],
  ];
}

const indicatorHeader = [
  ...["项目编码", "一级指标", "二级指标", "三级指标", "绩效指标描述"],
  ...["指标符号", "指标值", "计量单位", "指标值确定依据"],
];

const levels = [
  ["产出指标", "数量指标"],
  ["产出指标", "质量指标"],
  ["产出指标", "时效指标"],
  ["产出指标", "成本指标"],
  ["效益指标", "经济效益指标"],
  ["效益指标", "社会效益指标"],
  ["效益指标", "可持续影响指标"],
  ["满意度指标", "服务对象满意度指标"],
] as const;

/** Rows of the table that are no indicators: six above, and the indicators' header. */
const otherRows = 7;

function indicatorRows(chance: Chance, phrases: Phrases, code: string): string[][] {
  const sizes = levels.map(() => 1);
  for (let left = between(chance, 22, 27) - otherRows - levels.length; left > 0; left--) {
    const at = between(chance, 0, levels.length - 1);
    sizes[at] = (sizes[at] ?? 0) + 1;
  }
  const descriptions = [...phrases.descriptions, ...phrases.clauses];
  return levels.flatMap(([level1, level2], at) =>
    Array.from({ length: sizes[at] ?? 0 }, () => [
      ...[code, level1, level2, pick(chance, phrases.indicators), pick(chance, descriptions)],
      ...indicatorValue(chance, phrases),
      chance() < 0.6 ? "" : pick(chance, phrases.bases),
    ]),
  );
}

/** 指标符号, 指标值, 计量单位 */
function indicatorValue(chance: Chance, { values }: Phrases): string[] {
  const shape = chance();
  if (shape < 0.5) return ["≥", String(between(chance, 80, 100)), "%"];
  if (shape < 0.7) return ["≥", String(between(chance, 1, 9999)), pick(chance, ["次", "人次", "户", "个"])];
  if (shape < 0.8) return ["≤", `${between(chance, 1, 99)}.5`, "万元"];
  return ["", pick(chance, values), ""];
}

function csv(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(","));
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}
