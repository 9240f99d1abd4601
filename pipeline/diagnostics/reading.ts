/** What can be wrong with the bytes of a file: encoding, quotes, JSON syntax. */
import type { Bilingual } from "./language.ts";
import { defineRows } from "./row.ts";

export type SyntaxProblem = keyof typeof syntax;
type BrokenJson = { readonly problem: SyntaxProblem };
type BrokenQuote = { readonly problem: keyof typeof quotes };

/** `far`: it is not known whether it is closed at all. */
const quotes = {
  "not-closed": { zh: "从此格开始的双引号没有结束", en: "The quote opened in this cell is never closed" },
  far: {
    zh: "从此格开始的双引号，一千万字以内没有结束，多半是漏写或多写了一个",
    en: "The quote opened in this cell is not closed within ten million characters: one is probably missing, or too many",
  },
  misplaced: { zh: "此格的双引号位置不对", en: "Misplaced quote" },
};

export const reading = defineRows({
  "file-unreadable": {
    severity: "failure",
    says: { zh: "文件无法读取：{reason:reason}", en: "The file cannot be read: {reason:reason}" },
    todo: {
      zh: "请检查它的名称、链接和读取权限，以及是否被其他程序占用；如果不是导出数据，请移出部门文件夹。",
      en: "Check its name, links and permissions, and that no other program has locked it; move it out of the folder if it is not an export.",
    },
  },
  "file-not-text": {
    severity: "warning",
    says: { zh: "文件不是文本，或编码认不出，没有读取", en: "Not text in a known encoding; it was not read" },
    todo: {
      zh: "如果不是导出数据，请把它移出部门文件夹。",
      en: "Move it out of the folder if it is not an export.",
    },
  },
  "zeros-removed": {
    severity: "warning",
    says: {
      zh: "文件里有 {count:number} 个空字节（0x00），从此处开始，已去掉",
      en: "Removed {count:number} zero byte(s) (0x00); the first one is here",
    },
    todo: {
      zh: "请核对前后内容：磁盘写满或传输中断时，原有的文字可能已变成空字节；如系统用它补足长度，可不理会。",
      en: "Compare with the source: a full disk or a broken transfer turns text into zeros; padding of fields is harmless.",
    },
  },
  "encoding-broken": {
    severity: "failure",
    says: {
      zh: "此处的字节不是 {encoding} 文字，也不合乎其他认得的编码",
      en: "This byte is not valid {encoding}, and the file fits no other known encoding",
    },
    todo: {
      zh: "请重新导出，或用 Excel、WPS 另存为“CSV UTF-8”。",
      en: "Export it again, or save it as “CSV UTF-8” in Excel or WPS.",
    },
  },
  "separator-not-read": {
    severity: "warning",
    says: {
      zh: "各列之间是“{sign}”，它不能作分隔符，没有读取",
      en: "The columns are separated by “{sign}”, which is not read as a separator; the file was not read",
    },
    todo: {
      zh: "请重新导出，各列之间用英文半角逗号、制表符、分号或竖线。",
      en: "Export it again with ASCII commas, tabs, semicolons or vertical bars between the columns.",
    },
  },
  "quote-broken": {
    severity: "failure",
    says: {
      zh: ({ problem }: BrokenQuote) => quotes[problem].zh,
      en: ({ problem }: BrokenQuote) => quotes[problem].en,
    },
    todo: {
      zh: "格内有双引号时，整格要加双引号，格内的双引号要写两次；请改正或重新导出。",
      en: "Quote the whole cell and double each quote inside it, or export the file again.",
    },
  },
  "json-broken": {
    severity: "failure",
    says: {
      zh: ({ problem }: BrokenJson) => syntax[problem].says.zh,
      en: ({ problem }: BrokenJson) => syntax[problem].says.en,
    },
    todo: {
      zh: ({ problem }: BrokenJson) => syntax[problem].todo.zh,
      en: ({ problem }: BrokenJson) => syntax[problem].todo.en,
    },
  },
  "json-key-repeated": {
    severity: "failure",
    says: { zh: "键“{key}”在同一层写了两次", en: "The key “{key}” occurs twice in one object" },
    todo: { zh: "请只留一个。", en: "Keep one of them." },
  },
  "json-too-deep": {
    severity: "failure",
    says: { zh: "JSON 的层次太深，无法读取", en: "The JSON is nested too deeply to be read" },
    todo: { zh: "请检查文件是否损坏，重新导出。", en: "Export the file again." },
  },
});

const syntax = {
  "chinese-punctuation": {
    says: {
      zh: "这里用了中文标点（引号、冒号、逗号或括号）",
      en: "Chinese punctuation (quotes, colon, comma or brackets)",
    },
    todo: {
      zh: "请改为英文半角标点，全文同样检查一遍；文本内容里的中文标点不用改。",
      en: "Use ASCII punctuation, here and in the rest of the file; inside texts it may stay.",
    },
  },
  value: {
    says: { zh: "此处应有一个值", en: "Expected a value" },
    todo: {
      zh: "请在此处补上值；文本要加英文双引号。",
      en: "Write the value; put texts in double quotes.",
    },
  },
  key: {
    says: { zh: "此处应有一个加双引号的键", en: "Expected a key in double quotes" },
    todo: {
      zh: "键要写在英文双引号里。",
      en: "Put keys in double quotes.",
    },
  },
  colon: {
    says: { zh: "键的后面缺少英文冒号", en: "Missing colon after the key" },
    todo: { zh: "请在键与值之间写英文冒号。", en: "Write a colon between key and value." },
  },
  comma: {
    says: { zh: "两项之间缺少英文逗号", en: "Missing comma between two items" },
    todo: {
      zh: "请在两项之间写英文逗号；以 0 开头的编码要加双引号。",
      en: "Write a comma; put codes that begin with 0 in double quotes.",
    },
  },
  "close-object": {
    says: { zh: "缺少右花括号 }", en: "Missing closing }" },
    todo: { zh: "请在此处补上 }。", en: "Add the } here." },
  },
  "close-list": {
    says: { zh: "缺少右方括号 ]", en: "Missing closing ]" },
    todo: { zh: "请在此处补上 ]。", en: "Add the ] here." },
  },
  end: {
    says: { zh: "JSON 到这里已经完整，后面却还有内容", en: "The JSON is complete here, but more follows" },
    todo: {
      zh: "几个对象要写成一个列表 [{…}, {…}]，或者一行写一个对象；多半是括号没有配对，请核对或重新导出。",
      en: "Put several objects into a list [{…}, {…}], or one on each line; check that brackets match, or export again.",
    },
  },
  comment: {
    says: { zh: "JSON 里不能写注释", en: "JSON has no comments" },
    todo: {
      zh: "请删去注释，全文同样检查一遍。",
      en: "Delete the comment, here and in the rest of the file.",
    },
  },
  "trailing-comma": {
    says: { zh: "末项之后多写了一个逗号", en: "A comma after the last item" },
    todo: {
      zh: "请删去紧靠这里前面的逗号，全文同样检查一遍。",
      en: "Delete the comma just before this place, here and in the rest of the file.",
    },
  },
  "single-quotes": {
    says: { zh: "键和文本用了单引号，JSON 只认双引号", en: "Single quotes; JSON has double quotes only" },
    todo: {
      zh: "请把全文的单引号改为英文双引号；程序导出的，请让它写标准的 JSON（Python 用 json.dump）。",
      en: "Use double quotes throughout; if a program wrote the file, let it write JSON (in Python: json.dump).",
    },
  },
  "bare-key": {
    says: { zh: "键没有加双引号", en: "A key without double quotes" },
    todo: {
      zh: '请给全文的键都加上英文双引号，例如 "项目编码": …。',
      en: 'Put all keys in double quotes: "项目编码": …',
    },
  },
  "foreign-word": {
    says: { zh: "这个词不是 JSON 的值", en: "This word is not a JSON value" },
    todo: {
      zh: "请改写：真、假、空写作 true、false、null，文本加英文双引号。",
      en: "Write true, false or null; put texts in double quotes.",
    },
  },
  "cut-off": {
    says: { zh: "文件在这里就结束了，内容不完整", en: "The file ends here, and its content is incomplete" },
    todo: {
      zh: "文件多半没有传完，请重新导出或重新复制。",
      en: "It was probably cut off: export or copy it again.",
    },
  },
  "object-cut-off": {
    says: { zh: "这个对象没有写完，后面已是另一个", en: "The object is incomplete, and another one follows" },
    todo: {
      zh: "一行一个对象的，每行都要完整：请补全这一行，或重新导出。",
      en: "With one object a line, each line must be complete: complete it, or export again.",
    },
  },
  "string-end": {
    says: { zh: "文本没有结束的双引号", en: "Missing closing double quote of a string" },
    todo: {
      zh: "请补上英文双引号；文本里的换行要写作 \\n。",
      en: "Add it; write line breaks in strings as \\n.",
    },
  },
  number: {
    says: { zh: "数字没有写完", en: "Incomplete number" },
    todo: {
      zh: "请把数字写完整，或加双引号写成文本。",
      en: "Complete it, or put it in double quotes.",
    },
  },
  escape: {
    says: { zh: "反斜杠写法不对", en: "Invalid escape sequence" },
    todo: { zh: "反斜杠要写两次：\\\\。", en: "Write a backslash twice: \\\\." },
  },
  "control-character": {
    says: { zh: "文本里有控制字符", en: "Control character in a string" },
    todo: { zh: "请删去，或写成 \\n、\\t。", en: "Delete it, or write \\n or \\t." },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<"says" | "todo", Bilingual>>>>;
