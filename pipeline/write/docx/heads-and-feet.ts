/** Page numbers and watermark → the feet and heads of a section's pages, as docx takes them. */
import { BuilderElement, Footer, Header, Paragraph, StringContainer, TextRun, type XmlComponent } from "docx";
import { charactersOf } from "../../model/index.ts";
import { headerStyleId, pageNumberStyleId } from "./style-sheet.ts";
import { toXmlText } from "./text.ts";

/** The page number at the foot, `— 3 —`, as GB/T 9704 places it: odd pages right, even pages left; so many twips `above`. */
export function writePageNumber(side: "odd" | "even", above: number): Footer {
  const children = [dash("— "), ...pageField(), dash(" —")];
  const style = pageNumberStyleId(side);
  return new Footer({ children: [new Paragraph({ style, spacing: { before: above }, children })] });
}

/** A foot without a number, so that a section does not take over that of the section before. */
export function writeBlankFoot(): Footer {
  return new Footer({ children: [new Paragraph({ style: "Footer" })] });
}

function dash(text: string): TextRun {
  return new TextRun({ text, font: { hint: "eastAsia" } });
}

// docx's own PageNumber has no result, and Word would show nothing until it has counted the pages.
function pageField(): TextRun[] {
  const mark = (type: string) => new TextRun({ children: [element("w:fldChar", { "w:fldCharType": type })] });
  const code = new TextRun({ children: [new StringContainer("w:instrText", " PAGE ")] });
  return [mark("begin"), code, mark("separate"), new TextRun("1"), mark("end")];
}

const longest = 440;
const tallest = 120;

/** The word across every page, as the shape that Word's watermark command draws; `index` makes its id unique. */
export function writeWatermark(text: string, index: number, font: string): Header {
  const shown = toXmlText(text);
  const width = Math.min(longest, tallest * emsOf(shown));
  const height = width / Math.max(1, emsOf(shown));
  const style = [
    "position:absolute;margin-left:0;margin-top:0",
    `width:${width.toFixed(1)}pt;height:${height.toFixed(1)}pt`,
    "rotation:315;z-index:-251658752",
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin",
    "mso-position-vertical:center;mso-position-vertical-relative:margin",
  ].join(";");
  // Word finds and removes a watermark by the beginning of this name.
  const id = `PowerPlusWaterMarkObject${index}`;
  const shape = element(
    "v:shape",
    {
      id,
      "o:spid": `_x0000_s${2049 + index}`,
      type: "#_x0000_t136",
      style,
      "o:allowincell": "f",
      fillcolor: "silver",
      stroked: "f",
    },
    [
      element("v:fill", { opacity: ".5" }),
      element("v:textpath", { style: `font-family:"${font}";font-size:1pt`, string: shown }),
    ],
  );
  const picture = new TextRun({ children: [element("w:pict", {}, [shapeType(), shape])] });
  return new Header({ children: [new Paragraph({ style: headerStyleId, children: [picture] })] });
}

/** Word's type 136: plain text drawn along a straight path. */
function shapeType() {
  const path = "m@7,l@8,m@5,21600l@6,21600e";
  const type = { id: "_x0000_t136", coordsize: "21600,21600", "o:spt": 136, adj: 10800, path };
  const formulas = [
    "sum #0 0 10800",
    "prod #0 2 1",
    "sum 21600 0 @1",
    "sum 0 0 @2",
    "sum 21600 0 @3",
    "if @0 @3 0",
    "if @0 21600 @1",
    "if @0 0 @2",
    "if @0 @4 21600",
    "mid @5 @6",
    "mid @8 @5",
    "mid @7 @8",
    "mid @6 @7",
    "sum @6 0 @5",
  ];
  return element("v:shapetype", type, [
    element(
      "v:formulas",
      {},
      formulas.map((eqn) => element("v:f", { eqn })),
    ),
    element("v:path", {
      textpathok: "t",
      "o:connecttype": "custom",
      "o:connectlocs": "@9,0;@10,10800;@11,21600;@12,10800",
      "o:connectangles": "270,180,90,0",
    }),
    element("v:textpath", { on: "t", fitshape: "t" }),
    element("o:lock", { "v:ext": "edit", text: "t", shapetype: "t" }),
  ]);
}

/** Han letters are an em wide, the others about half of one. */
function emsOf(text: string): number {
  return charactersOf(text).reduce((total, character) => total + (character < "\u2e80" ? 0.5 : 1), 0);
}

type Attributes = Readonly<Record<string, string | number>>;

/** An element that docx has no class for, with its attributes under their full names, for example `w:val`. */
function element(
  name: string,
  attributes: Attributes = {},
  children: readonly XmlComponent[] = [],
): XmlComponent {
  const payload = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, { key, value }]));
  return new BuilderElement<Record<string, string | number>>({ name, attributes: payload, children });
}
