/** Why an edition that may be published is not made. */
import { defineRows } from "./row.ts";

export const disclosing = defineRows({
  "public-leak": {
    severity: "failure",
    says: {
      zh: "公开稿中还有不应公开的 {shown}（{where}），没有发布",
      en: "The edition to be published still says what must not be: {shown} ({where}); nothing was published",
    },
    todo: {
      zh: "请在数据里删去：号码可能分写在两个单元格或两行里，名称可能写在别处。",
      en: "Remove it from the data: a number may stand in two cells or lines, a name in another place.",
    },
  },
  "public-characters-unset": {
    severity: "failure",
    says: {
      zh: "有 {count:number} 个字排不出来，在 PDF 中是 〓，公开稿没有发布",
      en: "Characters that could not be set and are 〓 in the PDF: {count:number}; nothing was published",
    },
    todo: {
      zh: "请用 --fonts 提供含有这些字的字体，或改用规范字形；去掉 --public 可以先出内部稿。",
      en: "Pass a font that has them with --fonts, or use standard forms; without --public the report is published as it is.",
    },
  },
  "public-classified": {
    severity: "failure",
    says: {
      zh: "这里有密级或内部标记“{marking}”，公开稿没有做",
      en: "A security marking, “{marking}”: no edition to be published was made",
    },
    todo: {
      zh: "涉密和内部内容不得公开，也不应在这里处理：请核对。属于不公开的项目的，在“是否公开”栏或 department.json 的“公开稿”里写明；不是密级的，在“忽略”里写明规则 classified-marking 和理由。",
      en: "Such content must not be published: check it. If it is of a project that is not, say so in its column 是否公开, or under 公开稿 in department.json; if it is no marking, under 忽略 with the rule classified-marking and a reason.",
    },
  },
  "public-unclear": {
    severity: "failure",
    says: {
      zh: "看不出“{text}”是公开还是不公开，公开稿没有做",
      en: "Nothing tells whether “{text}” means that it may be published: no edition was made",
    },
    todo: { zh: "请写“是”或“否”、“公开”或“不公开”。", en: "Write 是 or 否, 公开 or 不公开." },
  },
  "public-column-unread": {
    severity: "failure",
    says: {
      zh: "“{header}”可能说明哪些内容不公开，没有读，公开稿没有做",
      en: "The column “{header}” may say what is not to be published, and was not read: no edition was made",
    },
    todo: {
      zh: "请改名为“是否公开”或“是否涉密”；与此无关的，在“忽略”里写明。",
      en: "Call it 是否公开 or 是否涉密; if it is about something else, list its finding under 忽略.",
    },
  },
  "public-setting-unknown": {
    severity: "failure",
    says: {
      zh: "不认得“{key}”，它可能写的是哪些内容不公开，公开稿没有做",
      en: "“{key}” is not known and may say what is not to be published: no edition was made",
    },
    todo: { zh: "请改正或删去这个键。", en: "Correct the key, or remove it." },
  },
  "public-project-unknown": {
    severity: "failure",
    says: {
      zh: "没有编码或名称是“{project}”的项目，公开稿没有做",
      en: "No project has the code or name “{project}”: no edition to be published was made",
    },
    todo: {
      zh: "请在“不公开项目”里照数据写项目编码或全称。",
      en: "Write the project's code or whole name under 不公开项目, as the data have it.",
    },
  },
  "public-field-unknown": {
    severity: "failure",
    says: {
      zh: "没有叫“{field}”的栏，公开稿没有做",
      en: "No field is called “{field}”: no edition to be published was made",
    },
    todo: {
      zh: "请在“姓名栏”里写表头或表式里的名称，例如“项目负责人”。",
      en: "Write a header, or the form's name of a field, under 姓名栏, for example 项目负责人.",
    },
  },
  "public-name-left": {
    severity: "failure",
    says: {
      zh: "这里还写着不公开的项目“{name}”，公开稿没有做",
      en: "This still names “{name}”, which is left out: no edition to be published was made",
    },
    todo: { zh: "请改写这段文字。", en: "Word it otherwise." },
  },
  "public-total-told": {
    severity: "failure",
    says: {
      zh: "这里写着全部项目的合计，减去公开的项目就是不公开的 {count:number} 个项目的金额，公开稿没有做",
      en: "This states the sum of all projects, which tells what those left out get: {count:number}; no edition to be published was made",
    },
    todo: {
      zh: "请改写为公开的项目的合计，或者不写。",
      en: "State the sum of the projects that are published, or none.",
    },
  },
});
