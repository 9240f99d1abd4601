/** A department of so many projects → what every route took for it, medians of rounds in which the routes take turns. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { generateDepartment } from "./generate-department.ts";
import { type Inspection, inspectDocx, inspectPdf } from "./inspect-output.ts";
import { isFailure, type Job, medianOutcome, type Outcome } from "./measurement.ts";
import type { RouteName } from "./routes.ts";
import { runCommand, runLibreOffice, runRoute } from "./run-route.ts";
import type { Phrases } from "./sample-phrases.ts";

export type Setting = {
  readonly root: string;
  readonly program: string;
  /** Temporary; emptied by whoever made it. */
  readonly folder: string;
  readonly phrases: Phrases;
  readonly rounds: number;
  readonly hasLibreOffice: boolean;
  /** One round, and no peer: of a size at which some take an hour. */
  readonly alone: boolean;
  readonly log: (line: string) => void;
};

export type SizeResult = {
  readonly projects: number;
  readonly rounds: number;
  readonly outcomes: Readonly<Record<string, Outcome>>;
  /** By file name. */
  readonly files: Readonly<Record<string, Inspection | undefined>>;
};

const ourRoutes = ["ours", "pdf-floor", "docx-floor"] as const satisfies readonly RouteName[];
const peers = [
  "pdfmake",
  "typst",
  "typst-untagged",
  "typst-again",
  "docx",
  "docxtemplater",
] as const satisfies readonly RouteName[];

/** Above this LibreOffice and repeated runs of peers take hours. */
export const large = 1000;

export async function benchSize(projects: number, setting: Setting): Promise<SizeResult> {
  const { phrases, program, root, alone, log } = setting;
  const rounds = alone ? 1 : setting.rounds;
  const work = join(setting.folder, String(projects));
  const exports = join(work, "exports");
  const edited = join(work, "edited", "exports");
  generateDepartment(exports, phrases, { seed: projects, projects });
  generateDepartment(edited, phrases, { seed: projects, projects, edited: projects >> 1 });
  const job: Job = { root, program, exports, edited, work };
  const prepared = await runRoute("prepare", job);
  if (isFailure(prepared)) throw new Error(`${projects} projects cannot be prepared: ${prepared.failed}`);
  const runs: Record<string, Outcome[]> = {};
  const take = async (name: string, run: () => Promise<Outcome>) => {
    const outcome = await run();
    const cost = isFailure(outcome) ? outcome.failed : `${outcome.cpu.toFixed(2)} CPU s`;
    log(`${projects} projects, ${name}: ${cost}`);
    runs[name] = [...(runs[name] ?? []), outcome];
  };
  for (let round = 0; round < rounds; round++) {
    for (const name of ourRoutes) await take(name, () => runRoute(name, job));
    await takeBuilds(job, take);
    await take("preview", () => runRoute("preview", job));
    if (alone || (projects > large && round > 0)) continue;
    for (const name of peers) await take(name, () => runRoute(name, job));
    if (setting.hasLibreOffice && projects <= large)
      await take("libreoffice", () => runLibreOffice(join(work, "ours.docx"), join(work, "libreoffice")));
  }
  const outcomes = Object.fromEntries(Object.entries(runs).map(([name, all]) => [name, medianOutcome(all)]));
  const files = await inspect(work, setting.hasLibreOffice && projects <= large);
  rmSync(work, { recursive: true, force: true });
  return { projects, rounds, outcomes, files };
}

type Take = (name: string, run: () => Promise<Outcome>) => Promise<void>;

/** A build into an empty folder, and one into the same folder after a person has edited one project. */
async function takeBuilds({ program, exports, edited, work }: Job, take: Take): Promise<void> {
  const out = join(work, "out");
  rmSync(out, { recursive: true, force: true });
  const words = ["--out", out, "--date", "2024-01-15"];
  await take("build", () => runCommand(program, ["build", exports, ...words]));
  await take("rebuild", () => runCommand(program, ["build", edited, ...words]));
}

async function inspect(work: string, printed: boolean): Promise<SizeResult["files"]> {
  for (const name of ["docx", "docxtemplater"])
    if (printed) await runLibreOffice(join(work, `${name}.docx`), join(work, "libreoffice"));
  const docx = (name: string) =>
    inspectDocx(join(work, `${name}.docx`), join(work, "libreoffice", `${name}.pdf`));
  const pdf = (name: string) => inspectPdf(join(work, name));
  return {
    "ours.pdf": pdf("ours.pdf"),
    "pdfmake.pdf": pdf("pdfmake.pdf"),
    "typst.pdf": pdf("typst.pdf"),
    "typst-untagged.pdf": pdf("typst-untagged.pdf"),
    "libreoffice.pdf": pdf("libreoffice/ours.pdf"),
    "ours.docx": docx("ours"),
    "docx.docx": docx("docx"),
    "docxtemplater.docx": docx("docxtemplater"),
  };
}
