/** Every printed cell of the samples says which values it prints, and every finding on which page they are. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { formatValue, projectInList } from "../compose/index.ts";
import { FindingsFile } from "../contracts/index.ts";
import type { Block, Inline, Sources } from "../model/index.ts";
import { type FieldName, isFieldName, valuesOfDepartment, valuesOfProject } from "../records/index.ts";
import { readPdf } from "./read-pdf.ts";
import { reportIn } from "./report-in.ts";
import { readSources, runSources } from "./run-case.ts";
import { runHere } from "./run-here.ts";
import { readShippedForms } from "./shipped-forms.ts";
import { solid } from "./solid.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { composeReport } from "./whole-document.ts";

const samples = ["beidaihe", "suzhou", "korla", "forms/ziping"];
const folderOf = (sample: string) => new URL(`../../data/${sample}/`, import.meta.url);

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

/** What all projects of the self-evaluation come to, by hand. */
const atTheEnd = [
  ...["3", "203.00", "194.60", "95.86%", "91.60", "1"],
  ...["优", "90分及以上", "2", "66.67%", "良", "80分及以上，低于90分", "0", "0.00%"],
  ...["中", "60分及以上，低于80分", "33.33%", "差", "低于60分"],
];

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
        if (found === undefined) expect(isFieldName(field), source).toBe(true);
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
    const computed = sample === "forms/ziping" ? atTheEnd : [];
    expect(texts.filter((text) => !solid(own).includes(text) && !computed.includes(text))).toEqual([]);
  });

  test("every value of an indicator that the form prints has a cell", () => {
    const sources = new Set(
      printed.flatMap(({ project, sources }) => sources.map((one) => `${project} ${one}`)),
    );
    const indicators = department.projects.flatMap((project, index) =>
      project.indicators.map((_, row) => `${index + 1} indicators.${row}.level3`),
    );
    expect(indicators.filter((cell) => !sources.has(cell))).toEqual([]);
  });
});

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
