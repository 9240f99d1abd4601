/** A folder of the user's own fonts → sources, each with the role it plays. */
import { readFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Report } from "../diagnostics/index.ts";
import { displayPath } from "../files/display-path.ts";
import { hashOfBytes } from "../files/hash-of.ts";
import { fileInstead } from "../find/find-departments.ts";
import { type FontFace, type FontRole, readFontFaces, roleOf } from "../layout/index.ts";
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

const fontFile = /\.(?:ttf|otf|ttc|otc)$/iu;

/**
 * Recognises fonts by the names inside them, never by the file's name. A file that is no font, or that no role
 * knows, is reported and left out. Undefined where there is no such folder.
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
    const bytes = await readFile(path);
    const faces = readFontFaces(bytes);
    const at = { kind: "file", file: displayPath(path) } as const;
    if (faces === undefined) report({ code: "font-unreadable", at, args: {} });
    else if (!faces.some(roleOf))
      report({
        code: "font-without-role",
        at,
        args: { names: faces.flatMap(({ families }) => families).join("、") },
      });
    else {
      const file = { path, sha256: hashOfBytes(bytes) };
      found.push(...faces.flatMap((face) => toUserFont(file, face)));
    }
  }
  if (found.length === 0) report({ code: "fonts-none-usable", ...given });
  return found.sort((one, other) => one.rank - other.rank);
}

/** Undefined where there is no such folder. */
export async function listFonts(folder: string): Promise<readonly string[] | undefined> {
  try {
    return (await readdir(folder)).filter((name) => fontFile.test(name)).sort();
  } catch {
    // Whatever the reason, the folder cannot be used, and the diagnostic says so.
    return undefined;
  }
}

function toUserFont(
  { path, sha256 }: { readonly path: string; readonly sha256: string },
  face: FontFace,
): UserFont[] {
  const role = roleOf(face);
  if (role === undefined) return [];
  return [
    {
      key: `user-${face.postscriptName}`,
      path: () => path,
      sha256,
      load: () => readFileSync(path),
      ...(face.inCollection ? { collectionFace: face.postscriptName } : {}),
      ...role,
      bold: face.bold,
      file: displayPath(path),
      name: face.families[0] ?? face.postscriptName,
    },
  ];
}
