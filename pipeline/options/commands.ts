/** Every command: what it does, and which arguments it takes beside its options. */
import type { Bilingual } from "../diagnostics/index.ts";

export type Argument = {
  readonly name: Bilingual;
  readonly about: Bilingual;
  readonly required?: boolean;
  readonly variadic?: boolean;
  /** Taken if none is given. */
  readonly default?: readonly string[];
};

type CommandRow = { readonly about: Bilingual; readonly takes: readonly Argument[] };

const folders: Argument = {
  name: { zh: "文件夹", en: "folders" },
  about: { zh: "部门文件夹，或其上级文件夹", en: "department folders, or folders that contain them" },
  variadic: true,
  default: ["data"],
};

const commands = {
  build: {
    about: { zh: "生成各部门的报告和问题清单", en: "build each department's report and list of findings" },
    takes: [folders],
  },
  init: {
    about: {
      zh: "看一遍文件夹里的导出，写出 department.json；能知道的写上，不知道的问，或者列出来",
      en: "look through the exports in a folder and write department.json: what can be known, what you answer, and a list of the rest",
    },
    takes: [{ ...folders, default: undefined, required: true }],
  },
  check: {
    about: {
      zh: "只读取和检查，列出问题，不生成报告",
      en: "read and check the data without building anything",
    },
    takes: [folders],
  },
  verify: {
    about: {
      zh: "把已发布的报告读回来，与数据逐格核对",
      en: "read the published reports back and compare them with the data, cell by cell",
    },
    takes: [folders],
  },
  preview: {
    about: {
      zh: "在浏览器里看草稿：保存导出、department.json 或表式后，页面自己更新；不写报告，Ctrl-C 结束",
      en: "show drafts in the browser, which follow what you save; no report is written; Ctrl-C ends it",
    },
    takes: [folders],
  },
  fix: {
    about: {
      zh: "列出可以确定怎样改的单元格：原来和改后；加 -o 写入一份副本，原来的文件不动",
      en: "list the cells whose right text is certain, before and after; -o writes a copy, and never over your files",
    },
    takes: [folders],
  },
  rollup: {
    about: {
      zh: "把各部门汇总成一张表，加 --volume 另出一本含各部门全文的合订本",
      en: "build a summary of all departments; with --volume, also bind their reports into one volume",
    },
    takes: [folders],
  },
  forms: {
    about: {
      zh: "列出表式和各表式需要的数据；写明一个的，试印一遍，指出错的和可疑的地方；new 复制出一个新的表式",
      en: "list the forms and the data each requires; of one that is named, printed on trial, also what is wrong or odd; new copies one",
    },
    takes: [
      {
        name: { zh: "表式", en: "form" },
        about: {
          zh: "表式的文件夹名，不写则列出全部；写 new 则新建",
          en: "folder name of a form; all of them if there is none; or new, to make one",
        },
      },
      {
        name: { zh: "新表式", en: "new-form" },
        about: {
          zh: "new 之后：新表式的名称，小写字母",
          en: "after new: the name of the new form, in lower case",
        },
      },
    ],
  },
  rules: {
    about: {
      zh: "列出检查规则，以及怎样关闭、加重或减轻；写了规则名称时，举例说明这一条",
      en: "list the checking rules and how to configure them, or explain one of them with examples",
    },
    takes: [
      {
        name: { zh: "规则", en: "rule" },
        about: { zh: "规则的名称，例如 goal-copied", en: "code of a rule, for example goal-copied" },
      },
    ],
  },
  explain: {
    about: {
      zh: "说明报告里一个单元格的来历：文件、行、列、原文和整理的经过",
      en: "show where a cell of the report comes from: file, row, column, source text and each conversion",
    },
    takes: [
      {
        name: { zh: "文件夹", en: "folder" },
        about: { zh: "部门文件夹", en: "department folder" },
        required: true,
      },
      {
        name: { zh: "项目", en: "project" },
        about: {
          zh: "项目编码、报告里的序号，或名称的一部分，依次比对",
          en: "project code, number in the report, or part of the name, tried in this order",
        },
        required: true,
      },
      {
        name: { zh: "单元格", en: "cell" },
        about: {
          zh: "栏目名称，或单元格内容的一部分",
          en: "name or label of a field, or part of the cell's text",
        },
        required: true,
      },
    ],
  },
  diff: {
    about: {
      zh: "列出两版之间的变动：项目、金额、目标、指标，原来和现在各是什么",
      en: "list what changed between two editions: projects, amounts, goals and indicators, before and after",
    },
    takes: [
      {
        name: { zh: "部门", en: "department" },
        about: {
          zh: "部门的输出文件夹或名称，比较它最新的两版；写了另一方时，是原来的一方",
          en: "output folder or name, to compare its latest two editions; with another, the side before",
        },
        required: true,
      },
      {
        name: { zh: "另一方", en: "other" },
        about: {
          zh: "现在的一方；两方都可以是输出文件夹、其中一版（.history/3）或数据文件夹",
          en: "the side after; each side is an output folder, an edition in it (.history/3), or a data folder",
        },
      },
    ],
  },
  "merge-runs": {
    about: {
      zh: "把各片（--shard）的运行记录合成一份",
      en: "merge the run records of all shards (--shard) into one",
    },
    takes: [
      {
        name: { zh: "run.json", en: "run.json" },
        about: { zh: "各片的运行记录，次序不限", en: "run records of the shards, in any order" },
        required: true,
        variadic: true,
      },
    ],
  },
} as const satisfies Record<string, CommandRow>;

export type CommandName = keyof typeof commands;

/** The same rows, seen alike. */
export const commandRows: Readonly<Record<CommandName, CommandRow>> = commands;
export const commandNames = Object.keys(commands).filter(isCommandName);

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}
