/** Pages → the page of review: one file that shows them with their findings, in any browser and without a network. */
export { joinReview, type ReviewPages } from "./join-pages.ts";
export type { FindingData, MarkData } from "./page-data.ts";
export { type Review, writeReview } from "./write-page.ts";
export { openReviewParts } from "./write-part.ts";
