/** Document information → the descriptions of the XMP packet, saying the same as the PDF's Info dictionary. */
import type { Information } from "./pdfmake-engine.ts";

/** What a document claims to be. */
export type Claims = {
  /** Of PDF/A-2: `A` tagged, with a meaning for each character; `U` with a code point for each. */
  readonly conformance: "A" | "U";
  /** PDF/UA-1. */
  readonly accessible: boolean;
};

/** RDF descriptions, well-formed whatever the texts hold; PDF/A wants them equal to the Info dictionary. */
export function xmpOf(information: Information, language: string, claims: Claims): string {
  const { title, author, subject, producer, createdAt } = information;
  // Info holds whole seconds.
  const date = createdAt.toISOString().replace(/\.\d+Z$/u, "Z");
  const dublinCore = [
    "<dc:format>application/pdf</dc:format>",
    `<dc:language><rdf:Bag><rdf:li>${escapeXml(language)}</rdf:li></rdf:Bag></dc:language>`,
    alternatives("dc:title", title),
    author === "" ? "" : `<dc:creator><rdf:Seq><rdf:li>${escapeXml(author)}</rdf:li></rdf:Seq></dc:creator>`,
    alternatives("dc:description", subject),
  ];
  return [
    description("xmp", "http://ns.adobe.com/xap/1.0/", [
      `<xmp:CreateDate>${date}</xmp:CreateDate>`,
      `<xmp:ModifyDate>${date}</xmp:ModifyDate>`,
      `<xmp:MetadataDate>${date}</xmp:MetadataDate>`,
      `<xmp:CreatorTool>${escapeXml(producer)}</xmp:CreatorTool>`,
    ]),
    description("dc", "http://purl.org/dc/elements/1.1/", dublinCore),
    description("pdf", "http://ns.adobe.com/pdf/1.3/", [
      `<pdf:Producer>${escapeXml(producer)}</pdf:Producer>`,
    ]),
    ...claimed(claims),
  ].join("\n");
}

function claimed({ conformance, accessible }: Claims): readonly string[] {
  const archived = description("pdfaid", "http://www.aiim.org/pdfa/ns/id/", [
    "<pdfaid:part>2</pdfaid:part>",
    `<pdfaid:conformance>${conformance}</pdfaid:conformance>`,
  ]);
  if (!accessible) return [archived];
  return [archived, description("pdfuaid", universalAccess, ["<pdfuaid:part>1</pdfuaid:part>"]), extension];
}

const universalAccess = "http://www.aiim.org/pdfua/ns/id/";

/** PDF/A-2 knows no other standard's properties: they are described in the packet itself (ISO 19005-2, 6.6.2.3). */
const extension = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>${universalAccess}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the document conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;

function description(prefix: string, namespace: string, properties: readonly string[]): string {
  const inside = properties.filter((property) => property !== "").join("\n");
  return `<rdf:Description rdf:about="" xmlns:${prefix}="${namespace}">\n${inside}\n</rdf:Description>`;
}

function alternatives(name: string, text: string): string {
  if (text === "") return "";
  return `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt></${name}>`;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

function escapeXml(text: string): string {
  // XML 1.0 has no place for control characters, lone surrogates and the two non-characters, escaped or not.
  const allowed = text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, " ");
  return allowed.replace(/[&<>]/gu, (sign) => entities[sign] ?? sign);
}
