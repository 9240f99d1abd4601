/** How a department's files were read → a line a file: encoding and separator, each with what spoke for it. */
import type { DepartmentResult, FileReading } from "../commands/index.ts";
import type { Messages } from "./messages.ts";
import { printable } from "./terminal.ts";

export function readingLines({ folder, readings = [] }: DepartmentResult, say: Messages): readonly string[] {
  return readings.map((reading) =>
    printable(`${folder}/${reading.file}  ${sentence(reading, say.readings)}`),
  );
}

function sentence({ encoding, separator }: FileReading, say: Messages["readings"]): string {
  const read = `${encoding.name}${say.because(say.encoding[encoding.evidence])}`;
  if (separator === undefined) return read;
  const { character, evidence } = separator;
  const why =
    evidence.by === "agreement" ? say.agreement(evidence.records, evidence.columns) : say[evidence.by];
  return `${read}${say.comma}${say.separator[character]}${say.because(why)}`;
}
