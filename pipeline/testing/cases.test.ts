/**
 * Every folder of `cases/`: its records and findings, and the same in every other dress. `case.json` may name the only
 * form to choose, and say under `ordered` why the order of the columns is part of what is read. `forms/` may hold forms
 * of its own.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { severityOf } from "../diagnostics/index.ts";
import type { Source } from "../read/index.ts";
import { describeDepartment } from "./describe-department.ts";
import { dresses, shuffleColumns } from "./dress-source.ts";
import { type CaseResult, describeFindings, readSources, runSources, withOwnForms } from "./run-case.ts";
import { readShippedForms } from "./shipped-forms.ts";

type CaseOptions = { readonly form?: string; readonly ordered?: string };

const cases = new URL("./cases/", import.meta.url);
const forms = readShippedForms();
const accept = process.env.ACCEPT === "1";

for (const name of readdirSync(cases)) {
  describe(name, () => {
    const folder = new URL(`${name}/`, cases);
    const sources = readSources(folder);
    const caseFile = new URL("case.json", folder);
    const options: CaseOptions = existsSync(caseFile) ? JSON.parse(readFileSync(caseFile, "utf8")) : {};
    const known = withOwnForms(forms, new URL("forms/", folder));
    const run = (from: readonly Source[], form = options.form): CaseResult =>
      runSources(from, { form, folder: name, forms: known });
    const result = run(sources);

    test("gives its records", () => expectGolden(new URL("records.txt", folder), recordsOf(result)));
    test("gives its findings", () => {
      expectGolden(new URL("findings.txt", folder), describeFindings(result.diagnostics));
    });
    test("fails only with a failure", () => {
      const failures = result.diagnostics.filter((diagnostic) => severityOf(diagnostic) === "failure");
      expect(result.normalised === undefined).toBe(failures.length > 0);
    });

    if (result.normalised === undefined || !sources.every(isPlain)) return;
    test.each(dresses)("says the same in another dress: %s", (_, dress) => {
      const dressed = run(sources.map(dress));
      expect(recordsOf(dressed)).toBe(recordsOf(result));
      expect(describeFindings(dressed.diagnostics)).toBe(describeFindings(result.diagnostics));
    });

    if (options.ordered !== undefined) return;
    test("says the same with its columns shuffled", () => {
      // In the form that fitted: what a column called 单位 is taken for, and so which form fits, may depend on the order.
      const shuffled = run(sources.map(shuffleColumns), result.normalised?.form.id);
      expect(withoutColumns(recordsOf(shuffled))).toEqual(withoutColumns(recordsOf(result)));
      const lines = (one: CaseResult) =>
        describeFindings(one.diagnostics).replaceAll(columns, "").split("\n");
      expect(lines(shuffled).toSorted()).toEqual(lines(result).toSorted());
    });
  });
}

/** The letters in `export.csv:3:B「项目名称」`. */
const columns = /(?<=:\d+):[A-Z]{1,2}(?=「|[\s"]|$)/gmu;

/** The records as data, as the order of columns is also the order of an indicator's fields. */
function withoutColumns(records: string): unknown {
  return JSON.parse(records.slice(records.indexOf("{")).replaceAll(columns, ""));
}

function recordsOf({ normalised }: CaseResult): string {
  return normalised === undefined
    ? ""
    : `form: ${normalised.form.id}\n${describeDepartment(normalised.department)}`;
}

/** An empty text has no golden. */
function expectGolden(file: URL, actual: string): void {
  if (accept && actual === "") rmSync(file, { force: true });
  else if (accept) writeFileSync(file, actual);
  if (!existsSync(file) && actual !== "") throw new Error(`no golden ${file.pathname}: accept and read it`);
  expect(actual).toBe(existsSync(file) ? readFileSync(file, "utf8") : "");
}

/** Whether a source can be put into another dress: a text in UTF-8, all of which is read. */
function isPlain({ bytes }: Source): boolean {
  if ((bytes[0] === 0x50 && bytes[1] === 0x4b) || bytes.includes(0)) return false;
  try {
    return !new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes).startsWith("\uFEFF");
  } catch {
    return false;
  }
}
