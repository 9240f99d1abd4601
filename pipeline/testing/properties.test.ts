/** What holds of every export: texts and money survive, and nothing makes reading or normalising throw. */

import { expect, test } from "vitest";
import { convertMoney, type Project } from "../records/index.ts";
import { exportJson } from "./export-json.ts";
import { type CaseResult, runSources } from "./run-case.ts";
import fc from "./seeded-check.ts";
import { readShippedForms } from "./shipped-forms.ts";
import { substanceOf } from "./substance.ts";
import { writeTable } from "./write-table.ts";

const forms = readShippedForms();
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(name: string, bytes: Uint8Array, form?: string): CaseResult {
  return runSources([{ name, bytes }], { folder: "any", forms, form });
}

const optional = [
  "资金用途",
  "绩效目标",
  "3月底",
  "项目期",
  "一级指标",
  "二级指标",
  "绩效指标描述",
  "指标符号",
  "计量单位",
  "权重",
  "评分标准",
] as const;
const required = ["项目编码", "项目名称", "单位名称", "三级指标", "指标值"] as const;

/** Text that no reading changes: no tabs, nothing invisible, no blanks at its ends, and no row's worth of meaning of its own. */
const plainText = fc
  .string({
    unit: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(..."项目绩效医保网络及时率甲乙丙丁㎡①≥≤％（）、，。：“”") },
      { weight: 3, arbitrary: fc.constantFrom(..."aZ09.,;\"'%=+-@/|<>&\n ") },
      { weight: 1, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }) },
    ),
    minLength: 1,
    maxLength: 24,
  })
  .filter(
    (text) =>
      /^(?!.*\p{Default_Ignorable_Code_Point})[\p{L}\p{N}][^\p{C}\u2028\u2029]*$/u.test(
        text.replaceAll("\n", ""),
      ) && text.trim() === text,
  );
const anyText = fc.oneof(
  plainText,
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom(
    "",
    " ",
    "合计",
    "项目名称",
    '="0130"',
    "'12",
    '="=""x"""',
    "填表人：张三",
    "3月底",
    "=0人",
    "年度",
  ),
);

function tableOf(cell: fc.Arbitrary<string>) {
  return fc
    .record({ headers: fc.shuffledSubarray([...optional]), rows: fc.integer({ min: 1, max: 6 }) })
    .chain(({ headers, rows }) => {
      const all = [...required, ...headers];
      const row = fc.array(cell, { minLength: all.length, maxLength: all.length });
      return fc.record({
        headers: fc.constant(all),
        rows: fc.array(row, { minLength: rows, maxLength: rows }),
      });
    });
}

test("every cell of a table of texts stands in the records, at its place", () => {
  fc.assert(
    fc.property(tableOf(plainText), fc.constantFrom(",", "\t", ";"), ({ headers, rows }, separator) => {
      const coded = rows.map((cells, index) => [
        `13030421${String(index).padStart(13, "A")}`,
        ...cells.slice(1),
      ]);
      const { normalised } = read("export.csv", utf8(writeTable([[...headers], ...coded], separator)));
      const found = textsByPlace(normalised?.department.projects);
      for (const [row, cells] of coded.entries()) {
        for (const [column, cell] of cells.entries()) {
          expect(found.get(`${row + 2}:${column + 1}`)).toBe(
            headers[column] === "绩效目标" ? linesOf(cell) : cell,
          );
        }
      }
    }),
    { numRuns: 300 },
  );
});

test("a tab within a cell is printed as a space", () => {
  const rows = [
    ["项目名称", "三级指标"],
    ["网络\t租赁", "线路\t数"],
  ];
  const [project] = read("export.csv", utf8(writeTable(rows, ","))).normalised?.department.projects ?? [];
  expect(project?.name).toMatchObject({ text: "网络 租赁", raw: "网络\t租赁" });
  expect(project?.indicators[0]?.level3?.text).toBe("线路 数");
});

test("any table gives the same records again by way of JSON", () => {
  fc.assert(
    fc.property(tableOf(anyText), ({ headers, rows }) => {
      const first = read("export.csv", utf8(writeTable([[...headers], ...rows], ","))).normalised;
      if (first === undefined) return;
      fc.pre(first.department.projects.every(hasSayableLabels));
      // A column that is blank throughout speaks for a form, and is not in the JSON.
      const json = utf8(exportJson(first.department));
      const again = read("export.json", json, first.form.id).normalised;
      expect(substanceOf(again?.department.projects)).toEqual(substanceOf(first.department.projects));
    }),
    { numRuns: 300 },
  );
});

/** A blank label below a filled one is read as merged cells, so a project that the export resumes cannot say it is blank. */
function hasSayableLabels({ indicators }: Project): boolean {
  return indicators.every((indicator, index) => {
    const above = indicators[index - 1];
    const sameLevel1 = indicator.level1?.text === above?.level1?.text;
    return (
      (indicator.level1 !== undefined || above?.level1 === undefined) &&
      (indicator.level2 !== undefined || above?.level2 === undefined || !sameLevel1)
    );
  });
}

const amount = fc.record({
  units: fc.bigInt({ min: 0n, max: 10n ** 15n }),
  places: fc.integer({ min: 0, max: 6 }),
  minus: fc.boolean(),
  grouped: fc.boolean(),
  wide: fc.boolean(),
  unit: fc.constantFrom("元", "万元", "亿元"),
  inCell: fc.boolean(),
});

test("any amount is held exactly and printed as it was read", () => {
  fc.assert(
    fc.property(amount, ({ units, places, minus, grouped, wide, unit, inCell }) => {
      const digits = String(units).padStart(places + 1, "0");
      const whole = digits.slice(0, digits.length - places);
      const plain = places === 0 ? whole : `${whole}.${digits.slice(-places)}`;
      const shown = grouped ? plain.replace(/(?<!\.\d*)\B(?=(?:\d{3})+(?!\d))/gu, ",") : plain;
      const signed = `${minus ? "-" : ""}${shown}`;
      const text = (wide ? fullWidth(signed) : signed) + (inCell ? unit : "");
      const header = `预算数（${inCell ? "元" : unit}）`;
      const rows = [
        ["项目名称", "单位名称", header],
        ["网络租赁", "甲局", text],
      ];
      const total = read("export.csv", utf8(writeTable(rows, ","))).normalised?.department.projects[0]?.budget
        .total;
      expect(total).toMatchObject({ text, value: `${minus ? "-" : ""}${plain}`, unit });
      const inYuan = units * 10n ** BigInt({ 元: 0, 万元: 4, 亿元: 8 }[unit]);
      const scaled = convertMoney(total?.value ?? "", { from: unit, to: "元" });
      expect(scaledUp(scaled, places)).toBe(minus ? -inYuan : inYuan);
    }),
    { numRuns: 300 },
  );
});

const jsonLike = fc.json({ maxDepth: 4 }).map(utf8);
const fieldJson = fc
  .dictionary(
    fc.constantFrom(...optional, ...required, "项目", "绩效指标", "年度资金", "name", "goals", "单位"),
    fc.jsonValue(),
  )
  .map((value) => utf8(JSON.stringify({ 项目: [value, value] })));
const csvLike = fc
  .array(
    fc.array(fc.oneof(anyText, fc.constantFrom(...required, ...optional, "单位", "中期", "期限")), {
      maxLength: 8,
    }),
    { maxLength: 8 },
  )
  .map((rows) => utf8(writeTable(rows, ",")));
const rawLines = fc
  .array(
    fc.constantFrom("项目名称", "单位", '"', ",", "\t", ";", "\r", "\n", "sep=", "{", "[", "合计", "\uFEFF"),
    { maxLength: 40 },
  )
  .map((parts) => utf8(parts.join("")));
const anyBytes = fc.oneof(fc.uint8Array({ maxLength: 200 }), jsonLike, fieldJson, csvLike, rawLines);

test("no bytes make reading or normalising throw, and a failure is always said", () => {
  const forced = fc.record(
    {
      encoding: fc.constantFrom("UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"),
      separator: fc.constantFrom(",", "\t", ";"),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(
      anyBytes,
      anyBytes,
      fc.constantFrom("export.csv", "export.json"),
      forced,
      (bytes, own, name, force) => {
        const sources = [
          { name, bytes, forced: force },
          { name: "department.json", bytes: own },
        ];
        const { normalised, diagnostics } = runSources(sources, { folder: "any", forms });
        if (normalised === undefined) expect(diagnostics.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 2000 },
  );
});

/** Every text of the records by row and column; the lines of a cell joined again. */
function textsByPlace(value: unknown, found = new Map<string, string>()): Map<string, string> {
  if (typeof value !== "object" || value === null) return found;
  if ("lines" in value && Array.isArray(value.lines)) {
    const [first] = value.lines;
    textsByPlace({ ...first, text: value.lines.map(({ text }) => text).join("\n") }, found);
  } else if ("text" in value && "at" in value) {
    const { row, column } = value.at as { row: number; column: number };
    if (!("raw" in value && value.text === "") && !found.has(`${row}:${column}`))
      found.set(`${row}:${column}`, String(value.text));
  } else for (const inner of Object.values(value)) textsByPlace(inner, found);
  return found;
}

/** A goal is held by its lines. */
function linesOf(goal: string): string {
  const lines = goal.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "").join("\n");
}

function fullWidth(text: string): string {
  return text.replace(/[!-~]/gu, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0));
}

/** `1.50` with 2 places → 150. */
function scaledUp(decimal: string, places: number): bigint {
  const [whole = "", fraction = ""] = decimal.replace("-", "").split(".");
  const value = BigInt(whole + fraction.padEnd(places, "0").slice(0, places));
  return decimal.startsWith("-") ? -value : value;
}
