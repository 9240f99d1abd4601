/** The small parts of the package that docx cannot write as we need them: settings and core properties. */
import { joiningSigns } from "../../layout/index.ts";
import type { DocumentFrame } from "../../resolve/index.ts";
import { toXmlText } from "./text.ts";
import { escapeXml, value, wordNamespace, xml, xmlPart } from "./xml.ts";

// GB/T 15834 and CLREQ: no closing or pause mark begins a line, no opening mark ends one.
const neverFirst =
  "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠";
const neverLast = "$([{£¥‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥";
// Nor does a sign that joins what is on either side of it: 元/人/年.
const withSigns = (marks: string): string => [...new Set(marks + joiningSigns)].sort().join("");

/**
 * `word/settings.xml`: Chinese line breaking, left and right pages, and the language. No `updateFields`, because the
 * numbers are right and the question would frighten readers.
 */
export function settings({ twoSided }: DocumentFrame): string {
  const on = (name: string) => xml(name);
  return xmlPart(
    xml("w:settings", { "xmlns:w": wordNamespace }, [
      xml("w:zoom", { "w:percent": 100 }),
      on("w:bordersDoNotSurroundHeader"),
      on("w:bordersDoNotSurroundFooter"),
      value("w:defaultTabStop", 420),
      twoSided ? on("w:evenAndOddHeaders") : "",
      value("w:drawingGridVerticalSpacing", 156),
      // An engine that squeezes marks to fit one more character on a line would come to other page breaks.
      value("w:characterSpacingControl", "doNotCompress"),
      xml("w:noLineBreaksAfter", { "w:lang": "zh-CN", "w:val": withSigns(neverLast) }),
      xml("w:noLineBreaksBefore", { "w:lang": "zh-CN", "w:val": withSigns(neverFirst) }),
      xml("w:compat", {}, [
        on("w:spaceForUL"),
        on("w:balanceSingleByteDoubleByteWidth"),
        on("w:doNotLeaveBackslashAlone"),
        on("w:ulTrailSpace"),
        on("w:doNotExpandShiftReturn"),
        on("w:useFELayout"),
        compatSetting("compatibilityMode", 15),
        compatSetting("overrideTableStyleFontSizeAndJustification", 1),
        compatSetting("enableOpenTypeFeatures", 1),
        compatSetting("doNotFlipMirrorIndents", 1),
      ]),
      xml("w:themeFontLang", { "w:val": "en-US", "w:eastAsia": "zh-CN" }),
      value("w:decimalSymbol", "."),
      value("w:listSeparator", ","),
    ]),
  );
}

function compatSetting(name: string, of: number): string {
  return xml("w:compatSetting", {
    "w:name": name,
    "w:uri": "http://schemas.microsoft.com/office/word",
    "w:val": of,
  });
}

const namespaces = {
  "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:dcterms": "http://purl.org/dc/terms/",
  "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
};

/** `docProps/core.xml`: title, author, subject, language and dates; docx would write the wall clock's time. */
export function coreProperties(document: DocumentFrame, createdAt: Date): string {
  const text = (name: string, of: string) => xml(name, {}, [escapeXml(toXmlText(of))]);
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
