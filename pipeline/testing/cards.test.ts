/** Forms as units fill them in: the same records, and but for places the same findings, as the list of the same projects. */
import { utils, write } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import type { Source } from "../read/index.ts";
import { type CardGrid, type CardSample, cardSamples, cardsOf } from "./card-sheets.ts";
import { encodeGb18030 } from "./encode-gb18030.ts";
import { readSources, runSources } from "./run-case.ts";
import { readShippedForms } from "./shipped-forms.ts";
import { substanceOf } from "./substance.ts";
import { docxOf } from "./write-docx-tables.ts";
import { writeTable } from "./write-table.ts";

const forms = readShippedForms();
const lists: Readonly<Record<CardSample, URL>> = {
  beidaihe: new URL("same-report/beidaihe-flat-gb18030/", import.meta.url),
  korla: new URL("../../data/korla/", import.meta.url),
  suzhou: new URL("same-report/suzhou-wide/", import.meta.url),
};

const containers: readonly (readonly [
  name: string,
  write: (cards: readonly CardGrid[]) => readonly Source[],
])[] = [
  [
    "a CSV for each project",
    (cards) =>
      cards.map(({ rows }, index) => ({
        name: `${index + 1}.csv`,
        bytes: encodeGb18030(writeTable(rows, ",")),
      })),
  ],
  [
    "one CSV, one below the other",
    (cards) => {
      const text = cards.map(({ rows }) => writeTable(rows, ",")).join("\n");
      return [{ name: "申报表.csv", bytes: new TextEncoder().encode(text) }];
    },
  ],
  ["a workbook with a sheet for each", (cards) => [{ name: "申报表.xlsx", bytes: workbookOf(cards) }]],
  [
    "a Word file for each",
    (cards) => cards.map((card, index) => ({ name: `${index + 1}.docx`, bytes: docxOf([card]) })),
  ],
  ["one Word file", (cards) => [{ name: "申报表.docx", bytes: docxOf(cards) }]],
  ["a sheet with all of them", (cards) => [{ name: "申报表.xlsx", bytes: workbookOf([stacked(cards)]) }]],
];

describe.each(cardSamples)("%s", (sample) => {
  const sources = readSources(lists[sample]);
  const expected = read(sources, sample);
  const own = sources.filter(({ name }) => name === "department.json");

  test.each(containers)("in %s", (_, write) => {
    const actual = read([...own, ...write(cardsOf(sample))], sample);
    expect(actual.form).toBe(expected.form);
    expect(actual.records).toEqual(expected.records);
    expect(actual.findings).toEqual(expected.findings);
  });
});

function read(sources: readonly Source[], folder: string) {
  const { normalised, diagnostics } = runSources(sources, { folder, forms });
  if (normalised === undefined) throw new Error(JSON.stringify(diagnostics.slice(0, 5)));
  const findings = diagnostics.map(({ code, subject, found, args }) =>
    JSON.stringify({ code, subject, found, args }),
  );
  return {
    form: normalised.form.id,
    records: substanceOf(normalised.department),
    findings: findings.toSorted(),
  };
}

function workbookOf(cards: readonly CardGrid[]): Uint8Array {
  const workbook = utils.book_new();
  for (const [index, { rows, merges }] of cards.entries()) {
    const sheet = utils.aoa_to_sheet(rows.map((cells) => cells.map((cell) => (cell === "" ? null : cell))));
    sheet["!merges"] = merges.map(({ row: r, column: c, rows: height, columns }) => ({
      s: { r, c },
      e: { r: r + height - 1, c: c + columns - 1 },
    }));
    utils.book_append_sheet(workbook, sheet, `项目${index + 1}`);
  }
  return new Uint8Array(write(workbook, { bookType: "xlsx", type: "buffer" }));
}

function stacked(cards: readonly CardGrid[]): CardGrid {
  const all = { rows: [] as (readonly string[])[], merges: [] as CardGrid["merges"][number][] };
  for (const { rows, merges } of cards) {
    const above = all.rows.length;
    all.rows.push(...rows, [""]);
    all.merges.push(...merges.map((merge) => ({ ...merge, row: merge.row + above })));
  }
  return all;
}
