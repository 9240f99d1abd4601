/** Named styles → the rules of CSS by which a screen shows them, and a printer where somebody prints the page. */
import type { Align, Face, FontNames } from "../../model/index.ts";
import type { DocumentFrame, NamedTextStyle, ResolvedTable } from "../../resolve/index.ts";

export const textClass = ({ name }: Pick<NamedTextStyle, "name">): string => `t-${classWord(name)}`;
export const tableClass = ({ name }: Pick<ResolvedTable["style"], "name">): string => `g-${classWord(name)}`;

/** Words of a class are parted by spaces, and a selector escapes most signs. */
function classWord(name: string): string {
  return name.replace(/[^\p{L}\p{N}-]/gu, "_");
}

/** What a reader has where the fonts that offices use are not installed. */
const fallbacks: Readonly<Record<Face, string>> = {
  title: "serif",
  hei: "sans-serif",
  kai: "KaiTi,STKaiti,serif",
  fangsong: "FangSong,STFangsong,serif",
  song: "SimSun,Songti SC,serif",
};

const aligned: Readonly<Record<Align, string>> = {
  start: "left",
  center: "center",
  end: "right",
  justify: "justify",
};

export function styleSheet({ styles, fonts }: Pick<DocumentFrame, "styles" | "fonts">): string {
  return [...styles.map((style) => textRule(style, fonts)), base].join("\n");
}

/** Sizes are relative, so that a reader can enlarge them; 12 pt of paper are the size that the browser is set to. */
function textRule(style: NamedTextStyle, fonts: FontNames): string {
  const { face, size, bold, align, firstLineIndent, before, after } = style;
  const declarations = [
    `font:${bold ? "bold" : "normal"} ${rem(size)}/1.5 ${familyOf(fonts[face], fonts.latin)},${fallbacks[face]}`,
    `text-align:${aligned[align]}`,
    ...(firstLineIndent === 0 ? [] : [`text-indent:${firstLineIndent}em`]),
    `margin:${rem(before)} 0 ${rem(after)}`,
  ];
  return `.${textClass(style)}{${declarations.join(";")}}`;
}

/** Latin letters first: a Han font has some, wide ones. */
function familyOf(han: string, latin: string): string {
  return [latin, han].map((name) => `"${name.replace(/["\\<>&\n]/gu, "")}"`).join(",");
}

function rem(points: number): string {
  return points === 0 ? "0" : `${Math.round((points / 12) * 1000) / 1000}rem`;
}

const base = `:root{color-scheme:light}
body{margin:0 auto;padding:1rem;max-width:60rem;color:#000;background:#fff;overflow-wrap:anywhere}
header{margin:4rem 0}
nav ol{list-style:none;margin:0;padding-left:1.5rem}
nav>ol{padding-left:0}
nav a{display:inline-block;padding:.2rem 0;color:#003a8c}
a:focus-visible{outline:.2rem solid #003a8c}
.skip{position:absolute;left:-100vw}
.skip:focus{position:static}
.draft{padding:.5rem 1rem;border:.1rem solid #a00;color:#a00}
table{width:100%;border-collapse:collapse;margin:.5rem 0;table-layout:fixed}
table.attached{margin-top:-.5rem}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{border:1px solid #000;padding:.2rem .3rem}
td p,th p{margin:0}
th{text-wrap:balance}
.beside{display:flex;gap:1rem}
h1,h2,h3{padding-top:1.5rem}
.page{break-before:page}
tr{break-inside:avoid}
@media (max-width:48rem){main{overflow-x:auto}table{min-width:44rem}}
@media print{nav,.skip{display:none}body{max-width:none;padding:0}}`;
