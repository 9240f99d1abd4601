/** The installed fonts as a font book for tests; keys are `<face>-<weight>`, `latin-<weight>` and the fall-backs. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type FontBook, type FontSource, openFonts } from "../layout/index.ts";

const require = createRequire(import.meta.url);
const npm = (path: string) => require.resolve(`@expo-google-fonts/${path}`);
const shipped = (name: string) => new URL(`../../templates/shared/fonts/${name}.ttf`, import.meta.url);

const serif = npm("noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf");
const serifBold = npm("noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf");
const files = {
  "title-regular": serifBold,
  "title-bold": serifBold,
  "hei-regular": npm("noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf"),
  "hei-bold": npm("noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf"),
  "kai-regular": shipped("LXGWWenKai-Regular"),
  "kai-bold": shipped("LXGWWenKai-Regular"),
  "fangsong-regular": shipped("HuibianFangSong-Regular"),
  "fangsong-bold": shipped("HuibianFangSong-Regular"),
  "song-regular": serif,
  "song-bold": serifBold,
  "latin-regular": npm("tinos/400Regular/Tinos_400Regular.ttf"),
  "latin-bold": npm("tinos/700Bold/Tinos_700Bold.ttf"),
  "marks-song": shipped("HuibianMarksSong-Regular"),
  rare: shipped("HuibianRareSong-Regular"),
} as const;

let book: FontBook | undefined;

/** Opened once a test file, each font when a character first needs it. */
export function testFonts(): FontBook {
  const sources = Object.entries(files).map(
    ([key, path]): FontSource => ({ key, load: () => readFileSync(path) }),
  );
  book ??= openFonts(sources, {
    title: chain("title"),
    hei: chain("hei"),
    kai: chain("kai"),
    fangsong: chain("fangsong"),
    song: chain("song"),
    latin: { regular: ["latin-regular"], bold: ["latin-bold"] },
  });
  return book;
}

function chain(face: "title" | "hei" | "kai" | "fangsong" | "song") {
  const marks = face === "song" ? ["marks-song"] : [];
  const rest = ["song-regular", "rare", "kai-regular"];
  return { regular: [...marks, `${face}-regular`, ...rest], bold: [...marks, `${face}-bold`, ...rest] };
}
