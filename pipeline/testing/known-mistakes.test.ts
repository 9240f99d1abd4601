/** What the checker finds of the mistakes that stand in the sample departments, by kind. */
import { describe, expect, test } from "vitest";
import type { Finding } from "../catalogue/index.ts";
import { columnLetters, type Place } from "../diagnostics/index.ts";
import { beidaihe } from "./known-mistakes/beidaihe.ts";
import type { KnownMistake } from "./known-mistakes/known-mistake.ts";
import { korla } from "./known-mistakes/korla.ts";
import { suzhou } from "./known-mistakes/suzhou.ts";
import { readSources, runSources } from "./run-case.ts";
import { readShippedForms } from "./shipped-forms.ts";

const forms = readShippedForms();
const samples = Object.entries({ beidaihe, suzhou, korla }).map(([folder, mistakes]) => {
  const sources = readSources(new URL(`../../data/${folder}/`, import.meta.url));
  return { folder, mistakes, findings: runSources(sources, { folder, forms }).diagnostics };
});

/** As the lists name places. */
function nameOf(place: Place): string {
  if (place.kind === "cell") return `${place.file} ${columnLetters(place.column ?? 0)}${place.row}`;
  if (place.kind !== "json") return place.kind === "file" ? place.file : "";
  return place.file === "department.json" ? `${place.file} ${place.pointer}` : place.pointer;
}

function isFound({ at }: KnownMistake, code: string, findings: readonly Finding[]): boolean {
  const named = findings
    .filter((finding) => finding.code === code)
    .flatMap((finding) => [finding.at, ...(finding.also ?? [])].map(nameOf));
  return at.every((place) => named.includes(place));
}

describe.each(samples)("$folder", ({ mistakes, findings }) => {
  const listed = Object.entries(mistakes).flatMap(([kind, of]) => of.map((one) => ({ kind, ...one })));
  const expected = listed.flatMap((one) => ("code" in one ? one : []));

  test.each(expected)("$kind: $what", (one) => {
    expect(isFound(one, one.code, findings)).toBe(true);
  });
});

test("recall by kind", () => {
  const counts: Record<string, string> = {};
  const all = samples.flatMap(({ mistakes }) => Object.entries(mistakes));
  for (const kind of new Set(all.map(([name]) => name))) {
    const of = all.flatMap(([name, some]) => (name === kind ? some : []));
    counts[kind] = `${of.filter((one) => "code" in one).length} of ${of.length}`;
  }
  expect(counts).toMatchInlineSnapshot(`
    {
      "completeness": "25 of 27",
      "copies": "10 of 10",
      "direction": "3 of 3",
      "levels": "7 of 8",
      "money": "2 of 2",
      "relations": "2 of 3",
      "spelling": "2 of 4",
      "time": "2 of 2",
      "values": "11 of 14",
      "wording": "18 of 21",
    }
  `);
});
