/** The table of rules → its page in the documentation, in one language. */
import { describeRules } from "../pipeline/check/index.js";
/** By language, below the folder `docs`. */
export const rulesPages = { zh: "rules.md", en: "rules.en.md" };
export function composeRulesPage(language) {
    const { title, other, intro, columns, settings, off } = words[language];
    const rows = describeRules().map((rule) => row(rule, language));
    return [
        `# ${title}`,
        "",
        `[${other}](${rulesPages[language === "zh" ? "en" : "zh"]})`,
        "",
        ...intro,
        "",
        `| ${columns.join(" | ")} |`,
        `|${columns.map(() => "---").join("|")}|`,
        ...rows,
        "",
        ...settings,
        "",
        ...off,
        "",
    ].join("\n");
}
function row({ number, code, severity, ...rest }, language) {
    const { title, todo, expects, offBecause } = rest[language];
    const { severities, offBecause: why } = words[language];
    const set = [expects, offBecause && why(offBecause)].filter((part) => part !== undefined);
    const cells = [String(number), `\`${code}\``, severities[severity], title, todo, set.join(" ")];
    return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}
const words = {
    zh: {
        title: "检查规则",
        other: "English",
        intro: [
            "huibian 照原样打印数据，把查出的问题列在报告旁边，从不替人改数据。问题的严重程度只决定列出的次序；除非用 `--strict`，什么都不会因此停下。",
            "同一编号的规则查的是同一件事。`huibian rules` 在终端列出同样的内容。本页由 `npm run rules-page` 生成，请勿手改。",
        ],
        columns: ["编号", "规则", "默认", "查什么", "怎么办", "可设的值"],
        severities: { off: "关闭", info: "提示", warning: "警告", error: "错误" },
        offBecause: (reason) => `默认关闭：${reason}`,
        settings: [
            "## 关闭、加重或减轻一条规则",
            "",
            "在 `department.json` 的 `规则` 里写规则的名称，对这个部门有效；在表式的 `form.json` 的 `rules` 里写，对用这种表式的部门都有效。两处都写了，以部门的为准。",
            "",
            "```json",
            "{",
            '  "规则": {',
            '    "schedule-identical": "off",',
            '    "name-unit-disagree": "error",',
            '    "weight-total": { "severity": "warning", "expect": 100 }',
            "  }",
            "}",
            "```",
            "",
            '可写 `"off"`、`"info"`、`"warning"`、`"error"`。要比较的数写在 `expect` 里，各一级指标的权重写在 `split` 里；只写其中一项时，其余照旧。写错的规则名称会列为一条问题，并提示最相近的名称。',
        ],
        off: [
            "## 不查什么",
            "",
            "中期资金与年度资金从不互相比较；“不适用”的行不算重复；文字中的年份（如“2022年重复参保人数”）不算年度错误；表式要求填写的项目负责人不算泄露姓名；有一项成本是单价时，不把成本与预算相加比较。",
        ],
    },
    en: {
        title: "Rules of the check",
        other: "中文",
        intro: [
            "huibian prints the data as they are and lists what it finds beside the report; it never corrects anything. A severity only orders the list: nothing stops because of it, unless `--strict` is given.",
            "Rules of one number look at one thing. `huibian rules --lang en` prints the same. This page is written by `npm run rules-page`; do not edit it.",
        ],
        columns: ["No.", "Rule", "By default", "Looks for", "What to do", "May be set"],
        severities: { off: "off", info: "info", warning: "warning", error: "error" },
        offBecause: (reason) => `Off by default: ${reason}`,
        settings: [
            "## Switching a rule off, raising or lowering it",
            "",
            "Name it under `规则` (or `rules`) in `department.json` for one department, or under `rules` in a form's `form.json` for all that use the form. The department's word goes before the form's.",
            "",
            "```json",
            "{",
            '  "规则": {',
            '    "schedule-identical": "off",',
            '    "name-unit-disagree": "error",',
            '    "weight-total": { "severity": "warning", "expect": 100 }',
            "  }",
            "}",
            "```",
            "",
            'Write `"off"`, `"info"`, `"warning"` or `"error"`. A number to compare with goes into `expect`, the weights of each level 1 into `split`; what is not written stays as it was. A name that is no rule is a finding of its own, with the nearest name.',
        ],
        off: [
            "## What is left alone",
            "",
            "Mid-term money is never compared with a year's; rows that say 不适用 are no repeats; years inside texts (2022年重复参保人数) are no wrong years; a 项目负责人 that the form asks for is no leaked name; costs are not added up as soon as one of them is a unit price.",
        ],
    },
};
