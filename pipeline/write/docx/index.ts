/** Laid blocks → the bytes of a .docx, part by part. */
export { joinDocx } from "./join-docx.ts";
export { openDocxParts } from "./write-part.ts";
