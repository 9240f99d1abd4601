/** A PDF → what Apache Preflight, which knows PDF/A-1b, says against it, beyond what PDF/A-2 allows and PDF/A-1 does not. */
import { existsSync } from "node:fs";
import type { TestContext } from "vitest";
import { runTool } from "./outside-tools.ts";

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
const allowedInDrafts = /^4\.1\.2 : Transparency error, ca entry in a ExtGState is invalid on page \d+$/u;

/** Skips the test where Java or Preflight is missing. */
export async function runPreflight(
  context: TestContext,
  pdf: string,
  { draft = false }: { readonly draft?: boolean } = {},
): Promise<readonly string[]> {
  const missing = jars.filter((jar) => !existsSync(jar));
  if (missing.length > 0) {
    if (process.env.CI === "true") throw new Error(`Preflight needs ${missing.join(", ")}`);
    context.skip(`Preflight needs ${missing.join(", ")}: what it would have checked is not checked here`);
  }
  const validator = "org.apache.pdfbox.preflight.Validator_A1b";
  const { stdout, stderr } = await runTool(context, "java", ["-cp", jars.join(":"), validator, pdf]);
  const [verdict = "", ...faults] = `${stdout}${stderr}`.split("\n").map((line) => line.trim());
  // It always has something to say: silence would be a validator that never ran.
  if (!verdict.endsWith("is not a valid PDF/A-1b file, error(s) :")) return [verdict, ...faults];
  const rules = draft ? [...allowed, allowedInDrafts] : allowed;
  return faults.filter((fault) => fault !== "" && !rules.some((rule) => rule.test(fault)));
}
