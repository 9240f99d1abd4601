/** A path of this system → the way it is shown and recorded: with `/` everywhere, none at the end. */
import { sep } from "node:path";

export function displayPath(path: string): string {
  return path
    .split(sep)
    .join("/")
    .replace(/(?<=.)\/$/u, "");
}
