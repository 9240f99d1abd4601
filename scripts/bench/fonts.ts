/** The faces of the house style → the files and families that peers set them in: ours, without the fonts for single marks. */
import { join } from "node:path";
import type { Face } from "../../pipeline/model/index.ts";
import { loadModule } from "./program.ts";

export type PeerFont = { readonly family: string; readonly regular: string; readonly bold: string };
export type PeerFonts = Readonly<Record<Face | "latin", PeerFont>>;

export async function peerFonts(program: string): Promise<PeerFonts> {
  const { packageFolder, ownTemplates } = await loadModule(program, "files/package-root");
  const npm = (folder: string, weight: string, file: string) =>
    join(packageFolder(`@expo-google-fonts/${folder}`), weight, `${file}_${weight}.ttf`);
  const both = (folder: string, file: string, family: string): PeerFont => ({
    family,
    regular: npm(folder, "400Regular", file),
    bold: npm(folder, "700Bold", file),
  });
  const shipped = (file: string, family: string): PeerFont => {
    const path = join(ownTemplates, "shared", "fonts", `${file}.ttf`);
    return { family, regular: path, bold: path };
  };
  const song = both("noto-serif-sc", "NotoSerifSC", "Noto Serif SC");
  return {
    title: { ...song, regular: song.bold },
    hei: both("noto-sans-sc", "NotoSansSC", "Noto Sans SC"),
    kai: shipped("LXGWWenKai-Regular", "LXGW WenKai"),
    fangsong: shipped("HuibianFangSong-Regular", "Huibian FangSong"),
    song,
    latin: both("tinos", "Tinos", "Tinos"),
  };
}
