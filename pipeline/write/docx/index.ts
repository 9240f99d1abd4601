/** Laid pages → the bytes of a .docx, whole or part by part. */
export { joinDocx } from "./join-docx.ts";
export { writeDocx } from "./write-docx.ts";
export { openDocxParts } from "./write-part.ts";
