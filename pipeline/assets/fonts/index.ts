/** The user's fonts before the ones that come with this program → the font book that layout and the PDF share. */
import { statSync } from "node:fs";
import type { Report } from "../../diagnostics/index.ts";
import { hashOfData } from "../../files/index.ts";
import { type FontBook, type FontChains, type FontRole, openFonts } from "../../layout/index.ts";
import { defaultChains, defaultFonts, type FontFile } from "./default-fonts.ts";
import { readUserFonts, type UserFont } from "./user-fonts.ts";

export type LoadedFonts = {
  readonly book: FontBook;
  /** The user's font that goes first in each role; a role without one has the default. */
  readonly chosen: readonly ChosenFont[];
  /** Changes with the fonts in the book. */
  readonly fingerprint: string;
};

export type ChosenFont = Pick<UserFont, "role" | "name" | "file">;

let last: Pick<LoadedFonts, "book" | "fingerprint"> | undefined;

/** Undefined if the folder, or a font in it, cannot be read: reported. */
export async function loadFonts(
  folder: string | undefined,
  report: Report,
): Promise<LoadedFonts | undefined> {
  const user = folder === undefined ? [] : await readUserFonts(folder, report);
  if (user === undefined) return undefined;
  const firsts = user.filter((font, index) => user.findIndex(({ role }) => role === font.role) === index);
  const [files, chains] = [[...user, ...defaultFonts], chainsWith(user)];
  const fingerprint = fingerprintOf(files, chains);
  // One book is enough for a process, as long as its fonts do not change.
  if (last?.fingerprint !== fingerprint) last = { fingerprint, book: openFonts(files, chains) };
  return {
    book: last.book,
    fingerprint,
    chosen: firsts.map(({ role, name, file }) => ({ role, name, file })),
  };
}

function chainsWith(user: readonly UserFont[]): FontChains {
  const chain = (role: FontRole) => {
    const own = user.filter((font) => font.role === role);
    const keys = (bold: boolean) => own.filter((font) => font.bold === bold).map((font) => font.key);
    // A weight that the user lacks is set in the other one before it is set in another face.
    return {
      regular: [...keys(false), ...keys(true), ...defaultChains[role].regular],
      bold: [...keys(true), ...keys(false), ...defaultChains[role].bold],
    };
  };
  return {
    title: chain("title"),
    hei: chain("hei"),
    kai: chain("kai"),
    fangsong: chain("fangsong"),
    song: chain("song"),
    latin: chain("latin"),
  };
}

/** The user's fonts by their content; ours, 100 MB that are not read for it, by size and time. */
function fingerprintOf(files: readonly FontFile[], chains: FontChains): string {
  const stamps = files.map(({ key, path, collectionFace, sha256 }) => {
    if (sha256 !== undefined) return [key, collectionFace, sha256];
    const { size, mtimeMs } = statSync(path());
    return [key, collectionFace, path(), size, mtimeMs];
  });
  return hashOfData([stamps, chains]);
}
