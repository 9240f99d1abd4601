/** What the page of all departments says, gathered and settled; times are local, as people read them. */
import type { ChangeFigures, FindingCounts } from "../../contracts/index.ts";
import type { Language } from "../../diagnostics/index.ts";

export type Overview = {
  readonly language: Language;
  /** When the run began. */
  readonly at: string;
  readonly draft: boolean;
  /** In the order in which they are shown first. */
  readonly departments: readonly OverviewDepartment[];
  /** 万元 */
  readonly money?: string | undefined;
  /** What belongs to no department. */
  readonly problems: readonly Reason[];
  /** Files beside the page, which tell of all departments. */
  readonly files: readonly string[];
  /** Filters and sorts; compiled for browsers. */
  readonly script: string;
};

export type OverviewDepartment = {
  /** The way to its folder from the page. */
  readonly folder: string;
  readonly name: string;
  /** What the run made of it; absent where the run was not about it. */
  readonly run?: "built" | "unchanged" | "failed" | "cancelled" | undefined;
  /** When a run was last about it. */
  readonly at?: string | undefined;
  /** Nothing of it could be published. */
  readonly isFailed: boolean;
  /** Why, as far as that is known. */
  readonly failures: readonly Reason[];
  readonly projects?: number | undefined;
  /** 万元 */
  readonly money?: string | undefined;
  readonly pages?: number | undefined;
  readonly findings?: FindingCounts | undefined;
  /** Since the last final edition; of one the edition before it. */
  readonly changes?: ChangeFigures | undefined;
  /** Since its last run; absent where none is known. */
  readonly news?: News | undefined;
  /** The one that is shown first. */
  readonly editions: readonly OverviewEdition[];
};

export type OverviewEdition = {
  readonly draft: boolean;
  /** Absent where nothing was published yet. */
  readonly edition?: number | undefined;
  readonly links: readonly OverviewLink[];
  /** The way to its list of changes since the final edition before, and of a draft since the draft before. */
  readonly changes?: string | undefined;
  readonly sinceDraft?: string | undefined;
};

export type LinkKind = "docx" | "pdf" | "html" | "review" | "findings" | "ignored" | "feedback" | "public";

/** `way`: from the page, with `/`. */
export type OverviewLink = { readonly kind: LinkKind; readonly way: string };

export type Reason = {
  readonly place: string;
  readonly says: string;
  readonly todo: string;
};

/** What differs from the run before. */
export type News = {
  readonly state?: "failed" | "mended" | "new" | undefined;
  readonly changes?: ChangeFigures | undefined;
  readonly findings?: { readonly added: number; readonly gone: number } | undefined;
  readonly pages?: number | undefined;
  /** 万元, signed. */
  readonly money?: string | undefined;
};
