/** Files that are made to harm: each ends with a value that says what was too much, and the next one is read. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { utils, write } from "@e965/xlsx";
import { unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { Opened, OpenedWorkbook } from "../read/index.ts";
import {
  billionLaughs,
  bomb,
  entry,
  farCell,
  forgedSizes,
  largeSheet,
  manyMerges,
  plainStyles,
  sheetOf,
  textCell,
  xlsxAround,
} from "../testing/hostile-workbooks.ts";
import { writeZip } from "../testing/write-zip.ts";
import { defaultLimits, type WorkbookOpener } from "./index.ts";
import { openContainer } from "./open-container.ts";

const sound = xlsxAround(sheetOf(`<row r="1">${textCell("A1", "项目名称")}</row>`));
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** As programs write it, with checksums. */
function changedOnTheWay(): Uint8Array {
  const packed = Buffer.from(zipSync(unzipSync(sound), { level: 0 }));
  packed.write("各", packed.indexOf("名称"));
  return packed;
}

const tooManySheets = { kind: "exceeded", limit: "sheets", allowed: 5000 };

function manySheets(): Uint8Array {
  const parts = unzipSync(sound);
  const list = new TextDecoder().decode(parts["xl/workbook.xml"]);
  const more = list.replace(/<sheet .*?\/>/u, (one) => one.repeat(6000));
  return zipSync({ ...parts, "xl/workbook.xml": bytesOf(more) });
}

function ods(content: string): Uint8Array {
  const table = `<office:document-content><office:body><office:spreadsheet><table:table table:name="项目">${content}</table:table></office:spreadsheet></office:body></office:document-content>`;
  return writeZip([
    entry("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
    entry("content.xml", table),
  ]);
}

function spreadsheetMl(table: string, doctype = ""): Uint8Array {
  return bytesOf(
    `<?xml version="1.0"?>${doctype}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="项目"><Table>${table}</Table></Worksheet></Workbook>`,
  );
}

const odsCell = '<table:table-cell office:value-type="string"><text:p>甲</text:p></table:table-cell>';
const xmlCell = '<Cell><Data ss:Type="String">甲</Data></Cell>';

const cases: readonly (readonly [what: string, bytes: () => Uint8Array, Partial<Record<string, unknown>>])[] =
  [
    ["sizes that are forged", forgedSizes, { kind: "damaged", problem: "sizes" }],
    [
      "a character that became another one on the way",
      changedOnTheWay,
      { kind: "damaged", problem: "structure" },
    ],
    ["a bomb of 600 MB", bomb, { kind: "exceeded", limit: "unpacked", allowed: 200 }],
    [
      "a cell at XFD1048576",
      farCell,
      { kind: "exceeded", limit: "rows", cell: { sheet: "项目", row: 1_048_576, column: 16_384 } },
    ],
    ["400,000 merged cells", manyMerges, { kind: "exceeded", limit: "merges" }],
    ["6,000 sheets of an XLSX", () => manySheets(), tooManySheets],
    [
      "6,000 sheets of an XML",
      () => spreadsheetMl(`</Table></Worksheet>${"<Worksheet/>".repeat(6000)}<Worksheet><Table>`),
      tooManySheets,
    ],
    [
      "6,000 sheets of an ODS",
      () => ods(`</table:table>${"<table:table/>".repeat(6000)}<table:table>`),
      tooManySheets,
    ],
    [
      "6,000 tables of a page",
      () => bytesOf(`<html>${"<table></table>".repeat(6000)}</html>`),
      tooManySheets,
    ],
    ["a billion laughs", billionLaughs, { kind: "damaged", problem: "entities" }],
    [
      "a cell of 40,000 characters",
      () => xlsxAround(sheetOf(`<row r="1">${textCell("A1", "长".repeat(40_000))}</row>`)),
      { kind: "exceeded", limit: "text", cell: { sheet: "项目", row: 1, column: 1 } },
    ],
    [
      "a cell in column 1,001",
      () => xlsxAround(sheetOf(`<row r="1">${textCell("ALM1", "甲")}</row>`)),
      { kind: "exceeded", limit: "columns" },
    ],
    [
      "a sheet that is not there",
      () => xlsxAround(entry("xl/other.xml", "")),
      { kind: "damaged", problem: "sheet" },
    ],
    [
      "a sheet that breaks off",
      () => xlsxAround(sheetOf(`<row r="1">${textCell("A1", "甲")}</row>`).slice(0, -20)),
      { kind: "damaged", problem: "structure", detail: "xl/worksheets/sheet1.xml" },
    ],
    [
      "a sheet in another encoding than XLSX has",
      () => xlsxAround(sheetOf("").replace("UTF-8", "GBK")),
      { kind: "damaged", problem: "structure", detail: "xl/worksheets/sheet1.xml, GBK" },
    ],
    [
      "a long text in thousands of cells",
      () => bytesOf(`<table>${`<tr>${`<td>${"长".repeat(30_000)}`.repeat(10)}`.repeat(70)}</table>`),
      { kind: "exceeded", limit: "characters" },
    ],
    [
      "an Excel 95 workbook",
      () =>
        new Uint8Array(
          write(utils.book_new(utils.aoa_to_sheet([["a"]])), { bookType: "biff5", type: "buffer" }),
        ),
      { kind: "unread", container: "xls95" },
    ],
    [
      "an Excel 2 workbook",
      () =>
        new Uint8Array(
          write(utils.book_new(utils.aoa_to_sheet([["a"]])), { bookType: "biff2", type: "buffer" }),
        ),
      { kind: "unread", container: "xls95" },
    ],
    [
      "SpreadsheetML that breaks off",
      () =>
        bytesOf(
          '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row>',
        ),
      { kind: "damaged", problem: "structure", detail: "XML" },
    ],
    [
      "two parts of one name",
      () => xlsxAround(sheetOf(""), [plainStyles, entry("xl/Worksheets/Sheet1.xml", sheetOf(""))]),
      { kind: "damaged", problem: "twice" },
    ],
    [
      "an encrypted entry",
      () => {
        const bytes = Buffer.from(sound);
        bytes[bytes.indexOf(Buffer.of(0x50, 0x4b, 1, 2)) + 8] = 1;
        return bytes;
      },
      { kind: "encrypted" },
    ],
    ["an archive that is cut off", () => sound.subarray(0, sound.length - 40), { kind: "damaged" }],
    [
      "a part that is no deflated text",
      () => xlsxAround({ name: "xl/worksheets/sheet1.xml", method: 8, packed: bytesOf("??"), size: 9 }),
      { kind: "damaged" },
    ],
    [
      "OpenDocument: a row repeated to the end",
      () => ods(`<table:table-row table:number-rows-repeated="1048576">${odsCell}</table:table-row>`),
      { kind: "exceeded", limit: "rows" },
    ],
    [
      "OpenDocument: a cell repeated to the end",
      () =>
        ods(
          `<table:table-row>${odsCell.replace(" office", ' table:number-columns-repeated="16384" office')}</table:table-row>`,
        ),
      { kind: "exceeded", limit: "columns" },
    ],
    [
      "SpreadsheetML: a row far away",
      () => spreadsheetMl(`<Row ss:Index="1048576">${xmlCell}</Row>`),
      { kind: "exceeded", limit: "rows" },
    ],
    [
      "SpreadsheetML: entities",
      () => spreadsheetMl(`<Row>${xmlCell}</Row>`, '<!DOCTYPE Workbook [<!ENTITY a "哈">]>'),
      { kind: "damaged", problem: "entities" },
    ],
    [
      "HTML: spans without end",
      () => bytesOf(`<table>${'<tr><td rowspan="99999" colspan="99999">甲</td>'.repeat(300)}</table>`),
      { kind: "exceeded", limit: "columns" },
    ],
    [
      "HTML: tables inside tables",
      () => bytesOf("<table><tr><td>".repeat(20_000)),
      { kind: "damaged", problem: "structure", detail: "HTML" },
    ],
    [
      "a binary workbook",
      () => writeZip([entry("xl/workbook.bin", "")]),
      { kind: "unread", container: "xlsb" },
    ],
    [
      "an encrypted OpenDocument",
      () =>
        writeZip([
          entry("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
          entry("content.xml", "?"),
          entry("META-INF/manifest.xml", "<manifest:encryption-data/>"),
        ]),
      { kind: "encrypted" },
    ],
  ];

test.each(cases)("%s", (_, bytes, expected) => {
  expect(openContainer(bytes(), defaultLimits)).toMatchObject(expected);
});

describe("in a process of its own", () => {
  let openers: { readonly openWorkbooks: (limits: typeof defaultLimits) => WorkbookOpener };
  const opened: WorkbookOpener[] = [];
  const openWith = (limits: Partial<typeof defaultLimits>): WorkbookOpener => {
    const opener = openers.openWorkbooks({ ...defaultLimits, ...limits });
    opened.push(opener);
    return opener;
  };

  beforeAll(async () => {
    openers = await import(pathToFileURL(join(inject("program"), "dist", "testing.js")).href);
  });
  afterAll(() => {
    for (const opener of opened) opener.close();
  });

  test("files that harm, and a sound one after each", async () => {
    const { open } = openWith({});
    const harmful = [forgedSizes(), bomb(), farCell(), billionLaughs()];
    const answers = await Promise.all(harmful.flatMap((bytes) => [open(bytes), open(sound)]));
    expect(answers.map(({ kind }) => kind)).toEqual(
      ["damaged", "exceeded", "exceeded", "damaged"].flatMap((kind) => [kind, "sheets"]),
    );
  });

  test("too much memory ends the process, and another one takes its place", async () => {
    const { open } = openWith({ memory: 90 });
    expect(await open(largeSheet(20_000))).toEqual({ kind: "exceeded", limit: "memory", allowed: 90 });
    expect(textsIn(await open(sound))).toEqual([["项目名称"]]);
  });

  test("so does too much time", async () => {
    // Ten times what a sound workbook takes, as a loaded machine takes several times as long for the same work.
    const { open } = openWith({ seconds: 0.4 });
    expect(await open(largeSheet(60_000))).toEqual({ kind: "exceeded", limit: "seconds", allowed: 0.4 });
    expect(textsIn(await open(sound))).toEqual([["项目名称"]]);
  });

  test("a process that dies between two files says nothing of the second", async () => {
    const { open } = openWith({});
    await open(sound);
    const openers = openersAmongChildren();
    expect(openers).not.toEqual([]);
    for (const pid of openers) process.kill(pid, "SIGKILL");
    expect(textsIn(await open(sound))).toEqual([["项目名称"]]);
  });

  test("nobody waits for what is opened when it is closed, and no more is opened", async () => {
    const { open, close } = openWith({});
    await open(sound);
    const pending = [open(sound), open(sound)];
    await new Promise(setImmediate);
    close();
    expect((await Promise.all(pending)).map(({ kind }) => kind)).toEqual(["crashed", "crashed"]);
  });

  test("a process that stands still is not waited for", async () => {
    const { open } = openWith({ wait: 5 });
    await open(sound);
    for (const pid of openersAmongChildren()) process.kill(pid, "SIGSTOP");
    expect(await open(sound)).toEqual({ kind: "exceeded", limit: "wait", allowed: 5 });
    expect(textsIn(await open(sound))).toEqual([["项目名称"]]);
  });
});

/** The processes of this one that open containers. */
function openersAmongChildren(): readonly number[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" }).split("\n");
  const fields = lines.map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/u.exec(line) ?? []);
  return fields.flatMap(([, pid, parent, command = ""]) =>
    Number(parent) === process.pid && command.includes("dist/child.js") ? [Number(pid)] : [],
  );
}

function textsIn(opened: Opened): readonly (readonly string[])[] {
  if (opened.kind !== "sheets") throw new Error(opened.kind);
  const workbook: OpenedWorkbook = JSON.parse(new TextDecoder().decode(opened.workbook));
  return workbook.sheets.flatMap(({ rows }) => rows.map(({ cells }) => cells));
}
