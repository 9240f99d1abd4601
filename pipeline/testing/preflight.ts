/** PDFs → what Apache Preflight, which knows PDF/A-1b, says against each, beyond what PDF/A-2 allows and PDF/A-1 does not. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DOMParser, type Element } from "@xmldom/xmldom";
import type { TestContext } from "vitest";
import { runTool } from "./outside-tools.ts";
import { childrenOf, descendantsOf, firstChild } from "./read-docx-xml.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** Debian's libpdfbox2-java and what its validator loads. */
const jars = [
  ...["pdfbox2", "fontbox2", "preflight", "xmpbox"],
  ...["commons-logging", "javax.activation", "jaxb-api"],
].map((name) => `/usr/share/java/${name}.jar`);

/** Exactly these: PDF/A-2 has cross-reference streams, needs no CIDSet, is part 2, and allows transparency. */
const allowed: readonly RegExp[] = [
  /^1\.4 : Trailer Syntax error, \/XRef cross reference streams are not allowed$/u,
  /^3\.1\.11 : Invalid Font definition, [A-Z]{6}\+\S+: The CIDSet entry is missing for the Composite Subset$/u,
  /^7\.11\.2 : Error on MetaData, part must be 1$/u,
];
const allowedInDrafts = /^4\.1\.2 : Transparency error, ca entry in a ExtGState is invalid$/u;

type PdfFile = { readonly path: string; readonly draft?: boolean };

/** In their order, each with its faults; Java starts once. Skips the test where Java or Preflight is missing. */
export async function runPreflight(
  context: TestContext,
  pdfs: readonly PdfFile[],
): Promise<readonly (readonly string[])[]> {
  const missing = jars.filter((jar) => !existsSync(jar));
  if (missing.length > 0) {
    if (process.env.CI === "true") throw new Error(`Preflight needs ${missing.join(", ")}`);
    context.skip(`Preflight needs ${missing.join(", ")}: what it would have checked is not checked here`);
  }
  const list = join(temporaryFolder(), "pdfs.txt");
  writeFileSync(list, pdfs.map(({ path }) => `${path}\n`).join(""));
  const validator = "org.apache.pdfbox.preflight.Validator_A1b";
  // Or Java would leave a folder in the system's temporary folder, whatever is set in the environment.
  const silently = "-XX:-UsePerfData";
  await runTool(context, "java", [silently, "-cp", jars.join(":"), validator, "xml", "group", list]);
  const results = readFileSync(`${list}.preflight.xml`, "utf8");
  const root = new DOMParser().parseFromString(results, "text/xml").documentElement;
  const verdicts = root === null ? [] : childrenOf(root, "preflight");
  if (verdicts.length !== pdfs.length) throw new Error(`Preflight looked at ${verdicts.length} files`);
  return verdicts.map((verdict, index) => faultsIn(verdict, pdfs[index]?.draft ?? false));
}

function faultsIn(verdict: Element, draft: boolean): readonly string[] {
  const faults = descendantsOf(verdict, "error").map(
    (error) => `${wordsOf(error, "code")} : ${wordsOf(error, "details")}`,
  );
  // It always has something to say: silence would be a validator that never ran.
  if (faults.length === 0) return [verdict.textContent ?? ""];
  const rules = draft ? [...allowed, allowedInDrafts] : allowed;
  return faults.filter((fault) => !rules.some((rule) => rule.test(fault)));
}

function wordsOf(error: Element, name: string): string {
  return firstChild(error, name)?.textContent?.trim() ?? "";
}
