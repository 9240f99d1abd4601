/** The open fonts that come with this program, and the chains in which a character looks for its font. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ownTemplates, packageFolder } from "../../files/index.ts";
import type { FontChains, FontSource } from "../../layout/index.ts";

const shipped = (name: string) => join(ownTemplates, "shared", "fonts", `${name}.ttf`);
const npm = (folder: string, weight: string, family: string) =>
  join(packageFolder(`@expo-google-fonts/${folder}`), weight, `${family}_${weight}.ttf`);

/** 小标宋 is set in Noto's 700: 900 is heavier than any printed title. */
const files = {
  "song-regular": () => npm("noto-serif-sc", "400Regular", "NotoSerifSC"),
  "song-bold": () => npm("noto-serif-sc", "700Bold", "NotoSerifSC"),
  "hei-regular": () => npm("noto-sans-sc", "400Regular", "NotoSansSC"),
  "hei-bold": () => npm("noto-sans-sc", "700Bold", "NotoSansSC"),
  "latin-regular": () => npm("tinos", "400Regular", "Tinos"),
  "latin-bold": () => npm("tinos", "700Bold", "Tinos"),
  kai: () => shipped("LXGWWenKai-Regular"),
  fangsong: () => shipped("HuibianFangSong-Regular"),
  rare: () => shipped("HuibianRareSong-Regular"),
  "marks-song": () => shipped("HuibianMarksSong-Regular"),
  "marks-song-bold": () => shipped("HuibianMarksSong-Bold"),
  "marks-hei": () => shipped("HuibianMarksHei-Regular"),
  "marks-hei-bold": () => shipped("HuibianMarksHei-Bold"),
  "marks-kai": () => shipped("HuibianMarksKai-Regular"),
} as const;

/** A font with the file that it comes from. */
export type FontFile = FontSource & {
  readonly path: () => string;
  /** Of the file's bytes, if they were read anyway. */
  readonly sha256?: string;
};

export const defaultFonts: readonly FontFile[] = Object.entries(files).map(([key, path]) => ({
  key,
  path,
  load: () => readFileSync(path()),
}));

const title = ["marks-song-bold", "song-bold", "rare", "kai"];

/**
 * Noto draws — “ ” · narrower than a Han character outside OpenType features, so a marks font goes before it.
 * `rare` and `kai` end the chains: they have what Noto lacks of Ext B to G.
 */
export const defaultChains: FontChains = {
  title: { regular: title, bold: title },
  hei: {
    regular: ["marks-hei", "hei-regular", "song-regular", "rare", "kai"],
    bold: ["marks-hei-bold", "hei-bold", "song-bold", "rare", "kai"],
  },
  kai: {
    regular: ["marks-kai", "kai", "song-regular", "rare"],
    bold: ["marks-kai", "kai", "song-bold", "rare"],
  },
  fangsong: {
    regular: ["fangsong", "song-regular", "rare", "kai"],
    bold: ["fangsong", "song-bold", "rare", "kai"],
  },
  song: {
    regular: ["marks-song", "song-regular", "rare", "kai"],
    bold: ["marks-song-bold", "song-bold", "rare", "kai"],
  },
  latin: { regular: ["latin-regular"], bold: ["latin-bold"] },
};
