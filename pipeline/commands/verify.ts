/** Departments and what was published of them → whether the files say what the data say: nothing is written. */
import { join } from "node:path";
import { type DepartmentRun, type RunResult, readFolders } from "../batch/index.ts";
import type { Finding } from "../catalogue/index.ts";
import { type RenderedReport, renderReport } from "../compose/index.ts";
import { FindingsFile, listNames, type Manifest } from "../contracts/index.ts";
import {
  type DocumentFile,
  findPublicLeaks,
  hasFailure,
  type LeftUnprinted,
  loadReadBack,
  notPrinted,
  type PublicPrint,
  type Readback,
  renderPublicly,
  type ValuesToPrint,
  valuesToPrint,
} from "../department/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { inPublic, readManifest } from "../editions/index.ts";
import { displayPath, parseJson, readText } from "../files/index.ts";
import { type DepartmentFolder, realPathOf } from "../find/index.ts";
import { isOutputFormat } from "../model/index.ts";
import { type DepartmentRead, figuresRead } from "../rollup/index.ts";
import { publishedAt } from "./published-at.ts";
import { readDocuments } from "./read-published.ts";
import type { VerifiedDepartment } from "./verified-department.ts";
import { verifyRollup } from "./verify-rollup.ts";

export type VerifyOptions = {
  /** Of data; or of reports, or reports themselves, of which a run's record says where their data are. */
  readonly folders: readonly string[];
  /** Where their reports are. */
  readonly out: string;
  readonly templates: string | undefined;
  readonly limits?: string | undefined;
  readonly signal: AbortSignal;
};

export type Verified =
  | { readonly kind: "refused"; readonly exitCode: 2 | 130; readonly problems: readonly Finding[] }
  | ({
      readonly kind: "done";
      /** 1 if a file differs, or a department or its report could not be read. */
      readonly exitCode: 0 | 1;
      readonly departments: readonly VerifiedDepartment[];
    } & Pick<RunResult, "problems" | "brokenForms">);

export async function verify({ folders, out, signal, ...options }: VerifyOptions): Promise<Verified> {
  const reports = new Map<string, string>();
  const data: string[] = [];
  for (const word of folders) {
    const published = await publishedAt(word);
    if (published !== undefined && "code" in published)
      return { kind: "refused", exitCode: 2, problems: [published] };
    data.push(published?.data ?? word);
    if (published !== undefined) reports.set(await realPathOf(published.data), published.report);
  }
  const reportOf = ({ realPath, output }: DepartmentFolder) => reports.get(realPath) ?? join(out, output);
  const editions = new Map<string, Manifest | undefined>();
  const read = await readFolders<Rendered>(data, {
    ...{ ...options, signal },
    before: async (department) =>
      void editions.set(department.realPath, await readManifest(reportOf(department))),
    // Only the watermark of a draft has a day.
    take: (records, { report, raw, findings, ignored }, department) => {
      const unfit: Finding[] = [];
      const tools = { ...raw, day: "", findings, ignored, report: (one: Finding) => unfit.push(one) };
      return {
        rendered: renderReport({ ...records, draft: false, day: "" }, report),
        wanted: valuesToPrint(records),
        rolled: { ...figuresRead(records), department, rendered: undefined },
        publicly: editions.get(department.realPath)?.public && renderPublicly(records, tools),
        unfit,
      };
    },
  });
  if (read.kind === "refused") return read;
  const departments: VerifiedDepartment[] = [];
  for (const { department, result, value } of read.departments) {
    if (signal.aborted) return { kind: "refused", exitCode: 130, problems: [] };
    const { folder, name } = result;
    const failures = result.findings.filter((finding) => hasFailure([finding]));
    const since = performance.now();
    const verified =
      value?.rendered === undefined
        ? nothing(failures)
        : await verifyEdition(
            { folder: reportOf(department), manifest: editions.get(department.realPath) },
            { ...value, rendered: value.rendered },
          );
    const seconds = Math.round(performance.now() - since) / 1000;
    departments.push({ folder, name, seconds, ...verified });
  }
  const whole =
    reports.size === 0 ? await verifyRollup(read.departments.map(rolledUp), { ...options, out }) : undefined;
  if (whole !== undefined) departments.push(whole);
  const isSound = departments.every(({ findings }) => !hasFailure(findings));
  const { problems, library } = read;
  return { kind: "done", exitCode: isSound ? 0 : 1, departments, problems, brokenForms: library.broken };
}

function rolledUp({ value, ...one }: DepartmentRun<Rendered>): DepartmentRun<DepartmentRead> {
  return { ...one, value: value?.rolled };
}

type Rendered = {
  /** What a roll-up takes of it. */
  readonly rolled: DepartmentRead;
  /** Absent if a template failed: reported. */
  readonly rendered: RenderedReport | undefined;
  readonly wanted: readonly ValuesToPrint[];
  /** Absent if no such edition was published. */
  readonly publicly: PublicPrint | undefined;
  /** Why the edition that may be published would not be made today. */
  readonly unfit: readonly Finding[];
};

type VerifiedEdition = Pick<VerifiedDepartment, "files" | "readback" | "findings">;

function nothing(findings: readonly Finding[]): VerifiedEdition {
  return { files: [], findings };
}

type Printed = Rendered & { readonly rendered: RenderedReport };

type EditionIn = { readonly folder: string; readonly manifest: Manifest | undefined };

async function verifyEdition({ folder, manifest }: EditionIn, printed: Printed): Promise<VerifiedEdition> {
  const isFinal = manifest?.draft === false && manifest.files.some(({ format }) => isOutputFormat(format));
  if (manifest === undefined || !isFinal) {
    const at = { kind: "file", file: displayPath(folder) } as const;
    return nothing([{ code: "report-not-published", at, args: {} }]);
  }
  const lacking = await notPrintedIn(folder);
  const own = await verifyFiles(folder, manifest.files, { ...printed, ...lacking });
  const { publicly, unfit } = printed;
  if (manifest.public === undefined || publicly === undefined) return own;
  const { cut = [] } = manifest.public;
  const published = manifest.public.files.map((file) => ({ ...file, name: inPublic(file.name) }));
  // No character is missing from it, and where projects are left out or names masked it has texts of its own.
  const its = await verifyFiles(folder, published, { ...publicly, missing: new Set(), cut });
  const told = new Set(its.findings.filter(({ code }) => code === damaged).map(fileOf));
  const leaks = (await findPublicLeaks(its.documents, publicly.secrets)).filter(
    (leak) => leak.code !== damaged || !told.has(fileOf(leak)),
  );
  return {
    files: [...own.files, ...its.files],
    readback: own.readback && its.readback && added(own.readback, its.readback),
    findings: [...own.findings, ...unfit, ...its.findings, ...leaks],
  };
}

const damaged = "written-file-damaged";

function fileOf({ at }: Finding): string | undefined {
  return "file" in at ? at.file : undefined;
}

function added(one: Readback, other: Readback): Readback {
  return {
    cells: one.cells + other.cells,
    pages: one.pages + other.pages,
    pagesRead: one.pagesRead + other.pagesRead,
  };
}

type Files = Pick<Rendered, "rendered" | "wanted"> & LeftUnprinted;

async function verifyFiles(
  folder: string,
  files: Manifest["files"],
  { rendered, wanted, missing, cut }: Files,
): Promise<VerifiedEdition & { readonly documents: readonly DocumentFile[] }> {
  const problems: Diagnostic[] = [];
  const documents = await readDocuments(folder, files, (problem) => problems.push(problem));
  if (rendered === undefined) return { files: [], documents, findings: problems };
  const { readBack } = await loadReadBack();
  const { findings, readback } = readBack(rendered, documents, {
    verification: "full",
    missing,
    cut,
    wanted,
    parts: [],
  });
  const read = documents.map(({ name }) => name);
  return { files: read, documents, readback, findings: [...problems, ...findings] };
}

/** What could not be printed when it was built, as its list of findings says. */
async function notPrintedIn(folder: string): Promise<LeftUnprinted> {
  const [, json] = listNames;
  const text = await readText(join(folder, json)).catch(() => "");
  const { findings = [], ignored = [] } = FindingsFile.safeParse(parseJson(text)).data ?? {};
  return notPrinted([...findings, ...ignored]);
}
