/** What the checker finds of mistakes planted in clean departments, and that it finds nothing else. */
import { describe, expect, test } from "vitest";
import type { Finding } from "../catalogue/index.ts";
import { severityOf } from "../diagnostics/index.ts";
import { type Planted, planted } from "./known-mistakes/planted.ts";
import { isOfRule, readSources, runSources } from "./run-case.ts";
import { readShippedForms } from "./shipped-forms.ts";

const forms = readShippedForms();
const departments = ["jiaoyu", "shuili", "weisheng"] as const;

function check(folder: Planted["in"], change?: Planted): readonly Finding[] {
  const sources = readSources(new URL(`clean-departments/${folder}/`, import.meta.url)).map((source) => {
    if (source.name !== change?.file) return source;
    const text = new TextDecoder().decode(source.bytes);
    if (!text.includes(change.from)) throw new Error(`${folder}/${source.name} has no ${change.from}`);
    return { ...source, bytes: new TextEncoder().encode(text.replace(change.from, () => change.to)) };
  });
  const { normalised, diagnostics } = runSources(sources, { folder, forms });
  if (normalised === undefined) throw new Error(`${folder} cannot be read`);
  return diagnostics;
}

const graveOf = (findings: readonly Finding[]) =>
  findings.filter((finding) => severityOf(finding) !== "info").map(({ code }) => code);

const clean = Object.fromEntries(departments.map((folder) => [folder, check(folder)]));

test.each(departments)("%s has no errors and no warnings", (folder) => {
  expect(graveOf(clean[folder] ?? [])).toEqual([]);
});

describe.each([...new Set(planted.map(({ kind }) => kind))])("%s", (kind) => {
  test.each(planted.filter((one) => one.kind === kind))("$in: $from → $to", (change) => {
    const found = check(change.in, change);
    if ("missed" in change) {
      expect(graveOf(found)).toEqual([]);
      return;
    }
    expect([...new Set(graveOf(found))].sort()).toEqual([...change.codes].sort());
    expect(found.filter(isOfRule)).not.toEqual([]);
  });
});
