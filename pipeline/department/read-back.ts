/** A typeset report → what its files say otherwise than it does: they are read back before anything is published. */
import { composePart, type RenderedReport } from "../compose/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { Block } from "../model/index.ts";
import { type Fault, type Readback, verifyReport } from "../verify/index.ts";
import type { DocumentFile } from "./typeset-document.ts";
import { openPrintedValues, type ValuesToPrint } from "./unprinted-values.ts";

/** sampled: the DOCX in full, and of the PDF the pages of some parts. */
export type Verification = "full" | "sampled" | "none";

export type ReadBack = {
  readonly findings: readonly Diagnostic[];
  /** Absent if none of the files can be read back. */
  readonly readback?: Readback | undefined;
};

type ReadBackOptions = {
  readonly verification: Exclude<Verification, "none">;
  /** Characters that no font has, which are drawn as another. */
  readonly missing: ReadonlySet<string>;
  /** What is to be printed of each project. */
  readonly wanted: readonly ValuesToPrint[];
};

/** Of the pages of a large PDF one in so many is read; always this many parts. */
const sampledShare = 10;
const leastSampled = 8;

export function readBack(
  rendered: RenderedReport,
  files: readonly DocumentFile[],
  { verification, missing, wanted }: ReadBackOptions,
): ReadBack {
  const parts = rendered.sections.flatMap((section) => section.parts);
  const printed = openPrintedValues();
  const expected = {
    title: rendered.title,
    isRuled: (style: string) => (rendered.theme.table[style]?.border ?? 0) > 0,
    missing,
    *parts(): Generator<readonly Block[]> {
      for (const part of parts) {
        const blocks = composePart(part, rendered.markup, () => undefined) ?? [];
        const ordinals = part.projects.map(({ ordinal }) => ordinal);
        printed.note(blocks, ordinals);
        yield blocks;
      }
    },
  };
  const sample = verification === "full" ? undefined : sampleOf(rendered.title, parts.length);
  const written = files.flatMap(verifiable);
  // Nothing is compared with a page for browsers; that it leaves nothing out is seen all the same.
  if (written.length === 0) for (const _ of expected.parts());
  const { readback, faults } = verifyReport(expected, written, { sample });
  // A file that ends too soon is read no further, and neither is what it should say.
  const template = rendered.markup.files.findLast((path) => path.endsWith("project.hbs")) ?? "project.hbs";
  const leftOut = faults.length > 0 ? [] : printed.leftOut(wanted, template);
  const findings = [...faults.map(diagnosticOf), ...leftOut];
  return { readback: written.length === 0 ? undefined : readback, findings };
}

function verifiable({ name, format, bytes }: DocumentFile) {
  return format === "html" ? [] : [{ name, format, bytes }];
}

/** Equal reports have equal samples; those of other titles begin elsewhere. */
function sampleOf(title: string, parts: number): ((part: number) => boolean) | undefined {
  const distance = Math.min(sampledShare, Math.floor(parts / leastSampled));
  if (distance < 2) return undefined;
  let seed = 0;
  for (const character of title) seed = (seed * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  const first = seed % distance;
  return (part) => part % distance === first;
}

function diagnosticOf({ file, ...fault }: Fault & { readonly file: string }): Diagnostic {
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
    case "contents":
      return { code: "written-contents-differ", at, args: fault };
    case "page":
      return { code: "written-page-differs", at, args: fault };
  }
}
