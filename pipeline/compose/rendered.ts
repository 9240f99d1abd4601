/** What a form's templates print of a department: plain data, of which blocks are made when they are needed. */
import type { Block, Comment, Document, Section } from "../model/index.ts";
import type { Department } from "../records/index.ts";
import type { Form } from "./load-form.ts";

export type ReportInput = {
  readonly form: Form;
  readonly department: Department;
  /** Marks what is missing and puts the watermark on every page. */
  readonly draft: boolean;
  /** yyyy-mm-dd, printed in a draft's watermark and nowhere else. */
  readonly day: string;
  /** Without cover and contents, as a larger document has it. */
  readonly bare?: boolean;
  /** How many projects of the department are not among these, as they must not be published. */
  readonly leftOut?: number;
  /** Ordinals of the projects that are rendered; without it, all of them. */
  readonly only?: ReadonlySet<number>;
};

/** A project's blocks as its template prints them. */
export type RenderedProject = {
  /** Packed, as each is held until the report is published. */
  readonly markup: Uint8Array;
  readonly ordinal: number;
};

/** Blocks that begin a page and go on to the next forced one, or further. Equal parts make equal blocks. */
export type RenderedPart = {
  /** Those of the front come as blocks. */
  readonly lead: readonly Block[];
  readonly projects: readonly RenderedProject[];
  /** On what it prints. */
  readonly comments?: readonly Comment[];
};

export type RenderedSection = Omit<Section, "blocks"> & {
  /** Cells of the fullest row of its tables; 0 unless the orientation depends on it. */
  readonly mostCells: number;
  readonly parts: readonly RenderedPart[];
};

export type RenderedReport = Omit<Document, "sections"> & {
  readonly sections: readonly [RenderedSection, ...RenderedSection[]];
  /** What composePart needs to know of the form. */
  readonly markup: MarkupForm;
};

export type MarkupForm = Pick<Form, "theme" | "files">;
