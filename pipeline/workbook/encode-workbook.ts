/** An opened workbook → the bytes of its JSON. They are made row by row, as one text of all rows would take their room once more. */
import type { OpenedWorkbook } from "../read/index.ts";

/** Characters that are encoded at a time. */
const step = 65_536;

export function encodeWorkbook({ sheets, ...about }: OpenedWorkbook): Uint8Array {
  const pieces: Uint8Array[] = [];
  let text = "";
  const put = (more: string): void => {
    text += more;
    if (text.length < step) return;
    pieces.push(Buffer.from(text));
    text = "";
  };
  const putList = <Item>(key: string, items: readonly Item[], putItem: (item: Item) => void): void => {
    put(`"${key}":[`);
    for (const [index, item] of items.entries()) {
      if (index > 0) put(",");
      putItem(item);
    }
    put("]}");
  };
  /** An object that a list follows as its last member. */
  const open = (object: object): string => `${JSON.stringify(object).slice(0, -1)},`;

  put(open(about));
  putList("sheets", sheets, ({ rows, ...sheet }) => {
    put(open(sheet));
    putList("rows", rows, (row) => put(JSON.stringify(row)));
  });
  return Buffer.concat([...pieces, Buffer.from(text)]);
}
