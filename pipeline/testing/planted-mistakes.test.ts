/** What the checker finds of mistakes planted in clean departments, and that it finds nothing else. */
import { describe, expect, test } from "vitest";
import type { Finding } from "../catalogue/index.ts";
import { severityOf } from "../diagnostics/index.ts";
import { cleanDepartments, type Planted, planted as plantedFirst } from "./known-mistakes/planted.ts";
import { plantedAfresh } from "./known-mistakes/planted-afresh.ts";
import { plantedElsewhere } from "./known-mistakes/planted-elsewhere.ts";
import { plantedLater } from "./known-mistakes/planted-later.ts";
import { plantedOnce } from "./known-mistakes/planted-once.ts";
import { plantedTogether } from "./known-mistakes/planted-together.ts";
import { readSources, runSources } from "./run-case.ts";
import { readShippedForms } from "./shipped-forms.ts";

const forms = readShippedForms();
const planted = [...plantedFirst, ...plantedElsewhere, ...plantedLater, ...plantedAfresh, ...plantedOnce];

function check(folder: Planted["in"], change?: Planted): readonly Finding[] {
  const sources = readSources(new URL(`clean-departments/${folder}/`, import.meta.url)).map((source) => {
    if (source.name !== change?.file) return source;
    const text = new TextDecoder().decode(source.bytes);
    if (!text.includes(change.from)) throw new Error(`${folder}/${source.name} has no ${change.from}`);
    const changed = change.everywhere
      ? text.replaceAll(change.from, () => change.to)
      : text.replace(change.from, () => change.to);
    return { ...source, bytes: new TextEncoder().encode(changed) };
  });
  const { normalised, diagnostics } = runSources(sources, { folder, forms });
  if (normalised === undefined) throw new Error(`${folder} cannot be read`);
  return diagnostics;
}

const notesAmong = (findings: readonly Finding[]) =>
  findings.filter((finding) => severityOf(finding) === "info");
const graveOf = (findings: readonly Finding[]) =>
  findings.filter((finding) => severityOf(finding) !== "info").map(({ code }) => code);

const clean = Object.fromEntries(cleanDepartments.map((folder) => [folder, check(folder)]));

test.each(cleanDepartments)("%s has no errors and no warnings", (folder) => {
  expect(graveOf(clean[folder] ?? [])).toEqual([]);
});

describe.each([...new Set(planted.map(({ kind }) => kind))])("%s", (kind) => {
  test.each(planted.filter((one) => one.kind === kind))("$in: $from → $to", (change) => {
    const found = check(change.in, change);
    if ("missed" in change) {
      expect(graveOf(found)).toEqual([]);
      return;
    }
    const noted = newIn(notesAmong(found), notesAmong(clean[change.in] ?? [])).filter((code) =>
      change.codes.some((one) => one === code),
    );
    expect([...graveOf(found), ...noted].sort()).toEqual([...change.codes].sort());
  });
});

test.each(Object.entries(plantedTogether))("all at once in %s", (folder, files) => {
  const sources = readSources(new URL(`clean-departments/${folder}/`, import.meta.url)).map((source) => {
    const changes = files[source.name] ?? [];
    const text = changes.reduce((whole, [from, to]) => {
      expect(whole).toContain(from);
      return whole.replaceAll(from, () => to);
    }, new TextDecoder().decode(source.bytes));
    return { ...source, bytes: new TextEncoder().encode(text) };
  });
  const found = graveOf(runSources(sources, { folder, forms }).diagnostics);
  expect(found.sort()).toEqual(
    Object.values(files)
      .flatMap((changes) => changes.map(([, , code]) => code))
      .sort(),
  );
});

/** The codes of those that there were fewer of before. */
function newIn(found: readonly Finding[], before: readonly Finding[]): readonly string[] {
  const count = (findings: readonly Finding[], code: string) =>
    findings.filter((one) => one.code === code).length;
  return found.map(({ code }) => code).filter((code) => count(found, code) > count(before, code));
}

test("recall by kind of those listed before the rules were read", () => {
  const kinds = [...new Set(plantedElsewhere.map(({ kind }) => kind))];
  const recall = kinds.map((kind) => {
    const of = plantedElsewhere.filter((one) => one.kind === kind);
    return [kind, `${of.filter((one) => "codes" in one).length} of ${of.length}`];
  });
  expect(Object.fromEntries(recall)).toMatchInlineSnapshot(`
    {
      "completeness": "10 of 10",
      "copies": "3 of 3",
      "direction": "9 of 10",
      "levels": "2 of 2",
      "money": "4 of 4",
      "relations": "20 of 20",
      "spelling": "3 of 3",
      "time": "7 of 8",
      "values": "6 of 6",
      "wording": "8 of 8",
    }
  `);
});
