/** Turns the bytes of workbooks, HTML tables and Word files into sheets of text, behind a gate: bounded, and in a process of its own. */
export { defaultLimits } from "./limits.ts";
export { openWorkbooks, type WorkbookOpener } from "./open-workbooks.ts";
