/** Laid blocks → one file of HTML that a browser shows and reads out, part by part. */
export { joinHtml } from "./join-html.ts";
export { openHtmlParts } from "./write-part.ts";
