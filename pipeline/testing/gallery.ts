/** Hard cells: each a small document in the house style that a layout, or a writer, may stumble over. */
import type { Document, Row, Table } from "../model/index.ts";
import { cell, documentOf, heading, paragraph, row, section, table } from "./build-document.ts";

const code = "A1B2C3D4E5F6G7H8J9K0L1M2N3P4Q5R6S7T8U9V0W1X2Y3Z4a5b6c7d8e9f0";

const sentences =
  "按照《预算绩效管理办法》（财预〔2023〕10号）的要求，全年完成养护里程3,500公里，群众满意度≥90%；及时拨付“以奖代补”资金——每季度末前到位。DRG/DIP支付方式改革覆盖率达到85%以上、投诉办结率100%。";

/** By what is hard about it. */
export const gallery: Readonly<Record<string, Document>> = {
  "a description of 300 characters": page(
    indicators([
      row(label("产出指标", 2), "数量指标", "参保人数", prose(300), "≥90%"),
      row("质量指标", "合规率", "", "100%"),
    ]),
  ),
  "a row taller than a page": page(
    indicators([
      row(label("产出指标", 3), "数量指标", "前一行", "短", "1"),
      row("质量指标", "很长的一行", prose(1500), "≥90%"),
      row("时效指标", "后一行", "短", "2"),
    ]),
  ),
  "a level-1 group over three pages": page(
    indicators(
      Array.from({ length: 50 }, (_, index) =>
        row(
          ...(index === 0 ? [label("产出指标", 50)] : []),
          ...(index === 0 ? [label("数量指标", 25)] : []),
          ...(index === 25 ? [label("质量指标", 25)] : []),
          `第${index + 1}项`,
          prose(30),
          "≥90%",
        ),
      ),
    ),
  ),
  "a label taller than its rows": page(
    indicators([
      row(label("服务对象满意度与可持续影响综合评价指标（试行）", 2), label("满意", 2), "甲", "", "1"),
      row("乙", "", "2"),
      row(label("效益", 1), label("社会效益与生态效益及可持续影响指标", 1), "丙", "", "3"),
    ]),
  ),
  "a goal of 2,000 characters": page(
    table(
      [2, 10],
      [
        row(cell("项目名称", { style: "cell-label" }), "道路养护"),
        row(cell("绩效目标", { style: "cell-label", repeats: true }), prose(2000)),
        row(cell("资金用途", { style: "cell-label" }), "日常养护"),
      ],
    ),
  ),
  "rare characters": page(
    indicators([
      row(label("产出指标", 2), "𠮷野家", "㐂寿", "𬭎、𠮷、㐂，面积35㎡，①一、②二、③三", "≥35㎡"),
      row("〇、々、〆", "№℃‰", "Ⅳ、ⅳ、㈠、㊣、㎏、℡", "①"),
    ]),
    paragraph("姓名用字：𠮷、㐂、𬭎；单位：㎡；序号：①②③。"),
  ),
  "a code of 60 characters without spaces": page(
    indicators([
      row(label("产出指标", 2), "数量指标", code, `编码${code}之后`, "1"),
      row("质量指标", `https://example.gov.cn/${code}?year=2023`, code, code),
    ]),
    paragraph(`项目编码为${code}。`),
  ),
  "runs of punctuation": page(
    indicators([
      row(
        label("产出指标", 2),
        "“‘（《",
        "》）’”、，。；：？！",
        "”）。”）。”）。”）。”）。（（（（（（（（（（（（",
        "——……",
      ),
      row("((((((((", ".,;:!?.,;:!?.,;:!?.,;:!?", "……——……——……——……——……——……——……——", "%%%%%%%%%%%%%%%%"),
    ]),
    paragraph(
      "他说：“（《办法》（试行））”——“……”，，，。。。！！！？？？、、、；；；：：：“““”””‘‘‘’’’（（（）））《《《》》》。",
    ),
  ),
  "nothing at all": page(
    table(
      [1, 1, 1],
      [row("", "", ""), row(cell("", { rowSpan: 2 }), "", ""), row(cell("", { colSpan: 2 }))],
      {
        header: [row("", "", "")],
      },
    ),
    paragraph(""),
  ),
};

function page(body: Table, ...after: Parameters<typeof section>[0]): Document {
  return documentOf(
    section([heading("project-1", "1.示例绩效目标表", { style: "table-heading" }), body, ...after]),
  );
}

/** The indicator table of a form, with its header row. */
function indicators(rows: readonly Row[]): Table {
  const [first, ...rest] = rows;
  if (first === undefined) throw new Error("a table has rows");
  const header = ["一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值"].map((text) =>
    cell(text, { style: "cell-label" }),
  );
  return table([22, 24, 34, 55, 21], [first, ...rest], { header: [row(...header)] });
}

function label(text: string, rowSpan: number) {
  return cell(text, { style: "cell-center", rowSpan, repeats: true });
}

function prose(length: number): string {
  return Array.from(sentences.repeat(Math.ceil(length / sentences.length)))
    .slice(0, length)
    .join("");
}
