/** Written parts → the bytes of a .docx: docx builds the package, the parts make its body. */
import type { LaidFrame } from "../../layout/index.ts";
import { deflateStretch, type Stretch, wholeEntry, zipEntries } from "../zip/index.ts";
import { buildComments } from "./comments.ts";
import { fontTable } from "./fonts.ts";
import { buildFrame, documentPath, type PackageFrame } from "./frame.ts";
import { coreProperties, settings } from "./package-parts.ts";
import { writeSpacer } from "./paragraph.ts";
import { joinStyles } from "./style-sheet.ts";
import { writeStyles } from "./styles.ts";
import type { AboutDocxPart, WrittenDocxPart } from "./write-part.ts";

/** A part with its section, counted from 0. */
type PlacedPart = { readonly section: number; readonly part: WrittenDocxPart };

type OpenPart = AboutDocxPart & { readonly section: number; readonly bytes: Uint8Array };

/** Equal frames, parts and dates give equal bytes. */
export function joinDocx(
  frame: LaidFrame,
  placed: readonly PlacedPart[],
  { createdAt }: { readonly createdAt: Date },
): Uint8Array {
  const { document } = frame;
  const parts = placed.map(({ section, part: { about, bytes } }): OpenPart => {
    const known: AboutDocxPart = JSON.parse(about);
    return { ...known, section, bytes };
  });
  const comments = parts.flatMap((part) => part.comments ?? []);
  const { parts: files, ...around } = buildFrame(frame, buildComments(comments, createdAt));
  const used = joinStyles(
    document,
    parts.map(({ styles }) => styles),
  );
  const types = "[Content_Types].xml";
  const others = new Map([
    ...files,
    ["word/styles.xml", writeStyles(used)],
    ["word/settings.xml", settings(document)],
    ["word/fontTable.xml", fontTable(document.fonts)],
    ["docProps/core.xml", coreProperties(document, createdAt)],
  ]);
  others.delete(types);
  // Programs recognise a DOCX by its first part.
  return zipEntries([
    wholeEntry(types, files.get(types) ?? ""),
    { path: documentPath, stretches: bodyOf(parts, around) },
    ...[...others].map(([path, text]) => wholeEntry(path, text)),
  ]);
}

function bodyOf(
  parts: readonly OpenPart[],
  { head, sectionEnds, tail }: Omit<PackageFrame, "parts">,
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const bySection = new Map<number | undefined, OpenPart[]>();
  for (const part of parts) {
    const own = bySection.get(part.section);
    if (own === undefined) bySection.set(part.section, [part]);
    else own.push(part);
  }
  let between = head;
  for (const { section, xml: sectionEnd } of sectionEnds) {
    const own = bySection.get(section) ?? [];
    for (const [index, part] of own.entries()) {
      if (between !== "") stretches.push(deflateStretch(between));
      stretches.push(part);
      const end = index === own.length - 1 ? sectionEnd : "";
      between = part.after === undefined ? "" : end + part.after;
    }
    // A section ends in a paragraph. Word would add one as high as a line, which can begin another page.
    if (own.at(-1)?.after === undefined) between += writeSpacer({ opensPage: false, sectionEnd });
  }
  return [...stretches, deflateStretch(between + tail)];
}
