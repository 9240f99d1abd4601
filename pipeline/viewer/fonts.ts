/** The fonts in the page → fonts of the document, each under a name that no font of the reader's machine has. */
import type { ReviewFile } from "./read-file.ts";

export function fontFamily(key: string): string {
  return `huibian-${key.replaceAll(/[^\w-]/gu, (sign) => `u${sign.codePointAt(0)?.toString(16)}`)}`;
}

/** Done when pages can be drawn with them. */
export async function addFonts({ head, font }: ReviewFile): Promise<void> {
  const faces = (head.pages?.fonts ?? []).map(({ key }) => new FontFace(fontFamily(key), font(key)));
  for (const face of faces) document.fonts.add(face);
  // A font that a browser refuses is replaced by its own: the page stays readable.
  await Promise.allSettled(faces.map((face) => face.load()));
}
