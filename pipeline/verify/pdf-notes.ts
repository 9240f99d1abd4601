/** A page's annotations → the comments among them, each with its place; links within the document are read elsewhere. */
import type { PdfObjects } from "./pdf-objects.ts";
import { textString } from "./pdf-page.ts";
import { type PdfDictionary, PdfName, type PdfValue } from "./pdf-values.ts";
import type { SaidComment } from "./said.ts";

export type PdfNote = {
  readonly comment: SaidComment;
  /** Whether a text that begins there is what it is on; places in points from the sheet's left and foot. */
  readonly isOn: (text: { readonly left: number; readonly top: number }) => boolean;
};

/** pt */
const tolerance = 1;

/** `act` is told of whatever does something but lead to a page. */
export function* readNotes(
  objects: PdfObjects,
  page: PdfDictionary,
  act: (found: string) => void,
): Generator<PdfNote> {
  if (page.has("AA")) act("AA");
  for (const reference of objects.list(page.get("Annots"))) {
    const about = objects.dictionary(reference);
    const kind = nameIn(about.get("Subtype"));
    const action = about.get("A");
    const does = action === undefined ? "" : nameIn(objects.dictionary(action).get("S"));
    if (about.has("AA") || (does !== "" && does !== "GoTo")) act(`${kind} ${does}`.trim());
    if (kind === "Square" && does === "") yield noteOf(objects, about);
    else if (kind !== "Link") act(kind);
  }
}

function noteOf(objects: PdfObjects, about: PdfDictionary): PdfNote {
  const textOf = (key: string) => textString(objects.value(about.get(key))) ?? "";
  const [left = 0, foot = 0, right = 0, top = 0] = objects.list(about.get("Rect")).map(Number);
  return {
    comment: { author: textOf("T"), text: textOf("Contents") },
    isOn: (text) =>
      text.left >= left - tolerance &&
      text.left <= right + tolerance &&
      text.top >= foot - tolerance &&
      text.top <= top + tolerance,
  };
}

function nameIn(value: PdfValue | undefined): string {
  return value instanceof PdfName ? value.name : "";
}
