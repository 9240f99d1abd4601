/** The names of the office fonts → the fonts of each style, and the font table, from which Word takes another if one is not there. */
import { type Face, type FontNames, faces } from "../../model/index.ts";
import { value, type WordAttributes, wordNamespace, xml, xmlPart } from "./xml.ts";

type Kind = {
  /** What the face's font is called, in the order in which one is tried for another. */
  readonly known: readonly string[];
  /** PANOSE, by which Word finds something alike if none of them is there; that of the Windows editions. */
  readonly panose: string;
  readonly family: "roman" | "modern" | "script" | "auto";
};

const kinds: { readonly [F in Face]: Kind } = {
  title: {
    known: ["方正小标宋简体", "方正小标宋_GBK", "华文中宋", "STZhongsong", "宋体", "SimSun"],
    family: "script",
    panose: "03000509000000000000",
  },
  hei: { known: ["黑体", "SimHei", "华文黑体"], family: "modern", panose: "02010609060101010101" },
  kai: {
    known: ["楷体", "KaiTi", "楷体_GB2312", "KaiTi_GB2312", "华文楷体"],
    family: "modern",
    panose: "02010609030101010101",
  },
  fangsong: {
    known: ["仿宋", "FangSong", "仿宋_GB2312", "FangSong_GB2312", "华文仿宋"],
    family: "modern",
    panose: "02010609030101010101",
  },
  song: { known: ["宋体", "SimSun", "华文宋体"], family: "auto", panose: "02010600030101010101" },
};

/** The fonts of text in a face, as `w:rFonts` names them. Titles take all from their own, as the digits of Times are too light there. */
export function runFonts(face: Face, fonts: FontNames): WordAttributes {
  const han = fonts[face];
  const latin = face === "title" ? han : fonts.latin;
  return { "w:ascii": latin, "w:eastAsia": han, "w:hAnsi": latin, "w:cs": latin };
}

/** `word/fontTable.xml`. LibreOffice does not look at the other names: it sets 黑体 where a font is not there. */
export function fontTable(fonts: FontNames): string {
  const listed = new Map<string, string>();
  // One name may serve two faces.
  const list = (name: string, children: readonly string[]) => {
    if (!listed.has(name)) listed.set(name, xml("w:font", { "w:name": name }, children));
  };
  list(fonts.latin, [
    value("w:panose1", "02020603050405020304"),
    value("w:charset", "00"),
    value("w:family", "roman"),
    value("w:pitch", "variable"),
  ]);
  for (const face of faces) {
    const { known, panose, family } = kinds[face];
    list(fonts[face], [
      value("w:altName", known.filter((name) => name !== fonts[face]).join(",")),
      value("w:panose1", panose),
      value("w:charset", "86"),
      value("w:family", family),
      value("w:pitch", "variable"),
    ]);
  }
  return xmlPart(xml("w:fonts", { "xmlns:w": wordNamespace }, [...listed.values()]));
}
