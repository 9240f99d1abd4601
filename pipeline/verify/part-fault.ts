/** A fault of XML → the same with the name of the part that it is in. */
import { XmlFault } from "./scan-xml.ts";

export class PartFault extends Error {
  readonly part: string;
  constructor(part: string, message: string) {
    super(message);
    this.part = part;
  }
}

/** What is read of a part; a fault names it. */
export function* namingPart<Item>(part: string, items: Iterable<Item>): Generator<Item> {
  try {
    yield* items;
  } catch (error) {
    throw error instanceof XmlFault ? new PartFault(part, error.message) : error;
  }
}
