/** The lock file and what npm installed by it → `THIRD_PARTY.md`: whose work a user of the program runs, on what terms. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

type Locked = { readonly version: string; readonly dev?: boolean; readonly license?: string };

/** `root` is the project's folder, with `node_modules` in it; `bundled`: folders of the libraries that `dist/` has in it. */
export function composeThirdParty(root: string, bundled: readonly string[]): string {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const inDist = new Set(bundled.map((folder) => relative(root, folder).replaceAll("\\", "/")));
  const used = Object.entries<Locked>(packages).filter(
    ([place, { dev }]) => place !== "" && (dev !== true || inDist.has(place)),
  );
  const rows = used.map(([place, locked]) =>
    rowOf(nameOf(place), locked, { folder: join(root, place), isBundled: inDist.has(place) }),
  );
  return [
    "# Third-party software",
    "",
    "What `npm install huibian` brings with it, from the lock file and the packages themselves; `npm run third-party`",
    "writes this page. Each package carries its licence, in the file named here; the licences of those that are bundled",
    "are in `dist/licences.txt`. Tools of development are not shipped.",
    "",
    "| package | version | licence | its text |",
    "|---|---|---|---|",
    ...[...new Set(rows)].sort(),
    "",
    "Fonts: those of `@expo-google-fonts` are under OFL 1.1 (`LICENSE_FONT`); those in `templates/shared/fonts`, their",
    "licences and sources are described in [its README](templates/shared/fonts/README.md).",
    "",
  ].join("\n");
}

/** `node_modules/fontkit/node_modules/clone` → `clone`. */
function nameOf(place: string): string {
  return place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
}

function rowOf(
  name: string,
  { version, license }: Locked,
  { folder, isBundled }: { readonly folder: string; readonly isBundled: boolean },
): string {
  const texts = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying)/iu.test(file));
  const own = texts.length === 0 ? "in its README or package.json only" : texts.sort().join(", ");
  const text = isBundled ? "bundled" : own;
  return `| \`${name}\` | ${version} | ${license ?? statedIn(folder, texts)} | ${text} |`;
}

/** Of a package whose package.json names no licence, the title of the text that it carries. */
function statedIn(folder: string, texts: readonly string[]): string {
  const [first] = texts;
  if (first === undefined) throw new Error(`${folder} says nothing of its licence`);
  return readFileSync(join(folder, first), "utf8").trim().split("\n")[0]?.trim() ?? "";
}
