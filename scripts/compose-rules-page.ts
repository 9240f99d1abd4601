/** The table of rules → `docs/rules.md`, the page that officers read; `huibian rules --lang en` has it in English. */
import { describeStages, type StageDescription } from "../pipeline/catalogue/index.ts";
import { aspects, describeRules, type RuleDescription } from "../pipeline/check/index.ts";

export function composeRulesPage(): string {
  const { title, intro, columns, stages, settings, ignoring, off } = words;
  return [
    `# ${title}`,
    "",
    ...intro,
    "",
    `| ${columns.join(" | ")} |`,
    `|${columns.map(() => "---").join("|")}|`,
    ...describeRules().map(row),
    "",
    ...stages.before,
    "",
    `| ${stages.columns.join(" | ")} |`,
    `|${stages.columns.map(() => "---").join("|")}|`,
    ...describeStages().map(stageRow),
    "",
    ...settings,
    "",
    ...ignoring,
    "",
    ...off,
    "",
  ].join("\n");
}

function row({ number, code, severity, trial, aspect, zh }: RuleDescription): string {
  const { title, todo, expects, offBecause } = zh;
  const set = [expects, offBecause && words.offBecause(offBecause)].filter((part) => part !== undefined);
  const level = words.severities[severity] + (trial ? words.onTrial : "");
  const about = [String(number), `\`${code}\``, level, aspects[aspect].zh];
  return tableRow([...about, title, todo, set.join(" ")]);
}

function stageRow({ code, severity, aspect, zh: { title, todo } }: StageDescription): string {
  return tableRow([`\`${code}\``, words.severities[severity], aspects[aspect].zh, title, todo]);
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
}

const words = {
  title: "检查规则",
  onTrial: "（试行）",
  intro: [
    "huibian 照原样打印数据，把查出的问题列在报告旁边，从不替人改数据。问题的严重程度不影响生成；除非用 `--strict`，什么都不会因此停下。",
    "同一编号的规则查的是同一方面的事，编号只供查找、归类；22、29 没有使用。`huibian rules` 在终端列出同样的内容（`huibian rules --lang en` lists the rules in English）。`huibian rules 〈规则〉` 举例说明一条，错例和改后的例子都由测试跑过。审核角度用的是绩效目标审核的说法：完整性、规范性、相关性、适当性、可行性，另加公开。本页由 `npm run rules-page` 生成，请勿手改。",
  ],
  columns: ["编号", "规则", "默认", "审核角度", "查什么", "怎么办", "可设的值"],
  stages: {
    before: [
      "## 读取、整理数据时查出的",
      "",
      "这些不是规则，是读取文件、认表头、整理记录和排版时查出的，名称和设置方法同规则一样。让一个部门做不出来的（失败）不在其中，不能设。",
    ],
    columns: ["名称", "默认", "审核角度", "查出什么", "怎么办"],
  },
  severities: { off: "关闭", info: "提示", warning: "警告", error: "错误" },
  offBecause: (reason: string) => `默认关闭：${reason}`,
  settings: [
    "## 关闭、加重或减轻一条规则",
    "",
    "在 `department.json` 的 `规则` 里写规则的名称，对这个部门有效；在表式的 `form.json` 的 `rules` 里写，对用这种表式的部门都有效。两处都写了，以部门的为准。",
    "",
    "```json",
    "{",
    '  "规则": {',
    '    "goal-copied": "off",',
    '    "name-unit-disagree": "error",',
    '    "weight-total": { "severity": "warning", "expect": 100 }',
    "  }",
    "}",
    "```",
    "",
    '可写 `"off"`、`"info"`、`"warning"`、`"error"`。要比较的数写在 `expect` 里，各一级指标的权重写在 `split` 里，要有的二级指标写在 `kinds` 里；只写其中一项时，其余照旧。写错的规则名称会列为一条问题，并提示最相近的名称。',
  ],
  ignoring: [
    "## 忽略一个问题",
    "",
    "看过、认为可以不改的问题，写在 `department.json` 的 `忽略` 里，一项一条：",
    "",
    "```json",
    "{",
    '  "忽略": [',
    '    { "规则": "total-not-sum", "项目": "云平台运行维护费", "理由": "含上年结转，已核对", "审核人": "张科长", "截至": "2026-06-30" },',
    '    { "规则": ["phone-number", "mobile-number"], "所在": "projects.csv:12", "理由": "对外公布的电话" }',
    "  ]",
    "}",
    "```",
    "",
    "- `规则`、`项目`、`所在` 至少写一样，写几样的要同时符合，写错了一个键的整项不用；`规则`、`项目`可以写几个。`项目`写编码或名称的全称。`所在`照清单里的位置写，也可以只写前面一段：`projects.csv`、`projects.csv:12`、`projects.csv:12:C`、`导出.xlsx「项目!D4」`。",
    "- 一个问题涉及几个项目的，这几个项目都写上（或不写`项目`）才忽略；只写其中一个的，不忽略。",
    "- `理由`必须写。`截至`是最后一天，过了这一天照常计入，并提示已到期。以 `--date` 的日期（默认当天）为准，同一日期生成的文件一模一样；到期那天的下一次运行会重做这个部门。",
    "- 忽略的问题不计入各处的条数，不影响 `--strict` 和 `check` 的退出码；单独列在 `ignored.csv`、`findings.json` 的 `ignored` 和 SARIF 的 `suppressions` 里，`run.json` 另计条数，屏幕上加 `-v` 列出。",
    "- 由一处错误引起的其他问题（如合计不等于各来源之和，因而与成本指标不符），只列原因；原因被忽略、设为不查、没有选中或是旧问题（`--baseline`）的，照列其他问题；`findings.json` 把它们另列在 `consequences` 里。",
    "- 最多 5000 项；多于此的，都不采用。",
    "- 失败不能忽略：没有内容可印的，忽略了也做不出报告。什么也没有忽略到的、规则或项目写错的，都会列为一条问题，并提示最相近的名称。",
  ],
  off: [
    "## 不查什么",
    "",
    "中期资金与年度资金从不互相比较；“不适用”的行不算重复；文字中的年份（如“2022年重复参保人数”）不算年度错误；表式要求填写的项目负责人不算泄露姓名；有一项成本是单价时，不把成本与预算相加比较。",
  ],
} as const;
