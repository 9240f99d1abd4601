/** What Handlebars throws, because of a template's text or while it prints → where in the template, and what is wrong. */

/** Both from 1. */
type Position = { readonly line: number; readonly column: number };

type TemplateFailure = {
  readonly line: number;
  readonly column: number | undefined;
  readonly reason: string;
};

/** What Handlebars throws when a template is run; it gives the place in properties, and again in words. */
export function failureOf(error: unknown): TemplateFailure {
  const message = error instanceof Error ? error.message : String(error);
  const column = numberAt(error, "column");
  return {
    line: numberAt(error, "lineNumber") ?? 1,
    column: column === undefined ? undefined : column + 1,
    reason: message.replace(/ - \d+:\d+$/u, "").replace(/\s*\n\s*/gu, " "),
  };
}

type SyntaxFault = Position & {
  readonly problem: "not-closed" | "not-paired" | "unexpected";
  readonly found: string;
};

/**
 * What its parser throws. Of a fault of the grammar it only says the last line it came to, and draws where it stopped:
 * below twenty characters before and after, without their line breaks, an arrow.
 */
export function syntaxFault(text: string, error: unknown): SyntaxFault {
  const { message } = error instanceof Error ? error : { message: String(error) };
  const [, pair] = /^(.*?)(?: - \d+:\d+)?$/u.exec(message) ?? [];
  const [, opened, closed] = /^(.+) doesn't match (.+)$/u.exec(pair ?? "") ?? [];
  if (opened !== undefined) {
    const [line = 1, column = 0] = [numberAt(error, "lineNumber"), numberAt(error, "column")];
    return { line, column: column + 1, problem: "not-paired", found: `{{#${opened}}} … {{/${closed}}}` };
  }
  const [, last = "1", drawn = "", arrow = ""] =
    /^Parse error on line (\d+):\n([^\n]*)\n(-*)\^/u.exec(message) ?? [];
  const open = message.endsWith("'EOF'") ? unclosedBlock(text) : undefined;
  if (open !== undefined) return { ...positionAt(text, open.index), problem: "not-closed", found: open.tag };
  const before = drawn.slice(0, arrow.length).replace(/^\.{3}/u, "");
  const stop = stopIn(text, {
    before,
    after: drawn.slice(arrow.length).replace(/\.{3}$/u, ""),
    line: Number(last),
  });
  const found =
    text
      .slice(stop)
      .split(/[\r\n]/u)[0]
      ?.slice(0, 20) ?? "";
  return { ...positionAt(text, stop), problem: "unexpected", found };
}

/** The offset between two texts without line breaks, that one of several which is nearest to a line. */
function stopIn(
  text: string,
  { before, after, line }: { readonly before: string; readonly after: string; readonly line: number },
): number {
  const offsets = Array.from(text.matchAll(/[^\n]/g), ({ index }) => index);
  const flat = text.replaceAll("\n", "");
  let best = text.length;
  let least = Number.POSITIVE_INFINITY;
  const drawn = before + after;
  for (let at = flat.indexOf(drawn); drawn !== "" && at !== -1; at = flat.indexOf(drawn, at + 1)) {
    const offset = offsets[at + before.length] ?? text.length;
    const away = Math.abs(positionAt(text, offset).line - line);
    if (away < least) [best, least] = [offset, away];
  }
  return best;
}

/** The innermost `{{#…}}` that nothing closes. */
function unclosedBlock(text: string): { readonly index: number; readonly tag: string } | undefined {
  const open: { readonly index: number; readonly tag: string }[] = [];
  for (const { index, 1: kind = "", 0: tag } of text.matchAll(
    /\{\{!--.*?--\}?\}?|\{\{![^}]*\}\}|\{\{~?([#^/])[^}]*\}\}/gsu,
  ))
    if (kind === "/") open.pop();
    else if (kind === "#" || (kind === "^" && tag.replace(/\W/gu, "") !== "")) open.push({ index, tag });
  return open.at(-1);
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function numberAt(error: unknown, key: string): number | undefined {
  const value: unknown = typeof error === "object" && error !== null ? Reflect.get(error, key) : undefined;
  return typeof value === "number" ? value : undefined;
}
