/** What a reader threw → the fault of a file that cannot be read, or not all of it. */
import type { Fault } from "./fault.ts";
import { PartFault } from "./part-fault.ts";
import { PdfFault } from "./pdf-values.ts";
import { CsvFault } from "./read-csv.ts";
import { XmlFault } from "./scan-xml.ts";
import { ZipFault } from "./unzip.ts";

export type FileDamage = Extract<Fault, { kind: "damaged" }>;

/** Absent of an error that says nothing of the file. */
export function damageOf(error: unknown): FileDamage | undefined {
  if (error instanceof PartFault)
    return { kind: "damaged", what: `XML: ${error.part}`, where: error.message };
  if (error instanceof ZipFault) return { kind: "damaged", what: "ZIP", where: error.message };
  if (error instanceof XmlFault) return { kind: "damaged", what: "XML", where: error.message };
  if (error instanceof CsvFault) return { kind: "damaged", what: "CSV", where: error.message };
  if (error instanceof PdfFault) return { kind: "damaged", what: "PDF", where: error.message };
  return undefined;
}
