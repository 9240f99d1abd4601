import { expect, test } from "vitest";
import { type Diagnostic, formatPlace } from "../diagnostics/index.ts";
import { isContainer, type RawNode, readSource, readTree } from "./index.ts";

function read(text: string, name = "export.csv") {
  const diagnostics: Diagnostic[] = [];
  const bytes = new TextEncoder().encode(text);
  const [raw] = readSource({ name, bytes }, (diagnostic) => void diagnostics.push(diagnostic));
  return { raw, found: diagnostics.map(({ code, at }) => `${code} ${formatPlace(at)}`) };
}

function rows(text: string): readonly (readonly unknown[])[] | undefined {
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
  const [raw] = readSource({ name: "x.csv", bytes, forced: { separator: ";" } }, () => {});
  expect(raw?.kind === "table" && raw.rows[0]?.cells).toEqual(["a,b", "c,d"]);
});

test("zero bytes are left out wherever they lie, with one finding at the first", () => {
  const text = '项目名称,预算数\n\0甲\0,"1"\0\0\n乙,2\n\0\0\0\0';
  expect(rows(text)).toEqual([
    [1, "项目名称", "预算数"],
    [2, "甲", "1"],
    [3, "乙", "2"],
  ]);
  expect(read(text).found).toEqual(["zeros-removed export.csv:2:A"]);
  expect(read('[{"项目": "甲\0"}]\n\0\0').found).toEqual(["zeros-removed export.csv:1:11"]);
});

test.each([
  ["quotes that are none", '请"先"看"这里"', "file-not-an-export"],
  ["a brace", "{注意} 请勿删除", "file-not-an-export"],
  ["a byte of no encoding", Uint8Array.of(0x63, 0x61, 0x66, 0xe9, 0x20, 0xff), "file-not-text"],
])("a .txt that is a note is a finding: %s", (_, text, code) => {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const found: string[] = [];
  const report = (one: Diagnostic) => void found.push(one.code);
  expect(readSource({ name: "说明.txt", bytes }, report)).toEqual([]);
  expect(found).toEqual([code]);
});

test.each([
  ["note.csv", '请"先"看"这里"'],
  ["导出.txt", '项目名称\t预算数\n"甲" 乙\t1'],
  ["导出.txt", '{"项目": }'],
])("what may be an export is a failure: %s", (name, text) => {
  expect(read(text, name).found).toEqual([expect.stringMatching(/^(?:quote|json)-broken/u)]);
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

test("a fault that each record has is told once, with all its places", () => {
  const records = Array.from({ length: 1000 }, (_, index) => `{"a": ${index}, "a": 2}`);
  const { found } = read(`[${records.join(",\n")}]`);
  expect(found).toEqual(["json-key-repeated export.csv:1:11 /0/a"]);
  const lines = records.map((record) => record.replace("2}", "'2'}"));
  expect(read(lines.join("\n")).found).toHaveLength(1);
});

test("a fault that a text of JSON in JSON has very often is told as what it is", () => {
  const often = `{${Array.from({ length: 130_000 }, () => '"a":1').join(",")}}`;
  const { found } = read(JSON.stringify({ data: often }));
  expect(found).toEqual(["json-key-repeated export.csv:1:9 /data/a"]);
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

function problems(text: string): readonly string[] {
  const found: string[] = [];
  const bytes = new TextEncoder().encode(text);
  readSource({ name: "x.json", bytes }, (diagnostic) => {
    const problem = diagnostic.code === "json-broken" ? diagnostic.args.problem : diagnostic.code;
    found.push(`${formatPlace(diagnostic.at)} ${problem}`);
  });
  return found;
}

test.each([
  ["// from a system\n[{'a': 1}]", ["x.json:1:1 comment", "x.json:2:3 single-quotes"]],
  ['/* a */ {"a": 1, // b\n"b": 2 // c\n}', ["x.json:1:1 comment"]],
  ['# a\n{"a": 1}', ["x.json:1:1 comment"]],
  ["[{'a': 'b', 'c': None},\n {'a': 'd'}]", ["x.json:1:3 single-quotes"]],
  ['[{a: "b", c: "d"},\n {a: "e"}]', ["x.json:1:3 bare-key"]],
  ['[{"a": 1,},\n {"a": 2,},]', ["x.json:1:10 trailing-comma"]],
  ['{"a": None, "b": True}', ["x.json:1:7 foreign-word"]],
  ['{"a": 1} {"b": 2}', ["x.json:1:10 end"]],
  ['{"a": 1}\n{"a": \n{"a": 3}', ["x.json:2:6 object-cut-off"]],
  ['{"a": 1}\n{"a": 2}\n{"a": ', ["x.json:3:6 cut-off"]],
])("%j has one failure a kind of fault", (text, expected) => {
  expect(problems(text)).toEqual(expected);
});

test.each(['{"a": 1}\n{"a": 2}\n', '\uFEFF{"a": 1}\r\n\r\n{"a": 2}\r\n', '{\n "a": 1\n}\n{\n "a": 2\n}'])(
  "%j is one object a line, and read as a list",
  (text) => {
    const root = readRoot(text);
    const items = root?.kind === "list" ? root.items : [];
    expect(items.map(({ at }) => at.pointer)).toEqual(["/0", "/1"]);
    expect(items.map((item) => item.kind === "object" && item.entries[0]?.value)).toMatchObject([
      { text: "1", at: { pointer: "/0/a" } },
      { text: "2", at: { pointer: "/1/a" } },
    ]);
  },
);

function readRoot(text: string): RawNode | undefined {
  const { raw } = read(text);
  return raw?.kind === "tree" ? raw.root : undefined;
}

test("the mark of DOS at the end of a file is no content", () => {
  expect(rows("a,b\n1,2\n\u001A")).toEqual([
    [1, "a", "b"],
    [2, "1", "2"],
  ]);
  expect(readRoot('{"a": 1}\u001A')?.kind).toBe("object");
});

test("a cell that is a formula with a text is one cell", () => {
  expect(rows('a,b\n="01",2\n"=""02""",3\nx="4"')).toBeUndefined();
  expect(rows('a,b\n="01",="2 x"\n"=""02""","y,="")"\n')).toEqual([
    [1, "a", "b"],
    [2, '="01"', '="2 x"'],
    [3, '="02"', 'y,=")'],
  ]);
});

test("known headers go before agreement", () => {
  expect(rows("项目名称;预算数\n甲，乙,1;2,50\n丙,2;3,60")?.[1]).toEqual([2, "甲，乙,1", "2,50"]);
  expect(rows("项目名称,资金用途\n甲,一;二;三\n乙,四;五;六")?.[1]).toEqual([2, "甲", "一;二;三"]);
  expect(rows("项目编码|项目名称\n01|甲, 乙")?.[1]).toEqual([2, "01", "甲, 乙"]);
});

test("a sign that is no separator is reported by name", () => {
  expect(read("项目编码，项目名称\n01，甲").found).toEqual(["separator-not-read export.csv"]);
  expect(read("请填写项目编码，项目名称，预算数。").raw?.kind).toBe("table");
});

test("a hundred thousand brackets are a diagnostic and no crash", () => {
  expect(read("[".repeat(100_000)).found).toEqual(["json-too-deep export.csv"]);
});

test("a container is told by content, whatever it is called; delimited text called .xls is read", () => {
  const containers = ["PK\u0003\u0004", "<html><table>", '\uFEFF\n<?xml version="1.0"?>', "<TABLE border=1>"];
  for (const text of containers) expect(isContainer(new TextEncoder().encode(text))).toBe(true);
  for (const text of ["<3 个,项目", "项目名称,<b>", "a\tb"])
    expect(isContainer(new TextEncoder().encode(text))).toBe(false);
  expect(read("a\tb\n1\t2", "项目.xls").raw?.kind).toBe("table");
});

test("department.json is JSON even where it does not look like it", () => {
  const codes: string[] = [];
  const bytes = new TextEncoder().encode('"部门名称": "甲局"}');
  expect(readTree({ name: "department.json", bytes }, ({ code }) => void codes.push(code))).toBeUndefined();
  expect(codes).toContain("json-broken");
});
