/** A text in both languages, side by side, so that neither is changed without the other. */
import type { Language } from "../diagnostics/index.ts";

export type Bilingual = Readonly<Record<Language, string>>;
