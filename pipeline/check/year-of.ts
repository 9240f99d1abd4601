/** The four-digit year in 2023, 2023年 or 2023年度; undefined where there is none or more than one. */

export function yearOf(text: string | undefined): string | undefined {
  return /^\s*((?:19|20)\d{2})\s*(?:年度?)?\s*$/u.exec(text ?? "")?.[1];
}
