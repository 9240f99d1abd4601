/** A department's exports in every kind of workbook: the same records, and but for places the same findings. */
import { utils, write } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { readSource, type Source } from "../read/index.ts";
import { encodeGb18030 } from "./encode-gb18030.ts";
import { type CaseResult, readSources, runSources } from "./run-case.ts";
import { readShippedForms } from "./shipped-forms.ts";
import { substanceOf } from "./substance.ts";
import { writeTable } from "./write-table.ts";

type Rows = readonly (readonly string[])[];
type Container = readonly [name: string, extension: string, write: (rows: Rows) => Uint8Array];

const containers: readonly Container[] = [
  ["CSV in GBK", "csv", (rows) => encodeGb18030(writeTable(rows, ","))],
  ["XLSX", "xlsx", workbookOf("xlsx")],
  ["XLS", "xls", workbookOf("biff8")],
  ["an XLS called .et", "et", workbookOf("biff8")],
  ["ODS", "ods", workbookOf("ods")],
  ["SpreadsheetML 2003 called .xls", "xls", workbookOf("xlml")],
  ["HTML in GBK called .xls", "xls", (rows) => encodeGb18030(pageOf(rows))],
];

const forms = readShippedForms();
const samples = ["beidaihe", "korla"];

describe.each(samples)("%s", (sample) => {
  const sources = readSources(new URL(`../../data/${sample}/`, import.meta.url));
  const expected = read(sources, sample);

  test.each(containers)("in %s", (_, extension, write) => {
    const actual = read(
      sources.map((source) => dressed(source, extension, write)),
      sample,
    );
    expect(actual.form).toBe(expected.form);
    expect(actual.records).toEqual(expected.records);
    expect(actual.findings).toEqual(expected.findings);
  });
});

function read(sources: readonly Source[], folder: string) {
  const { normalised, diagnostics }: CaseResult = runSources(sources, { folder, forms });
  if (normalised === undefined) throw new Error(diagnostics.map(({ code }) => code).join());
  return {
    form: normalised.form.id,
    records: substanceOf(normalised.department),
    findings: diagnostics.map(({ at: _, also, source: __, ...rest }) => ({ ...rest, also: also?.length })),
  };
}

function dressed(source: Source, extension: string, write: Container[2]): Source {
  const [table] = readSource(source, () => {});
  if (table?.kind !== "table") return source;
  const bytes = write(table.rows.map(({ cells }) => cells));
  return { name: source.name.replace(/[^.]+$/u, extension), bytes };
}

/** Every cell is a text, as systems write codes; a blank one is none. */
function workbookOf(bookType: "xlsx" | "biff8" | "ods" | "xlml"): Container[2] {
  return (rows) => {
    const sheet = utils.aoa_to_sheet(rows.map((cells) => cells.map((cell) => (cell === "" ? null : cell))));
    const workbook = utils.book_new(sheet, "数据");
    return new Uint8Array(write(workbook, { bookType, type: "buffer" }));
  };
}

function pageOf(rows: Rows): string {
  const escaped = (text: string) =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("\n", "<br>");
  const lines = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`);
  return `<html><head><meta charset="gbk"></head><body><table border="1">${lines.join("\n")}</table></body></html>`;
}
