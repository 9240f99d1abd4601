/** What became of each department.json → lines: what was written, and what could not be known. */
import { wordingOf } from "../catalogue/index.ts";
import type { Initialised, OpenQuestion, Written } from "../commands/init.ts";
import type { Bilingual, Language } from "../diagnostics/index.ts";
import { printable } from "./terminal.ts";
import { comma } from "./words.ts";

const words = {
  written: (file: string, keys: string) => ({ zh: `已写 ${file}：${keys}`, en: `Wrote ${file}: ${keys}` }),
  exists: (file: string) => ({
    zh: `${file} 已经有了，没有改动`,
    en: `${file} is already there and was left as it is`,
  }),
  failed: (file: string, reason: string) => ({
    zh: `${file} 写不成：${reason}`,
    en: `Cannot write ${file}: ${reason}`,
  }),
  kept: (count: number) => ({
    zh: `已有 department.json 的 ${count} 个部门没有改动`,
    en: `${count} department(s) have a department.json, which was left as it is`,
  }),
  next: {
    zh: "下一步：核对写好的 department.json，再用 huibian build 生成报告。",
    en: "Next: check what was written, then run huibian build.",
  },
};

const questions = {
  name: ({ guess }: { readonly guess: string }): Bilingual =>
    guess === ""
      ? { zh: "部门名称没有写：数据里没有", en: "No name: the data do not say it" }
      : {
          zh: `部门名称请核对，数据里没有写明，这里是：${guess}`,
          en: `Check the name, which is a guess: ${guess}`,
        },
  year: ({ guess }: { readonly guess: string }): Bilingual =>
    guess === ""
      ? { zh: "年度没有写：数据里没有", en: "No year: the data do not say it" }
      : {
          zh: `年度没有写：数据里没有，只有文件或文件夹的名称里写着 ${guess}；是的话请写进去`,
          en: `No year: the data do not say it, only the name of a file or folder has ${guess}; write it if it is right`,
        },
  moneyUnit: {
    zh: "金额单位没有写：看不出是元还是万元，请在“金额单位”里写明",
    en: "No unit of money: 元 or 万元 cannot be told; write it as 金额单位",
  },
  overall: {
    zh: "第一部分的“总体绩效目标”没有找到；有的话，放一个带这几个标题的 .docx 或 .txt 在文件夹里，或者自己写进去",
    en: "No overall goals (总体绩效目标) were found; put a .docx or .txt with that heading into the folder, or write them",
  },
  safeguards: {
    zh: "第一部分的“工作保障措施”没有找到",
    en: "No safeguards (工作保障措施) were found",
  },
  likely: ({ header, field }: { readonly header: string; readonly field: string }): Bilingual => ({
    zh: `“${header}”看起来是“${field}”，已照此写在“列名”里，请核对`,
    en: `“${header}” looks like ${field} and was mapped under 列名; check it`,
  }),
  column: ({ header, nearest }: { readonly header: string; readonly nearest: string }): Bilingual => ({
    zh: `不认得“${header}”这一列${nearest === "" ? "" : `，最接近的是“${nearest}”`}；是哪一项，请在“列名”里写明`,
    en: `Unknown column “${header}”${nearest === "" ? "" : `, nearest “${nearest}”`}; map it under 列名`,
  }),
};

export function initLines({ written, kept }: Initialised, language: Language): readonly string[] {
  return [
    ...written.flatMap((one) => linesOf(one, language)),
    ...(kept.length === 0 ? [] : [words.kept(kept.length)[language]]),
    ...(written.some(({ failure }) => failure === undefined) ? ["", words.next[language]] : []),
  ];
}

function linesOf({ folder, keys, open, failure, failures }: Written, language: Language): readonly string[] {
  const file = printable(`${folder}/department.json`);
  if (failure === "exists") return [words.exists(file)[language]];
  if (failure !== undefined) return [words.failed(file, printable(failure))[language]];
  const listed = open.map((question) => `  ? ${printable(sentenceOf(question)[language])}`);
  const faults = failures.map((finding) => {
    const { says, todo } = wordingOf(finding, language);
    return `  ! ${printable(`${says} ${todo}`)}`;
  });
  return [words.written(file, keys.join(comma[language]))[language], ...listed, ...faults];
}

function sentenceOf(question: OpenQuestion): Bilingual {
  switch (question.kind) {
    case "name":
      return questions.name(question);
    case "year":
      return questions.year(question);
    case "column":
      return questions.column(question);
    case "likely":
      return questions.likely(question);
    default:
      return questions[question.kind];
  }
}
