/** Edits of real exports, made as an officer makes them → the change list names each of them, and nothing else. */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { diff } from "../commands/diff.ts";
import type { Changes } from "../contracts/index.ts";
import { encodeGb18030 } from "../read/encode-gb18030.ts";
import { describeChanges } from "./describe-changes.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { thisProcess } from "./this-process.ts";

const data = join(import.meta.dirname, "..", "..", "data");
const scratch = temporaryFolder();

/** Changes the files of a copy of a department. */
type Edit = {
  readonly what: string;
  readonly make: (folder: string) => void;
  readonly says: readonly string[];
};

let copies = 0;

async function changesAfter(department: string, edits: readonly Edit[]): Promise<Changes> {
  copies += 1;
  const copy = join(scratch, String(copies), department);
  cpSync(join(data, department), copy, { recursive: true });
  for (const { make } of edits) make(copy);
  const compared = await diff({
    folders: [join(data, department), copy],
    out: join(scratch, "out"),
    templates: undefined,
    limits: undefined,
    signal: new AbortController().signal,
    self: thisProcess,
    report: () => undefined,
  });
  if (compared.kind === "failed") throw new Error(JSON.stringify(compared.problems));
  return compared.changes;
}

/** Replaces a text that is in the file exactly once; all else stays as it is. */
function replace(file: string, from: string, to: string): (folder: string) => void {
  return (folder) => {
    const text = readFileSync(join(folder, file), "utf8");
    if (text.split(from).length !== 2) throw new Error(`${file} has “${from}” not once`);
    writeFileSync(
      join(folder, file),
      text.replace(from, () => to),
    );
  };
}

function rewrite(file: string, write: (text: string) => string | Uint8Array): (folder: string) => void {
  return (folder) => writeFileSync(join(folder, file), write(readFileSync(join(folder, file), "utf8")));
}

/** Records of a CSV file without its header: cells of this data hold line breaks, but no record begins inside one. */
function records(text: string): readonly [header: string, records: readonly string[]] {
  const [header = "", ...rest] = text.trimEnd().split(/\n(?=\d+,13030421|13030421)/u);
  return [header, rest];
}

const bookkeeping = "1303042126RB1NXM8GP32";
const legal = "13030421SC4NEGNUQ8M49";

const beidaihe: readonly Edit[] = [
  {
    what: "an amount",
    make: replace("projects.csv", '"30,000.00","30,000.00"', '"24,005.5","24,005.5"'),
    says: [
      "基金监管工作经费: budget.total 3.00 → 2.40055 万元",
      "基金监管工作经费: budget.fiscal 3.00 → 2.40055 万元",
    ],
  },
  {
    what: "a goal",
    make: replace("projects.csv", "1.提供法律服务咨询\n2.资金及时发放", "1.提供法律咨询\n2.资金及时发放"),
    says: ["专业法务咨询服务律师聘请费: goals.annual changed 1: 1.提供法律服务咨询 → 1.提供法律咨询"],
  },
  {
    what: "a schedule and a purpose",
    make: replace(
      "projects.csv",
      "0,人事代理经费,25.00%,50.00%,75.00%",
      "0,人事代理和档案经费,25.00%,60.00%,75.00%",
    ),
    says: [
      "人事代理经费: project.purpose 人事代理经费 → 人事代理和档案经费",
      "人事代理经费: project.own.june 50.00% → 60.00%",
    ],
  },
  {
    what: "an indicator's value",
    make: replace("indicators.csv", "城乡居民医疗保险参保人数,≥,90", "城乡居民医疗保险参保人数,≥,95"),
    says: ["代理记账: 数量指标/基本医疗保险参保人数: indicator.value ≥90百分比 → ≥95百分比"],
  },
  {
    what: "an indicator's name",
    make: replace(
      "indicators.csv",
      `${bookkeeping},产出指标,质量指标,基本医疗保险金支付完成率`,
      `${bookkeeping},产出指标,质量指标,医疗保险金支付完成率`,
    ),
    says: [
      "代理记账: 质量指标/医疗保险金支付完成率: indicator.level3 基本医疗保险金支付完成率 → 医疗保险金支付完成率",
    ],
  },
  {
    what: "an indicator's name from beginning to end",
    make: replace(
      "indicators.csv",
      `${bookkeeping},产出指标,时效指标,项目完成的及时率`,
      `${bookkeeping},产出指标,时效指标,按期办结`,
    ),
    says: ["代理记账: 时效指标/按期办结: indicator.level3 项目完成的及时率 → 按期办结"],
  },
  {
    what: "an indicator's level 2",
    make: replace(
      "indicators.csv",
      `${legal},效益指标,社会效益指标,业务保障能力`,
      `${legal},效益指标,经济效益指标,业务保障能力`,
    ),
    says: [
      "专业法务咨询服务律师聘请费: 经济效益指标/业务保障能力: indicator.level2 社会效益指标 → 经济效益指标",
    ],
  },
  {
    what: "an indicator more and one less",
    make: (folder) => {
      const removed = `${legal},产出指标,成本指标,人均财政投入水平,基本公共卫生服务人均财政补助标准,≥,90,百分比,\r\n`;
      replace("indicators.csv", removed, "")(folder);
      const before = `${legal},效益指标,生态效益指标`;
      replace(
        "indicators.csv",
        before,
        `${legal},产出指标,数量指标,出具法律意见书,,≥,12,份,\n${before}`,
      )(folder);
    },
    says: [
      "专业法务咨询服务律师聘请费: indicator added 数量指标/出具法律意见书",
      "专业法务咨询服务律师聘请费: indicator removed 成本指标/人均财政投入水平",
    ],
  },
  {
    what: "a project more",
    make: rewrite(
      "projects.csv",
      (text) =>
        `${text.trimEnd()}\n12,130304211AAAAAAAAAAAA,办公设备购置,450001,秦皇岛市北戴河区医疗保障局(本级),50000,50000,0,购置,,,,,1.购置\n`,
    ),
    says: ["project added 3 办公设备购置"],
  },
  {
    what: "a project less",
    make: (folder) => {
      rewrite("projects.csv", (text) =>
        text.replace(/^7,13030421RH1YHP0FCV2IB,[^"]*"[^\n]*\n[^\n]*\n[^\n]*\n/mu, ""),
      )(folder);
      rewrite("indicators.csv", (text) => text.replace(/^13030421RH1YHP0FCV2IB,.*\n/gmu, ""))(folder);
    },
    says: ["project removed 7 政务外网网络运行租赁费"],
  },
  {
    what: "a project's name",
    make: replace("projects.csv", "经办机构内部审计费,450001", "经办机构内部审计服务费,450001"),
    says: ["经办机构内部审计服务费: project.name 经办机构内部审计费 → 经办机构内部审计服务费"],
  },
  {
    what: "a project's code",
    make: (folder) => {
      for (const file of ["projects.csv", "indicators.csv"])
        rewrite(file, (text) => text.replaceAll("13030421WEH7M0Q6975LE", "13030421WEH7M0Q6975LF"))(folder);
    },
    says: ["计划生育特殊家庭人员医疗医保救助: project.code 13030421WEH7M0Q6975LE → 13030421WEH7M0Q6975LF"],
  },
  {
    what: "Part 1",
    make: rewrite("department.json", (text) => {
      const department = JSON.parse(text);
      department.年度 = 2024;
      department.总体绩效目标[8] = "完成区委、区政府交办的各项任务。";
      department.总体绩效目标.splice(7, 1);
      department.工作保障措施.push("每季度通报一次进度。");
      department.分项绩效目标[0].绩效目标[1] = "及时足额发放";
      return JSON.stringify(department);
    }),
    says: [
      "department: department.year - → 2024",
      "overall changed 8: 完成区委、区政府交办的其他任务。 → 完成区委、区政府交办的各项任务。",
      "overall removed 8: 负责医疗保障经办管理、公共服务体系和信息化建设。组织制定和完善异地就医管理和费用结算政策并组织实施。建立健全医疗保障关系转移接续制度。 → -",
      "subGoal 代理记账: subGoal.goals changed 2: 及时发放 → 及时足额发放",
      "safeguards added 8: - → 每季度通报一次进度。",
    ],
  },
];

/** What the report does not show. */
const unseen: readonly Edit[] = [
  {
    what: "the order of the projects' rows, as they are printed by code",
    make: rewrite("projects.csv", (text) => {
      const [header, rows] = records(text);
      return `${[header, ...rows.toReversed()].join("\n")}\n`;
    }),
    says: [],
  },
  {
    what: "the order in which the projects' indicators stand, but not that within a project",
    make: rewrite("indicators.csv", (text) => {
      const [header, rows] = records(text);
      const codes = [...new Set(rows.map((row) => row.slice(0, 21)))].sort();
      return `${[header, ...codes.flatMap((code) => rows.filter((row) => row.startsWith(code)))].join("\n")}\n`;
    }),
    says: [],
  },
  {
    what: "the encoding, the line ends and how amounts are written",
    make: (folder) => {
      const written = (text: string) => text.replaceAll('"3,600.00"', "3600").replaceAll("\r\n", "\n");
      rewrite("projects.csv", (text) => encodeGb18030(written(text).replace("\uFEFF", "")))(folder);
      rewrite("indicators.csv", (text) => Buffer.from(text.replaceAll("\r\n", "\n"), "utf16le"))(folder);
    },
    says: [],
  },
];

describe("Beidaihe", () => {
  test.each([...beidaihe, ...unseen])("$what", async (edit) => {
    const changes = await changesAfter("beidaihe", [edit]);
    expect(describeChanges(changes)).toEqual(edit.says);
    expect(changes.count).toBe(edit.says.length);
  });

  test("all of them at once", async () => {
    const all = [...beidaihe, ...unseen];
    const changes = await changesAfter("beidaihe", all);
    const expected = all.flatMap(({ says }) => says);
    expect(describeChanges(changes).toSorted()).toEqual(expected.toSorted());
    expect(changes.count).toBe(expected.length);
    expect(changes.before?.totals).toEqual({
      projects: 11,
      indicators: 99,
      total: "53.16",
      fiscal: "53.16",
      other: "0.00",
    });
    expect(changes.after.totals).toEqual({
      projects: 11,
      indicators: 90,
      total: "57.01055",
      fiscal: "57.01055",
      other: "0.00",
    });
  });

  test("numbers that moved because a project came are said once, and are no change", async () => {
    const added = beidaihe.filter(({ what }) => what === "a project more");
    const { projects, count } = await changesAfter("beidaihe", added);
    expect(count).toBe(1);
    expect(projects.changed).toEqual([]);
    expect(projects.renumbered.reordered).toBe(false);
    expect(projects.renumbered.projects.map(({ before, after }) => after - before)).toEqual(Array(9).fill(1));
  });

  test("rows of a project in another order are printed in another order, which is said once", async () => {
    const swap = {
      what: "",
      make: (folder: string) => {
        const [one, other] = ["社会效益指标,业务保障能力", "可持续影响指标,促进医保工作长期稳定进行"];
        rewrite("indicators.csv", (text) => {
          const [header, rows] = records(text);
          const at = (words: string) => rows.findIndex((row) => row.startsWith(legal) && row.includes(words));
          const [first, second] = [at(one), at(other)];
          const swapped = rows.with(first, rows[second] ?? "").with(second, rows[first] ?? "");
          return `${[header, ...swapped].join("\n")}\n`;
        })(folder);
      },
      says: [],
    };
    expect(describeChanges(await changesAfter("beidaihe", [swap]))).toEqual([
      "专业法务咨询服务律师聘请费: indicators reordered",
    ]);
  });
});

type Row = Record<string, string>;

/** Suzhou is one JSON document, without codes and with amounts that are printed as they are written. */
function editSuzhou(change: (projects: Record<string, never>[]) => void): Edit["make"] {
  return rewrite("projects.json", (text) => {
    const department = JSON.parse(text);
    change(department.项目);
    return JSON.stringify(department);
  });
}

function rowOf(project: Record<string, never> | undefined, horizon: string, at: number): Row {
  const { 绩效指标: indicators }: Record<string, Record<string, Row[]>> = project ?? {};
  const row = indicators?.[horizon]?.[at];
  if (row === undefined) throw new Error(`no indicator ${at}`);
  return row;
}

const suzhou: readonly Edit[] = [
  {
    what: "amounts of one horizon, and one that is only written otherwise",
    make: editSuzhou((projects) => {
      Object.assign(projects[0]?.年度资金 ?? {}, { 资金总额: "60万", 财政拨款: "61.10万" });
      Object.assign(projects[0]?.中期资金 ?? {}, { 其他资金: "1万" });
    }),
    says: [
      "劳务派遣人员前台工作人员: midTermBudget.other - → 1.00 万元",
      "劳务派遣人员前台工作人员: budget.total 61.10 → 60.00 万元",
      "劳务派遣人员前台工作人员: budget.fiscal 61.1万 → 61.10万",
    ],
  },
  {
    what: "a goal, which Part 1 repeats",
    make: editSuzhou((projects) =>
      Object.assign(projects[3] ?? {}, {
        年度目标: ["1: 开展医疗保障基金安全监管工作", "3: 开展欺诈骗保宣传", "4: 开展培训"],
      }),
    ),
    says: [
      "医疗保障基金安全监管经费: goals.annual removed 2: 2: 开展医疗保障基金监管方式创新(购买第三方服务等) → -",
      "医疗保障基金安全监管经费: goals.annual added 3: - → 4: 开展培训",
    ],
  },
  {
    what: "a project's name, where no code says that it is the same",
    make: editSuzhou((projects) =>
      Object.assign(projects[1] ?? {}, { 项目名称: "县域医共体支付方式改革经费" }),
    ),
    says: [
      "县域医共体支付方式改革经费: project.name 县域医共体医保支付方式改革工作经费 → 县域医共体支付方式改革经费",
    ],
  },
  {
    what: "a project's unit",
    make: editSuzhou((projects) => Object.assign(projects[2] ?? {}, { 实施单位: "宿州市医疗保障局本级" })),
    says: ["医疗保障基金预决算管理及信息系统安全维护: project.unit 宿州市医疗保障局 → 宿州市医疗保障局本级"],
  },
  {
    what: "one of several indicators without a name, and the value of one that is annual and mid-term",
    make: editSuzhou((projects) => {
      rowOf(projects[0], "年度", 2).指标值 = "满意";
      rowOf(projects[3], "年度", 0).指标值 = "≥4次";
    }),
    says: [
      "劳务派遣人员前台工作人员: 质量指标/-: indicator.value - → 满意",
      "医疗保障基金安全监管经费: 数量指标/出差、会议: indicator.value ≥3次 → ≥4次",
    ],
  },
];

describe("Suzhou", () => {
  test.each(suzhou)("$what", async (edit) => {
    expect(describeChanges(await changesAfter("suzhou", [edit]))).toEqual(edit.says);
  });

  test("all of them at once", async () => {
    const changes = await changesAfter("suzhou", suzhou);
    expect(describeChanges(changes).toSorted()).toEqual(suzhou.flatMap(({ says }) => says).toSorted());
  });
});
