/** A list with a row for each source of a project's money (资金来源: 一般公共预算, 其他资金) → a row for each project: the sum, and a column for each source. */
import type { Diagnostic } from "../../diagnostics/index.ts";
import { cellPlace, type RawRow, type RawTable, rowPlace } from "../../read/index.ts";
import { compareDecimals, type Decimal, parseDecimal, sumDecimals } from "../../records/index.ts";
import { parseMoney } from "../drafts/read-money.ts";
import { headerKey } from "../headers/header-key.ts";
import { isIdentity, matchHeader, type Vocabulary } from "../headers/match-header.ts";
import { openColumns } from "./opened-column.ts";
import { totalIn } from "./row-words.ts";

const sourceNames = /^(?:资金来源|资金性质|资金类型|资金渠道|经费来源|来源)(?:名称)?$/u;

export function isSourceName(header: string): boolean {
  return sourceNames.test(headerKey(header).bare);
}

/** What an amount is called that is the only one. */
const amountNames = /^(?:本年|当年)?(?:金额|预算|批复数|安排数|资金)$/u;

/** What a system calls its own number of a row. */
const rowMark = /^(?:id|uuid|guid|row_?id|主键)$/iu;

/** As far as the header is looked for. */
const searchedRows = 30;

/** The columns that matter, by index, and the row of the headers. */
type Columns = {
  readonly header: number;
  readonly source: number;
  readonly money: number;
  readonly identity: readonly number[];
  /** What may differ between the rows of a project. */
  readonly counting: ReadonlySet<number>;
};
type Fund = { readonly name: string; readonly text: string; readonly amount: Decimal };
type Owner = { readonly row: RawRow; readonly rows: readonly RawRow[] };

/** Rows that are one, and what its cells are to say. */
export type JoinedFunds = {
  readonly rows: readonly RawRow[];
  /** Undefined of a project with one row, whose amount stays. */
  readonly total: string | undefined;
  /** The amounts by source, as they are written. */
  readonly texts: ReadonlyMap<string, string>;
};

export type FundTable = Pick<Columns, "header" | "source" | "money"> & {
  readonly owners: readonly JoinedFunds[];
  /** The sources of all projects. */
  readonly names: readonly string[];
  /** What the column of the sum is called, and that of a source. */
  readonly total: string;
  readonly called: (name: string) => string;
};

/** A row of several of one project that cannot be joined, and why. */
type Unjoined = Pick<Columns, "header" | "source"> & {
  readonly row: RawRow;
  readonly reason: "amount" | "source-twice" | "total-differs";
};

/** Undefined if no project has several rows that differ by their source and their amount alone. */
export function fundTable(
  table: Pick<RawTable, "rows" | "opened">,
  vocabulary: Vocabulary,
): FundTable | Unjoined | undefined {
  const columns = columnsOf(table, vocabulary);
  if (columns === undefined) return undefined;
  const { header, source, money } = columns;
  const owners = ownersIn(table.rows.slice(header + 1), columns);
  const split = owners.filter(({ rows }) => rows.length > 1);
  if (split.length === 0) return undefined;
  const funds = new Map<Owner, readonly Fund[]>();
  for (const owner of split) {
    const own = fundsOf(owner, columns);
    if ("reason" in own) return { header, source, ...own };
    funds.set(owner, own);
  }
  const joined = owners.map((owner): JoinedFunds => {
    const own = funds.get(owner);
    return { rows: owner.rows, total: own && sumOf(partsOf(own)), texts: textsOf(owner, columns) };
  });
  const text = table.rows[header]?.cells[money] ?? "";
  const suffix = unitSuffixOf(text);
  return {
    ...{ header, source, money, owners: joined },
    names: [...new Set(joined.flatMap(({ texts }) => [...texts.keys()]))],
    total: matchHeader(text, vocabulary) === undefined ? `预算数${bracketsIn(text) || suffix}` : text,
    called: (name) => `${name}${suffix}`,
  };
}

/** The table itself if no project in it has several rows that differ by their source and their amount alone. */
export function withFundColumns(table: RawTable, vocabulary: Vocabulary): RawTable {
  const found = fundTable(table, vocabulary);
  if (found === undefined) return table;
  if ("reason" in found) return { ...table, remarks: [...(table.remarks ?? []), unjoined(table, found)] };
  const { header, source, money, names } = found;
  const { opened, wide } = openColumns(table, [{ column: source, names }]);
  const withTotal = (row: RawRow, total: string | undefined): RawRow =>
    total === undefined ? row : { ...row, cells: row.cells.with(money, total) };
  const rows = table.rows
    .slice(0, header + 1)
    .map((row, index) => (index < header ? row : withTotal(wide(row, found.called), found.total)));
  const joined = found.owners.flatMap(({ rows: [row], texts, total }) =>
    row === undefined
      ? []
      : [
          withTotal(
            wide(row, (name) => texts.get(name) ?? ""),
            total,
          ),
        ],
  );
  const remarks = [...(table.remarks ?? []), told(table, found)];
  return { ...table, rows: [...rows, ...joined], remarks, opened };
}

/** The unit that a header states; as it is written if amounts cannot be counted in it, which is told where they are read. */
function unitSuffixOf(header: string): string {
  const { unit } = headerKey(header);
  if (unit === undefined) return "";
  return unit === "unknown" ? bracketsIn(header) : `（${unit}）`;
}

function bracketsIn(header: string): string {
  return (header.match(/[（(【〔[][^（(【〔[\]〕】)）]*[\]〕】)）]/gu) ?? []).join("");
}

/** Undefined if it is no list of projects with one amount and its source. */
function columnsOf(
  { rows, opened }: Pick<RawTable, "rows" | "opened">,
  vocabulary: Vocabulary,
): Columns | undefined {
  if (opened !== undefined) return undefined;
  const header = rows.slice(0, searchedRows).findIndex(({ cells }) => cells.some(isSourceName));
  const cells = rows[header]?.cells ?? [];
  const fields = cells.map((cell) => matchHeader(cell, vocabulary));
  const indexes = (fits: (index: number) => boolean) => [...cells.keys()].filter(fits);
  const [source, ...sources] = indexes(
    (index) => isSourceName(cells[index] ?? "") && fields[index] === undefined,
  );
  const known = indexes((index) => fields[index]?.kind === "money");
  const [money, ...amounts] =
    known.length > 0 ? known : indexes((index) => amountNames.test(headerKey(cells[index] ?? "").bare));
  const identity = indexes((index) => isIdentity(fields[index]?.field));
  if (source === undefined || money === undefined || identity.length === 0) return undefined;
  if (sources.length + amounts.length > 0 || (known.length > 0 && fields[money]?.field !== "budget.total"))
    return undefined;
  if (fields.some((match) => match?.field.startsWith("indicator."))) return undefined;
  const order = indexes((index) => fields[index]?.field === "project.order");
  const marks = indexes((index) => fields[index] === undefined && rowMark.test(cells[index]?.trim() ?? ""));
  return { header, source, money, identity, counting: new Set([source, money, ...order, ...marks]) };
}

/** Rows that say the same but for what counts; one that says nothing else goes on with the row above. */
function ownersIn(rows: readonly RawRow[], { identity, counting, source }: Columns): readonly Owner[] {
  const owners: { readonly row: RawRow; readonly rows: RawRow[] }[] = [];
  const byContent = new Map<string, { readonly row: RawRow; readonly rows: RawRow[] }>();
  for (const row of rows) {
    const others = row.cells.map((cell, index) => (counting.has(index) ? "" : cell.trim()));
    const content = JSON.stringify(others);
    const isNamed = identity.some((index) => others[index] !== "");
    const isFund = (row.cells[source] ?? "").trim() !== "";
    const goesOn = isFund && others.every((cell) => cell === "");
    const known = goesOn ? owners.at(-1) : isNamed && isFund ? byContent.get(content) : undefined;
    if (known !== undefined) known.rows.push(row);
    else {
      const owner = { row, rows: [row] };
      owners.push(owner);
      if (isNamed && isFund) byContent.set(content, owner);
    }
  }
  return owners;
}

/** The row that keeps them apart if its amount cannot be added up, or is of a source that another row has. */
function fundsOf(
  { rows }: Owner,
  { source, money }: Columns,
): readonly Fund[] | Pick<Unjoined, "row" | "reason"> {
  const funds: Fund[] = [];
  for (const row of rows) {
    const { value, unit } = parseMoney(row.cells[money] ?? "");
    const amount = unit === undefined ? parseDecimal(value ?? "") : undefined;
    const name = (row.cells[source] ?? "").trim();
    if (amount === undefined || name === "") return { row, reason: "amount" };
    const isTotal = totalIn(name) !== undefined;
    if (funds.some((one) => one.name === name || (isTotal && totalIn(one.name) !== undefined)))
      return { row, reason: "source-twice" };
    funds.push({ name, text: row.cells[money] ?? "", amount });
  }
  const total = funds.findIndex(({ name }) => totalIn(name) !== undefined);
  const [row, stated] = [rows[total], funds[total]];
  if (row === undefined || stated === undefined) return funds;
  return compareDecimals(stated.amount, sumOf(partsOf(funds))) === 0
    ? funds
    : { row, reason: "total-differs" };
}

function partsOf(funds: readonly Fund[]): readonly Fund[] {
  return funds.filter(({ name }) => totalIn(name) === undefined);
}

/** The amounts as they are written, by source. */
function textsOf({ rows }: Owner, { source, money }: Columns): ReadonlyMap<string, string> {
  const texts = rows.map(({ cells }) => [(cells[source] ?? "").trim(), cells[money] ?? ""] as const);
  return new Map(texts.filter(([name]) => name !== "" && totalIn(name) === undefined));
}

function sumOf(funds: readonly Fund[]): Decimal {
  return sumDecimals(funds.map(({ amount }) => amount));
}

function told(table: RawTable, { header, source, owners, names }: FundTable): Diagnostic {
  const row = table.rows[header];
  const text = row?.cells[source]?.trim() ?? "";
  const split = owners.filter(({ rows }) => rows.length > 1);
  return {
    code: "fund-rows-joined",
    at: cellPlace(table, row?.row ?? 1, source, text),
    also: split.flatMap(({ rows }) => rows.map((one) => rowPlace(table, one.row))),
    args: { header: text, projects: split.length, sources: names },
  };
}

function unjoined(table: RawTable, { header, source, row, reason }: Unjoined): Diagnostic {
  const text = table.rows[header]?.cells[source]?.trim() ?? "";
  return {
    code: "fund-rows-apart",
    at: cellPlace(table, row.row, source, text),
    found: row.cells[source]?.trim() ?? "",
    args: { header: text, reason },
  };
}
