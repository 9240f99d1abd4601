/** The fonts that come with `npm ci`, opened once for all tests of a file. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type FontBook, openFonts } from "../layout/index.ts";

const require = createRequire(import.meta.url);
const files = {
  "song-regular": "@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
  "song-bold": "@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf",
  "hei-regular": "@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf",
  "latin-regular": "@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf",
  "latin-bold": "@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf",
} as const;

let opened: FontBook | undefined;

export function testFonts(): FontBook {
  opened ??= openFonts(
    Object.entries(files).map(([key, path]) => ({ key, bytes: readFileSync(require.resolve(path)) })),
    {
      latin: { regular: ["latin-regular"], bold: ["latin-bold"] },
      title: { regular: ["song-bold"], bold: ["song-bold"] },
      hei: { regular: ["hei-regular"], bold: ["hei-regular"] },
      kai: { regular: ["song-regular"], bold: ["song-bold"] },
      fangsong: { regular: ["song-regular"], bold: ["song-bold"] },
      song: { regular: ["song-regular"], bold: ["song-bold"] },
    },
  );
  return opened;
}
