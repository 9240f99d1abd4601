/** A person's name in prose; 项目负责人 has a field of its own and is no finding. */
import { eachText } from "../each-text.ts";
import type { Rule } from "../rule.ts";

export const personalName: Rule<"personal-name"> = {
  about: { zh: "文字中有个人姓名（联系人：某人）", en: "a person's name in prose" },
  *check({ department }) {
    for (const { text, subject } of eachText(department)) {
      const name = named.exec(text.text)?.groups?.name;
      if (name === undefined) continue;
      const masked = `${name.slice(0, 1)}${"*".repeat([...name].length - 1)}`;
      yield { at: text.at, ...(subject && { subject }), found: masked, args: { masked } };
    }
  },
};

const surname =
  "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤]";
// Only behind a word that introduces a person: two or three characters alone may be anything.
const named = new RegExp(
  `(?:联系人|经办人|负责人|填报人|填表人|制表人|审核人|责任人)(?:姓名)?[：:]\\s*(?<name>${surname}\\p{Script=Han}{1,2}(?<![科局处股部组室队站所院员委厅会级]))(?!\\p{Script=Han})`,
  "u",
);
