/**
 * What the review page carries, and its viewer reads: types alone, known to both. Lengths are in hundredths of a point;
 * inside a box they count from its top left corner, so that equal cells read alike wherever they stand.
 */

/**
 * The pages of a part, as columns: what is alike stands together, and takes two thirds of what the boxes one after the
 * other would when it is deflated. Boxes, lines and runs are in the order of the page.
 */
export type PartColumns = {
  /** What a run's look is: the key of its font, and its size. */
  readonly looks: readonly (readonly [font: string, size: number])[];
  /**
   * Of each page how many items it has; of each item how many cells, or -1 of a paragraph; of each paragraph and cell
   * how many sources and how many lines; of each line how many runs.
   */
  readonly counts: readonly number[];
  /** Of a paragraph x, y, width and height; of a table x, y and the width of its lines, of which 0 has none. */
  readonly boxes: readonly number[];
  /** Of each table. */
  readonly widths: readonly (readonly number[])[];
  readonly heights: readonly (readonly number[])[];
  /** Of each cell its row, column, rowSpan and colSpan. */
  readonly cells: readonly number[];
  /** Of each paragraph the id of the heading that it leads to, or 0: it is an entry of the contents if it does. */
  readonly leads: readonly (string | 0)[];
  /** Paths of the values that paragraphs and cells print. */
  readonly sources: readonly string[];
  /** Of each line, less that of the line before it in its box. */
  readonly baselines: readonly number[];
  /** Of each run its look by number, its left edge less that of the run before it in its line, and its text. */
  readonly runLooks: readonly number[];
  readonly lefts: readonly number[];
  readonly texts: readonly string[];
  /** What is added after every character of a run. */
  readonly spacings: readonly number[];
};

/** Parts that are deflated together: each column of them all is a list, in it one column for each part. */
export type PartsGroup = { readonly [Column in keyof PartColumns]: readonly PartColumns[Column][] };

/** One line as a whole, with its looks spelt out. */
export type FootData = readonly (readonly [
  font: string,
  size: number,
  x: number,
  baseline: number,
  text: string,
])[];

/** A size of sheets, and where the watermark begins on them: its baseline's start, its size, and its direction. */
export type GeometryData = {
  readonly width: number;
  readonly height: number;
  readonly watermark?:
    | readonly [x: number, y: number, size: number, cosine: number, sine: number]
    | undefined;
};

export type SheetData = {
  /** Index of a geometry. */
  readonly geometry: number;
  /** As printed; absent on a cover. */
  readonly number?: string | undefined;
  readonly foot?: FootData | undefined;
  /** Nothing is printed on it, and it is in no part. */
  readonly blank?: true | undefined;
};

export type HeadingData = {
  readonly level: number;
  readonly id: string;
  readonly text: string;
  /** Counted from 0. */
  readonly sheet: number;
  readonly top: number;
};

export type PagesHead = {
  readonly geometries: readonly GeometryData[];
  readonly sheets: readonly SheetData[];
  readonly headings: readonly HeadingData[];
  /** In order: how many sheets each has, and whose its values are, counted from 1. */
  readonly parts: readonly (readonly [sheets: number, project?: number])[];
  /** Parts are deflated together, so many at a time: what they have in common is much. */
  readonly partsAGroup: number;
  /** How long each group is in the body; inflated, it is a `PartsGroup`. */
  readonly groups: readonly number[];
  /** Behind the groups in the body. */
  readonly fonts: readonly { readonly key: string; readonly bytes: number }[];
  readonly watermark?: { readonly text: string; readonly font: string; readonly opacity: number } | undefined;
};

/** A column of a table, or one JSON file. */
export type ColumnData = {
  readonly file: string;
  readonly sheet?: string | undefined;
  /** From 1; absent of a JSON file, and where the whole row is meant. */
  readonly column?: number | undefined;
  readonly header?: string | undefined;
};

/** A text with its place: an index of a column, then the row, or the line of a JSON file. */
export type GivenData = readonly [given: string, column: number, row: number];

/**
 * The values of a project, or of the department: lists side by side, as those of one kind have most in common. A
 * longer text that is printed as it was given is null, as the page has it.
 */
export type OwnerData = {
  readonly paths: readonly string[];
  readonly given: readonly (string | null)[];
  readonly columns: readonly number[];
  /** Each less the one before. */
  readonly rows: readonly number[];
  /** Of values in JSON files, by the value's place in the lists: the column in its line, and the pointer. */
  readonly pointers: Readonly<Record<number, readonly [at: number, pointer: string]>>;
  /** Of blanks that were filled in by a formula. */
  readonly derived: Readonly<
    Record<number, { readonly formula: string; readonly from: readonly GivenData[] }>
  >;
};

/** Values of the department, or of so many projects in a row: of each list one for each owner. */
export type ValuesGroup = {
  readonly columns: readonly ColumnData[];
  readonly owners: { readonly [List in keyof OwnerData]: readonly OwnerData[List][] };
};

/** Where what is printed was given: groups in the body, the department's own first, and then so many projects each. */
export type ValuesHead = { readonly groups: readonly number[]; readonly projectsAGroup: number };

export type ReviewSeverity = "failure" | "error" | "warning" | "info";

/** A finding as the page shows it, in the language of the page. */
export type FindingData = {
  readonly code: string;
  /** What its rule is called, if it is one. */
  readonly rule?: string | undefined;
  /** What a reviewer would call its matter. */
  readonly aspect: string;
  readonly severity: ReviewSeverity;
  readonly says: string;
  readonly todo: string;
  /** Where in the files. */
  readonly place: string;
  readonly unit?: string | undefined;
  readonly project?: string | undefined;
  /** On which sheets it shows, from 0, and on which values there: of which project, counted from 1, and their paths. */
  readonly marks: readonly MarkData[];
};

/** All findings of a department, as columns: what many of them say alike is said once. */
export type FindingsData = {
  /** Each that there is once, then for each finding which one it is. */
  readonly kinds: readonly Pick<FindingData, "code" | "rule" | "aspect" | "severity">[];
  readonly kind: readonly number[];
  readonly sayings: readonly Pick<FindingData, "says" | "todo">[];
  readonly saying: readonly number[];
  readonly subjects: readonly Pick<FindingData, "unit" | "project">[];
  readonly subject: readonly number[];
  readonly places: readonly string[];
  /** Of each finding how many, then of each mark its sheet less that of the mark before, its path, and its project or 0. */
  readonly marks: readonly number[];
  readonly sheets: readonly number[];
  readonly paths: readonly string[];
  readonly projects: readonly number[];
};

/** Since the edition before; `before` is absent of what is new, `after` of what is gone. */
export type ChangeData = {
  readonly what: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly project?: string | undefined;
  readonly marks: readonly MarkData[];
};

export type MarkData = readonly [sheet: number, path: string, project?: number];

export type ReviewHead = {
  readonly language: "zh" | "en";
  readonly title: string;
  /** Absent if nothing could be printed. */
  readonly pages?: PagesHead | undefined;
  /** Their groups are in the body behind the fonts. */
  readonly values?: ValuesHead | undefined;
  /** Absent as long as nothing was looked for. */
  readonly findings?: FindingsData | undefined;
  readonly changes: readonly ChangeData[];
};

/** What a server tells a page that follows a draft: what there is to ask for. */
export type LiveNews = {
  /** Counts the tries. */
  readonly version: number;
  /** The try that made the pages that are shown; 0 if there are none. */
  readonly pages: number;
  /** `making`: something changed, and is being read. */
  readonly state: "making" | "shown" | "failed";
};

/** What the server of a draft calls itself in each answer, which tells it from another program on its port. */
export type LiveServer = "huibian";

/** What is large is asked for by its hash, unless it is there already: first the groups of parts, then the fonts. */
export type LivePages = {
  readonly version: number;
  readonly title: string;
  readonly head: PagesHead;
  readonly pieces: readonly string[];
};

/** Of the draft of that version; pieces are the groups of values. */
export type LiveFindings = Pick<ReviewHead, "values" | "findings" | "changes"> & {
  readonly version: number;
  readonly pieces: readonly string[];
};
