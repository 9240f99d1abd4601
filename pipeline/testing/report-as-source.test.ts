/** The reports of all forms, read back from their DOCX by name: they print the same again. By itself a report is no source. */
import { describe, expect, test } from "vitest";
import type { Source } from "../read/index.ts";
import { testFonts } from "./fonts.ts";
import { type CaseResult, readSources, runSources } from "./run-case.ts";
import { readShippedForms } from "./shipped-forms.ts";
import { composeReport, type LaidDocument, layOut, resolveDocument, writeDocx } from "./whole-document.ts";

const library = readShippedForms();
const reportName = "报告.docx";

type Sample = {
  readonly sample: string;
  /** Its tables suit another form as well: department.json has to say which it is. */
  readonly isStated?: true;
  /** The tables of Part 1 are the department's, and never read from a report: they come from these and department.json. */
  readonly beside?: readonly string[];
  /** A text of several lines is one paragraph in a report, and its line breaks are as those that a column made. */
  readonly linesRunOn?: true;
  /** Of the part behind its projects, which is made anew. */
  readonly closing?: string;
};

const samples: Readonly<Record<string, Sample>> = {
  hebei: { sample: "beidaihe" },
  anhui: { sample: "suzhou" },
  xinjiang: { sample: "korla" },
  ziping: { sample: "forms/ziping", closing: "第三部分　自评结果汇总" },
  guangxi: { sample: "forms/guangxi" },
  hubei: { sample: "forms/hubei" },
  jiankong: { sample: "forms/jiankong" },
  zhejiang: { sample: "forms/zhejiang", isStated: true },
  shanxi: { sample: "forms/shanxi", linesRunOn: true },
  bumen: { sample: "forms/bumen", isStated: true, beside: ["部门绩效指标.csv"] },
  bumenziping: {
    sample: "forms/bumenziping",
    isStated: true,
    beside: ["部门绩效指标.csv"],
    closing: "第三部分　自评结果汇总",
  },
  tongyong: { sample: "forms/tongyong", isStated: true },
};

test("are all that are shipped", () => {
  expect(Object.keys(samples).toSorted()).toEqual([...library.specs.keys()].toSorted());
});

describe.each(Object.entries(samples))("%s", (form, { sample, isStated, beside, linesRunOn, closing }) => {
  const sources = readSources(new URL(`../../data/${sample}/`, import.meta.url));
  const given = run(sources, sample);
  const printed = lay(given);
  const written = writeDocx(printed, { createdAt: new Date("2026-01-01T00:00:00Z") });

  test("prints the same pages when it is named as a source", async () => {
    const report = { name: reportName, bytes: await written };
    const own = beside === undefined ? [departmentFile(given, isStated)] : besides(sources, beside);
    const read = run([...own, report], sample);
    expect(read.form.id).toBe(form);
    expect(read.department.projects.map(countsOf)).toEqual(given.department.projects.map(countsOf));
    const shown = (laid: LaidDocument) => textsOf(laid).map((lines) => (linesRunOn ? lines.join("") : lines));
    expect(shown(lay(read))).toEqual(shown(printed));
    const unread = read.diagnostics.flatMap((one) => (one.code === "part-not-read" ? one.args.heading : []));
    expect(unread).toEqual(closing === undefined ? [] : [closing]);
  });

  test("is no source beside the exports, and said to be none", async () => {
    const report = { name: reportName, bytes: await written };
    const { normalised, diagnostics } = runSources([...sources, report], { folder: sample, forms: library });
    expect(normalised?.department.projects.length).toBe(given.department.projects.length);
    const said = diagnostics.filter(({ code }) => code === "report-not-a-source");
    expect(said.map(({ at }) => at)).toEqual([{ kind: "file", file: reportName }]);
  });
});

type Read = NonNullable<CaseResult["normalised"]> & Pick<CaseResult, "diagnostics">;

function run(sources: readonly Source[], folder: string): Read {
  const { normalised, diagnostics } = runSources(sources, { folder, forms: library });
  if (normalised === undefined) throw new Error(JSON.stringify(diagnostics.slice(0, 3)));
  return { ...normalised, diagnostics };
}

/** With what a report does not say in its tables, and the report as its only source of projects. */
function departmentFile({ department, form }: Read, isStated = false): Source {
  const { name, year, title, unitCode, unitName, overall, subGoals, safeguards } = department;
  const texts = (some: readonly { readonly text: string }[]) => some.map(({ text }) => text);
  const stated = {
    ...{ name: name.text, title: title?.text, unitCode: unitCode?.text, unitName: unitName?.text },
    year: year === undefined ? undefined : Number(year.text),
    overall: texts(overall),
    subGoals: subGoals.map((goal) => ({ name: goal.name?.text, goals: texts(goal.goals) })),
    safeguards: texts(safeguards),
    sources: [reportName],
    form: isStated ? form.id : undefined,
  };
  return { name: "department.json", bytes: new TextEncoder().encode(JSON.stringify(stated)) };
}

/** department.json as it is, but for the files that it has read, and some of these. */
function besides(sources: readonly Source[], names: readonly string[]): readonly Source[] {
  const [departmentFile] = sources.filter(({ name }) => name === "department.json");
  const stated: object = JSON.parse(new TextDecoder().decode(departmentFile?.bytes));
  const text = JSON.stringify({ ...stated, 文件: [reportName, ...names] });
  const named = sources.filter(({ name }) => names.includes(name));
  return [{ name: "department.json", bytes: new TextEncoder().encode(text) }, ...named];
}

/** What a page cannot say: that nothing was read twice. */
function countsOf({ indicators, goals }: Read["department"]["projects"][number]) {
  return {
    indicators: indicators.length,
    annual: goals.annual?.items.length,
    midTerm: goals.midTerm?.items.length,
  };
}

function lay({ department, form }: Read): LaidDocument {
  const ignore = () => {};
  const document = composeReport({ form, department, draft: false, day: "2026-01-01" }, ignore);
  const resolved = document && resolveDocument(document, ignore);
  if (resolved === undefined) throw new Error("nothing to lay out");
  return layOut(resolved, testFonts(), ignore);
}

/** The lines of every page, from top to bottom. */
function textsOf({ pages }: LaidDocument): readonly (readonly string[])[] {
  type Line = { readonly runs: readonly { readonly text: string }[] };
  const said = (lines: readonly Line[]) => lines.map(({ runs }) => runs.map(({ text }) => text).join(""));
  return pages.map(({ items }) =>
    items.flatMap((item) => {
      if (item.kind === "text") return said(item.part.lines);
      if (item.kind === "contents-entry") return [...said(item.lines), item.pageNumber];
      return item.cells.flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => said(lines)));
    }),
  );
}
