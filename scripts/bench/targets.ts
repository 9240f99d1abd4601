/** Results → the project's targets, each met or missed. */
import type { BatchResult } from "./bench-batch.ts";
import type { SizeResult } from "./bench-size.ts";
import { isFailure, type Measurement } from "./measurement.ts";

export type Target = {
  readonly metric: string;
  readonly target: string;
  /** Absent if this run did not measure it. */
  readonly measured?: string;
  readonly met?: boolean;
};

type Given = { readonly sizes: readonly SizeResult[]; readonly batch: BatchResult | undefined };

export function targetsOf({ sizes, batch }: Given): Target[] {
  const of = (projects: number) => figuresOf(sizes.find((size) => size.projects === projects));
  const [eleven, thousand, fiveThousand] = [of(11), of(1000), of(5000)];
  return [
    ...writing(thousand),
    ...building(thousand),
    ...growth(thousand, fiveThousand),
    seconds("preview after one edit of 1,000, until the pages are shown: CPU", 1, thousand.pages),
    seconds("preview after one edit of 1,000, pages and all findings: CPU", 2.5, thousand.preview),
    seconds("preview after one edit of 11, pages and all findings: CPU", 0.2, eleven.preview),
    ratio(
      "100 departments of 11 in one run: CPU per department beyond the first ÷ (both floors for 11 projects + reading)",
      3,
      batch && furtherDepartment(batch),
      plus(eleven.floors, eleven.read),
    ),
  ];
}

function writing({ layout, pdf, docx, cpu }: Figures): Target[] {
  const ours = plus(layout, pdf);
  const [pdfs, docxs] = ["PDF writing, 1,000 projects", "DOCX writing (pages known), 1,000 projects"];
  return [
    ratio(`${pdfs}: CPU ÷ Typst's`, 0.6, ours, cpu("typst")),
    ratio(`${pdfs}: CPU ÷ Typst's without tags`, 0.6, ours, cpu("typst-untagged")),
    ratio(`${pdfs}: CPU ÷ pdfmake as it comes`, 0.28, ours, cpu("pdfmake")),
    ratio(`${docxs}: CPU ÷ floor`, 1.5, docx, cpu("docx-floor")),
    ratio(`${docxs}: CPU ÷ docxtemplater's`, 0.2, docx, cpu("docxtemplater")),
  ];
}

function building({ cpu, floors, reading }: Figures): Target[] {
  return [
    ratio(
      "whole build, both formats, 1,000 projects: CPU ÷ (pdfmake + docx as they come)",
      0.3,
      cpu("build"),
      plus(cpu("pdfmake"), cpu("docx")),
    ),
    ratio(
      "whole build after one edit of 1,000, cold process, cache hot: CPU ÷ (both floors + reading, normalising and checking)",
      2,
      cpu("rebuild"),
      plus(floors, reading),
    ),
  ];
}

function growth(thousand: Figures, fiveThousand: Figures): Target[] {
  const { build } = fiveThousand;
  const limit = 1200;
  const growing = ratio(
    "5,000 ÷ 1,000 projects, whole build: CPU",
    5.5,
    fiveThousand.cpu("build"),
    thousand.cpu("build"),
  );
  const metric = "5,000 projects, whole build: peak memory";
  const peak = { metric, target: `≤ ${limit.toLocaleString("en")} MB` };
  if (build === undefined) return [growing, peak];
  if (isFailure(build)) return [growing, peak].map((one) => ({ ...one, measured: build.failed, met: false }));
  return [growing, { ...peak, measured: `${Math.round(build.peak)} MB`, met: build.peak <= limit }];
}

function furtherDepartment({ departments, all, first }: BatchResult): number | undefined {
  return isFailure(all) || isFailure(first) ? undefined : (all.cpu - first.cpu) / (departments - 1);
}

type Figures = ReturnType<typeof figuresOf>;

/** What one size's targets are made of: CPU seconds, absent if not measured. */
function figuresOf(size: SizeResult | undefined) {
  const measurement = (name: string): Measurement | undefined => {
    const outcome = size?.outcomes[name];
    return outcome === undefined || isFailure(outcome) ? undefined : outcome;
  };
  const cpu = (name: string) => measurement(name)?.cpu;
  const stage = (name: string) => measurement("ours")?.stages[name]?.cpu;
  return {
    cpu,
    layout: stage("layout"),
    pdf: stage("pdf"),
    docx: stage("docx"),
    read: stage("read"),
    reading: plus(stage("read"), stage("normalise"), stage("check")),
    floors: plus(cpu("pdf-floor"), cpu("docx-floor")),
    build: size?.outcomes.build,
    preview: cpu("preview"),
    pages: measurement("preview")?.stages.pages?.cpu,
  };
}

/** Absent if a part is. */
function plus(...parts: readonly (number | undefined)[]): number | undefined {
  return parts.reduce((sum, part) => (sum === undefined || part === undefined ? undefined : sum + part), 0);
}

function seconds(metric: string, limit: number, ours: number | undefined): Target {
  const target = `≤ ${limit} s`;
  return ours === undefined
    ? { metric, target }
    : { metric, target, measured: `${ours.toFixed(2)} s`, met: ours <= limit };
}

function ratio(metric: string, limit: number, ours: number | undefined, theirs: number | undefined): Target {
  const target = `≤ ${limit}`;
  if (ours === undefined || theirs === undefined) return { metric, target };
  const measured = `${(ours / theirs).toFixed(2)} (${ours.toFixed(2)} s ÷ ${theirs.toFixed(2)} s)`;
  return { metric, target, measured, met: ours / theirs <= limit };
}
