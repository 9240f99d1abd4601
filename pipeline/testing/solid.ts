/** A text without its spaces and line ends, which differ with the width that it was set to. */
export function solid(text: string): string {
  return text.replace(/\s/gu, "");
}
