/** A text style → the elements that set it: in a style, or in a paragraph that looks otherwise than its style. */
import type { Align, FontNames } from "../../model/index.ts";
import type { NamedTextStyle } from "../../resolve/index.ts";
import { runFonts } from "./fonts.ts";
import { halfPoints, twips, value, type WordAttributes, xml } from "./xml.ts";

/** What may stand in for that of the style. */
export type ParagraphOwn = {
  /** pt kept free above. */
  readonly above?: number | undefined;
  /** Of `w:ind`. */
  readonly indent?: WordAttributes | undefined;
};

/** Elements of `w:pPr` in the order of the schema, the same ones of every style. */
export function paragraphLook(
  style: NamedTextStyle,
  { above, indent }: ParagraphOwn = {},
): readonly string[] {
  const { before, after, pitch, latinGap } = style;
  const gap = latinGap > 0 ? 1 : 0;
  const spacing = {
    "w:before": twips(above ?? before),
    "w:after": twips(after),
    "w:line": twips(pitch),
    "w:lineRule": "exact",
  };
  return [
    // Word's gap between Han and Latin is about the quarter em that a style may set, and can only be on or off.
    value("w:autoSpaceDE", gap),
    value("w:autoSpaceDN", gap),
    xml("w:spacing", spacing),
    xml("w:ind", { ...firstLineIndent(style), ...indent }),
    value("w:jc", justification[style.align]),
  ];
}

/** Of `w:rPr`, the same of every style. */
export type RunLook = {
  /** Of `w:rFonts`. */
  readonly fonts: WordAttributes;
  /** Elements. */
  readonly weight: string;
  readonly spacing: string;
  readonly size: string;
};

export function runLook({ face, bold, tracking, size }: NamedTextStyle, fonts: FontNames): RunLook {
  return {
    fonts: runFonts(face, fonts),
    weight: ["w:b", "w:bCs"].map((name) => (bold ? xml(name) : value(name, 0))).join(""),
    spacing: runSpacing(tracking),
    size: value("w:sz", halfPoints(size)) + value("w:szCs", halfPoints(size)),
  };
}

/** What a run has after every character, its last one included, pt. */
export function runSpacing(tracking: number): string {
  return value("w:spacing", twips(tracking));
}

/** What a paragraph says itself where its style looks like `base`. */
function ownParagraphLook(look: readonly string[], base: readonly string[]): string {
  return look.filter((element, index) => element !== base[index]).join("");
}

/** What a run says itself that looks like the paragraph's style: nothing. */
export const sameRunLook: RunLook = { fonts: {}, weight: "", spacing: "", size: "" };

/** What a run says itself where the paragraph's style looks like `base`. */
function ownRunLook(look: RunLook, base: RunLook): RunLook {
  const own = (part: "weight" | "spacing" | "size") => (look[part] === base[part] ? "" : look[part]);
  const sameFonts = JSON.stringify(look.fonts) === JSON.stringify(base.fonts);
  return {
    fonts: sameFonts ? {} : look.fonts,
    weight: own("weight"),
    spacing: own("spacing"),
    size: own("size"),
  };
}

/** What texts say themselves beside Word's style, whose look is that of `base`. */
export type OwnLooks = {
  /** `above`: pt kept free; `share`: as `narrowing` takes it. */
  readonly paragraph: (
    style: NamedTextStyle,
    base: NamedTextStyle,
    own: { readonly above: number | undefined; readonly share: number },
  ) => string;
  readonly run: (style: NamedTextStyle, base: NamedTextStyle) => RunLook;
};

/** Reports have texts by the ten thousand in a handful of looks: each is made once. */
export function openLooks(fonts: FontNames): OwnLooks {
  const paragraphs = keptByTwo(() => new Map<string, string>());
  const runs = keptByTwo((style, base) => ownRunLook(runLook(style, fonts), runLook(base, fonts)));
  return {
    paragraph: (style, base, { above, share }) => {
      const known = paragraphs(style, base);
      const key = `${above} ${share}`;
      const own =
        known.get(key) ??
        ownParagraphLook(
          paragraphLook(style, { above, indent: narrowing(style, share) }),
          paragraphLook(base),
        );
      known.set(key, own);
      return own;
    },
    run: runs,
  };
}

function keptByTwo<Made>(make: (style: NamedTextStyle, base: NamedTextStyle) => Made): typeof make {
  const kept = new Map<NamedTextStyle, Map<NamedTextStyle, Made>>();
  return (style, base) => {
    const ofStyle = kept.get(style) ?? new Map<NamedTextStyle, Made>();
    kept.set(style, ofStyle);
    const made = ofStyle.get(base) ?? make(style, base);
    ofStyle.set(base, made);
    return made;
  };
}

/** The indents by which Word ends its lines where layout does; `share`: of each side that the text is ragged on, twips. */
export function narrowing({ align }: NamedTextStyle, share: number): WordAttributes | undefined {
  if (share === 0) return undefined;
  return {
    "w:left": align === "start" ? undefined : share,
    "w:right": align === "end" ? undefined : share,
  };
}

const justification: { readonly [A in Align]: string } = {
  start: "left",
  center: "center",
  end: "right",
  justify: "both",
};

// Word goes by the characters and falls back on the twips; LibreOffice reads the twips.
function firstLineIndent({ firstLineIndent: characters, size }: NamedTextStyle): WordAttributes {
  return { "w:firstLineChars": Math.round(characters * 100), "w:firstLine": twips(characters * size) };
}
