/** `docProps/core.xml`: title, author, subject, language and dates; docx would write the wall clock's time. */
import type { DocumentFrame } from "../../resolve/index.ts";
import { cleanText } from "./text.ts";
import { escapeXml, xml, xmlPart } from "./xml.ts";

const namespaces = {
  "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:dcterms": "http://purl.org/dc/terms/",
  "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
};

/** The part as text. */
export function coreProperties(document: DocumentFrame, createdAt: Date): string {
  const text = (name: string, of: string) => xml(name, {}, [escapeXml(cleanText(of))]);
  const time = (name: string) =>
    xml(name, { "xsi:type": "dcterms:W3CDTF" }, [createdAt.toISOString().replace(/\.\d+Z$/u, "Z")]);
  return xmlPart(
    xml("cp:coreProperties", namespaces, [
      text("dc:title", document.title),
      text("dc:subject", document.subject),
      text("dc:creator", document.author),
      text("cp:lastModifiedBy", document.author),
      text("cp:revision", "1"),
      time("dcterms:created"),
      time("dcterms:modified"),
      text("dc:language", "zh-CN"),
    ]),
  );
}
