/** Reads a JSON value as the text that a cell would hold. */
import type { Report } from "../diagnostics/index.ts";
import type { RawNode } from "../read/index.ts";
import { parseDecimal, shiftDecimal, type Text } from "../records/index.ts";
import { toText } from "./clean-text.ts";

/** "" for null; the lines of a list joined; a group is reported and left out. */
export function nodeSource(node: RawNode, report: Report): string {
  switch (node.kind) {
    case "text":
    case "number":
      return node.text;
    case "boolean":
      return node.value ? "是" : "否";
    case "null":
      return "";
    case "list":
      return node.items.map((item) => nodeSource(item, report)).join("\n");
    case "object":
      report({ code: "value-not-text", at: node.at, args: {} });
      return "";
  }
}

/**
 * The source of an amount. JSON programs write 12000000.0 as 1.2E7 and mean it exactly; in a text it is what Excel has
 * left of a number, and stays as it is.
 */
export function amountSource(node: RawNode, source: string): string {
  const parts =
    node.kind === "number"
      ? /^(?<digits>[-\d.]+)[eE](?<power>[+-]?\d{1,2})$/u.exec(source)?.groups
      : undefined;
  const digits = parseDecimal(parts?.digits ?? "");
  return digits === undefined ? source : shiftDecimal(digits, Number(parts?.power));
}

/** The lines of a text or of a list of texts, each with its own place; blank lines fall away. */
export function nodeLines(node: RawNode, report: Report): Text[] {
  if (node.kind === "list") return node.items.flatMap((item) => nodeLines(item, report));
  const text = toText(nodeSource(node, report), node.at, report);
  return text === undefined ? [] : splitLines(text);
}

/** A text of several lines as one text a line. */
export function splitLines(text: Text): Text[] {
  if (!text.text.includes("\n")) return [text];
  return text.text
    .split("\n")
    .flatMap((line) => (line.trim() === "" ? [] : [{ text: line.trim(), at: text.at }]));
}
