/** A place → the file it is in, for findings that are about no one cell. */
import type { Place } from "../diagnostics/index.ts";

export function fileOf(place: Place): Place {
  return "file" in place ? { kind: "file", file: place.file } : place;
}
