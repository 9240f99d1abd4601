/** Results → the Markdown page that says what was measured, on what machine, and which targets are met. */
import type { BatchResult } from "./bench-batch.ts";
import { large, type SizeResult } from "./bench-size.ts";
import type { Inspection } from "./inspect-output.ts";
import { type Cost, isFailure, type Measurement, type Outcome } from "./measurement.ts";
import { targetsOf } from "./targets.ts";

export type Results = {
  /** Whether the peers were asked for the largest size too. */
  readonly full: boolean;
  /** The machine and the versions, a line each. */
  readonly setting: readonly string[];
  readonly command: string;
  readonly rounds: number;
  readonly sizes: readonly SizeResult[];
  readonly batch: BatchResult | undefined;
};

export function resultsPage(results: Results): string {
  const { setting, command, rounds, sizes, batch } = results;
  const blocks = [
    "# Bench",
    `Written by \`${command}\`. Every route runs in a process of its own; figures are medians of rounds in which the routes take turns (rounds: ${rounds}). CPU is user + system time of all threads, in seconds. What a process needs to start, to load its libraries and to read its input is counted for \`build\` alone; opening fonts is counted for all. Our peak memory is that of one process that makes both files, which it still holds. Characters are counted without spaces and leader dots, as extracted from the file. Our DOCX's pages and those of the peers' are LibreOffice's.`,
    setting.map((line) => `- ${line}`).join("\n"),
    "## Targets",
    table(
      ["metric", "target", "measured", ""],
      targetsOf(results).map(({ metric, target, measured, met }) => [
        metric,
        target,
        measured ?? "not measured",
        met === undefined ? "–" : met ? "met" : "**missed**",
      ]),
    ),
    ...sizes.flatMap((size) => sizeBlocks(size, results.full)),
    ...(batch === undefined ? [] : batchBlocks(batch)),
    peerNotes,
  ];
  return `${blocks.join("\n\n")}\n`;
}

const peerNotes = `## What the peers are given

The same text, fonts (without ours for single marks), styles, column widths, merged cells, repeated header rows and page geometry; a project starts a page. They break lines and pages themselves. None of them numbers the contents in Roman figures, repeats a merged label after a page break, or opens rows to fill a page.

- pdfmake: one definition for \`createPdf\`, Latin letters and digits in runs of their own.
- docx: its objects, formatting in named styles; its table of contents is a field that holds no entries until Word fills it.
- Typst: \`routes/report.typ\`, which reads the content as JSON; as it comes it tags the PDF for screen readers, as ours does.
- docxtemplater: loops over projects and rows. **It cannot merge cells downwards in a loop**, so labels are repeated row by row, and its contents are a field without entries.
- LibreOffice: makes a PDF of our DOCX.
- floors: the bytes of our files again. PDF: fonts subset, streams deflated, written. DOCX: XML in pieces concatenated, deflated, zipped.`;

const stageNames = ["read", "normalise", "check", "compose", "resolve", "layout", "pdf", "docx"] as const;

function sizeBlocks({ projects, outcomes, files, rounds }: SizeResult, full: boolean): string[] {
  const shown = projects.toLocaleString("en");
  const ours = measurementOf(outcomes.ours);
  const us = outcomes.ours && isFailure(outcomes.ours) ? `ours (${outcomes.ours.failed})` : "ours";
  const [layout, pdf, docx] = [ours?.stages.layout, ours?.stages.pdf, ours?.stages.docx];
  const pdfWriting = layout && pdf && { cpu: layout.cpu + pdf.cpu, wall: layout.wall + pdf.wall };
  const pdfRows = [
    row(`${us}: layout + PDF`, { ...pdfWriting, peak: ours?.peak }, files["ours.pdf"], pdfWriting),
    peerRow("floor", outcomes["pdf-floor"], undefined, pdfWriting),
    peerRow("pdfmake", outcomes.pdfmake, files["pdfmake.pdf"], pdfWriting),
    peerRow("Typst", outcomes.typst, files["typst.pdf"], pdfWriting),
    peerRow("Typst without tags", outcomes["typst-untagged"], files["typst-untagged.pdf"], pdfWriting),
    peerRow("LibreOffice, from our DOCX", outcomes.libreoffice, files["libreoffice.pdf"], pdfWriting),
  ];
  const docxRows = [
    row(`${us}: DOCX`, { ...docx, peak: ours?.peak }, files["ours.docx"], docx),
    peerRow("floor", outcomes["docx-floor"], undefined, docx),
    peerRow("docx", outcomes.docx, files["docx.docx"], docx),
    peerRow("docxtemplater (no merged cells)", outcomes.docxtemplater, files["docxtemplater.docx"], docx),
  ];
  const columns = ["", "CPU s", "wall s", "peak MB", "bytes", "pages", "characters", "ours ÷ this, CPU"];
  return [
    `## ${shown} projects`,
    ...(projects > large
      ? [
          full
            ? "Peers: one round, and none of LibreOffice, which would take hours."
            : `This program alone, ${rounds} round: \`--full\` asks the peers too, of which some take an hour.`,
        ]
      : []),
    "### PDF",
    table(columns, pdfRows),
    "### DOCX",
    table(columns, docxRows),
    "### Stage by stage, and whole builds",
    ...stageBlocks(outcomes),
  ];
}

function stageBlocks(outcomes: SizeResult["outcomes"]): string[] {
  const ours = measurementOf(outcomes.ours);
  const stages = stageNames.flatMap((name) => {
    const cost = ours?.stages[name];
    if (ours === undefined || cost === undefined) return [];
    return [[name, seconds(cost.cpu), seconds(cost.wall), `${((100 * cost.cpu) / ours.cpu).toFixed(0)}%`]];
  });
  const builds = [
    ["build, both formats, empty output folder", outcomes.build],
    ["build after one edit, same output folder", outcomes.rebuild],
  ] as const;
  return [
    table(
      ["stage", "CPU s", "wall s", "share"],
      [...stages, ["all, one process", seconds(ours?.cpu), seconds(ours?.wall), ""]],
    ),
    table(
      ["whole process", "CPU s", "wall s", "peak MB"],
      builds.map(([name, outcome]) => [name, ...figures(measurementOf(outcome) ?? {}, outcome)]),
    ),
    table(["after one edit, in a process that stays", "CPU s", "wall s", "peak MB"], againRows(outcomes)),
  ];
}

function againRows({ preview, "typst-again": typst }: SizeResult["outcomes"]): string[][] {
  const { stages: { pages, findings } = {}, peak } = measurementOf(preview) ?? {};
  return [
    ["preview, until the pages are shown", ...figures({ ...pages, peak }, preview)],
    ["preview, findings after that", ...figures({ ...findings }, preview)],
    ["Typst, as it watches", ...figures(measurementOf(typst) ?? {}, typst)],
  ];
}

function batchBlocks({ departments, projects, all, first }: BatchResult): string[] {
  return [
    `## ${departments} departments of ${projects} projects in one run`,
    table(
      ["whole process", "CPU s", "wall s", "peak MB"],
      [
        [`${departments} departments`, ...figures(measurementOf(all) ?? {}, all)],
        ["the first alone", ...figures(measurementOf(first) ?? {}, first)],
      ],
    ),
  ];
}

type Figures = { readonly [Name in "cpu" | "wall" | "peak"]?: number | undefined };

function peerRow(
  name: string,
  outcome: Outcome | undefined,
  file: Inspection | undefined,
  ours: Cost | undefined,
): string[] {
  if (outcome === undefined) return row(name, {}, file, undefined);
  if (isFailure(outcome)) return [name, outcome.failed, ...Array.from({ length: 6 }, () => "–")];
  return row(name, outcome, file, ours);
}

function row(name: string, of: Figures, file: Inspection | undefined, ours: Cost | undefined): string[] {
  const ratio = ours === undefined || of.cpu === undefined ? "–" : (ours.cpu / of.cpu).toFixed(2);
  const counts = [file?.bytes, file?.pages, file?.characters].map(
    (count) => count?.toLocaleString("en") ?? "–",
  );
  return [name, ...figures(of, undefined), ...counts, ratio];
}

function figures({ cpu, wall, peak }: Figures, outcome: Outcome | undefined): string[] {
  const first = outcome !== undefined && isFailure(outcome) ? outcome.failed : seconds(cpu);
  return [first, seconds(wall), peak === undefined ? "–" : peak.toFixed(0)];
}

function measurementOf(outcome: Outcome | undefined): Measurement | undefined {
  return outcome === undefined || isFailure(outcome) ? undefined : outcome;
}

const seconds = (time: number | undefined): string => time?.toFixed(time < 0.1 ? 3 : 2) ?? "–";

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(columns), line(columns.map(() => "---")), ...rows.map(line)].join("\n");
}
