/** A folder that the program wrote to → where the report in it is: its name is its title, which tests need not know. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { reviewName } from "../contracts/index.ts";

/** `words`: what its name has in it, where there are several reports. A path that says what is missing if there is none. */
export function reportIn(folder: string, format: string, words = ""): string {
  const isWanted = (name: string) =>
    name !== reviewName && name.includes(words) && name.endsWith(`.${format}`);
  return join(folder, readdirSync(folder).find(isWanted) ?? `no ${words}.${format}`);
}
