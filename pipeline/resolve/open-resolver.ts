/** A document and its sections without their blocks → its frame, and the function that resolves blocks part by part. */
import type { Report } from "../diagnostics/index.ts";
import {
  type Block,
  type Document,
  type Section,
  type TableSetting,
  type Theme,
  tablesAsDesigned,
} from "../model/index.ts";
import { applySize } from "./apply-size.ts";
import { type Nesting, notNested, resolveBlocksIn } from "./resolve-blocks.ts";
import { resolveGeometry, resolveOrientation } from "./resolve-geometry.ts";
import type {
  ContentsEntry,
  DocumentFrame,
  HeadingStyles,
  NamedTextStyle,
  ResolvedBlock,
  SectionFrame,
} from "./resolved.ts";
import { settledShares } from "./settled-shares.ts";

/** A section before its blocks are composed; all that is known of them is how many cells the fullest row has. */
export type SectionHead = Omit<Section, "blocks"> & { readonly mostCells: number };

export type DocumentHead = Omit<Document, "sections"> & {
  readonly sections: readonly SectionHead[];
  /** How its tables are set, if not as designed. */
  readonly tables?: TableSetting;
  /** If it is printed as a part of a larger document. */
  readonly nesting?: Nesting;
};

export type Resolver = {
  readonly frame: DocumentFrame;
  /** Undefined if a table's spans do not fit its grid, which is reported with the table and its row. */
  readonly resolveBlocks: (
    blocks: readonly Block[],
    place: {
      readonly section: SectionFrame;
      /** What a table of contents among the blocks lists. */
      readonly entries: readonly ContentsEntry[];
      readonly report: Report;
    },
  ) => readonly ResolvedBlock[] | undefined;
};

/** Settles sheets and styles; equal styles are one object, which layout relies on to measure nothing twice. */
export function openResolver({
  theme: designed,
  sections,
  tables: setting = tablesAsDesigned,
  nesting = notNested,
  ...about
}: DocumentHead): Resolver {
  const theme = applySize(designed, setting);
  const styles = withNames(theme.text, nesting.styles);
  const tables = withNames(theme.table, nesting.styles);
  const named = {
    text: taker(styles, "text"),
    belowTable: taker(belowTables(styles), "text"),
    table: taker(tables, "table"),
  };
  const sharesOf = settledShares(setting);
  const { title, fileTitle, author, subject, watermark } = about;
  return {
    frame: {
      title,
      fileTitle,
      author,
      subject,
      watermark,
      pageNumberStyle: named.text("page-number"),
      twoSided: theme.page.twoSided,
      fonts: theme.fonts,
      headingStyles: nesting.headingStyles ?? headingStylesOf(theme),
      styles: [...styles.values()],
      sections: sections.map((section) => frameOf(section, theme)),
    },
    resolveBlocks: (blocks, place) => resolveBlocksIn(blocks, { ...place, named, nesting, sharesOf }),
  };
}

/** What Word's own headings look like in a document of this theme. */
export function headingStylesOf({ text, headings: [first, second, third] }: Theme): HeadingStyles {
  const named = taker(withNames(text, ""), "text");
  return [named(first), named(second), named(third)];
}

function withNames<Style extends object>(styles: Readonly<Record<string, Style>>, prefix: string) {
  return new Map(
    Object.entries(styles).map(([name, style]) => [name, { ...style, name: prefix + name }] as const),
  );
}

/** Half a line above, so that a heading stands nearer to what it heads than to the table above it. */
function belowTables(styles: ReadonlyMap<string, NamedTextStyle>): ReadonlyMap<string, NamedTextStyle> {
  const clear = (style: NamedTextStyle) => Math.max(style.before, Math.round(style.pitch / 2));
  return new Map([...styles].map(([name, style]) => [name, { ...style, before: clear(style) }]));
}

function frameOf({ numbering, continues, centred, ...head }: SectionHead, theme: Theme): SectionFrame {
  const orientation = resolveOrientation(head, theme);
  return { numbering, continues, centred, orientation, page: sectionGeometry(head, theme) };
}

/** The sheet of a section, pt. */
export function sectionGeometry(
  head: Pick<SectionHead, "orientation" | "mostCells">,
  theme: Theme,
): SectionFrame["page"] {
  return resolveGeometry(theme.page, resolveOrientation(head, theme));
}

// compose checks every class against the theme, so a name that is not there is our own mistake.
function taker<Style>(styles: ReadonlyMap<string, Style>, kind: string): (name: string) => Style {
  return (name) => {
    const style = styles.get(name);
    if (style === undefined) throw new Error(`no ${kind} style "${name}" in the theme`);
    return style;
  };
}
