/** Every printed cell of every sample says which values it prints, and where they were given; every finding on which page they are. */
import { isUtf8 } from "node:buffer";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { formatValue, projectInList } from "../compose/index.ts";
import { FindingsFile } from "../contracts/index.ts";
import type { Block, Inline, Sources } from "../model/index.ts";
import { type FieldName, isFieldName, valuesOfDepartment, valuesOfProject } from "../records/index.ts";
import { buildSamples, samplesOut } from "./built-samples.ts";
import { readPdf } from "./read-pdf.ts";
import { type ReadPlace, readReview } from "./read-review.ts";
import { reportIn } from "./report-in.ts";
import { readSources, runSources } from "./run-case.ts";
import { runHere } from "./run-here.ts";
import { readShippedForms } from "./shipped-forms.ts";
import { solid } from "./solid.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { composeReport } from "./whole-document.ts";

const folderOf = (sample: string) => new URL(`../../data/${sample}/`, import.meta.url);
const forms = readdirSync(folderOf("forms")).map((form) => `forms/${form}`);
const samples = ["beidaihe", "suzhou", "korla", ...forms];

/** A printed paragraph or cell, of a project if it is below its heading. */
type Printed = {
  readonly isCell: boolean;
  readonly project: number | undefined;
  readonly text: string;
  readonly sources: Sources;
};

function* printedIn(blocks: readonly Block[]): Generator<Printed> {
  let project: number | undefined;
  for (const block of blocks) {
    if (block.kind === "contents") continue;
    if (block.kind === "table") {
      for (const { cells } of [...block.header, ...block.body])
        for (const { paragraphs, sources } of cells)
          yield { isCell: true, project, text: paragraphs.map(textOf).join(""), sources };
      continue;
    }
    if (block.kind === "heading") {
      const [, ordinal] = /^project-(\d+)$/u.exec(block.id) ?? [];
      if (ordinal !== undefined) project = Number(ordinal);
    }
    yield { isCell: false, project, text: textOf(block.content), sources: block.sources };
  }
}

function textOf(content: readonly Inline[]): string {
  return content.map((inline) => (inline.kind === "text" ? inline.text : "")).join("");
}

function readSample(sample: string) {
  const read = runSources(readSources(folderOf(sample)), { folder: sample, forms: readShippedForms() });
  if (read.normalised === undefined) throw new Error(`${sample} cannot be read`);
  const { department, form } = read.normalised;
  const document = composeReport({ form, department, draft: false, day: "2026-11-29" }, () => {});
  const printed = document?.sections.flatMap(({ blocks }) => [...printedIn(blocks)]) ?? [];
  return { department, form, printed };
}

const grades = [
  ...["优", "90分及以上", "良", "80分及以上，低于90分"],
  ...["中", "60分及以上，低于80分", "差", "低于60分"],
];

/** What all projects come to, and numbers that a form counts by, by hand. */
const computed: Readonly<Record<string, readonly string[]>> = {
  "forms/ziping": [
    ...["3", "203.00", "194.60", "95.86%", "91.60", "1"],
    ...[...grades, "2", "66.67%", "0", "0.00%", "33.33%"],
  ],
  "forms/bumen": ["任务1", "任务2", "任务3", "376.00", "356.00", "20.00"],
  "forms/bumenziping": [
    ...["任务1", "任务2", "任务3", "203.00", "194.60", "95.86%", "98.27"],
    ...[...grades, "100.00%", "0.00%"],
  ],
  "forms/zhejiang": ["合计（4个项目）", "257.70", "243.20", "14.50"],
};

describe.each(samples)("%s", (sample) => {
  const { department, form, printed } = readSample(sample);
  const values = new Map(
    [
      ...[...valuesOfDepartment(department)].map((one) => ({ ...one, project: "" })),
      ...department.projects.flatMap((project, index) =>
        [...valuesOfProject(project)].map((one) => ({ ...one, project: String(index + 1) })),
      ),
    ].map(({ project, path, value }) => [`${project} ${path}`, { path, value }]),
  );
  const labels = new Map(Object.entries(form.spec.fields).map(([name, field]) => [name, field?.label]));
  const valueAt = (project: number | undefined, path: string) =>
    values.get(path.startsWith("department.") ? ` ${path}` : `${project} ${path}`);

  test("a source is the value that is printed there, or a field that is blank", () => {
    for (const { project: below, text, sources } of printed) {
      for (const within of sources) {
        const { project, path: source } = projectInList(within) ?? { project: below, path: within };
        const found = valueAt(project, source);
        const field = fieldOf(source);
        if (found === undefined) expect(isFieldName(field) || text === "", source).toBe(true);
        // A rate in a list of the form's own has the places that the form says.
        else if (/^\d+%$/u.test(found.value.text))
          expect(Number.parseFloat(text)).toBe(Number.parseFloat(found.value.text));
        else expect(solid(text)).toContain(solid(formatValue(found.value, field, form.spec)));
      }
    }
  });

  test("a cell without a source has the form's own text", () => {
    const folders = [form.id, "shared"].map((name) => new URL(`../../templates/${name}/`, import.meta.url));
    const templates = folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith(".hbs"))
        .map((name) => readFileSync(new URL(name, folder), "utf8")),
    );
    const own = templates
      .join("\n")
      .replace(/\{\{label "([^"]*)"\}\}/gu, (_, field) => labels.get(field) ?? "")
      .replaceAll("{{moneyUnit}}", form.spec.money.unit);
    const texts = printed.flatMap(({ isCell, sources, text }) =>
      isCell && sources.length === 0 ? [solid(text)] : [],
    );
    const further = computed[sample] ?? [];
    expect(texts.filter((text) => !solid(own).includes(text) && !further.includes(text))).toEqual([]);
  });

  test("every value of an indicator that the form prints has a cell", () => {
    const sources = new Set(
      printed.flatMap(({ project, sources }) =>
        sources.map((one) => {
          const owner = projectInList(one) ?? { project, path: one };
          return `${owner.project} ${owner.path}`;
        }),
      ),
    );
    const indicators = department.projects.flatMap((project, index) =>
      project.indicators.map((_, row) => `${index + 1} indicators.${row}.level3`),
    );
    expect(indicators.filter((cell) => !sources.has(cell))).toEqual([]);
  });
});

/** A cell of an export, written by hand: its row or line, column and header, and what it says if that is printed otherwise. */
type Cell = readonly [file: string, row: number, column: string, given?: string];

/** Of each sample a text of a project, an amount or goal, and one of an indicator, with the cell that it stands in. */
const places: Readonly<Record<string, Readonly<Record<string, Cell>>>> = {
  beidaihe: {
    "0.36": ["projects.csv", 2, "6 预算数(元)", "3,600.00"],
  },
  suzhou: {
    "183.3万": ["projects.json", 15, "", "183.3万"],
  },
  korla: {
    基本医疗保险参保: ["indicators.csv", 2, "11 三级指标"],
    张光学: ["indicators.csv", 2, "4 项目负责人"],
  },
  "forms/anhui": {
    临河市交通运输综合执法大队: ["项目.csv", 3, "4 实施单位"],
    期末优良路率: ["指标.csv", 3, "5 三级指标"],
  },
  "forms/bumen": {
    培训骨干医师人数: ["部门绩效指标.csv", 3, "3 三级指标"],
    公立医院综合改革: ["department.json", 9, ""],
  },
  "forms/bumenziping": {
    调解矛盾纠纷: ["部门绩效指标.csv", 3, "3 三级指标"],
    "412件": ["部门绩效指标.csv", 2, "5 实际完成值"],
  },
  "forms/guangxi": {
    桂川县农村供水站: ["项目.csv", 3, "3 预算单位"],
    改造干渠长度: ["指标.csv", 2, "4 指标内容"],
  },
  "forms/hebei": {
    "6.00": ["项目.csv", 3, "5 预算数（元）", "60,000.00"],
    宣传资料差错率: ["指标.csv", 3, "4 三级指标"],
  },
  "forms/hubei": {
    云川市图书馆: ["项目.csv", 3, "4 项目执行单位"],
    修缮文物数量: ["指标.csv", 2, "6 指标名称"],
  },
  "forms/jiankong": {
    岚溪县公路事业发展中心: ["项目.csv", 4, "4 实施单位"],
    养护工程验收合格率: ["指标.csv", 3, "4 三级指标"],
  },
  "forms/shanxi": {
    云岭省疾病预防控制中心: ["项目.csv", 4, "4 实施单位"],
    "≥255家次": ["指标.csv", 2, "6 指标值"],
  },
  "forms/tongyong": {
    临溪县疾病预防控制中心: ["项目.csv", 4, "4 实施单位"],
    补助资金足额拨付率: ["指标.csv", 3, "4 三级指标"],
  },
  "forms/xinjiang": {
    阿依努尔: ["项目.csv", 2, "4 项目负责人"],
    培训文艺骨干人数: ["指标.csv", 3, "4 三级指标"],
  },
  "forms/zhejiang": {
    培育业余文艺团队数量: ["项目绩效目标.csv", 3, "10 三级指标"],
    "68.50": ["项目绩效目标.csv", 2, "4 预算金额合计（万元）", "68.5"],
  },
  "forms/ziping": {
    青禾县法律援助中心: ["项目自评.csv", 3, "3 实施单位"],
    矫正对象建档率: ["指标自评.csv", 3, "4 三级指标"],
  },
};

describe("the page of review", () => {
  beforeAll(async () => expect(await buildSamples()).toMatchObject({ exitCode: 0 }));

  test.each(samples)("of %s knows of every printed value where it was given, and is right", (sample) => {
    const { boxes } = readReview(readFileSync(join(samplesOut, sample, "review.html")));
    const cellAt = openExports(folderOf(sample));
    const printed = boxes.flatMap(({ text, values }) =>
      text === "" || text.startsWith("【缺") ? [] : values.map((value) => ({ text, ...value })),
    );
    expect(printed.length).toBeGreaterThan(20);
    expect(printed.filter(({ place }) => place === undefined)).toEqual([]);
    const wrong = printed.filter(({ text, place }) => {
      // Part 1 has these words of its own before a goal.
      const given = place?.given ?? text.replace(/^绩效目标：/u, "");
      return place !== undefined && !overlap(solid(cellAt(place)), solid(given));
    });
    expect(wrong).toEqual([]);
    for (const [text, [file, row, column, given]] of Object.entries(places[sample] ?? {})) {
      const found = printed.flatMap((one) => (one.text === text && one.place ? [one.place] : []));
      const told = found.map(({ header, ...place }) => ({
        ...place,
        column: [place.column, header].filter(Boolean).join(" "),
      }));
      expect(told, text).toContainEqual(
        expect.objectContaining({ file, row, column, ...(given === undefined ? {} : { given }) }),
      );
    }
  });
});

/** A cell may hold more than is printed of it, and a printed cell more than one value. */
function overlap(one: string, other: string): boolean {
  return one.includes(other) || other.includes(one);
}

/** What a cell of a table says, or a line of a JSON file. */
function openExports(folder: URL): (place: ReadPlace) => string {
  const files = new Map<string, readonly (readonly string[])[]>();
  return ({ file, row, column = 1 }) => {
    const rows = files.get(file) ?? rowsOf(readFileSync(new URL(encodeURIComponent(file), folder)), file);
    files.set(file, rows);
    return rows[row - 1]?.[column - 1] ?? "";
  };
}

function rowsOf(bytes: Uint8Array, file: string): readonly (readonly string[])[] {
  const text = isUtf8(bytes) ? new TextDecoder().decode(bytes) : new TextDecoder("gb18030").decode(bytes);
  if (file.endsWith(".json")) return text.split("\n").map((line) => [textIn(line)]);
  return parseCsv(text, { relax_column_count: true });
}

/** Of a line of JSON that is laid out: its value, behind the key if it has one. */
function textIn(line: string): string {
  const [, value = ""] = /^\s*(?:"[^"]*": )?(.*?),?\s*$/u.exec(line) ?? [];
  return value.startsWith('"') ? JSON.parse(value) : value;
}

/** `indicators.4.level3` → indicator.level3, `goals.annual.0` → goals.annual. */
function fieldOf(path: string): FieldName {
  const field = path
    .replace(/^indicators\.\d+\./u, "indicator.")
    .replace("indicator.printedValue", "indicator.value")
    .replace(/\.\d+(?:\.\w+)*$/u, "");
  return field as FieldName;
}

test("a finding names the page that shows what was found", async () => {
  const out = temporaryFolder();
  await runHere("build", join(folderOf("suzhou").pathname), "--out", out, "--format", "pdf");
  const folder = join(out, "suzhou");
  const { findings } = FindingsFile.parse(JSON.parse(readFileSync(join(folder, "findings.json"), "utf8")));
  const { pages } = await readPdf(readFileSync(reportIn(folder, "pdf")));
  const located = findings.filter(({ page }) => page !== undefined);
  expect(located.length).toBeGreaterThan(60);
  for (const { page, found, at } of located) {
    const text = solid(
      pages
        .find(({ label }) => label === page)
        ?.items.map((item) => item.text)
        .join("") ?? "",
    );
    if (found !== undefined && at.kind === "json")
      expect(text, `${page} ${found}`).toContain(solid(found).slice(0, 4));
  }
});
