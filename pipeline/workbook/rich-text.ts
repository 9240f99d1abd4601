/** `<t>` in runs, as a shared text and a text in its cell have them → one text, without what says how to pronounce it. */
import { isTrue } from "./opc-package.ts";
import type { Attributes } from "./xml-text.ts";

export type RichText = {
  readonly open: (element: string, attributes: Attributes) => void;
  readonly text: (piece: string) => void;
  readonly close: (element: string) => void;
  readonly result: () => TypedText;
};

/** `struck`: what of it is struck out, which somebody may take for withdrawn. */
export type TypedText = { readonly text: string; readonly struck: string };

export function readRichText(): RichText {
  let [inText, inPhonetic, isStruck, text, struck] = [false, false, false, "", ""];
  return {
    open: (element, { val }) => {
      if (element === "r") isStruck = false;
      if (element === "strike") isStruck = isOn(val);
      if (element === "rPh") inPhonetic = true;
      if (element === "t") inText = true;
    },
    text: (piece) => {
      if (!inText || inPhonetic) return;
      text += piece;
      if (isStruck) struck += piece;
    },
    close: (element) => {
      if (element === "rPh") inPhonetic = false;
      if (element === "t") inText = false;
    },
    result: () => ({ text: typedText(text), struck: typedText(struck) }),
  };
}

/** An element that says something by being there, unless it denies it. */
export function isOn(val: string | undefined): boolean {
  return val === undefined || isTrue(val);
}

/** A text as it was typed: XML has no place for some characters, and Excel breaks lines in two ways. */
export function typedText(written: string): string {
  const unescaped = written.includes("_x")
    ? written.replace(/_x([\da-f]{4})_/giu, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : written;
  return unescaped.replaceAll("\r\n", "\n");
}
