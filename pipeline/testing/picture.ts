/** Grey pictures: to a small PNG and back, and where two of them differ; coloured ones to a small PNG. */
import { crc32, deflateSync } from "node:zlib";
import { createCanvas, loadImage } from "@napi-rs/canvas";

/** Grey values row by row from the top left: 0 is black, 255 white. */
export type Picture = { readonly width: number; readonly height: number; readonly grey: Uint8Array };

/** Greys of a PNG written here: 16 of them make a page a third as large as 256, and differ by more than noise. */
const greys = 16;
const step = 255 / (greys - 1);

/** A PNG of 4 bits a pixel. */
export function encodePng({ width, height, grey }: Picture): Uint8Array {
  const bytesPerRow = Math.ceil(width / 2);
  const rows = new Uint8Array(height * (1 + bytesPerRow));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const level = Math.round((grey[y * width + x] ?? 255) / step);
      // A row begins with the number of its filter: 0, none.
      const at = y * (1 + bytesPerRow) + 1 + (x >> 1);
      rows[at] = (rows[at] ?? 0) | (x % 2 === 0 ? level << 4 : level);
    }
  return joinPng({ width, height, depth: 4, colours: "grey" }, [
    chunk("IDAT", deflateSync(rows, { level: 9 })),
  ]);
}

type PngHeader = {
  readonly width: number;
  readonly height: number;
  /** Bits a pixel. */
  readonly depth: number;
  readonly colours: "grey" | "palette";
};

function joinPng({ width, height, depth, colours }: PngHeader, chunks: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colours === "grey" ? 0 : 3, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", header), ...chunks, chunk("IEND")]);
}

/** A picture of a screen has few colours besides those of smoothed edges: these many make it a third as large. */
const mostColours = 64;

/** A PNG of the colours that are most frequent, of those that look alike one; each other one is the nearest of them. */
export async function withFewColours(png: Uint8Array): Promise<Uint8Array> {
  const image = await loadImage(png);
  const { width, height } = image;
  const context = createCanvas(width, height).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const pixels = Array.from({ length: width * height }, (_, at) =>
    Buffer.from(data.buffer, at * 4, 3).readUIntBE(0, 3),
  );
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const byCount = [...counts].toSorted(([, one], [, other]) => other - one).map(([colour]) => colour);
  const alike = new Map(
    byCount.toReversed().map((colour) => [
      channelsOf(colour)
        .map((one) => one >> 4)
        .join(),
      colour,
    ]),
  );
  const chosen = new Set(alike.values());
  const palette = byCount.filter((colour) => chosen.has(colour)).slice(0, mostColours);
  const places = new Map(byCount.map((colour) => [colour, nearest(palette, colour)]));
  const rows = new Uint8Array(height * (1 + width));
  for (const [at, colour] of pixels.entries())
    rows[at + Math.floor(at / width) + 1] = places.get(colour) ?? 0;
  return joinPng({ width, height, depth: 8, colours: "palette" }, [
    chunk("PLTE", Buffer.from(palette.flatMap(channelsOf))),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
  ]);
}

function nearest(palette: readonly number[], colour: number): number {
  const [red, green, blue] = channelsOf(colour);
  const distances = palette.map((one) => {
    const [r, g, b] = channelsOf(one);
    return (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
  });
  return distances.indexOf(Math.min(...distances));
}

function channelsOf(colour: number): readonly [red: number, green: number, blue: number] {
  return [colour >> 16, (colour >> 8) % 256, colour % 256];
}

export async function decodePng(bytes: Uint8Array): Promise<Picture> {
  const image = await loadImage(bytes);
  const { width, height } = image;
  const context = createCanvas(width, height).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, grey: Uint8Array.from({ length: width * height }, (_, at) => data[at * 4] ?? 0) };
}

export type Difference = {
  /** Pixels whose greys differ by more than the tolerance. */
  readonly pixels: number;
  /** The least box around them, in pixels; what a person looks at first. */
  readonly box: string;
};

/** Pictures of two sizes differ in every pixel. */
export function differenceOf(one: Picture, other: Picture, tolerance: number): Difference {
  if (one.width !== other.width || one.height !== other.height)
    return { pixels: Math.max(one.grey.length, other.grey.length), box: "the size" };
  const [xs, ys]: [number[], number[]] = [[], []];
  for (const [at, value] of one.grey.entries()) {
    if (Math.abs(value - (other.grey[at] ?? 0)) <= tolerance) continue;
    xs.push(at % one.width);
    ys.push(Math.floor(at / one.width));
  }
  const range = (values: readonly number[]) => `${Math.min(...values)}–${Math.max(...values)}`;
  return { pixels: xs.length, box: xs.length === 0 ? "" : `x ${range(xs)}, y ${range(ys)}` };
}

function chunk(type: string, data: Uint8Array = new Uint8Array()): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
