/** The path of a printed value → those under which a form may print it all the same. */

const rows = "indicators.";

/** `indicators.4.level3` → `indicators.4`: an indicator's cells are in one row, and begin on one page. */
export function rowOfPath(path: string): string {
  const from = path.indexOf(rows);
  const end = from === -1 ? -1 : path.indexOf(".", from + rows.length);
  return end === -1 ? path : path.slice(0, end);
}

/** `indicators.4.unit` → `indicators.4.printedValue`, in which forms print sign, value and unit as one. */
export function joinedPath(path: string): string {
  return path.replace(/(?<=indicators\.\d+\.)(?:operator|value|unit)$/u, "printedValue");
}
