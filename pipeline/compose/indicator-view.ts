/** Grouped indicators → table rows for templates: each row with the merged labels that begin at it. */
import {
  type Amount,
  type FieldName,
  groupBy,
  type Indicator,
  type IndicatorTables,
  indicatorFields,
  type Level1Group,
} from "../records/index.ts";
import { ownNames, type Printing, printEach, printHole, printLines, printValue } from "./printing.ts";
import { list, number, optional, record, type Shape, text, textsWithOwn, type ViewOf } from "./shape.ts";

/** Merged labels with the rows they cover, only on the row their cell begins at; `group`: the form's own, outside of level 1. */
const labels = {
  group: optional({ text, span: number }),
  level1: optional({ text, span: number }),
  level2: optional({ text, span: number }),
};

/** `span`: rows printed, at least the blank one; `spanWithHeader`: one more, for a label beside the header row too. */
const spans = { span: number, spanWithHeader: number };

export function indicatorsShape(own: readonly string[]) {
  const indicator = textsWithOwn([...indicatorFields, "printedValue"], own);
  const row = record({ ...labels, indicator });
  const alignedRow = record({ ...labels, midTerm: indicator, annual: indicator });
  // `groups`: the same rows, apart by the form's own group; without such, all of them together.
  const grouped = <Row extends Shape>(of: Row) => list(record({ text, rows: list(of), ...spans }));
  return record({
    annual: record({ rows: list(row), groups: grouped(row), ...spans }),
    midTerm: record({ rows: list(row), groups: grouped(row), ...spans }),
    aligned: record({ rows: list(alignedRow), groups: grouped(alignedRow), ...spans }),
  });
}
type IndicatorsView = ViewOf<ReturnType<typeof indicatorsShape>>;
type AlignedRowView = IndicatorsView["aligned"]["rows"][number];

/** Each table is made when a template first asks for it: most forms print one of the three. */
export function indicatorsView(tables: IndicatorTables, printing: Printing): IndicatorsView {
  const own = ownNames(printing.spec, "indicator");
  const view = (indicator: Indicator | undefined) => indicatorView(indicator, own, printing);
  const row = (indicator: Indicator) => ({ indicator: view(indicator) });
  const annual = once(() => tableView(tables.annual, printing, row));
  const midTerm = once(() => tableView(tables.midTerm, printing, row));
  const aligned = once(() =>
    tableView(tables.aligned, printing, (sides) => ({
      midTerm: view(sides.midTerm),
      annual: view(sides.annual),
    })),
  );
  return {
    get annual() {
      return annual();
    },
    get midTerm() {
      return midTerm();
    },
    get aligned() {
      return aligned();
    },
  };
}

function once<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function tableView<Row, View>(
  groups: readonly Level1Group<Row>[],
  printing: Printing,
  view: (row: Row) => View,
) {
  const outer = [...groupBy(groups, (level1) => level1.outer ?? "")].map(([label, within]) => {
    const rows = rowsOf(within, printing, view);
    const span = rows.length;
    const opened = rows.map((row, index) => {
      const opens = index === 0 && within[0]?.outer !== undefined;
      return { group: opens ? { text: printLines(label), span } : undefined, ...row };
    });
    return { text: printLines(label), rows: opened, span, spanWithHeader: span + 1 };
  });
  const rows = outer.flatMap((one) => one.rows);
  const span = Math.max(rows.length, 1);
  return { rows, groups: outer, span, spanWithHeader: span + 1 };
}

function rowsOf<Row, View>(
  groups: readonly Level1Group<Row>[],
  printing: Printing,
  view: (row: Row) => View,
) {
  return groups.flatMap((level1) =>
    level1.groups.flatMap((level2, groupIndex) =>
      level2.rows.map((row, rowIndex) => {
        const opens1 = groupIndex === 0 && rowIndex === 0;
        const label1 =
          level1.label === "" ? printHole("indicator.level1", printing) : printLines(level1.label);
        const label2 =
          level2.label === "" ? printHole("indicator.level2", printing) : printLines(level2.label);
        return {
          level1: opens1 ? { text: label1, span: level1.span } : undefined,
          level2: rowIndex === 0 ? { text: label2, span: level2.span } : undefined,
          ...view(row),
        };
      }),
    ),
  );
}

/** The shorter side of a side-by-side table has no indicator: its cells are blank, and nothing is missing there. */
function indicatorView(
  indicator: Indicator | undefined,
  own: readonly string[],
  printing: Printing,
): AlignedRowView["annual"] {
  const print = (value: Amount | undefined, field: FieldName): string =>
    indicator === undefined ? "" : printValue(value, field, printing);
  return {
    ...printEach(indicatorFields, (name) => print(indicator?.[name], `indicator.${name}`)),
    printedValue: print(indicator?.printedValue, "indicator.value"),
    own: printEach(own, (name) => print(indicator?.own[name], `indicator.own.${name}`)),
  };
}
