import { expect, test } from "vitest";
import { type Diagnostic, formatPlace } from "../diagnostics/index.ts";
import { type RawNode, readSource, readTree } from "./index.ts";

function read(text: string, name = "export.csv") {
  const diagnostics: Diagnostic[] = [];
  const bytes = new TextEncoder().encode(text);
  const raw = readSource({ name, bytes }, (diagnostic) => void diagnostics.push(diagnostic));
  return { raw, found: diagnostics.map(({ code, at }) => `${code} ${formatPlace(at)}`) };
}

function rows(text: string): unknown {
  const { raw } = read(text);
  return raw?.kind === "table" ? raw.rows.map(({ row, cells }) => [row, ...cells]) : undefined;
}

test("rows are numbered as Excel shows them", () => {
  expect(rows('a,b\r\n"x\r\ny",2\r\n\r\nz,3\r\n')).toEqual([
    [1, "a", "b"],
    [2, "x\r\ny", "2"],
    [3, ""],
    [4, "z", "3"],
  ]);
});

test("the separator is the one that the rows agree on", () => {
  expect(rows("a\tb\n1,2,3\t4\n5\t6")).toEqual([
    [1, "a", "b"],
    [2, "1,2,3", "4"],
    [3, "5", "6"],
  ]);
  expect(rows('a;b\n"1;1";2,5')).toEqual([
    [1, "a", "b"],
    [2, "1;1", "2,5"],
  ]);
});

test("Excel's sep= line says the separator and is no row", () => {
  expect(rows("sep=;\r\na;b\r\n1,2;3")).toEqual([
    [1, "a", "b"],
    [2, "1,2", "3"],
  ]);
});

test("how a file was read is kept with its evidence", () => {
  expect(read("a;b\n1;2\n3;4").raw?.readAs).toEqual({
    encoding: { name: "UTF-8", evidence: "ascii" },
    separator: { character: ";", evidence: { by: "agreement", records: 3, columns: 2 } },
  });
  expect(read('{"项目": 1}').raw?.readAs).toEqual({ encoding: { name: "UTF-8", evidence: "clean" } });
});

test("what the department says of a file is obeyed", () => {
  const bytes = new TextEncoder().encode("a,b;c,d\n1,2;3,4");
  const raw = readSource({ name: "x.csv", bytes, forced: { separator: ";" } }, () => {});
  expect(raw?.kind === "table" && raw.rows[0]?.cells).toEqual(["a,b", "c,d"]);
});

test("broken quotes are placed", () => {
  expect(read('a,b\n1,"2\n3,4\n').found).toEqual(["quote-broken export.csv:2:B"]);
  expect(read('a,b\n1,2"3"\n').found).toEqual(["quote-broken export.csv:2:B"]);
});

test("content and not the name tells JSON from a table", () => {
  expect(read(' \n[{"a": 1}]', "rows.csv").raw?.kind).toBe("tree");
  expect(read("a,b\n1,2", "rows.json").raw?.kind).toBe("table");
});

test("numbers keep their text, values their line, column and pointer", () => {
  const { raw } = read('{"a/b":\n [1500.00, 123456789012345678901]}');
  const list = raw?.kind === "tree" && raw.root.kind === "object" ? raw.root.entries[0]?.value : undefined;
  const items: readonly RawNode[] = list?.kind === "list" ? list.items : [];
  expect(items.map((item) => (item.kind === "number" ? `${item.text} ${formatPlace(item.at)}` : ""))).toEqual(
    ["1500.00 export.csv:2:3 /a~1b/0", "123456789012345678901 export.csv:2:12 /a~1b/1"],
  );
});

test.each([
  ['{"a": 1', "json-broken export.csv:1:8"],
  ['{"a": 1,}', "json-broken export.csv:1:9"],
  ['{"a": 0130}', "json-broken export.csv:1:8"],
  ['{"a": 1, // no\n"b": 2}', "json-broken export.csv:1:10"],
  ['{"a": 1, "a": 2}', "json-key-repeated export.csv:1:10 /a"],
])("%s is refused where it is wrong", (text, expected) => {
  const { raw, found } = read(text);
  expect(raw).toBeUndefined();
  expect(found[0]).toBe(expected);
});

test.each([
  ["{“年度”：2026，\n “名称”：1}", "1:2"],
  ['{"年度"：2026，\n"名称"：1}', "1:6"],
  ['{"年度": 2026，\n"名称": 1}', "1:12"],
  ['{"名称": "甲”，\n"年度": 1}', "1:8"],
  ['{"名称": “甲”}', "1:8"],
])("%s is one error: Chinese punctuation", (text, place) => {
  const found: string[] = [];
  const bytes = new TextEncoder().encode(text);
  readTree(
    { name: "x.json", bytes },
    ({ at, args }) => void found.push(`${formatPlace(at)} ${JSON.stringify(args)}`),
  );
  expect(found).toEqual([`x.json:${place} {"problem":"chinese-punctuation"}`]);
});

test("Chinese punctuation inside a text is no error of its own", () => {
  const problems: unknown[] = [];
  const bytes = new TextEncoder().encode(
    '{"目标": "一是“便民”，二是利企",\n "名称": "他说“好”,\n "年度": 1 "，": 2}',
  );
  readTree({ name: "x.json", bytes }, ({ args }) => void problems.push(args));
  expect(problems[0]).toEqual({ problem: "string-end" });
  expect(problems).not.toContainEqual({ problem: "chinese-punctuation" });
});

test.each(['{"a": [1, 2', '{"a": "甲', '[{"a": 1}, ', '{"a": tru'])("%s is one error: cut off", (text) => {
  const problems: unknown[] = [];
  const bytes = new TextEncoder().encode(text);
  readTree({ name: "x.json", bytes }, ({ args }) => void problems.push(args));
  expect(problems).toEqual([{ problem: "cut-off" }]);
});

test("a hundred thousand brackets are a diagnostic and no crash", () => {
  expect(read("[".repeat(100_000)).found).toEqual(["json-too-deep export.csv"]);
});

test("an office file is a finding, whatever it is called; delimited text called .xls is read", () => {
  expect(read("PK\u0003\u0004", "项目.csv").found).toEqual(["spreadsheet-not-text 项目.csv"]);
  expect(read("<html><table>", "项目.xls").found).toEqual(["spreadsheet-not-text 项目.xls"]);
  expect(read("a\tb\n1\t2", "项目.xls").raw?.kind).toBe("table");
});

test("department.json is JSON even where it does not look like it", () => {
  const codes: string[] = [];
  const bytes = new TextEncoder().encode('"部门名称": "甲局"}');
  expect(readTree({ name: "department.json", bytes }, ({ code }) => void codes.push(code))).toBeUndefined();
  expect(codes).toContain("json-broken");
});
