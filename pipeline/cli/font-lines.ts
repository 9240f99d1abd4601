/** Which font took which role → a line a role, for the user who brought fonts. */
import type { RunResult } from "../commands/index.ts";
import type { Messages } from "./messages.ts";
import { printable } from "./terminal.ts";

type Role = NonNullable<RunResult["fonts"]>[number]["role"];

/** Empty where no fonts were brought. */
export function fontLines({ fonts }: Pick<RunResult, "fonts">, say: Messages): readonly string[] {
  if (fonts === undefined) return [];
  const roles: Readonly<Record<Role, string>> = say.fonts.roles;
  return Object.entries(roles).map(([role, called]) => {
    const font = fonts.find((one) => one.role === role);
    return printable(
      `${called}${say.colon}${font === undefined ? say.fonts.ours : say.fonts.theirs(font.name, font.file)}`,
    );
  });
}
