/** A folder of exports → its laid pages and its PDF, stage by stage in this process: what pictures are made of. */
import { formatPlace, type Report, severityOf } from "../diagnostics/index.ts";
import { testFonts } from "./fonts.ts";
import { readSources, runSources } from "./run-case.ts";
import { readShippedForms } from "./shipped-forms.ts";
import { composeReport, type LaidDocument, layOut, resolveDocument, writePdf } from "./whole-document.ts";

const data = new URL("../../data/", import.meta.url);

/** The pages of a sample department, below `data/`. */
export function layDepartment(folder: string): LaidDocument {
  const sources = readSources(new URL(`${folder}/`, data));
  const { normalised } = runSources(sources, { folder, forms: readShippedForms() });
  if (normalised === undefined) throw new Error(`${folder} cannot be read`);
  const document = composeReport({ ...normalised, draft: false, day: "2024-01-15" }, failOnError);
  const resolved = document && resolveDocument(document, failOnError);
  if (resolved === undefined) throw new Error(`${folder} cannot be composed`);
  return layOut(resolved, testFonts(), failOnError);
}

export async function printPdf(laid: LaidDocument): Promise<Uint8Array> {
  const createdAt = new Date("2024-01-15T00:00:00Z");
  return writePdf(laid, { createdAt, fonts: testFonts() });
}

/** A report that lets findings pass that leave the print whole. */
export const failOnError: Report = (finding) => {
  const severity = severityOf(finding);
  if (severity === "error" || severity === "failure")
    throw new Error(`${formatPlace(finding.at)} ${finding.code} ${finding.found ?? ""}`);
};
