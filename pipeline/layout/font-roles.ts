/** A font's own names → the role it plays in the house style, for the fonts that offices have. */
import type { Face } from "../model/index.ts";
import type { FontFace } from "./font-file.ts";

export type FontRole = Face | "latin";

/** In order of preference; compared without case and spaces. */
const names: Readonly<Record<FontRole, readonly string[]>> = {
  title: ["FZXBSK--GBK1-0", "方正小标宋_GBK", "FZXBSJW--GB1-0", "方正小标宋简体", "STZhongsong", "华文中宋"],
  hei: ["SimHei", "黑体", "FZHTK--GBK1-0", "方正黑体_GBK", "STHeiti", "华文黑体"],
  kai: [
    "KaiTi_GB2312",
    "楷体_GB2312",
    "KaiTi",
    "楷体",
    "FZKTK--GBK1-0",
    "方正楷体_GBK",
    "STKaiti",
    "华文楷体",
  ],
  fangsong: [
    "FangSong_GB2312",
    "仿宋_GB2312",
    "FangSong",
    "仿宋",
    "FZFSK--GBK1-0",
    "方正仿宋_GBK",
    "STFangsong",
    "华文仿宋",
  ],
  song: ["SimSun", "宋体", "FZSSK--GBK1-0", "方正书宋_GBK", "STSong", "华文宋体"],
  latin: ["TimesNewRomanPSMT", "TimesNewRomanPS-BoldMT", "Times New Roman"],
};

/** The role of a face and its place in the list of preference; undefined for a font that offices do not use so. */
export function roleOf(face: FontFace): { readonly role: FontRole; readonly rank: number } | undefined {
  const own = new Set([face.postscriptName, ...face.families].map(plain));
  for (const [role, list] of Object.entries(names) as [FontRole, readonly string[]][]) {
    const rank = list.findIndex((name) => own.has(plain(name)));
    if (rank >= 0) return { role, rank };
  }
  return undefined;
}

function plain(name: string): string {
  return name.replace(/\s/gu, "").toLowerCase();
}
