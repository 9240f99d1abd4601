/** Pages and findings → one HTML file that asks for nothing: its data are deflated text, and nothing in it is markup of theirs. */
import { deflateRawSync } from "node:zlib";
import { policyFor } from "../tags/index.ts";
import type { ReviewPages } from "./join-pages.ts";
import type { ReviewValues } from "./pack-values.ts";
import type { ReviewHead } from "./page-data.ts";
import { reviewStyle } from "./style-sheet.ts";

export type Review = Omit<ReviewHead, "pages" | "values"> & {
  /** Absent if nothing could be printed. */
  readonly pages?: ReviewPages | undefined;
  readonly values?: ReviewValues | undefined;
  /** The script that shows it all, compiled for browsers. */
  readonly viewer: string;
};

/** Equal input gives equal bytes. */
export function writeReview({ pages, values, viewer, ...about }: Review): Uint8Array {
  const head: ReviewHead = { ...about, pages: pages?.head, values: values?.head };
  const deflated = deflateRawSync(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(deflated.length);
  const bodies = [pages, values].flatMap((one) => one?.body ?? []);
  const data = Buffer.concat([length, deflated, ...bodies]).toString("base64");
  const policy = `<meta http-equiv="Content-Security-Policy" content="${policyFor({ script: viewer, style: reviewStyle })}">`;
  const carried = `<script type="application/octet-stream" id="data">${data}</script>`;
  return pageOf({ viewer, language: about.language, head: [policy], body: [carried] });
}

export type LivePage = {
  readonly bytes: Uint8Array;
  /** Its Content-Security-Policy, which its server sends: it may ask that server, and nobody else. */
  readonly policy: string;
};

/** The same page without data, which it gets from the server that it came from, and gets again when they change. */
export function writeLivePage({ viewer, language }: Pick<Review, "viewer" | "language">): LivePage {
  const bytes = pageOf({ viewer, language, head: [], body: [] });
  const alone = policyFor({ script: viewer, style: reviewStyle });
  const policy = [alone, "connect-src 'self'", "frame-ancestors 'none'"].join("; ");
  return { bytes, policy };
}

type PageParts = Pick<Review, "viewer" | "language"> & {
  readonly head: readonly string[];
  readonly body: readonly string[];
};

function pageOf({ viewer, language, head, body }: PageParts): Uint8Array {
  const { title, noScript } = words[language];
  const document = [
    "<!DOCTYPE html>",
    `<html lang="${language === "zh" ? "zh-CN" : "en"}">`,
    '<meta charset="utf-8">',
    ...head,
    '<meta name="viewport" content="width=device-width">',
    `<title>${title}</title>`,
    `<style>${reviewStyle}</style>`,
    "<body>",
    `<noscript><p>${noScript}</p></noscript>`,
    ...body,
    `<script>${viewer}</script>`,
    "</body>",
    "</html>\n",
  ];
  return Buffer.from(document.join("\n"));
}

const words = {
  zh: { title: "审阅页", noScript: "这一页要用脚本才能显示：请用浏览器打开，并允许它运行脚本。" },
  en: {
    title: "Review page",
    noScript: "This page needs scripts: open it in a browser, and allow it to run them.",
  },
};
