/** Typeface roles → the office fonts the DOCX names, with the fonts that Word and WPS may take instead. */
import type { Face } from "../../model/index.ts";
import { value, wordNamespace, xml, xmlPart } from "./xml.ts";

type OfficeFont = {
  readonly name: string;
  /** Tried in turn if the font is not installed. */
  readonly fallbacks: readonly string[];
  /** PANOSE, by which Word finds something alike if neither is there; that of the font's Windows edition. */
  readonly panose: string;
  readonly family: "roman" | "modern" | "script" | "auto";
};

const officeFonts: { readonly [F in Face]: OfficeFont } = {
  title: {
    name: "方正小标宋简体",
    fallbacks: ["方正小标宋_GBK", "华文中宋", "STZhongsong", "宋体", "SimSun"],
    family: "script",
    panose: "03000509000000000000",
  },
  hei: { name: "黑体", fallbacks: ["SimHei"], family: "modern", panose: "02010609060101010101" },
  kai: {
    name: "楷体_GB2312",
    fallbacks: ["楷体", "KaiTi"],
    family: "modern",
    panose: "02010609030101010101",
  },
  fangsong: {
    name: "仿宋_GB2312",
    fallbacks: ["仿宋", "FangSong"],
    family: "modern",
    panose: "02010609030101010101",
  },
  song: { name: "宋体", fallbacks: ["SimSun"], family: "auto", panose: "02010600030101010101" },
};

const latinFont = "Times New Roman";

/** The font a role has in the East Asian slot. */
export function eastAsianFont(face: Face): string {
  return officeFonts[face].name;
}

/** The font a role has in the Latin slot: titles take all from their own, as the digits of Times are too light there. */
export function latinFontOf(face: Face): string {
  return face === "title" ? eastAsianFont(face) : latinFont;
}

/** `word/fontTable.xml`. */
export function fontTable(): string {
  const font = (name: string, children: readonly string[]) => xml("w:font", { "w:name": name }, children);
  const han = Object.values(officeFonts).map(({ name, fallbacks, family, panose }) =>
    font(name, [
      value("w:altName", fallbacks.join(",")),
      value("w:panose1", panose),
      value("w:charset", "86"),
      value("w:family", family),
      value("w:pitch", "variable"),
    ]),
  );
  const latin = font(latinFont, [
    value("w:panose1", "02020603050405020304"),
    value("w:charset", "00"),
    value("w:family", "roman"),
    value("w:pitch", "variable"),
  ]);
  return xmlPart(xml("w:fonts", { "xmlns:w": wordNamespace }, [latin, ...han]));
}
