/** A folder of the user's own fonts → sources, each with the role it plays. */
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "../../diagnostics/index.ts";
import { displayPath, hashOfBytes, readRegular, reasonOf } from "../../files/index.ts";
import { fileInstead, listFonts } from "../../find/index.ts";
import { type FontFace, type FontRole, readFontFaces, roleOf } from "../../layout/index.ts";
import type { FontFile } from "./default-fonts.ts";

export type UserFont = FontFile & {
  readonly role: FontRole;
  readonly bold: boolean;
  /** Place in the list of names that play the role; smaller is better. */
  readonly rank: number;
  /** For people: the file, and the first name the font gives itself. */
  readonly file: string;
  readonly name: string;
};

/**
 * Recognises fonts by the names inside them, never by the file's name. A file that is not a font, or that no role
 * knows, is reported and left out. Undefined if the folder or a file in it cannot be read: reported.
 */
export async function readUserFonts(
  folder: string,
  report: Report,
): Promise<readonly UserFont[] | undefined> {
  const names = await listFonts(folder);
  const given = { at: { kind: "option", option: "--fonts" }, args: { folder: displayPath(folder) } } as const;
  if (names === undefined) {
    const code = "fonts-folder-unreadable";
    report((await fileInstead(folder, "--fonts")) ?? { code, ...given });
    return undefined;
  }
  const found: UserFont[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const at = { kind: "file", file: displayPath(path) } as const;
    try {
      const bytes = await readRegular(path);
      const faces = readFontFaces(bytes);
      const families = faces?.flatMap((face) => face.families).join("、") ?? "";
      if (faces === undefined) report({ code: "font-unreadable", at, args: {} });
      else if (!faces.some(roleOf)) report({ code: "font-without-role", at, args: { names: families } });
      else found.push(...faces.flatMap((face) => toUserFont(face, { path, sha256: hashOfBytes(bytes) })));
    } catch (error) {
      report({ code: "file-unreadable", at, args: { reason: reasonOf(error) } });
      return undefined;
    }
  }
  if (found.length === 0) report({ code: "fonts-none-usable", ...given });
  return found.sort((one, other) => one.rank - other.rank);
}

function toUserFont(
  face: FontFace,
  { path, sha256 }: { readonly path: string; readonly sha256: string },
): readonly UserFont[] {
  const role = roleOf(face);
  if (role === undefined) return [];
  return [
    {
      key: `user-${face.postscriptName}`,
      path: () => path,
      sha256,
      load: readLater(path),
      collectionFace: face.inCollection ? face.postscriptName : undefined,
      ...role,
      bold: face.bold,
      file: displayPath(path),
      name: face.families[0] ?? face.postscriptName,
    },
  ];
}

/** Opened now, so that the file can be read although its folder is removed before the font is needed. */
function readLater(path: string): () => Uint8Array {
  const file = openSync(path, "r");
  return () => {
    try {
      return readFileSync(file);
    } finally {
      closeSync(file);
    }
  };
}
