/** What can be wrong with the bytes and the shape of a file. */
import { define } from "./define.ts";
import { systemReasonEn, systemReasonZh } from "./system-reason.ts";

export type SyntaxProblem =
  | "chinese-punctuation"
  | "value"
  | "key"
  | "colon"
  | "comma"
  | "close-object"
  | "close-list"
  | "end"
  | "comment"
  | "cut-off"
  | "string-end"
  | "number"
  | "escape"
  | "control-character";

const syntaxZh: Readonly<Record<SyntaxProblem, { readonly says: string; readonly todo: string }>> = {
  "chinese-punctuation": {
    says: "这里用了中文标点（引号、冒号、逗号或括号）",
    todo: "请改为英文半角标点，全文同样检查一遍；文本内容里的中文标点不用改。",
  },
  value: { says: "此处应有一个值", todo: "请在此处补上值；如果是多写了逗号，请删去。" },
  key: { says: "此处应有一个加双引号的键", todo: "键要写在英文双引号里；末项之后不要写逗号。" },
  colon: { says: "键的后面缺少英文冒号", todo: "请在键与值之间写英文冒号。" },
  comma: { says: "两项之间缺少英文逗号", todo: "请在两项之间写英文逗号；以 0 开头的编码要加双引号。" },
  "close-object": { says: "缺少右花括号 }", todo: "请在此处补上 }。" },
  "close-list": { says: "缺少右方括号 ]", todo: "请在此处补上 ]。" },
  end: { says: "文件在此处本应结束", todo: "请删去后面多余的内容。" },
  comment: { says: "JSON 里不能写注释", todo: "请删去注释。" },
  "cut-off": { says: "文件在这里就结束了，内容不完整", todo: "文件多半没有传完，请重新导出或重新复制。" },
  "string-end": { says: "文本没有结束的双引号", todo: "请补上英文双引号；文本里的换行要写作 \\n。" },
  number: { says: "数字没有写完", todo: "请把数字写完整，或加双引号写成文本。" },
  escape: { says: "反斜杠写法不对", todo: "反斜杠要写两次：\\\\。" },
  "control-character": { says: "文本里有控制字符", todo: "请删去，或写成 \\n、\\t。" },
};
const syntaxEn: typeof syntaxZh = {
  "chinese-punctuation": {
    says: "Chinese punctuation stands here (quotes, colon, comma or brackets)",
    todo: "Use the half-width ASCII signs, here and in the rest of the file; inside texts Chinese ones may stay.",
  },
  value: { says: "A value is expected", todo: "Write the value, or delete a comma too many." },
  key: {
    says: "A key in double quotes is expected",
    todo: "Put keys in double quotes; no comma after the last.",
  },
  colon: { says: "The colon after the key is missing", todo: "Write a colon between key and value." },
  comma: {
    says: "The comma between two items is missing",
    todo: "Write a comma; put codes that begin with 0 in double quotes.",
  },
  "close-object": {
    says: "A closing } is missing",
    todo: "Add the } here.",
  },
  "close-list": {
    says: "A closing ] is missing",
    todo: "Add the ] here.",
  },
  end: { says: "The file should end here", todo: "Delete what follows." },
  comment: { says: "JSON has no comments", todo: "Delete the comment." },
  "cut-off": {
    says: "The file ends here, before its content does",
    todo: "It was probably cut off: export or copy it again.",
  },
  "string-end": {
    says: "A text has no closing double quote",
    todo: "Add it; write line breaks in texts as \\n.",
  },
  number: { says: "A number is unfinished", todo: "Finish it, or put it in double quotes." },
  escape: { says: "A backslash escape is wrong", todo: "Write a backslash twice: \\\\." },
  "control-character": {
    says: "A text holds a control character",
    todo: "Delete it, or write \\n or \\t.",
  },
};

export const reading = {
  "file-unreadable": define<{ readonly reason: string }>({
    severity: "failure",
    zh: ({ reason }) => ({
      says: `文件无法读取：${systemReasonZh(reason)}`,
      todo: "请检查文件是否存在、是否有读取权限、是否被其他程序占用。",
    }),
    en: ({ reason }) => ({
      says: `The file cannot be read: ${systemReasonEn(reason)}`,
      todo: "Check that it exists, may be read, and is not locked.",
    }),
  }),
  "spreadsheet-not-text": define({
    severity: "warning",
    zh: () => ({
      says: "这是表格或文档文件，不是文本，没有读取",
      todo: "请用 Excel 或 WPS 打开，另存为“CSV UTF-8（逗号分隔）(*.csv)”，每个工作表存一个文件。",
    }),
    en: () => ({
      says: "This is a spreadsheet or a document, not text, and was not read",
      todo: "Open it in Excel or WPS and save each sheet as “CSV UTF-8 (comma delimited) (*.csv)”.",
    }),
  }),
  "file-not-text": define({
    severity: "warning",
    zh: () => ({ says: "文件不是文本，没有读取", todo: "如果不是导出数据，请把它移出部门文件夹。" }),
    en: () => ({
      says: "The file is not text and was not read",
      todo: "Move it out of the folder if it is no export.",
    }),
  }),
  "encoding-broken": define<{ readonly encoding: string }>({
    severity: "failure",
    zh: ({ encoding }) => ({
      says: `此处的字节不是 ${encoding} 文字，也不合乎其他认得的编码`,
      todo: "请重新导出，或用 Excel、WPS 另存为“CSV UTF-8”。",
    }),
    en: ({ encoding }) => ({
      says: `The byte here is not ${encoding}, nor does the file fit another known encoding`,
      todo: "Export it again, or save it as “CSV UTF-8” in Excel or WPS.",
    }),
  }),
  "quote-broken": define<{ readonly problem: "not-closed" | "misplaced" }>({
    severity: "failure",
    zh: ({ problem }) => ({
      says: problem === "not-closed" ? "从此格开始的双引号没有结束" : "此格的双引号位置不对",
      todo: "格内有双引号时，整格要加双引号，格内的双引号要写两次；请改正或重新导出。",
    }),
    en: ({ problem }) => ({
      says:
        problem === "not-closed"
          ? "The quote that opens in this cell is never closed"
          : "A quote is misplaced",
      todo: "Quote the whole cell and write each quote inside it twice, or export the file again.",
    }),
  }),
  "json-broken": define<{ readonly problem: SyntaxProblem }>({
    severity: "failure",
    zh: ({ problem }) => syntaxZh[problem],
    en: ({ problem }) => syntaxEn[problem],
  }),
  "json-key-repeated": define<{ readonly key: string }>({
    severity: "failure",
    zh: ({ key }) => ({ says: `键“${key}”在同一层写了两次`, todo: "请只留一个。" }),
    en: ({ key }) => ({ says: `The key “${key}” stands twice in one object`, todo: "Keep one of them." }),
  }),
  "json-too-deep": define({
    severity: "failure",
    zh: () => ({ says: "JSON 的层次太深，无法读取", todo: "请检查文件是否损坏，重新导出。" }),
    en: () => ({ says: "The JSON is nested too deeply to be read", todo: "Export the file again." }),
  }),
} as const;
