/**
 * Every option, one row each: help, parsing, the options in `run.json` and what `--retry` takes over derive from this
 * table. Help lists them in this order, and so does `run.json`.
 */

import type { Bilingual } from "../diagnostics/index.ts";
import { outputFormats } from "../model/index.ts";
import type { CommandName } from "./commands.ts";
import {
  count,
  date,
  editions,
  type Kind,
  limitList,
  oneOf,
  port,
  positive,
  runFile,
  seconds,
  shard,
  someOf,
  title,
  words,
} from "./kinds.ts";

type OptionRow = {
  /** As commander reads it. */
  readonly flag: string;
  readonly on: readonly CommandName[] | "every command";
  readonly about: Bilingual;
  /** Absent: any text, or of a flag without a value whether it is given. */
  readonly value?: Kind<unknown>;
  /** As if typed. */
  readonly default?: string;
  readonly required?: boolean;
  /** May be given several times. */
  readonly repeatable?: boolean;
  /** About its `--no-` form, which makes it `false`. */
  readonly negated?: Bilingual;
  /** Options of the same commands that it cannot be combined with. */
  readonly excludes?: readonly string[];
  /** Options of the same commands without which it means nothing; a retry may have them from the last run. */
  readonly needs?: readonly string[];
  /** Kept in `run.json`, as the same value under the same name. */
  readonly recorded?: boolean;
  /** An edition is made with it: a department is built again if it has changed. */
  readonly rebuilds?: boolean;
  /**
   * `unless-given`: a retry takes it from the last run unless it is given again; `if-either`: it is on in a retry if it
   * was on in the last run.
   */
  readonly retried?: "unless-given" | "if-either";
};

const options = {
  yes: {
    flag: "-y, --yes",
    on: ["init"],
    about: {
      zh: "不问，只写数据里有的；文件夹多或者没有终端时用",
      en: "ask nothing and write only what the data say: for many folders, or without a terminal",
    },
  },
  out: {
    flag: "-o, --out <folder>",
    on: ["build", "verify", "rollup", "preview"],
    about: { zh: "输出文件夹", en: "output folder" },
    default: "out",
    recorded: true,
  },
  fixOut: {
    flag: "-o, --out <folder>",
    on: ["fix"],
    about: {
      zh: "改好的副本写到这个文件夹，须是新的或空的",
      en: "write the corrected copy to this folder, which must be new or empty",
    },
  },
  fixDryRun: {
    flag: "--dry-run",
    on: ["fix"],
    about: { zh: "只列出，不写入任何文件（不写 -o 时就是这样）", en: "only list them, as without -o" },
  },
  port: {
    flag: "--port <n>",
    on: ["preview"],
    about: {
      zh: "在本机的哪个端口（默认随便一个空闲的）",
      en: "port on this machine (default: any that is free)",
    },
    value: port,
  },
  browser: {
    flag: "--no-open",
    on: ["preview"],
    about: { zh: "不打开浏览器，只写出网址", en: "do not open the browser, only print the address" },
  },
  diffOut: {
    flag: "-o, --out <folder>",
    on: ["diff"],
    about: { zh: "按名称找部门的输出文件夹", en: "look up departments by name in this output folder" },
    default: "out",
  },
  mergedFile: {
    flag: "-o, --out <file>",
    on: ["merge-runs"],
    about: { zh: "合成的记录写到哪个文件", en: "file to write the merged record to" },
    required: true,
  },
  edition: {
    flag: "--edition <n..m>",
    on: ["diff"],
    about: {
      zh: "比较哪两版，例如 3..5；只写 3 是第 3 版与最新一版（默认最新两版）",
      en: "editions to compare, for example 3..5, or 3 for the third and the latest (default: the latest two)",
    },
    value: editions,
  },
  formats: {
    flag: "--format <list>",
    on: ["build", "rollup"],
    about: {
      zh: `输出格式，用逗号分开：${outputFormats.join("、")}`,
      en: `output formats, separated by commas: ${outputFormats.join(", ")}`,
    },
    value: someOf(outputFormats),
    default: "docx,pdf",
    recorded: true,
    rebuilds: true,
    retried: "unless-given",
  },
  volume: {
    flag: "--volume",
    on: ["rollup"],
    about: {
      zh: "另出合订本：各部门两个部分的全文，目录和页码通编",
      en: "also bind all reports into one volume, with one table of contents and continuous page numbers",
    },
  },
  title: {
    flag: "--title <title>",
    on: ["rollup"],
    about: {
      zh: "汇总表的标题（默认〈年度〉年部门预算绩效目标汇总表）",
      en: "title of the summary (default: 〈year〉年部门预算绩效目标汇总表)",
    },
    value: title,
  },
  draft: {
    flag: "--draft",
    on: ["build"],
    about: {
      zh: "生成草稿：加水印，缺少的内容标【缺：…】，写入 draft 文件夹",
      en: "build drafts: watermarked, missing data marked, written to the folder draft",
    },
    recorded: true,
    rebuilds: true,
    retried: "unless-given",
  },
  comments: {
    flag: "--comments",
    on: ["build"],
    about: {
      zh: "与 --draft 同用：把问题写成草稿里相应单元格的批注，DOCX 和 PDF 都有",
      en: "with --draft: write what was found as comments on the cells of the drafts, in DOCX and PDF",
    },
    needs: ["draft"],
    recorded: true,
    rebuilds: true,
    retried: "unless-given",
  },
  rollupDraft: {
    flag: "--draft",
    on: ["rollup"],
    about: {
      zh: "生成草稿：加水印，写入 汇总/draft",
      en: "build a draft: watermarked, written to the folder 汇总/draft",
    },
  },
  review: {
    flag: "--no-review",
    on: ["build"],
    about: {
      zh: "不做审阅页 review.html（浏览器里看各页和问题）",
      en: "do not make review.html, which shows pages and findings in a browser",
    },
    recorded: true,
    rebuilds: true,
    retried: "unless-given",
  },
  verify: {
    flag: "--no-verify",
    on: ["build", "rollup"],
    about: {
      zh: "不读回写好的文件与数据核对",
      en: "do not read the files back and compare them with the data",
    },
    recorded: true,
    rebuilds: true,
    retried: "unless-given",
  },
  public: {
    flag: "--public",
    on: ["build"],
    about: {
      zh: "另出公开稿，写入部门文件夹的 public：证件、电话、账户号码打码，不公开的项目不列出",
      en: "also make an edition to be published, in the folder public: numbers of persons masked, projects not to be published left out",
    },
    // What may still change is not to be published, and what nobody has read back neither.
    excludes: ["draft", "verify"],
    recorded: true,
    rebuilds: true,
    retried: "unless-given",
  },
  strict: {
    flag: "--strict",
    on: ["build"],
    about: { zh: "有错误的部门不发布", en: "do not publish departments with errors" },
    recorded: true,
    rebuilds: true,
    retried: "unless-given",
  },
  rollupStrict: {
    flag: "--strict",
    on: ["rollup"],
    about: { zh: "有部门失败或有错误时不发布", en: "publish nothing if any department failed or has errors" },
  },
  force: {
    flag: "--force",
    on: ["build"],
    about: { zh: "全部重新生成，没有改动的也不例外", en: "rebuild everything, even if nothing changed" },
    excludes: ["changed"],
    recorded: true,
    // What was to be built whatever had changed, and was not reached, still is.
    retried: "if-either",
  },
  changed: {
    flag: "--changed",
    on: ["build"],
    about: { zh: "只列出有改动的部门", en: "list only departments that have changed" },
    recorded: true,
  },
  retry: {
    flag: "--retry",
    on: ["build"],
    about: {
      zh: "只做上次失败或没有做完的部门；文件夹和选项同上次，另外写明的除外",
      en: "build only what failed or was interrupted in the last run, with its folders and options unless given again",
    },
    excludes: ["shard"],
    recorded: true,
  },
  select: {
    flag: "--select <list>",
    on: ["build", "check"],
    about: {
      zh: "只列出、只计这些规则的问题：规则名称、带 * 的开头、编号，或审核角度，用逗号分开",
      en: "show and count only findings of these rules: codes, beginnings with *, numbers, or aspects of review, separated by commas",
    },
    value: words,
  },
  ignoreRules: {
    flag: "--ignore <list>",
    on: ["build", "check"],
    about: {
      zh: "不列出、不计这些规则的问题，写法同 --select",
      en: "neither show nor count these; same syntax as --select",
    },
    value: words,
  },
  minSeverity: {
    flag: "--min-severity <severity>",
    on: ["build", "check"],
    about: {
      zh: "只列出、只计这样严重和更严重的问题",
      en: "show and count only findings of this severity and above",
    },
    value: oneOf(["info", "warning", "error"]),
    default: "info",
  },
  statistics: {
    flag: "--statistics",
    on: ["build", "check"],
    about: { zh: "列出每条规则各有几条问题", en: "show how many findings each rule has" },
  },
  baseline: {
    flag: "--baseline <folder>",
    on: ["check"],
    about: {
      zh: "只列出、只计比这个输出文件夹（以前的 out）里新出现的问题",
      en: "show and count only findings that are new since the lists in this output folder",
    },
  },
  checkOut: {
    flag: "-o, --out <folder>",
    on: ["check"],
    about: {
      zh: "把问题清单也写到这个文件夹，不能有报告在里面",
      en: "also write the lists of findings to this folder, which must hold no reports",
    },
  },
  only: {
    flag: "--only <name>",
    on: ["build", "check", "preview"],
    about: {
      zh: "只做这个部门：文件夹名、路径，或带 * 的式样；可以写多次",
      en: "build only this department: a folder name, a path, or a pattern with *; repeatable",
    },
    repeatable: true,
    recorded: true,
  },
  exclude: {
    flag: "--exclude <name>",
    on: ["build", "check", "preview"],
    about: { zh: "不做这个部门，写法同 --only", en: "skip this department; same syntax as --only" },
    repeatable: true,
    recorded: true,
  },
  dryRun: {
    flag: "--dry-run",
    on: ["build"],
    about: { zh: "只列出将要做什么，不写入任何文件", en: "show what would be built, and why; write nothing" },
  },
  jobs: {
    flag: "--jobs <n>",
    on: ["build", "rollup"],
    about: {
      zh: "线程数（默认按数据量、处理器和内存决定）",
      en: "number of threads (default: chosen from data size, cores and memory)",
    },
    value: positive(4),
  },
  checkJobs: {
    flag: "--jobs <n>",
    on: ["check"],
    about: { zh: "同时检查的部门数", en: "number of departments to check at a time" },
    value: positive(4),
    default: "2",
  },
  cache: {
    flag: "--cache <folder>",
    on: ["build", "rollup", "preview"],
    about: {
      zh: "保留排版结果的文件夹，改动后只重排有变化的项目（默认在输出文件夹的 .huibian/cache 中）",
      en: "folder of the part cache, which saves laying out unchanged projects again (default: .huibian/cache in the output folder)",
    },
    negated: { zh: "不保留也不沿用排版结果", en: "do not use the part cache" },
  },
  templates: {
    flag: "--templates <folder>",
    on: ["build", "init", "check", "verify", "preview", "fix", "rollup", "forms", "rules", "explain", "diff"],
    about: {
      zh: "另加表式的文件夹，同名的取代自带表式",
      en: "folder with more forms; a form of the same name replaces the built-in one",
    },
    recorded: true,
    retried: "unless-given",
  },
  like: {
    flag: "--like <form>",
    on: ["forms"],
    about: {
      zh: "forms new：照哪个表式复制（连同样例部门），放在 --templates 的文件夹里，默认 forms",
      en: "forms new: the form to copy, with its sample department, into the folder of --templates (default: forms)",
    },
  },
  limits: {
    flag: "--limits <list>",
    on: ["build", "init", "check", "verify", "preview", "fix", "rollup", "explain", "diff", "forms", "rules"],
    about: {
      zh: "文件、工作簿和模板的上限，例如 rows=400000,memory=600，见 docs/input.md",
      en: "limits of files, workbooks and templates, for example rows=400000,memory=600; see docs/input.md",
    },
    value: limitList,
    recorded: true,
    rebuilds: true,
    retried: "unless-given",
  },
  fonts: {
    flag: "--fonts <folder>",
    on: ["build", "rollup", "preview"],
    about: {
      zh: "自备字体的文件夹，排在自带字体之前",
      en: "folder with your own fonts, preferred to the built-in ones",
    },
    recorded: true,
    retried: "unless-given",
  },
  date: {
    flag: "--date <date>",
    on: ["build", "check", "preview", "fix", "rollup"],
    about: { zh: "日期 YYYY-MM-DD，代替当天", en: "use this date, as YYYY-MM-DD, instead of today" },
    value: date,
    recorded: true,
    retried: "unless-given",
  },
  wait: {
    flag: "--wait [seconds]",
    on: ["build", "rollup", "merge-runs"],
    about: {
      zh: "输出文件夹正被另一次运行使用时，等候它结束；可写最多等几秒",
      en: "if another run is using the output folder, wait for it to end, at most this many seconds",
    },
    value: seconds,
  },
  keepEditions: {
    flag: "--keep-editions <n>",
    on: ["build"],
    about: {
      zh: "历史中保留最近几版的记录，最后一版总是保留",
      en: "number of editions to keep in the history; the latest is always kept",
    },
    value: count(4),
    default: "10",
  },
  draftDays: {
    flag: "--draft-days <n>",
    on: ["build"],
    about: {
      zh: "删除超过几天、这次又没有再做的草稿；改过的和别人放的文件不动",
      en: "remove drafts older than this many days that this run does not rebuild; edited and foreign files are kept",
    },
    value: count(5),
  },
  logFile: {
    flag: "--log-file <file>",
    on: ["build", "check"],
    about: {
      zh: "在文件末尾逐行写日志（JSON），供无人值守时查看",
      en: "append a log to this file, one JSON object per line",
    },
  },
  onFinish: {
    flag: "--on-finish <command>",
    on: ["build"],
    about: {
      zh: "结束后在系统命令行里执行的命令；run.json 由标准输入和环境变量 HUIBIAN_… 给出",
      en: "run this shell command when the run ends, with run.json on standard input and HUIBIAN_… variables set",
    },
  },
  onFinishTimeout: {
    flag: "--on-finish-timeout <n>",
    on: ["build"],
    about: { zh: "--on-finish 的命令最多几秒", en: "stop the --on-finish command after this many seconds" },
    value: positive(5),
    default: "60",
  },
  shard: {
    flag: "--shard <i/n>",
    on: ["build"],
    about: {
      zh: "部门分成 n 片，只做第 i 片，例如 2/5",
      en: "build only shard i of n of the departments, for example 2/5",
    },
    value: shard,
  },
  runFile: {
    flag: "--run-file <name>",
    on: ["build"],
    about: {
      zh: "运行记录的文件名，另取时写作 run.〈名称〉.json",
      en: "name of the run record: run.json or run.<name>.json",
    },
    value: runFile,
    default: "run.json",
  },
  exitCode: {
    flag: "--exit-code",
    on: ["diff"],
    about: { zh: "有变动时退出码为 1", en: "exit with 1 if anything changed" },
  },
  language: {
    flag: "--lang <zh|en>",
    on: "every command",
    about: { zh: "语言", en: "language" },
    value: oneOf(["zh", "en"]),
    default: "zh",
    recorded: true,
    rebuilds: true,
    retried: "unless-given",
  },
  reporter: {
    flag: "--reporter <name>",
    on: "every command",
    about: { zh: "输出样式", en: "output style" },
    value: oneOf(["pretty", "json", "github"]),
    default: "pretty",
  },
  verbose: {
    flag: "-v, --verbose",
    on: "every command",
    about: {
      zh: "列出全部问题，以及每个文件是怎样读取的",
      en: "list all findings, and how each file was read",
    },
  },
  timings: {
    flag: "--timings",
    on: "every command",
    about: { zh: "列出各步用时和内存峰值", en: "show the time of each stage and the peak memory" },
  },
} as const satisfies Record<string, OptionRow>;

export type Rows = typeof options;
export type OptionName = keyof Rows;

/** The same rows, seen alike. */
export const optionRows: Readonly<Record<OptionName, OptionRow>> = options;
export const optionNames = Object.keys(options).filter(isOptionName);

function isOptionName(name: string): name is OptionName {
  return Object.hasOwn(options, name);
}

type Parsed<Row> = Row extends { readonly value: Kind<infer Value> }
  ? Value
  : Row extends { readonly repeatable: true }
    ? readonly string[]
    : Row extends { readonly flag: `${string}<${string}` }
      ? string
      : boolean;

type ValueOf<Row> = Parsed<Row> | (Row extends { readonly negated: Bilingual } ? false : never);

/** A flag without a value is `false` unless given. */
type NeverAbsent = { readonly default: string } | { readonly required: true } | { readonly repeatable: true };
type OptionalName = {
  [Name in OptionName]: Rows[Name] extends NeverAbsent
    ? never
    : boolean extends Parsed<Rows[Name]>
      ? never
      : Name;
}[OptionName];

/** Every option parsed, whichever command it is on. */
export type AllOptions = {
  readonly [Name in Exclude<OptionName, OptionalName>]: ValueOf<Rows[Name]>;
} & { readonly [Name in OptionalName]?: ValueOf<Rows[Name]> };

type NameOn<Command extends CommandName> = {
  [Name in OptionName]: Rows[Name]["on"] extends "every command"
    ? Name
    : Command extends Rows[Name]["on"][number]
      ? Name
      : never;
}[OptionName];

/** The options that a command has. */
export type OptionsOf<Command extends CommandName> = Pick<AllOptions, NameOn<Command>>;

/** Its long flag, by which messages call it. */
export function flagOf(name: OptionName): string {
  return /--[\w-]+/u.exec(optionRows[name].flag)?.[0] ?? name;
}

/** Whether the command has this option and not every command has it. */
export function isOwnOption(name: OptionName, command: CommandName): boolean {
  const { on } = optionRows[name];
  return on !== "every command" && on.includes(command);
}
