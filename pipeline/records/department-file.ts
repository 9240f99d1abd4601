/** The schema of department.json: what a person writes of a department beside its exports. */
import { z } from "zod";
import { valueAt } from "./check-json.ts";
import { type DepartmentField, keysIn } from "./fields.ts";
import { RuleSetting, ruleSeverities } from "./form.ts";
import { StyleSheet } from "./style-sheet.ts";
import { moneyUnits } from "./value.ts";

const line = z.union([z.string(), z.number()]);
const paragraphs = z.union([z.string(), z.array(z.string())]);

/** As people name them; GBK and GB2312 are parts of GB18030. */
export const encodingNames = ["UTF-8", "GB18030", "GBK", "GB2312", "UTF-16LE", "UTF-16BE"] as const;
export const separatorCharacters = [",", "\t", ";", "|"] as const;

/** What a person writes of rows and columns that were hidden by hand. */
export const hiddenSettings: ReadonlyMap<string, "read" | "ignore"> = new Map([
  ["读取", "read"],
  ["忽略", "ignore"],
  ["read", "read"],
  ["ignore", "ignore"],
]);

/** One of the files to read: its name alone, or with settings that override the evidence of its bytes. */
const listedFile = z.union([
  z.string(),
  z
    .strictObject({
      name: z.string(),
      encoding: z.enum(encodingNames).nullish(),
      separator: z.enum(separatorCharacters).nullish(),
      /** Of a JSON file: where its lists are, as `/data/records`. */
      path: paragraphs.nullish(),
      /** Of a workbook: its sheets that are read. */
      sheet: paragraphs.nullish(),
    })
    .meta({ id: "listedFile" }),
]);

const keptRow = z.union([
  z.string(),
  z.strictObject({ file: z.string(), row: z.number() }).meta({ id: "keptRow" }),
]);

/** Which findings: by rule, by project, by place, or by several of these. A reason is a must. */
const ignoreEntry = z
  .strictObject({
    rule: paragraphs.nullish(),
    project: paragraphs.nullish(),
    place: z.string().min(1).nullish(),
    reason: z.string().regex(/\S/u),
    by: z.string().nullish(),
    /** The last day on which it holds. */
    until: z.iso.date().nullish(),
  })
  .refine((entry) => [entry.rule, entry.project, entry.place].some((part) => (part ?? []).length > 0))
  .meta({ id: "ignored" });

/** By canonical name. null is as good as absent. */
export const DepartmentFile = z.strictObject({
  name: line.nullish(),
  unitCode: line.nullish(),
  unitName: line.nullish(),
  year: line.nullish(),
  title: z.string().nullish(),
  form: z.string().nullish(),
  moneyUnit: z.enum(moneyUnits).nullish(),
  overall: paragraphs.nullish(),
  subGoals: z
    .array(
      z
        .strictObject({ order: line.nullish(), name: line, goals: paragraphs.nullish() })
        .meta({ id: "subGoal" }),
    )
    .nullish(),
  safeguards: paragraphs.nullish(),
  sources: z.array(listedFile).nullish(),
  /** What becomes of rows and columns of a workbook that were hidden by hand. */
  hidden: z.enum(["读取", "忽略", "read", "ignore"]).nullish(),
  /** Rows that are projects although they look like totals or headings: by name, or by file and row. */
  keptRows: z.array(keptRow).nullish(),
  /** Records that are left out: by column, the values that they have in it. */
  omittedRows: z.record(z.string(), z.union([line, z.array(line)])).nullish(),
  /** Spellings of headers that only this department's exports have, by a known spelling of the field. */
  aliases: z.record(z.string(), paragraphs).nullish(),
  /** What values mean that a system writes as codes, by column: {"yearflag": {"0": "年度"}}. */
  values: z.record(z.string(), z.record(z.string(), line)).nullish(),
  budgetTotal: line.nullish(),
  /** By the code of a rule, as in form.json; an unknown code is a finding and not a failure. */
  rules: z.record(z.string(), RuleSetting).nullish(),
  /** Findings that somebody has looked into and lets stand. */
  ignored: z.array(ignoreEntry).nullish(),
  /** Of the edition that may be published: which projects it leaves out, and which names it masks. */
  public: z
    .strictObject({
      leftOut: paragraphs.nullish(),
      names: paragraphs.nullish(),
      nameFields: paragraphs.nullish(),
    })
    .meta({ id: "public" })
    .nullish(),
  /** Whether its report is printed on both sides of a sheet; the style's `page.twoSided` by a name of its own. */
  twoSided: z.union([z.boolean(), z.enum(["是", "否"])]).nullish(),
  /** What this department's report changes in the house style, as in form.json. */
  styles: StyleSheet.nullish(),
} satisfies Readonly<Record<DepartmentField, z.ZodType>>);
export type DepartmentFile = Readonly<z.infer<typeof DepartmentFile>>;
export type DepartmentKey = keyof DepartmentFile;

/** The keys as a person writes them in Chinese. */
export const departmentKeys: Readonly<Record<DepartmentKey, string>> = keysIn("department");

/** The keys of one item of 分项绩效目标. */
export const subGoalKeys = keysIn("subGoal");

/** The keys of one of the files to read. */
export const sourceKeys = {
  name: "名称",
  encoding: "编码",
  separator: "分隔符",
  path: "位置",
  sheet: "工作表",
} as const;

/** The keys of one of the rows to keep. */
export const keptRowKeys = { file: "文件", row: "行" } as const;

/** The keys of one of the entries of 忽略. */
export const ignoreKeys = {
  rule: "规则",
  project: "项目",
  place: "所在",
  reason: "理由",
  by: "审核人",
  until: "截至",
} as const;

/** The keys of what is set of the edition to be published. */
export const publicKeys = { leftOut: "不公开项目", names: "姓名", nameFields: "姓名栏" } as const;

/** What does not fit the schema: its path, by canonical names and indexes, and what is expected there, in words. */
export type DepartmentFileProblem = {
  readonly path: readonly (string | number)[];
  readonly expected: string;
};

export function checkDepartmentFile(value: unknown): DepartmentFileProblem[] {
  const result = DepartmentFile.safeParse(value);
  if (result.success) return [];
  return result.error.issues.map((issue) => {
    const path = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
    // Of a key that is missing, its entry is at fault.
    const isMissing = valueAt(value, path) === undefined;
    return { path, expected: expectation(isMissing ? path.slice(0, -1) : path) };
  });
}

/** Words that need no knowledge of the schema's types, in both languages of the reader. */
function expectation(path: readonly (string | number)[]): string {
  const [key, , inner] = path;
  if (key === "moneyUnit") return moneyUnits.map((unit) => `"${unit}"`).join(" / ");
  if (key === "sources")
    return `["…", {"名称": "…", "编码": "GB18030", "分隔符": ";", "位置": "/data/records", "工作表": "…"}]`;
  if (key === "values") return '{"期限": {"0": "年度", "1": "中期"}}';
  if (key === "omittedRows") return '{"状态": ["…", "…"]}';
  if (key === "keptRows") return `["…", {"文件": "…", "行": 12}]`;
  if (key === "hidden") return '"读取" / "忽略"';
  if (key === "aliases") return '{"项目名称": ["…", "…"]}';
  if (key === "rules")
    return `${ruleSeverities.map((severity) => `"${severity}"`).join(" / ")} / {"severity": "…", "expect": 90}`;
  if (key === "ignored" && inner === "until") return '"2026-06-30"';
  if (key === "ignored" && (inner === "reason" || inner === "by" || inner === "place")) return '"…"';
  if (key === "ignored")
    return `[{"规则": "…", "项目": "…", "所在": "projects.csv:12", "理由": "…", "审核人": "…", "截至": "2026-06-30"}]`;
  if (key === "public" && inner === undefined)
    return `{"不公开项目": ["…"], "姓名": ["张晓明"], "姓名栏": ["项目负责人"]}`;
  if (key === "twoSided") return '"是" / "否" / true / false';
  if (key === "styles") return '{"text": {"body": {"size": 15}}, "page": {"marginTop": 30}}';
  if (key === "overall" || key === "safeguards" || inner === "goals") return '"…" / ["…", "…"]';
  if (key === "subGoals" && inner === undefined)
    return `[{"${subGoalKeys.name}": "…", "${subGoalKeys.goals}": ["…"]}]`;
  return '"…"';
}
