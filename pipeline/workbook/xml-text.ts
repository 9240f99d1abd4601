/** The bytes of an XML text, in pieces → its tags and texts as they come; a declaration of entities ends it. */
import { Parser } from "htmlparser2";
import { DamagedContainer } from "./damaged.ts";

export type Attributes = Readonly<Record<string, string>>;

export type XmlHandler = {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
};

export type XmlReader = { readonly push: (piece: Uint8Array) => void; readonly end: () => void };

/** No program nests elements so deep, and the parser takes time by the square of it. */
const deepest = 1000;

/** Bytes that are decoded at a time: texts of this length are let go at once, longer ones lie about until memory is short. */
const step = 32_768;

/** `encoding`: as `TextDecoder` names it. */
export function readXml({ open, text, close }: XmlHandler, encoding = "utf-8"): XmlReader {
  const decoder = new TextDecoder(encoding);
  let [depth, opened] = [0, 0];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth += 1;
        opened += 1;
        if (depth > deepest) throw new DamagedContainer("structure", "XML");
        open(name, attributes);
      },
      ontext: text,
      onclosetag: (name) => {
        depth -= 1;
        close(name);
      },
      onprocessinginstruction: (name) => {
        if (/^!doctype$/iu.test(name)) throw new DamagedContainer("entities");
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  return {
    push: (piece) => {
      for (let at = 0; at < piece.length; at += step)
        parser.write(decoder.decode(piece.subarray(at, at + step), { stream: true }));
    },
    end: () => {
      parser.write(decoder.decode());
      // The parser closes whatever is open: a text that breaks off would be taken for a whole one.
      if (depth > 0 || opened === 0) throw new DamagedContainer("structure", "XML");
      parser.end();
    },
  };
}
