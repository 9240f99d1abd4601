/** Files, before it is known whose they are → whether they hold projects, may do so, or certainly do not. */
import type { RawFile } from "../../read/index.ts";
import { vocabularyOf } from "../headers/match-header.ts";
import { findExports } from "./find-exports.ts";
import { namesProjects } from "./find-in-tables.ts";
import { mayBeExport } from "./may-be-export.ts";

/**
 * `list`: something that looks like an export whose headers are not known, or like half of a form, so that whoever put
 * it there is to be asked; `none`: a letter, a timetable, a list of people, pictures.
 */
export type ProjectEvidence = "projects" | "list" | "none";

export function projectEvidence(files: readonly RawFile[]): ProjectEvidence {
  const vocabulary = vocabularyOf([]);
  let hasHalf = false;
  const exports = findExports({ folder: "", files, own: undefined }, vocabulary, ({ code }) => {
    hasHalf ||= code === "card-without-name" || code === "card-without-indicators";
  });
  if (exports !== undefined) {
    const { tables, cards, trees } = exports;
    const isNamed = tables.some((table) => namesProjects(table, vocabulary));
    if (isNamed || cards.length + trees.length > 0) return "projects";
  }
  const mayBe = hasHalf || files.some((file) => file.kind === "table" && mayBeExport(file, vocabulary));
  return mayBe ? "list" : "none";
}
