/** Written parts → one self-contained page: no request to anywhere, no script, no place on paper. */
import type { LaidFrame } from "../../layout/index.ts";
import { element, escapeHtml, voidElement } from "../tags/index.ts";
import { styleSheet } from "./style-sheet.ts";
import type { AboutHtmlPart, Landmark, WrittenHtmlPart } from "./write-part.ts";

const language = "zh-CN";
const words = { skip: "跳到正文", contents: "目录" };

/** Equal frames and parts give equal bytes. */
export function joinHtml(
  { document }: Pick<LaidFrame, "document">,
  placed: readonly { readonly part: WrittenHtmlPart }[],
): Uint8Array {
  const decoder = new TextDecoder();
  const parts = placed.map(({ part: { about, bytes } }) => {
    const { landmark }: AboutHtmlPart = JSON.parse(about);
    return { landmark, text: decoder.decode(bytes) };
  });
  const within = (landmark: Landmark) =>
    parts.filter((part) => part.landmark === landmark).map(({ text }) => text);
  const landmarks = [
    landmarkElement("header", {}, within("header")),
    landmarkElement("nav", { "aria-label": words.contents }, within("nav")),
    landmarkElement("main", { id: "main" }, within("main")),
  ];
  const { title, watermark } = document;
  const body = [
    element("a", { class: "skip", href: "#main" }, words.skip),
    watermark === undefined ? "" : element("p", { class: "draft", role: "note" }, escapeHtml(watermark)),
    ...landmarks,
  ];
  const page = element(
    "html",
    { lang: language, xmlns: "http://www.w3.org/1999/xhtml" },
    [
      element("head", {}, headOf(document, title)),
      element("body", {}, body.filter((one) => one !== "").join("\n")),
    ].join("\n"),
  );
  return Buffer.from(`<!DOCTYPE html>\n${page}\n`);
}

function landmarkElement(
  name: Landmark,
  attributes: Readonly<Record<string, string>>,
  texts: readonly string[],
): string {
  return texts.length === 0 ? "" : element(name, attributes, `\n${texts.join("\n")}\n`);
}

function headOf(document: LaidFrame["document"], title: string): string {
  const { author, subject } = document;
  const named = (name: string, content: string) =>
    content === "" ? [] : [voidElement("meta", { name, content })];
  return [
    voidElement("meta", { charset: "utf-8" }),
    // A page of data runs nothing and asks for nothing, whatever its cells say.
    voidElement("meta", {
      "http-equiv": "Content-Security-Policy",
      content: "default-src 'none'; style-src 'unsafe-inline'",
    }),
    voidElement("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("title", {}, escapeHtml(title === "" ? subject : title)),
    ...named("author", author),
    ...named("description", subject),
    element("style", {}, styleSheet(document)),
  ].join("\n");
}
