/** A list with a row for each source of a project's money (资金来源: 一般公共预算, 其他资金) → a row for each project: the sum, and a column for each source. */
import type { Diagnostic } from "../../diagnostics/index.ts";
import { cellPlace, type RawRow, type RawTable, rowPlace } from "../../read/index.ts";
import { compareDecimals, type Decimal, parseDecimal, sumDecimals } from "../../records/index.ts";
import { parseMoney } from "../drafts/read-money.ts";
import { headerKey } from "../headers/header-key.ts";
import { isIdentity, matchHeader, type Vocabulary } from "../headers/match-header.ts";
import { openColumn } from "./opened-column.ts";
import { totalIn } from "./row-words.ts";

const sourceNames = /^(?:资金来源|资金性质|资金类型|资金渠道|经费来源|来源)(?:名称)?$/u;

/** What an amount is called that is the only one. */
const amountNames = /^(?:本年|当年)?(?:金额|预算|批复数|安排数|资金)$/u;

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

/** The table itself if no project in it has several rows that differ by their source and their amount alone. */
export function withFundColumns(table: RawTable, vocabulary: Vocabulary): RawTable {
  const columns = columnsOf(table, vocabulary);
  if (columns === undefined) return table;
  const owners = ownersIn(table.rows.slice(columns.header + 1), columns);
  const split = owners.filter(({ rows }) => rows.length > 1);
  const funds = new Map(split.map((owner) => [owner, fundsOf(owner, columns)]));
  if (split.length === 0 || [...funds.values()].some((one) => one === undefined)) return table;
  const said = new Map(owners.map((owner) => [owner, textsOf(owner, columns)]));
  const names = [...new Set([...said.values()].flatMap((texts) => [...texts.keys()]))];
  const { opened, wide } = openColumn(table, columns.source, names);
  const withTotal = (row: RawRow, total: string | undefined): RawRow =>
    total === undefined ? row : { ...row, cells: row.cells.with(columns.money, total) };
  const money = table.rows[columns.header]?.cells[columns.money] ?? "";
  const suffix = unitSuffixOf(money);
  const total = matchHeader(money, vocabulary) === undefined ? `预算数${bracketsIn(money) || suffix}` : money;
  const rows = table.rows.slice(0, columns.header + 1).map((row, index) =>
    index < columns.header
      ? row
      : withTotal(
          wide(row, (name) => `${name}${suffix}`),
          total,
        ),
  );
  const joined = owners.map((owner) => {
    const own = funds.get(owner);
    const row = wide(owner.row, (name) => said.get(owner)?.get(name) ?? "");
    return withTotal(row, own && sumOf(partsOf(own)));
  });
  const remarks = [...(table.remarks ?? []), told(table, columns, { split, names })];
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
function columnsOf({ rows, opened }: RawTable, vocabulary: Vocabulary): Columns | undefined {
  if (opened !== undefined) return undefined;
  const header = rows
    .slice(0, searchedRows)
    .findIndex(({ cells }) => cells.some((cell) => sourceNames.test(headerKey(cell).bare)));
  const cells = rows[header]?.cells ?? [];
  const fields = cells.map((cell) => matchHeader(cell, vocabulary));
  const indexes = (fits: (index: number) => boolean) => [...cells.keys()].filter(fits);
  const [source, ...sources] = indexes(
    (index) => sourceNames.test(headerKey(cells[index] ?? "").bare) && fields[index] === undefined,
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
  return { header, source, money, identity, counting: new Set([source, money, ...order]) };
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

/** Undefined if its amounts cannot be added up, or two rows are of one source. */
function fundsOf({ rows }: Owner, { source, money }: Columns): readonly Fund[] | undefined {
  const funds = rows.flatMap((row): readonly Fund[] => {
    const { value, unit } = parseMoney(row.cells[money] ?? "");
    const amount = unit === undefined ? parseDecimal(value ?? "") : undefined;
    const name = (row.cells[source] ?? "").trim();
    return amount === undefined || name === "" ? [] : [{ name, text: row.cells[money] ?? "", amount }];
  });
  const names = new Set(funds.map(({ name }) => name));
  const isWhole = funds.length === rows.length && names.size === rows.length;
  const totals = funds.filter(({ name }) => totalIn(name) !== undefined);
  const isSum = totals.every(({ amount }) => compareDecimals(amount, sumOf(partsOf(funds))) === 0);
  return isWhole && totals.length < 2 && isSum ? funds : undefined;
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

function told(
  table: RawTable,
  { header, source }: Columns,
  { split, names }: { readonly split: readonly Owner[]; readonly names: readonly string[] },
): Diagnostic {
  const row = table.rows[header];
  const text = row?.cells[source]?.trim() ?? "";
  return {
    code: "fund-rows-joined",
    at: cellPlace(table, row?.row ?? 1, source, text),
    also: split.flatMap(({ rows }) => rows.map((one) => rowPlace(table, one.row))),
    args: { header: text, projects: split.length, sources: names },
  };
}
