/**
 * Finished objects → the bytes of a PDF 1.7 file. Objects without a stream are packed into object streams and found by
 * a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8): a report has hundreds of small objects a page, which say
 * nearly the same and deflate to a twentieth.
 */
import { deflateSync } from "node:zlib";

export type PdfFile = {
  /** An object without a stream, as text of one character a byte. */
  readonly add: (object: number, text: string) => void;
  /** Its dictionary, and the bytes of its stream as they are. */
  readonly addStream: (object: number, dictionary: string, stream: Uint8Array) => void;
  /** `trailer` is what the trailer says of the document: entries of a dictionary. Nothing can be added afterwards. */
  readonly finish: (trailer: string) => Uint8Array;
};

/** A reader of one object inflates all of its stream; fewer objects a stream would deflate to more. */
const objectsAStream = 400;

/** `takeNumber` gives an object number that nothing has yet. Every number must be an object's in the end. */
export function openPdfFile(takeNumber: () => number): PdfFile {
  const chunks: Uint8Array[] = [];
  const places = openPlaces();
  let length = 0;
  let pack = openPack();
  const write = (chunk: Uint8Array) => {
    chunks.push(chunk);
    length += chunk.length;
  };
  const addStream: PdfFile["addStream"] = (object, dictionary, stream) => {
    places.put(object, length);
    write(Buffer.from(`${object} 0 obj\n${dictionary}\nstream\n`, "latin1"));
    write(stream);
    write(endOfStream);
  };
  const flush = () => {
    if (pack.count === 0) return;
    const { number, count, index, text } = pack;
    const dictionary = `<</Type/ObjStm/N ${count}/First ${index.length}`;
    addStream(...deflated(number, dictionary, Buffer.from(index + text, "latin1")));
    pack = openPack();
  };
  write(header);
  return {
    add: (object, text) => {
      if (pack.count === 0) pack.number = takeNumber();
      places.put(object, pack.number, pack.count);
      pack.index += `${object} ${pack.text.length} `;
      pack.text += `${text}\n`;
      pack.count += 1;
      if (pack.count === objectsAStream) flush();
    },
    addStream,
    finish: (trailer) => {
      flush();
      const object = takeNumber();
      const start = length;
      places.put(object, start);
      const dictionary = `<</Type/XRef/Size ${object + 1}/W[1 4 2]${trailer}/DecodeParms<</Predictor 12/Columns ${rowLength}>>`;
      addStream(...deflated(object, dictionary, crossReferences(places.all)));
      write(Buffer.from(`startxref\n${start}\n%%EOF\n`, "latin1"));
      return Buffer.concat(chunks, length);
    },
  };
}

// The second line's bytes above 127 tell transfer programs that the file is not text.
const header = Buffer.from("%PDF-1.7\n%\xff\xff\xff\xff\n", "latin1");
const endOfStream = Buffer.from("\nendstream\nendobj\n", "latin1");

type Places = {
  /** Where an object begins; or the object stream it is in, and the how-manyeth it is there. */
  readonly put: (object: number, at: number, index?: number) => void;
  /** Two numbers an object, from object 0 on; the second is -1 outside of object streams. */
  readonly all: readonly number[];
};

// Numbers in one array: an object for each of a report's hundreds of thousands would be held until the end.
function openPlaces(): Places {
  const all: number[] = [];
  return {
    all,
    put: (object, at, index = -1) => {
      for (let next = all.length; next < 2 * object; next += 1) all.push(missing);
      all[2 * object] = at;
      all[2 * object + 1] = index;
    },
  };
}

const missing = -2;

/** An object stream that is still open: where each of its objects begins, and the objects. */
type Pack = { number: number; count: number; index: string; text: string };

function openPack(): Pack {
  return { number: 0, count: 0, index: "", text: "" };
}

/** A third of the time of zlib's own 6, for streams a fifth larger. */
const deflateLevel = 1;

function deflated(object: number, dictionary: string, content: Uint8Array) {
  const stream = deflateSync(content, { level: deflateLevel });
  return [object, `${dictionary}/Filter/FlateDecode/Length ${stream.length}>>`, stream] as const;
}

const rowLength = 7;

/** A row an object, from object 0 on, each as its difference to the row above: so equal steps deflate to nothing. */
function crossReferences(places: readonly number[]): Uint8Array {
  const objects = places.length / 2;
  const rows = Buffer.alloc(objects * (rowLength + 1));
  const [above, row] = [Buffer.alloc(rowLength), Buffer.alloc(rowLength)];
  for (let object = 0; object < objects; object += 1) {
    writeRow(row, object, places);
    const start = object * (rowLength + 1);
    rows[start] = upFilter;
    for (let byte = 0; byte < rowLength; byte += 1)
      rows[start + 1 + byte] = (row[byte] ?? 0) - (above[byte] ?? 0);
    row.copy(above);
  }
  return rows;
}

function writeRow(row: Buffer, object: number, places: readonly number[]): void {
  const [at = missing, index = -1] = [places[2 * object], places[2 * object + 1]];
  // Object 0 is free, as in every PDF.
  if (object > 0 && at < 0) throw new Error(`object ${object} was never written`);
  const kind = object === 0 ? 0 : index < 0 ? 1 : 2;
  row.writeUInt8(kind, 0);
  row.writeUInt32BE(object === 0 ? 0 : at, 1);
  row.writeUInt16BE(object === 0 ? 0xffff : Math.max(0, index), 5);
}

/** PNG's filter that takes the difference to the row above. */
const upFilter = 2;
