/** The fonts that users get, as a font book for tests; hand-laid pages name theirs `<face>-<weight>`. */
import { defaultChains, defaultFonts } from "../assets/fonts/default-fonts.ts";
import { type FontBook, type FontSource, openFonts } from "../layout/index.ts";
import { faces } from "../model/index.ts";

let book: FontBook | undefined;

/** Opened once a test file, each font when a character first needs it. */
export function testFonts(): FontBook {
  book ??= openFonts([...defaultFonts, ...handLaidFonts()], defaultChains);
  return book;
}

/** The first whole font of each face's chain, under the name that hand-laid pages use. */
function handLaidFonts(): readonly FontSource[] {
  const known = new Set(defaultFonts.map(({ key }) => key));
  return faces.flatMap((face) =>
    (["regular", "bold"] as const).flatMap((weight) => {
      const own = defaultChains[face][weight].find((key) => !key.startsWith("marks-"));
      const source = defaultFonts.find(({ key }) => key === own);
      const key = `${face}-${weight}`;
      return source === undefined || known.has(key) ? [] : [{ ...source, key }];
    }),
  );
}
