/** A form that was made → lines for a screen: its files, and what to type next. */
import type { NewForm } from "../commands/new-form.ts";
import type { Language } from "../diagnostics/index.ts";
import { printable } from "./terminal.ts";
import { colon } from "./words.ts";

const words = {
  made: { zh: "已新建表式", en: "A new form" },
  next: { zh: "接下来：", en: "Next:" },
  built: {
    zh: "生成样例部门的报告，看看现在的样子",
    en: "build the sample department's report, to see what it looks like",
  },
  looked: {
    zh: "改 form.json 和 project.hbs 之后：列出写错的和可疑的地方",
    en: "after you have edited form.json and project.hbs: list what is wrong or odd",
  },
  checked: {
    zh: "检查自己的数据（department.json 里写“表式”）",
    en: "check data of your own (their department.json names the form under 表式)",
  },
};

export function newFormLines(form: NewForm, language: Language): readonly string[] {
  const [build, look, check] = nextCommands(form);
  return [
    `${words.made[language]}${colon[language]}${printable(form.folder)}`,
    ...form.files.map((file) => `  ${printable(file)}`),
    "",
    words.next[language],
    ...(form.hasSample ? [`  ${printable(build)}`, `    ${words.built[language]}`] : []),
    `  ${printable(look)}`,
    `    ${words.looked[language]}`,
    `  ${printable(check)}`,
    `    ${words.checked[language]}`,
  ];
}

/** Build its sample, look at what is odd about it, check data of one's own. */
export function nextCommands({
  id,
  folder,
  templates,
}: Pick<NewForm, "id" | "folder" | "templates">): readonly [string, string, string] {
  const forms = `--templates ${quoted(templates)}`;
  return [
    `huibian build ${quoted(`${folder}/sample`)} ${forms} --out out`,
    `huibian forms ${id} ${forms}`,
    `huibian check data ${forms}`,
  ];
}

function quoted(path: string): string {
  return /\s/u.test(path) ? `"${path}"` : path;
}
