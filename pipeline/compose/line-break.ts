/** Marks a line break inside a value between view and markup: U+2028 means just that, and no record holds one. */
export const lineBreak = "\u{2028}";
