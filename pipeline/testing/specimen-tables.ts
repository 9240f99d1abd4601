/** The specimen's tables: spans both ways, one attached to another and cut by a page break, one wide without borders. */
import type { ResolvedTable } from "../resolve/index.ts";
import { cell, styles } from "./specimen-parts.ts";

const label = { style: styles.cellLabel, heads: "row" } as const;
const header = { style: styles.cellLabel, heads: "column" } as const;
const group = { style: styles.cellLabel, repeats: true, heads: "row" } as const;
const center = { style: styles.cellCenter };

/** A block of facts without a header, spans both ways, blanks, a tab and a line break. */
export const facts: ResolvedTable = {
  kind: "table",
  style: { name: "grid", border: 0.5, paddingX: 3, paddingY: 3 },
  widths: [70, 92.2, 70, 70, 70, 70],
  minHeights: [24, 24, 24, 24],
  headerRows: 0,
  attached: false,
  caption: "道路养护专项：项目基本情况",
  cells: [
    cell([0, 0, 1, 1], "项目名称", label),
    cell([0, 1, 1, 5], "道路养护专项{name-0} & <补助>"),
    cell([1, 0, 2, 1], "预算规模\n及资金用途", label),
    cell([1, 1, 1, 1], "预算数", center),
    cell([1, 2, 1, 1], "500.00", { style: styles.cellEnd }),
    cell([1, 3, 1, 1], "其中：财政\t资金", center),
    cell([1, 4, 1, 2], "500.00", { style: styles.cellEnd }),
    cell([2, 1, 1, 5], "用于县乡公路日常养护、水毁修复和安全设施更新。"),
    cell([3, 0, 1, 1], "绩效目标", label),
    cell([3, 1, 1, 5], "1.完成养护里程120公里。¶2.路况优良率达到90%。"),
  ],
};

export const indicatorRows = 12;
/** Right below `facts`: a header of its own, a group over the page break, groups two levels deep. */
export const indicators: ResolvedTable = {
  kind: "table",
  style: facts.style,
  widths: facts.widths,
  minHeights: Array.from({ length: indicatorRows + 1 }, () => 24),
  headerRows: 1,
  attached: true,
  caption: "道路养护专项：绩效指标",
  cells: [
    ...["一级指标", "二级指标", "三级指标", "指标值", "单位", "依据"].map((text, column) =>
      cell([0, column, 1, 1], text, header),
    ),
    cell([1, 0, indicatorRows, 1], "产出指标", group),
    cell([1, 1, 7, 1], "数量指标", group),
    cell([8, 1, indicatorRows - 7, 1], "质量指标", group),
    ...Array.from({ length: indicatorRows }, (_, index) => index + 1).flatMap((row) => [
      cell([row, 2, 1, 1], `指标${row}养护里程`),
      cell([row, 3, 1, 1], `≥${row * 10}`, center),
      cell([row, 4, 1, 1], row === 3 ? "" : "公里", center),
      cell([row, 5, 1, 1], row % 2 === 0 ? "" : "工作计划"),
    ]),
  ],
};

/** Without borders, nine columns. */
export const wide: ResolvedTable = {
  kind: "table",
  style: { name: "bare", border: 0, paddingX: 3, paddingY: 2 },
  widths: [97.8, 60, 60, 60, 60, 60, 60, 60, 120],
  minHeights: [20, 20, 20],
  headerRows: 1,
  attached: false,
  caption: "宽表",
  cells: [0, 1, 2].flatMap((row) =>
    Array.from({ length: 9 }, (_, column) => cell([row, column, 1, 1], `第${row + 1}行${column + 1}列`)),
  ),
};
