/** The departments' records counted anew → what each list and printed table of a roll-up is to say, column by column. */
import type { FormFigure, Rollup, RollupDepartment } from "../contracts/index.ts";
import { type ExpectedColumn, type ExpectedTable, exactSum } from "../verify/index.ts";
import type { Recount } from "./recount.ts";

/** Values of each department, and last of all of them; undefined where nothing is said. */
type Values = readonly (string | undefined)[];

type Column = { readonly header: string; readonly values: Values };

export type FiguresSaid = {
  readonly csv: ExpectedTable;
  readonly sheets: readonly ExpectedTable[];
  /** By the ends of their captions; a header as the printed page has it. */
  readonly printed: ReadonlyMap<string, ReadonlyMap<string, Values>>;
};

/** `recounts`: undefined of a department that failed. */
export function figuresSaid(
  { departments, totals }: Rollup,
  recounts: readonly (Recount | undefined)[],
): FiguresSaid {
  const counts = (header: string, of: (one: Recount) => number): Column => {
    const values = recounts.map((one) => one && String(of(one)));
    return { header, values: [...values, exactSum(values.flatMap((value) => value ?? []))] };
  };
  const sums = (header: string, values: Values): Column => {
    const said = values.flatMap((value) => value ?? []);
    return { header, values: [...values, said.length === 0 ? undefined : exactSum(said)] };
  };
  const counted = departments.map((one) => (one.state === "counted" ? one : undefined));
  const money = [
    sums(
      "预算数",
      recounts.map((one) => one?.money.total),
    ),
    sums(
      "财政资金",
      recounts.map((one) => one?.money.fiscal),
    ),
    sums(
      "其他资金",
      recounts.map((one) => one?.money.other),
    ),
    ...totals.sources.map(({ label }) =>
      sums(
        label,
        counted.map((one) => one?.sources.find((source) => source.label === label)?.sum),
      ),
    ),
  ];
  const unlisted = sums(
    "未列明来源",
    counted.map((one) => one?.unlisted),
  );
  // Nothing is left over where what is left over comes to nothing.
  const leftOver = { ...unlisted, values: unlisted.values.map((one) => (one === "0" ? undefined : one)) };
  const size = [counts("项目数", (one) => one.projects), counts("指标数", (one) => one.indicators)];
  const kinds = [
    counts("产出指标", (one) => one.kinds.output),
    counts("成本指标", (one) => one.kinds.cost),
    counts("效益指标", (one) => one.kinds.benefit),
    counts("满意度指标", (one) => one.kinds.satisfaction),
    counts("其他指标", (one) => one.kinds.other),
  ];
  const found = [
    foundIn("错误", departments, ({ findings }) => findings.error),
    foundIn("警告", departments, ({ findings }) => findings.warning),
  ];
  const figures = totals.figures.map((total) => ownFigure(total, departments, totals));
  const shared = [...size, ...[...money, leftOver].map(inTenThousands), ...kinds];
  const rows = departments.length + 1;
  const printed = [
    { end: "各部门情况", columns: [...size, ...money.slice(0, 3), ...found] },
    { end: "各部门资金来源", columns: [...money, leftOver] },
    {
      end: "各部门其他统计",
      columns: figures.map(({ header, shown }) => ({ header, values: shown })),
    },
    { end: "各部门指标数", columns: [...kinds.slice(0, 4), { ...kinds[4], header: "其他" }] },
  ];
  return {
    csv: {
      name: "",
      rows,
      columns: [
        ...namesOf(departments, `${totals.counted} 个部门`),
        ...shared,
        ...figures.map(({ header, shown }) => ({ header, values: shown })),
        ...found.map((column) => ({ ...column, values: column.values.map((value) => value ?? "—") })),
        { header: "状态" },
        { header: "说明" },
      ],
    },
    sheets: [
      sheet("各部门情况", [...shared, ...found], departments),
      ...(figures.length === 0
        ? []
        : [
            sheet(
              "各部门其他统计",
              figures.flatMap(({ columns }) => columns),
              departments,
            ),
          ]),
    ],
    printed: new Map(printed.map(({ end, columns }) => [end, byHeader(columns)])),
  };
}

/** Headers of one table that are alike say nothing of which is which. */
function byHeader(columns: readonly Partial<Column>[]): ReadonlyMap<string, Values> {
  const headers = columns.map(({ header }) => header);
  return new Map(
    columns.flatMap(({ header = "", values = [] }) =>
      headers.indexOf(header) === headers.lastIndexOf(header) ? [[header, values]] : [],
    ),
  );
}

function inTenThousands({ header, values }: Column): Column {
  return { header: `${header}（万元）`, values };
}

// Of one that could not be read nothing was checked.
function foundIn(
  header: string,
  departments: readonly RollupDepartment[],
  of: (one: RollupDepartment) => number,
): Column {
  const values = departments.map((one) =>
    one.state === "failed" && of(one) === 0 ? undefined : String(of(one)),
  );
  return { header, values: [...values, String(departments.reduce((sum, one) => sum + of(one), 0))] };
}

function namesOf(departments: readonly RollupDepartment[], below: string | undefined): readonly Column[] {
  return [
    { header: "序号", values: [...departments.map((_, index) => String(index + 1)), undefined] },
    { header: "部门", values: [...departments.map(({ name }) => name), "合计"] },
    { header: "文件夹", values: [...departments.map(({ folder }) => folder), below] },
  ];
}

/** In a workbook a sum of nothing is 0. */
function sheet(
  name: string,
  columns: readonly Column[],
  departments: readonly RollupDepartment[],
): ExpectedTable {
  const forms = departments.map((one) => (one.state === "counted" ? one.form : undefined));
  const numbers = columns.map(({ header, values }): ExpectedColumn => {
    const last = values.length - 1;
    return { header, values: values.map((value, row) => (row === last ? (value ?? "0") : value)) };
  });
  const about = [...namesOf(departments, undefined), { header: "表式", values: [...forms, undefined] }];
  return { name, rows: departments.length + 1, columns: [...about, ...numbers, { header: "说明" }] };
}

type OwnFigure = {
  readonly header: string;
  /** As a page and a CSV have it. */
  readonly shown: Values;
  /** As a workbook has it: what is divided has both sides beside it. */
  readonly columns: readonly Column[];
};

function ownFigure(
  { label, how, unit }: FormFigure,
  departments: readonly RollupDepartment[],
  totals: Rollup["totals"],
): OwnFigure {
  const isThis = (one: FormFigure) => one.label === label && one.how === how && one.unit === unit;
  const figures = departments.map((one) => (one.state === "counted" ? one.figures.find(isThis) : undefined));
  const all = [...figures, totals.figures.find(isThis)];
  const header = unit === "money" ? `${label}（万元）` : label;
  const shown = all.map((one) =>
    one?.value === undefined || unit !== "percent" ? one?.value : `${percentOf(one.value)}%`,
  );
  const sum = all.map((one) => one?.sum);
  if (how !== "ratio" && how !== "mean") return { header, shown, columns: [{ header, values: sum }] };
  const [upper, lower] = how === "mean" ? ["合计", "个数"] : ["分子", "分母"];
  const over = all.map((one) => (one?.sum === undefined ? undefined : one.over));
  // Nothing to divide is blank, with a formula.
  const value = all.map((one) => one?.value ?? "");
  return {
    header,
    shown,
    columns: [
      { header: `${label}：${upper}`, values: sum },
      { header: `${label}：${lower}`, values: over },
      { header, values: value },
    ],
  };
}

/** With the zeros that the ratio ends in: 0.200 is 20.0. */
function percentOf(ratio: string): string {
  const places = (ratio.split(".")[1] ?? "").length - 2;
  const [whole, rest = ""] = exactSum([`${ratio}e2`]).split(".");
  return places > 0 ? `${whole}.${rest.padEnd(places, "0")}` : `${whole}`;
}
