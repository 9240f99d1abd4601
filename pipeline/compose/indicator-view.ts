/** Grouped indicators → table rows for templates: each row with the merged labels that begin at it. */
import {
  type Amount,
  type FieldName,
  groupBy,
  type Horizon,
  type Indicator,
  indicatorFields,
  type Level1Group,
  type Project,
} from "../records/index.ts";
import { lazily } from "./lazily.ts";
import {
  type Fields,
  ownNames,
  type Printing,
  printEach,
  printHole,
  printLines,
  printValue,
} from "./printing.ts";
import { list, number, optional, record, type Shape, textOf, textsWithOwn, type ViewOf } from "./shape.ts";
import { sourcedEach } from "./value-source.ts";

/** A merged label with the rows it covers, only on the row its cell begins at. */
const label = (field: string) => optional({ text: textOf(field), span: number });

/** `span`: rows printed, at least the blank one; `spanWithHeader`: one more, for a label beside the header row too. */
const spans = { span: number, spanWithHeader: number };

export function indicatorsShape(spec: Fields) {
  const own = ownNames(spec, "indicator");
  const indicator = (horizon: Horizon) =>
    textsWithOwn({ scope: "indicator", horizon }, [...indicatorFields, "printedValue"], own);
  /** What the form groups by outside of level 1. */
  const by = spec.groupBy ?? "";
  const labels = {
    /** From 1, in its list of rows. */
    ordinal: number,
    group: label(by),
    level1: label("indicator.level1"),
    level2: label("indicator.level2"),
  };
  const [annual, midTerm] = [indicator("annual"), indicator("midTerm")];
  const row = (of: typeof annual) => record({ ...labels, indicator: of });
  const alignedRow = record({ ...labels, midTerm, annual });
  // `groups`: the same rows, apart by the form's own group; without such, all of them together.
  const grouped = <Row extends Shape>(of: Row) =>
    list(record({ ordinal: number, text: textOf(by), rows: list(of), ...spans }));
  return record({
    annual: record({ rows: list(row(annual)), groups: grouped(row(annual)), ...spans }),
    midTerm: record({ rows: list(row(midTerm)), groups: grouped(row(midTerm)), ...spans }),
    aligned: record({ rows: list(alignedRow), groups: grouped(alignedRow), ...spans }),
  });
}
type IndicatorsView = ViewOf<ReturnType<typeof indicatorsShape>>;
type AlignedRowView = IndicatorsView["aligned"]["rows"][number];

/** Each table is made when a template first asks for it: most forms print one of the three. */
export function indicatorsView({ tables, indicators }: Project, printing: Printing): IndicatorsView {
  const own = ownNames(printing.spec, "indicator");
  const paths = new Map(indicators.map((indicator, index) => [indicator, `indicators.${index}`]));
  const path = (indicator: Indicator) => paths.get(indicator) ?? "";
  const view = (indicator: Indicator | undefined) =>
    indicator === undefined ? nothing(own) : indicatorView(indicator, path(indicator), { own, printing });
  const rows = { printing, path, view: (indicator: Indicator) => ({ indicator: view(indicator) }) };
  const annual = lazily(() => tableView(tables.annual, rows));
  const midTerm = lazily(() => tableView(tables.midTerm, rows));
  const aligned = lazily(() =>
    tableView(tables.aligned, {
      printing,
      path: ({ midTerm, annual }) => {
        const first = midTerm ?? annual;
        return first === undefined ? "" : path(first);
      },
      view: (sides) => ({ midTerm: view(sides.midTerm), annual: view(sides.annual) }),
    }),
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

/** How the rows of a table are printed. */
type Rows<Row, View> = {
  readonly printing: Printing;
  /** What the values of a row are called by; of one with two sides, those of the first that is there. */
  readonly path: (row: Row) => string;
  readonly view: (row: Row) => View;
};

function tableView<Row, View extends object>(groups: readonly Level1Group<Row>[], printed: Rows<Row, View>) {
  const { groupBy: by = "" } = printed.printing.spec;
  const outer = [...groupBy(groups, (level1) => level1.outer ?? "")].map(([name, within], place) => {
    const rows = rowsOf(within, printed);
    const span = rows.length;
    const text = printLines(name);
    const first = within[0]?.groups[0]?.rows[0];
    const path = first && `${printed.path(first)}.${by.slice("indicator.".length)}`;
    const label = within[0]?.outer === undefined ? undefined : labelView({ text, span }, path);
    const opened = rows.map((row, index) => ({
      ordinal: index + 1,
      group: index === 0 ? label : undefined,
      ...row,
    }));
    const table = { ordinal: place + 1, text, rows: opened, span, spanWithHeader: span + 1 };
    return sourcedEach(table, { text: path });
  });
  const rows = outer.flatMap((one) => one.rows).map((row, index) => ({ ...row, ordinal: index + 1 }));
  const span = Math.max(rows.length, 1);
  return { rows, groups: outer, span, spanWithHeader: span + 1 };
}

function rowsOf<Row, View extends object>(
  groups: readonly Level1Group<Row>[],
  { printing, path, view }: Rows<Row, View>,
) {
  const textOf = (label: string, field: FieldName) =>
    label === "" ? printHole(field, printing) : printLines(label);
  return groups.flatMap((level1) =>
    level1.groups.flatMap((level2, groupIndex) =>
      level2.rows.map((row, rowIndex) => {
        const opens2 = rowIndex === 0;
        const opens1 = opens2 && groupIndex === 0;
        const text1 = textOf(level1.label, "indicator.level1");
        const text2 = textOf(level2.label, "indicator.level2");
        return {
          level1: opens1 ? labelView({ text: text1, span: level1.span }, `${path(row)}.level1`) : undefined,
          level2: opens2 ? labelView({ text: text2, span: level2.span }, `${path(row)}.level2`) : undefined,
          ...view(row),
        };
      }),
    ),
  );
}

/** A merged label; its text is that of the first row it covers. */
function labelView(label: { readonly text: string; readonly span: number }, path: string | undefined) {
  return sourcedEach(label, { text: path });
}

type HowPrinted = { readonly own: readonly string[]; readonly printing: Printing };

function indicatorView(
  indicator: Indicator,
  path: string,
  { own, printing }: HowPrinted,
): AlignedRowView["annual"] {
  const print = (value: Amount | undefined, field: FieldName) => printValue(value, field, printing);
  return {
    ...printEach(indicatorFields, (name) => print(indicator[name], `indicator.${name}`), path),
    printedValue: print(indicator.printedValue, "indicator.value"),
    own: printEach(own, (name) => print(indicator.own[name], `indicator.own.${name}`), `${path}.own`),
  };
}

/** The shorter side of a side-by-side table has no indicator: its cells are blank, and nothing is missing there. */
function nothing(own: readonly string[]): AlignedRowView["annual"] {
  const blank = () => "";
  return {
    ...printEach(indicatorFields, blank),
    printedValue: "",
    own: printEach(own, blank),
  };
}
