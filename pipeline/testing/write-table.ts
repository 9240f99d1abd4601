/** Rows of cells → delimited text, quoted where a cell needs it. */

export function writeTable(rows: readonly (readonly string[])[], separator: string): string {
  return rows.map((cells) => `${cells.map(quoted).join(separator)}\n`).join("");
}

function quoted(cell: string): string {
  return /[",;\t\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
