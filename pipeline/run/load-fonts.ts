/** The user's fonts before the ones that come with this program → the font book that layout and the PDF share. */
import type { Report } from "../diagnostics/index.ts";
import { type FontBook, type FontChains, type FontRole, openFonts } from "../layout/index.ts";
import { defaultChains, defaultFonts } from "./default-fonts.ts";
import { readUserFonts, type UserFont } from "./user-fonts.ts";

/** One book a process is enough, as nothing about the fonts changes. Undefined where the folder cannot be read. */
export async function loadFonts(folder: string | undefined, report: Report): Promise<FontBook | undefined> {
  const user = folder === undefined ? [] : await readUserFonts(folder, report);
  return user && openFonts([...user, ...defaultFonts], chainsWith(user));
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
