/** The roll-up of an output folder and the departments that were read → whether it says what their data say. */
import { join } from "node:path";
import { readForms } from "../assets/forms/index.ts";
import { loadRollup } from "../compose/index.ts";
import { type Manifest, Rollup } from "../contracts/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { readManifest } from "../editions/index.ts";
import { displayPath, parseJson, readText } from "../files/index.ts";
import { isOutputFormat } from "../model/index.ts";
import { givenLimits } from "../options/index.ts";
import { asPublished, type DepartmentsRead, verifySummary } from "../rollup/index.ts";
import { readDocuments, readPublished } from "./read-published.ts";
import { rollupFolder } from "./rollup.ts";
import type { VerifiedDepartment } from "./verified-department.ts";

type Options = {
  readonly out: string;
  readonly templates: string | undefined;
  readonly limits?: string | undefined;
};

/** Undefined if none was published. */
export async function verifyRollup(
  read: DepartmentsRead,
  { out, templates, limits }: Options,
): Promise<VerifiedDepartment | undefined> {
  const folder = join(out, rollupFolder);
  const manifest = await readManifest(folder);
  if (manifest === undefined || manifest.draft || manifest.form !== "rollup") return undefined;
  const since = performance.now();
  const problems: Diagnostic[] = [];
  const report = (problem: Diagnostic) => problems.push(problem);
  const about = { folder: displayPath(folder), name: manifest.title };
  const seconds = () => Math.round(performance.now() - since) / 1000;
  const text = await readText(join(folder, figuresName)).catch(() => "");
  const published = Rollup.safeParse(parseJson(text)).data;
  const own = published && asPublished(read, published);
  if (published === undefined || own === undefined) {
    const at = { kind: "file", file: displayPath(join(folder, figuresName)) } as const;
    const damaged = { code: "written-file-damaged", at, args: { what: "JSON", where: figuresName } } as const;
    const others = { code: "rollup-not-compared", at, args: {} } as const;
    return {
      ...about,
      files: [],
      seconds: seconds(),
      findings: [published === undefined ? damaged : others],
    };
  }
  const sources = await readForms(templates, report, givenLimits(limits));
  const form = sources && loadRollup([...sources.shared, ...sources.rollup], report, sources.limits);
  const documents = await readDocuments(folder, manifest.files, report);
  const lists = await readPublished(folder, manifest.extras, report);
  await verifyVolume(folder, manifest.files, report);
  const back = form && (await verifySummary(own, { published, form, documents, lists }, report));
  return {
    ...about,
    files: [...documents, ...lists].map(({ name }) => name),
    readback: back?.readback,
    seconds: seconds(),
    findings: [...problems, ...(back?.findings ?? [])],
  };
}

const figuresName = "rollup.json";

/** A volume holds the departments' reports: whether it is the one that was published. */
async function verifyVolume(
  folder: string,
  files: Manifest["files"],
  report: (problem: Diagnostic) => void,
): Promise<void> {
  const volumes = files.filter(({ format }) => !isOutputFormat(format));
  await readPublished(folder, volumes, (problem) => {
    const args = { what: "DOCX, PDF", where: "SHA-256" };
    const isEdited = problem.code === "report-edited";
    report(isEdited ? { code: "written-file-damaged", at: problem.at, args } : problem);
  });
}
