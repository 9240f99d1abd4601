/** Pages → the page of review: one file that shows them with their findings, in any browser and without a network. */
export { piecesOfPages, piecesOfValues } from "./cut-body.ts";
export { joinReview, type ReviewPages } from "./join-pages.ts";
export { packFindings } from "./pack-findings.ts";
export { joinGroups, packGroup, projectsAGroup, type ReviewValues } from "./pack-values.ts";
export type {
  ChangeData,
  ColumnData,
  FindingData,
  FindingsData,
  GeometryData,
  GivenData,
  HeadingData,
  LiveFindings,
  LiveNews,
  LivePages,
  LiveServer,
  MarkData,
  OwnerData,
  PagesHead,
  PartColumns,
  PartsGroup,
  ReviewHead,
  ReviewSeverity,
  SheetData,
  ValuesGroup,
} from "./page-data.ts";
export { type LivePage, type Review, writeLivePage, writeReview } from "./write-page.ts";
export { openReviewParts } from "./write-part.ts";
