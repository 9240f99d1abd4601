/** Pages → DOCX: one handler a kind, all formatting in named styles. */
export { writeDocx } from "./package.ts";
