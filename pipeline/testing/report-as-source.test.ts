/** The reports of all forms, read back from their DOCX by name: they print the same again. By itself a report is no source. */
import { describe, expect, test } from "vitest";
import type { Source } from "../read/index.ts";
import { testFonts } from "./fonts.ts";
import { type CaseResult, readSources, runSources } from "./run-case.ts";
import { readShippedForms } from "./shipped-forms.ts";
import { composeReport, type LaidDocument, layOut, resolveDocument, writeDocx } from "./whole-document.ts";

const forms = readShippedForms();
const reportName = "报告.docx";

describe.each([
  ["hebei", "beidaihe"],
  ["anhui", "suzhou"],
  ["xinjiang", "korla"],
  ["ziping", "forms/ziping"],
])("%s", (form, sample) => {
  const sources = readSources(new URL(`../../data/${sample}/`, import.meta.url));
  const given = run(sources, sample);
  const printed = lay(given);
  const written = writeDocx(printed, { createdAt: new Date("2026-01-01T00:00:00Z") });

  test("prints the same pages when it is named as a source", async () => {
    const report = { name: reportName, bytes: await written };
    const read = run([departmentFile(given), report], sample);
    expect(read.form.id).toBe(form);
    expect(read.department.projects.map(countsOf)).toEqual(given.department.projects.map(countsOf));
    expect(textsOf(lay(read))).toEqual(textsOf(printed));
  });

  test("is no source beside the exports, and said to be none", async () => {
    const report = { name: reportName, bytes: await written };
    const { normalised, diagnostics } = runSources([...sources, report], { folder: sample, forms });
    expect(normalised?.department.projects.length).toBe(given.department.projects.length);
    const said = diagnostics.filter(({ code }) => code === "report-not-a-source");
    expect(said.map(({ at }) => at)).toEqual([{ kind: "file", file: reportName }]);
  });
});

type Read = NonNullable<CaseResult["normalised"]>;

function run(sources: readonly Source[], folder: string): Read {
  const { normalised, diagnostics } = runSources(sources, { folder, forms });
  if (normalised === undefined) throw new Error(JSON.stringify(diagnostics.slice(0, 3)));
  return normalised;
}

/** With what a report does not say in its tables, and the report as its only source. */
function departmentFile({ department }: Read): Source {
  const { name, year, title, unitCode, unitName, overall, subGoals, safeguards } = department;
  const texts = (some: readonly { readonly text: string }[]) => some.map(({ text }) => text);
  const stated = {
    ...{ name: name.text, title: title?.text, unitCode: unitCode?.text, unitName: unitName?.text },
    year: year === undefined ? undefined : Number(year.text),
    overall: texts(overall),
    subGoals: subGoals.map((goal) => ({ name: goal.name?.text, goals: texts(goal.goals) })),
    safeguards: texts(safeguards),
    sources: [reportName],
  };
  return { name: "department.json", bytes: new TextEncoder().encode(JSON.stringify(stated)) };
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
