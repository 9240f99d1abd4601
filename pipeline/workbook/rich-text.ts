/** `<t>` in runs, as a shared text and a text in its cell have them → one text, without what says how to pronounce it. */

export type RichText = {
  readonly open: (element: string) => void;
  readonly text: (piece: string) => void;
  readonly close: (element: string) => void;
  readonly result: () => string;
};

export function readRichText(): RichText {
  let [inText, inPhonetic, result] = [false, false, ""];
  return {
    open: (element) => {
      if (element === "rPh") inPhonetic = true;
      if (element === "t") inText = true;
    },
    text: (piece) => {
      if (inText && !inPhonetic) result += piece;
    },
    close: (element) => {
      if (element === "rPh") inPhonetic = false;
      if (element === "t") inText = false;
    },
    result: () => typedText(result),
  };
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
