/** The documents of the samples, as validators see them that are not ours: final, draft, and in one volume. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { buildSamples, samplesOut } from "./built-samples.ts";
import { checkPdfTags } from "./check-pdf-tags.ts";
import { runTool } from "./outside-tools.ts";
import { runPreflight } from "./preflight.ts";
import { readAloud } from "./read-aloud.ts";
import { readTaggedPdf } from "./read-pdf-tags.ts";
import { reportIn } from "./report-in.ts";
import { runHere } from "./run-here.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const samples = join(import.meta.dirname, "..", "..", "data");
const work = temporaryFolder();
const [rolledUp, drafts] = [join(work, "rolled-up"), join(work, "drafts")];

beforeAll(async () => {
  expect(await buildSamples()).toMatchObject({ exitCode: 0 });
  for (const words of [
    ["build", join(samples, "suzhou"), "--out", drafts, "--draft"],
    ["rollup", samples, "--out", rolledUp, "--volume"],
  ])
    expect(await runHere(...words, "--format", "pdf")).toMatchObject({ exitCode: 0 });
});

const pdfIn = (folder: string, words?: string): string => reportIn(folder, "pdf", words);

const forms = readdirSync(join(samples, "forms"));

const documents = [
  ...["beidaihe", "korla", "suzhou", ...forms.map((form) => `forms/${form}`)].map(
    (folder) => [folder, () => pdfIn(join(samplesOut, folder)), false] as const,
  ),
  ["a draft", () => pdfIn(join(drafts, "suzhou", "draft")), true],
  ["the summary", () => pdfIn(join(rolledUp, "汇总"), "汇总表"), false],
  ["the volume", () => pdfIn(join(rolledUp, "汇总"), "合订本"), false],
] as const;

test("Preflight passes all but for what PDF/A-2 allows, and finds a font that is not embedded", async (context) => {
  const [plain, broken] = [join(work, "plain.pdf"), join(work, "broken.pdf")];
  const unpack = ["--qdf", "--object-streams=disable", pdfIn(join(samplesOut, "korla")), plain];
  await runTool(context, "qpdf", unpack);
  const text = readFileSync(plain).toString("latin1");
  writeFileSync(broken, Buffer.from(text.replace("/FontFile2", "/FontFileX"), "latin1"));
  const ours = documents.map(([, path, draft]) => ({ path: path(), draft }));
  const faults = await runPreflight(context, [...ours, { path: broken }]);
  expect(documents.map(([name], index) => [name, faults[index]])).toEqual(
    documents.map(([name]) => [name, []]),
  );
  expect(String(faults.at(-1))).toMatch(/FontFile/u);
});

describe.each(documents)("%s", (_, pdf) => {
  test("has tags without a fault", async (context) => {
    expect(checkPdfTags(await readTaggedPdf(context, readFileSync(pdf())))).toEqual([]);
  });
});

test("what a page break repeats is read once", async (context) => {
  const pdf = pdfIn(join(samplesOut, "suzhou"));
  const printed = (await runTool(context, "pdftotext", [pdf, "-"])).stdout;
  const spoken = (await readAloud(readFileSync(pdf))).flat();
  const count = (text: string, words: RegExp) => text.match(words)?.length ?? 0;
  const read = spoken.map(({ text }) => text).join("\n");
  const projects = spoken.filter(({ role, text }) => role === "H2" && /^\d+\./u.test(text)).length;
  expect(projects).toBe(6);
  // A header row has the label twice, for the mid-term and the annual half.
  expect(count(read, /三级指标/gu)).toBe(2 * projects);
  expect(count(printed, /三级指标/gu)).toBeGreaterThan(2 * projects);
  expect(count(printed, /（续）/gu)).toBeGreaterThan(0);
  expect(count(read, /（续）/gu)).toBe(0);
});

test("a contents entry is read with its page number, apart from the text and without the dots", async () => {
  const spoken = (await readAloud(readFileSync(pdfIn(join(samplesOut, "korla"))))).flat();
  const entries = spoken.filter(({ role }) => role === "Link").map(({ text }) => text);
  const texts = [
    "第一部分 部门整体绩效目标",
    " 1",
    "一、分项绩效目标",
    " 1",
    "第二部分 预算项目绩效目标",
    " 3",
  ];
  expect(entries.slice(0, texts.length)).toEqual(texts);
  expect(entries.join("")).not.toContain("..");
});
