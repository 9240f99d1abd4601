/** The fonts in the page → fonts of the document, each under a name that no font of the reader's machine has. */
import type { ReviewFile } from "./read-file.ts";

export function fontFamily(key: string): string {
  return `huibian-${key.replaceAll(/[^\w-]/gu, (sign) => `u${sign.codePointAt(0)?.toString(16)}`)}`;
}

const added = new Map<string, { readonly hash: string | undefined; readonly face: FontFace }>();

/** Done when pages can be drawn with them; those that are there already stay. */
export async function addFonts({ fonts }: Pick<ReviewFile, "fonts">): Promise<void> {
  const others = fonts.filter(({ key, hash }) => !added.has(key) || added.get(key)?.hash !== hash);
  const faces = others.map(({ key, hash, bytes }) => {
    return { key, hash, face: new FontFace(fontFamily(key), bytes()) };
  });
  // A font that a browser refuses is replaced by its own: the page stays readable.
  await Promise.allSettled(faces.map(({ face }) => face.load()));
  for (const { key, ...one } of faces) {
    const before = added.get(key);
    document.fonts.add(one.face);
    if (before !== undefined) document.fonts.delete(before.face);
    added.set(key, one);
  }
}
