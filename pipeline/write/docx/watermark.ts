/** The word across every page → a header paragraph with the shape that Word's own watermark command draws. */
import { Paragraph, TextRun } from "docx";
import { element } from "./element.ts";
import { eastAsianFont } from "./fonts.ts";
import { headerStyleId } from "./style-sheet.ts";
import { cleanText } from "./text.ts";

const longest = 440;
const tallest = 120;

/** `index` tells the shapes of one document apart. */
export function writeWatermark(text: string, index: number): Paragraph {
  const shown = cleanText(text);
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
      element("v:textpath", { style: `font-family:"${eastAsianFont("song")}";font-size:1pt`, string: shown }),
    ],
  );
  return new Paragraph({
    style: headerStyleId,
    children: [new TextRun({ children: [element("w:pict", {}, [shapeType(), shape])] })],
  });
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
  return [...text].reduce((total, character) => total + (character < "\u2e80" ? 0.5 : 1), 0);
}
