/** Fields with the result they show, clean, so that Word shows it and asks nothing. */
import { StringContainer, TextRun } from "docx";
import { element } from "../../write/docx/element.ts";
import { writeRun } from "./text.ts";

/** The runs before a field's result. */
export function openField(instruction: string): TextRun[] {
  const code = new TextRun({ children: [new StringContainer("w:instrText", ` ${instruction} `)] });
  return [mark("begin"), code, mark("separate")];
}

/** The run behind it. */
export function closeField(): TextRun {
  return mark("end");
}

/** A whole field. */
export function writeField(instruction: string, result: string): TextRun[] {
  return [...openField(instruction), writeRun(result), closeField()];
}

function mark(type: "begin" | "separate" | "end"): TextRun {
  return new TextRun({ children: [element("w:fldChar", { "w:fldCharType": type })] });
}
