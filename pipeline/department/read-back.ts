/** A typeset report → what its files say otherwise than it does: they are read back before anything is published. */
import { composePart, type RenderedReport } from "../compose/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import {
  type ExpectedPart,
  type ExpectedReport,
  type Fault,
  packSaid,
  type Readback,
  unpackSaid,
  verifyReport,
} from "../verify/index.ts";
import type { OpenPart } from "./add-contents.ts";
import type { LeftUnprinted } from "./not-printed.ts";
import type { FinishedPart } from "./part.ts";
import { type ToSay, toSayOf } from "./to-say.ts";
import type { DocumentFile } from "./typeset-document.ts";
import { openPrintedValues, type ValuesToPrint } from "./unprinted-values.ts";

/**
 * sampled: of what is made now the DOCX in full, and of the PDF the pages of some parts; of what an earlier build made,
 * and read back then, the headings and their pages.
 */
export type Verification = "full" | "sampled" | "none";

export type ReadBack = {
  readonly findings: readonly Diagnostic[];
  readonly readback?: Readback | undefined;
};

export type ReadBackOptions = LeftUnprinted & {
  readonly verification: Exclude<Verification, "none">;
  /** What is to be printed of each project. */
  readonly wanted: readonly ValuesToPrint[];
  /** Of each part, in their order, what is known of it: nothing of files that were made elsewhere. */
  readonly parts: readonly PartAsMade[];
};

export type PartAsMade = Pick<OpenPart, "part" | "isReused" | "toSay">;

/** What an earlier build made, and read back then. */
type ReusedPart = Pick<FinishedPart, "headings" | "values">;

/** Of the pages of a large PDF one in so many is read; always this many parts. */
const sampledShare = 10;
const leastSampled = 8;

const nothing: ToSay = { said: packSaid([]), printed: new Map() };

export function readBack(
  rendered: RenderedReport,
  files: readonly DocumentFile[],
  { verification, missing, cut, wanted, parts: made }: ReadBackOptions,
): ReadBack {
  const placed = rendered.sections.flatMap(({ parts, numbering }) =>
    parts.map((part) => ({ part, unnumbered: numbering === "none" })),
  );
  const parts = placed.map(({ part }) => part);
  const toSay = (index: number): ToSay => {
    const part = parts[index];
    if (part === undefined) return nothing;
    return made[index]?.toSay ?? toSayOf(composePart(part, rendered.markup, () => undefined) ?? [], part);
  };
  const reused = made.map(({ part, isReused }) => (isReused === true ? part : undefined));
  const known = verification === "full" ? [] : passedOver(parts.length, reused, toSay);
  const printed = openPrintedValues();
  const expectedParts = placed.map(({ part: { projects }, unnumbered }, index): ExpectedPart => {
    const before = known[index];
    if (before === undefined) {
      const { said, printed: fields } = toSay(index);
      printed.note(fields);
      return { said: () => unpackSaid(said), unnumbered };
    }
    const ordinals = projects.map(({ ordinal }) => ordinal);
    printed.noteReused(before.values.flat(), ordinals, () => toSay(index).printed);
    return { headings: before.headings, unnumbered };
  });
  const expected = {
    title: rendered.title,
    watermark: rendered.watermark,
    isRuled: (style: string) => (rendered.theme.table[style]?.border ?? 0) > 0,
    missing,
    cut,
    parts: expectedParts,
  };
  const back = readBackParts(expected, files, verification);
  const template = rendered.markup.files.findLast((path) => path.endsWith("project.hbs")) ?? "project.hbs";
  const leftOut = back.findings.length > 0 ? [] : printed.leftOut(wanted, template);
  return { ...back, findings: [...back.findings, ...leftOut] };
}

/** Files whose parts come from anywhere. */
export function readBackParts(
  expected: ExpectedReport,
  files: readonly DocumentFile[],
  verification: ReadBackOptions["verification"],
): ReadBack {
  const { title, parts } = expected;
  const read = [...parts.entries()].flatMap(([index, part]) => ("said" in part ? [index] : []));
  const chosen = verification === "full" ? read : sampleOf(title, read);
  const isWhole = chosen.length === parts.length;
  const among = new Set(chosen);
  const sample = isWhole ? undefined : (part: number) => among.has(part);
  const { readback, faults } = verifyReport(expected, files, { sample });
  return { readback, findings: faults.map(diagnosticOf) };
}

/** Whatever stands between two headings is passed over, so that only parts that end before a heading can be. */
function passedOver(
  count: number,
  reused: readonly (ReusedPart | undefined)[],
  toSay: (index: number) => ToSay,
): readonly (ReusedPart | undefined)[] {
  const known = new Array<ReusedPart | undefined>(count).fill(undefined);
  for (const index of [...known.keys()].toReversed()) {
    if (reused[index] === undefined) continue;
    const next = index + 1;
    const ends =
      next === count || known[next] !== undefined || unpackSaid(toSay(next).said)[0]?.kind === "heading";
    if (ends) known[index] = reused[index];
  }
  return known;
}

/** Equal reports have equal samples; those of other titles begin elsewhere. */
function sampleOf(title: string, parts: readonly number[]): readonly number[] {
  const distance = Math.max(1, Math.min(sampledShare, Math.floor(parts.length / leastSampled)));
  let seed = 0;
  for (const character of title) seed = (seed * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return parts.filter((_, index) => index % distance === seed % distance);
}

export function diagnosticOf({ file, ...fault }: Fault & { readonly file: string }): Diagnostic {
  const at = { kind: "file", file } as const;
  switch (fault.kind) {
    case "damaged":
      return { code: "written-file-damaged", at, args: fault };
    case "structure":
      return { code: "written-structure-broken", at, args: fault };
    case "title":
      return { code: "written-title-differs", at, args: fault };
    case "cell":
      return { code: "written-cell-differs", at, args: fault };
    case "span":
      return { code: "written-merge-differs", at, args: fault };
    case "grid":
      return { code: "written-table-differs", at, args: fault };
    case "text":
      return { code: "written-text-differs", at, args: fault };
    case "lost":
      return { code: "written-block-lost", at, args: fault };
    case "extra":
      return { code: "written-block-extra", at, args: fault };
    case "comment":
      return { code: "written-comment-differs", at, args: fault };
    case "contents":
      return { code: "written-contents-differ", at, args: fault };
    case "page":
      return { code: "written-page-differs", at, args: fault };
  }
}
