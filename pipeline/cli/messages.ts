/** Everything the command line says by itself, in Chinese and English. Findings bring their own sentences. */
import type { Language } from "../diagnostics/index.ts";
import { en } from "./messages-en.ts";
import { zh } from "./messages-zh.ts";

export type Messages = typeof zh;

export const messages: Readonly<Record<Language, Messages>> = { zh, en };
