/** What `--verbose` and `--timings` add to a run's results: how files were read, which fonts were used, where time went. */
import type { DepartmentResult, RunResult } from "../batch/index.ts";
import { type Finding, wordingOf } from "../catalogue/index.ts";
import type { FileReading } from "../department/index.ts";
import { type Bilingual, type Language, type Place, sheetOf } from "../diagnostics/index.ts";
import { alignTable, printable } from "./terminal.ts";
import { colon, comma, inBrackets } from "./words.ts";

type Understood = NonNullable<FileReading["understood"]>[number];

const namedByUser: Bilingual = { zh: "department.json 指定", en: "set in department.json" };

/** Rows that are named. */
const mostRows = 10;

const words = {
  container: {
    xlsx: { zh: "工作簿（.xlsx）", en: "workbook (.xlsx)" },
    xls: { zh: "工作簿（.xls）", en: "workbook (.xls)" },
    ods: { zh: "工作簿（.ods）", en: "workbook (.ods)" },
    "spreadsheet-ml": { zh: "XML 表格 2003", en: "XML Spreadsheet 2003" },
    html: { zh: "网页表格", en: "HTML table" },
    docx: { zh: "Word 文件", en: "Word file" },
  },
  encoding: {
    forced: namedByUser,
    "byte-order-mark": { zh: "文件开头有字节序标记", en: "the file begins with a byte order mark" },
    ascii: { zh: "只有 ASCII 字符", en: "nothing but ASCII" },
    clean: { zh: "全部字节合乎 UTF-8", en: "every byte is valid UTF-8" },
    "known-words": { zh: "读出了“项目”“指标”等字样", en: "contains words such as 项目 and 指标" },
    chinese: { zh: "读出了汉字", en: "contains Chinese" },
  },
  separator: {
    ",": { zh: "逗号分隔", en: "separated by commas" },
    "\t": { zh: "制表符分隔", en: "separated by tabs" },
    ";": { zh: "分号分隔", en: "separated by semicolons" },
    "|": { zh: "竖线分隔", en: "separated by vertical bars" },
  },
  separatorEvidence: {
    forced: namedByUser,
    "sep-line": { zh: "文件有 sep= 行", en: "the file has a sep= line" },
    headers: { zh: "这样分出了认得的表头", en: "it sets known headers apart" },
    nothing: { zh: "没有别的依据", en: "no evidence for another" },
  },
  agreement: (records: number, columns: number) => ({
    zh: `前 ${records} 行各有 ${columns} 列`,
    en: `the first ${records} rows have ${columns} columns each`,
  }),
  separate: { zh: "，", en: ", " },
  headers: ({ first, last, columns, known }: NonNullable<Understood["headers"]>) => ({
    zh: `表头第 ${first === last ? first : `${first}～${last}`} 行，${columns} 列认得 ${known} 列`,
    en: `headers in row ${first === last ? first : `${first}–${last}`}, ${known} of ${columns} columns known`,
  }),
  turned: ({ first, last, columns, known }: NonNullable<Understood["headers"]>) => ({
    zh: `一个项目一列，表头第 ${first === last ? first : `${first}～${last}`} 列，${columns} 行认得 ${known} 行`,
    en: `a project in each column, headers in column ${first === last ? first : `${first}–${last}`}, ${known} of ${columns} rows known`,
  }),
  shape: {
    projects: (count: number) => ({ zh: `${count} 行项目`, en: `${count} row(s) of projects` }),
    indicators: (count: number) => ({ zh: `${count} 行指标`, en: `${count} row(s) of indicators` }),
    both: (count: number) => ({
      zh: `${count} 行项目和指标`,
      en: `${count} row(s) of projects with their indicators`,
    }),
    neither: (count: number) => ({ zh: `${count} 行`, en: `${count} row(s)` }),
    cards: (count: number) => ({ zh: `${count} 张填好的申报表`, en: `${count} form(s) that were filled in` }),
    records: (count: number) => ({ zh: `${count} 条记录`, en: `${count} record(s)` }),
  },
  skipped: (rows: readonly number[]) => ({
    zh: `其中 ${rows.length} 行不是项目（第 ${rows.slice(0, mostRows).join("、")} ${rows.length > mostRows ? "等" : ""}行）`,
    en: `${rows.length} of them no project (row ${rows.slice(0, mostRows).join(", ")}${rows.length > mostRows ? " …" : ""})`,
  }),
  unused: { zh: "没有用上", en: "not used" },
  roles: {
    title: { zh: "标题（小标宋）", en: "title (小标宋)" },
    hei: { zh: "黑体", en: "黑体" },
    kai: { zh: "楷体", en: "楷体" },
    fangsong: { zh: "仿宋", en: "仿宋" },
    song: { zh: "宋体", en: "宋体" },
    latin: { zh: "西文", en: "Latin" },
  },
  ownFont: { zh: "默认字体", en: "the default" },
  stage: { zh: "步骤", en: "Stage" },
  seconds: { zh: "秒", en: "Seconds" },
  share: { zh: "占比", en: "Share" },
  whole: (seconds: string) => ({ zh: `全程 ${seconds} 秒`, en: `${seconds} s in all` }),
  peak: (megabytes: string) => ({ zh: `内存峰值 ${megabytes} MB`, en: `peak memory ${megabytes} MB` }),
};

/**
 * For each file a line with its encoding and separator, each with its evidence; below it, how its tables were understood,
 * and what was left out.
 */
export function readingLines(
  {
    folder,
    readings = [],
    findings = [],
  }: Pick<DepartmentResult, "folder" | "readings"> & {
    readonly findings?: DepartmentResult["findings"];
  },
  language: Language,
): readonly string[] {
  const unused = findings.filter(({ code }) => leavesOut.has(code));
  const others = new Set(unused.map(({ at }) => fileOf(at)));
  for (const { file } of readings) others.delete(file);
  const asides = (file: string) =>
    unused.filter(({ at }) => fileOf(at) === file).map((finding) => asideSentence(finding, language));
  const files = readings.map((reading) => [
    `${folder}/${reading.file}  ${readingSentence(reading, language)}`,
    ...(reading.understood ?? []).map((one) => `  ${understoodSentence(one, findings, language)}`),
    ...asides(reading.file).map((line) => `  ${line}`),
  ]);
  const left = [...others].flatMap((file) => asides(file).map((line) => `${folder}/${file}  ${line}`));
  return [...files.flat(), ...left].map(printable);
}

/** Findings that say why a file, or a sheet of it, is not among the exports. */
const leavesOut: ReadonlySet<string> = new Set<Finding["code"]>([
  ...(["file-not-an-export", "file-not-text", "file-copied", "file-unreadable", "encoding-broken"] as const),
  ...(["sheet-hidden", "workbook-empty", "workbook-encrypted", "workbook-damaged", "workbook-lost"] as const),
  ...([
    "workbook-exceeds-limit",
    "container-not-read",
    "answer-without-data",
    "sheet-not-used",
    "text-garbled",
  ] as const),
]);

function fileOf(at: Place): string {
  return at.kind === "option" ? at.option : at.file;
}

function asideSentence(finding: Finding, language: Language): string {
  const sheet = sheetOf(finding.at);
  const { says } = wordingOf(finding, language);
  const unused = words.unused[language];
  const why = says.endsWith(unused) ? says : unused + colon[language] + says;
  return sheet === undefined ? why : `「${sheet}」 ${why}`;
}

/** 「项目」 表头第 7 行，9 列认得 8 列，12 行项目和指标，其中 2 行不是项目（第 5、9 行） */
function understoodSentence(
  { file, sheet, path, shape, count, headers, turned }: Understood,
  findings: readonly Finding[],
  language: Language,
): string {
  const skipped = findings
    .filter(({ code, at }) => code === "row-skipped" && fileOf(at) === file && sheetOf(at) === sheet)
    .flatMap(({ at }) => (at.kind === "cell" ? [at.row] : []));
  const said = [
    ...(headers === undefined ? [] : [words[turned ? "turned" : "headers"](headers)[language]]),
    words.shape[shape](count)[language],
    ...(skipped.length === 0 ? [] : [words.skipped(skipped)[language]]),
  ];
  const where = sheet === undefined ? path : `「${sheet}」`;
  return (where === undefined ? "" : `${where} `) + said.join(words.separate[language]);
}

function readingSentence({ container, encoding, separator }: FileReading, language: Language): string {
  const read = [
    ...(container === undefined ? [] : [words.container[container][language]]),
    ...(encoding === undefined ? [] : [encodingText(encoding, language)]),
  ].join(words.separate[language]);
  if (separator === undefined) return read;
  const { character, evidence } = separator;
  const why =
    evidence.by === "agreement"
      ? words.agreement(evidence.records, evidence.columns)
      : words.separatorEvidence[evidence.by];
  return (
    read +
    words.separate[language] +
    words.separator[character][language] +
    inBrackets(why[language], language)
  );
}

/** With its evidence. */
export function encodingText(
  { name, evidence }: NonNullable<FileReading["encoding"]>,
  language: Language,
): string {
  return name + inBrackets(words.encoding[evidence][language], language);
}

/** A line for each role; none if the user brought no fonts. */
export function fontLines({ fonts }: Pick<RunResult, "fonts">, language: Language): readonly string[] {
  if (fonts === undefined) return [];
  return Object.entries(words.roles).map(([role, name]) => {
    const font = fonts.find((one) => one.role === role);
    const used = font === undefined ? words.ownFont[language] : font.name + inBrackets(font.file, language);
    return printable(name[language] + colon[language] + used);
  });
}

/** The stages of all departments together. */
export function timingLines(
  run: Pick<RunResult, "departments" | "seconds" | "rollup">,
  peakMegabytes: number,
  language: Language,
): readonly string[] {
  const stages = new Map<string, number>();
  const timed = [...run.departments, ...(run.rollup === undefined ? [] : [run.rollup])];
  for (const { milliseconds } of timed)
    for (const [name, time] of Object.entries(milliseconds)) stages.set(name, (stages.get(name) ?? 0) + time);
  const sum = [...stages.values()].reduce((total, time) => total + time, 0);
  const rows = [...stages].map(([name, time]) => [
    name,
    (time / 1000).toFixed(2),
    sum === 0 ? "–" : `${((100 * time) / sum).toFixed(0)}%`,
  ]);
  const columns = [
    { title: words.stage[language], align: "start" },
    { title: words.seconds[language], align: "end" },
    { title: words.share[language], align: "end" },
  ] as const;
  const whole = [words.whole(run.seconds.toFixed(2)), words.peak(peakMegabytes.toFixed(0))];
  return [...alignTable(columns, rows), whole.map((text) => text[language]).join(comma[language])];
}
