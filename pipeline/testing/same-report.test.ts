/** The sample departments in other shapes and encodings: the same records, and pages that say the same. */
import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../diagnostics/index.ts";
import { testFonts } from "./fonts.ts";
import { type CaseResult, isOfRule, readSources, runSources } from "./run-case.ts";
import { readShippedForms } from "./shipped-forms.ts";
import { substanceOf } from "./substance.ts";
import { composeReport, type LaidDocument, layOut, resolveDocument } from "./whole-document.ts";

const samples = new URL("../../data/", import.meta.url);
const variants = new URL("./same-report/", import.meta.url);
const forms = readShippedForms();

describe.each(["beidaihe", "korla", "suzhou"])("%s", (sample) => {
  const expected = read(new URL(`${sample}/`, samples), sample);
  const names = readdirSync(variants).filter((name) => name.startsWith(`${sample}-`));
  const pages = pageTexts(expected);

  test("has pages, and other shapes to compare them with", () => {
    expect(pages.flat().length).toBeGreaterThan(200);
    expect(names.length).toBeGreaterThanOrEqual(2);
  });

  test.each(names)("%s", (name) => {
    const actual = read(new URL(`${name}/`, variants), sample);
    expect(actual.form.id).toBe(expected.form.id);
    expect(substanceOf(actual.department)).toEqual(substanceOf(expected.department));
    expect(actual.findings).toEqual(expected.findings);
    expect(pageTexts(actual)).toEqual(pages);
  });
});

type Read = NonNullable<CaseResult["normalised"]> & { readonly findings: readonly string[] };

/** With the codes of what the rules have found. */
function read(folder: URL, name: string): Read {
  const { normalised, diagnostics } = runSources(readSources(folder), { folder: name, forms });
  if (normalised === undefined) throw new Error(diagnostics.map(({ code }) => code).join());
  const findings = diagnostics.filter(isOfRule).map(({ code }) => code);
  return { ...normalised, findings: findings.toSorted() };
}

/** Every page as its items' lines, from top to bottom, each with its place. */
function pageTexts(report: Read): string[][] {
  return layOutReport(report).pages.map(({ items }) =>
    items.flatMap((item) => {
      if (item.kind === "text") return linesOf(item.part.lines);
      if (item.kind === "contents-entry") return [...linesOf(item.lines), item.pageNumber];
      return item.cells.flatMap(({ row, column, paragraphs }) =>
        paragraphs.flatMap(({ lines }) => linesOf(lines).map((line) => `${row}/${column} ${line}`)),
      );
    }),
  );
}

function linesOf(lines: readonly { readonly top: number; readonly runs: readonly { text: string }[] }[]) {
  return lines.map(({ top, runs }) => `${top.toFixed(2)} ${runs.map(({ text }) => text).join("")}`);
}

function layOutReport({ department, form }: Read): LaidDocument {
  const report = ({ code }: Diagnostic): void => {
    throw new Error(code);
  };
  const document = composeReport({ form, department, draft: false, day: "2026-01-01" }, () => {});
  const resolved = document && resolveDocument(document, report);
  if (resolved === undefined) throw new Error("nothing to lay out");
  return layOut(resolved, testFonts(), () => {});
}
