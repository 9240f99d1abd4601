/** `word/styles.xml`: every paragraph, character and table style; the body itself holds hardly any formatting. */
import { contentsHang } from "../../layout/index.ts";
import type { NamedTextStyle } from "../../resolve/index.ts";
import { runFonts } from "./fonts.ts";
import {
  contentsStyleId,
  type HeadingLevel,
  headerStyleId,
  headingStyleId,
  type NamedTableStyle,
  pageNumberStyleId,
  seamStyleId,
  spacerStyleId,
  tableStyleId,
  textStyleId,
  type UsedStyles,
} from "./style-sheet.ts";
import { strongId } from "./text.ts";
import { paragraphLook, runLook } from "./text-look.ts";
import { eighths, twips, value, type WordAttributes, wordNamespace, xml, xmlPart } from "./xml.ts";

const levels = [1, 2, 3] as const;

/** The part as text. */
export function writeStyles(used: UsedStyles): string {
  const { fonts } = used;
  return xmlPart(
    xml("w:styles", { "xmlns:w": wordNamespace }, [
      documentDefaults(fonts),
      ...builtInStyles(),
      ...used.text.map((style) =>
        paragraphStyle(
          { id: textStyleId(style), name: shownName(style.name), based: "Normal", fonts },
          style,
        ),
      ),
      ...levels.map((level) => headingStyle(level, used)),
      ...levels.flatMap((level) => contentsStyle(level, used)),
      ...(["odd", "even"] as const).map((side) => pageNumberStyle(side, used)),
      ...used.tables.map(tableStyle),
    ]),
  );
}

// Word knows its own styles by name in any language; ours must never meet one of them.
const shownName = (name: string): string => `汇编-${name}`;

function documentDefaults(names: UsedStyles["fonts"]): string {
  const run = [
    xml("w:rFonts", runFonts("song", names)),
    value("w:sz", 21),
    value("w:szCs", 21),
    xml("w:lang", { "w:val": "en-US", "w:eastAsia": "zh-CN", "w:bidi": "ar-SA" }),
  ];
  // The lines' height is exact, so Word's grid would only move them. Widow control is layout's own rule, and so are
  // marks that hang in the margin: `overflowPunct` is on by default, and LibreOffice 7.4 inverts its value, so
  // it is left out.
  const paragraph = [
    xml("w:widowControl"),
    xml("w:kinsoku"),
    value("w:topLinePunct", 0),
    xml("w:autoSpaceDE"),
    xml("w:autoSpaceDN"),
    value("w:snapToGrid", 0),
  ];
  return xml("w:docDefaults", {}, [
    xml("w:rPrDefault", {}, [xml("w:rPr", {}, run)]),
    xml("w:pPrDefault", {}, [xml("w:pPr", {}, paragraph)]),
  ]);
}

function builtInStyles(): string[] {
  const builtIn = (type: string, id: string, name: string, children: readonly string[], byDefault = false) =>
    xml("w:style", { "w:type": type, "w:default": byDefault ? 1 : undefined, "w:styleId": id }, [
      value("w:name", name),
      ...children,
    ]);
  const thin = (points: number, shading = "") => [
    xml("w:pPr", {}, [
      shading,
      xml("w:spacing", { "w:before": 0, "w:after": 0, "w:line": twips(points), "w:lineRule": "exact" }),
    ]),
    xml("w:rPr", {}, [value("w:sz", 2), value("w:szCs", 2)]),
  ];
  const black = xml("w:shd", { "w:val": "clear", "w:color": "auto", "w:fill": "000000" });
  const plainTable = xml("w:tblPr", {}, [
    xml("w:tblInd", { "w:w": 0, "w:type": "dxa" }),
    cellMargins({ paddingX: 0, paddingY: 0 }),
  ]);
  return [
    builtIn("paragraph", "Normal", "Normal", [xml("w:qFormat")], true),
    builtIn("character", "DefaultParagraphFont", "Default Paragraph Font", [xml("w:semiHidden")], true),
    builtIn("table", "TableNormal", "Normal Table", [xml("w:semiHidden"), plainTable], true),
    builtIn("numbering", "NoList", "No List", [xml("w:semiHidden")], true),
    builtIn("character", strongId, "Strong", [
      xml("w:qFormat"),
      xml("w:rPr", {}, [xml("w:b"), xml("w:bCs")]),
    ]),
    builtIn("paragraph", headerStyleId, "header", [value("w:basedOn", "Normal"), ...thin(1)]),
    builtIn("paragraph", "Footer", "footer", [value("w:basedOn", "Normal")]),
    builtIn("paragraph", spacerStyleId, shownName("spacer"), [value("w:basedOn", "Normal"), ...thin(1)]),
    builtIn("paragraph", seamStyleId, shownName("seam"), [
      value("w:basedOn", "Normal"),
      ...thin(0.05, black),
    ]),
  ];
}

type Naming = {
  readonly id: string;
  readonly name: string;
  readonly based: string;
  readonly fonts: UsedStyles["fonts"];
};
type Extras = {
  readonly tab?: number;
  readonly indent?: WordAttributes;
  readonly outline?: HeadingLevel;
  /** Word's own style, known by its name. */
  readonly wordsOwn?: boolean;
};

function paragraphStyle(
  { id, name, based, fonts }: Naming,
  style: NamedTextStyle,
  extras: Extras = {},
): string {
  const { tab, indent, outline, wordsOwn = false } = extras;
  const look = runLook(style, fonts);
  return xml(
    "w:style",
    { "w:type": "paragraph", "w:customStyle": wordsOwn ? undefined : 1, "w:styleId": id },
    [
      value("w:name", name),
      value("w:basedOn", based),
      xml("w:qFormat"),
      xml("w:pPr", {}, [
        ...(outline === undefined ? [] : [xml("w:keepNext")]),
        // An entry of the contents is on one page.
        ...(tab === undefined ? [] : [xml("w:keepLines"), tabAt(tab)]),
        ...paragraphLook(style, { indent }).filter(isNoDefault),
        ...(outline === undefined ? [] : [value("w:outlineLvl", outline - 1)]),
      ]),
      xml("w:rPr", {}, [
        xml("w:rFonts", look.fonts),
        ...[look.weight, look.spacing].filter(isNoDefault),
        look.size,
      ]),
    ],
  );
}

/** What the document's defaults do not say already. */
const isNoDefault = (element: string): boolean => !said.has(element);
const said = new Set([
  value("w:autoSpaceDE", 1),
  value("w:autoSpaceDN", 1),
  value("w:b", 0) + value("w:bCs", 0),
  value("w:spacing", 0),
]);

/** Word's own headings, by whose names it and other readers know them; one that looks otherwise says so itself. */
function headingStyle(level: HeadingLevel, { headings, fonts }: UsedStyles): string {
  const naming = { id: headingStyleId(level), name: `heading ${level}`, based: "Normal", fonts };
  return paragraphStyle(naming, headings[level - 1] ?? headings[2], { outline: level, wordsOwn: true });
}

function contentsStyle(level: HeadingLevel, { contents, fonts }: UsedStyles): string[] {
  const style = contents?.styles[level - 1];
  if (contents === undefined || style === undefined) return [];
  const naming = { id: contentsStyleId(level), name: `toc ${level}`, based: "Normal", fonts };
  return [
    paragraphStyle(naming, style, {
      tab: twips(contents.width),
      indent: contentsIndent(style),
      wordsOwn: true,
    }),
  ];
}

/**
 * The first line of an entry hangs out to the left of the others. No indent at the right keeps room for the number:
 * where the tab stop lies in one, LibreOffice shows no number.
 */
function contentsIndent({ firstLineIndent: characters, size }: NamedTextStyle): WordAttributes {
  return {
    "w:firstLineChars": undefined,
    "w:firstLine": undefined,
    "w:leftChars": Math.round((characters + contentsHang) * 100),
    "w:left": twips((characters + contentsHang) * size),
    "w:hangingChars": Math.round(contentsHang * 100),
    "w:hanging": twips(contentsHang * size),
  };
}

/** GB/T 9704: odd pages right, even pages left, one character in from the edge. */
function pageNumberStyle(side: "odd" | "even", { pageNumber: style, fonts }: UsedStyles): string {
  const edge = side === "odd" ? "right" : "left";
  const naming = {
    id: pageNumberStyleId(side),
    name: shownName(`page-number-${side}`),
    based: "Footer",
    fonts,
  };
  const none = { "w:firstLineChars": undefined, "w:firstLine": undefined };
  const indent = { ...none, [`w:${edge}Chars`]: 100, [`w:${edge}`]: twips(style.size) };
  return paragraphStyle(naming, { ...style, align: side === "odd" ? "end" : "start" }, { indent });
}

function tableStyle(style: NamedTableStyle): string {
  return xml("w:style", { "w:type": "table", "w:customStyle": 1, "w:styleId": tableStyleId(style) }, [
    value("w:name", shownName(`table-${style.name}`)),
    value("w:basedOn", "TableNormal"),
    xml("w:tblPr", {}, [tableBorders(style), cellMargins(style)]),
  ]);
}

/** The lines of a table, as its style and the table itself set them. */
export function tableBorders({ border }: Pick<NamedTableStyle, "border">): string {
  const known = drawnBorders.get(border);
  if (known !== undefined) return known;
  const drawn = { "w:val": "single", "w:sz": eighths(border), "w:space": 0, "w:color": "000000" };
  const line = border === 0 ? { "w:val": "nil" } : drawn;
  const edges = ["top", "left", "bottom", "right", "insideH", "insideV"] as const;
  const lines = edges.map((edge) => xml(`w:${edge}`, line));
  const borders = xml("w:tblBorders", {}, lines);
  drawnBorders.set(border, borders);
  return borders;
}

/** By their width, pt: a form has one or two. */
const drawnBorders = new Map<number, string>();

function tabAt(position: number): string {
  return xml("w:tabs", {}, [xml("w:tab", { "w:val": "right", "w:leader": "dot", "w:pos": position })]);
}

/** The padding of a table's cells, as its style or the table itself sets it. */
export function cellMargins({ paddingX, paddingY }: Pick<NamedTableStyle, "paddingX" | "paddingY">): string {
  const margin = (edge: string, points: number) =>
    xml(`w:${edge}`, { "w:w": twips(points), "w:type": "dxa" });
  const [x, y] = [paddingX, paddingY];
  return xml("w:tblCellMar", {}, [
    margin("top", y),
    margin("left", x),
    margin("bottom", y),
    margin("right", x),
  ]);
}
