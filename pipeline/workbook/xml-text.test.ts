/** The reader of XML against a parser that has been tried by many: the same tags and texts, however the bytes are cut. */

import { Parser } from "htmlparser2";
import { expect, test } from "vitest";
import fc from "../testing/seeded-check.ts";
import { readXml } from "./xml-text.ts";

type Event = readonly [what: "open" | "text" | "close", text: string, attributes?: Record<string, string>];

/** Texts that come in several pieces are one. */
function gather() {
  const events: Event[] = [];
  return {
    events,
    handler: {
      open: (name: string, attributes: Readonly<Record<string, string>>) =>
        void events.push(["open", name, { ...attributes }]),
      text: (text: string) => {
        const last = events.at(-1);
        if (last?.[0] === "text") events.splice(-1, 1, ["text", last[1] + text]);
        else events.push(["text", text]);
      },
      close: (name: string) => void events.push(["close", name]),
    },
  };
}

function read(bytes: Uint8Array, cuts: readonly number[]): readonly Event[] {
  const { events, handler } = gather();
  const reader = readXml(handler);
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort(
    (one, other) => one - other,
  );
  let from = 0;
  for (const to of ends) {
    reader.push(bytes.subarray(from, to));
    from = to;
  }
  reader.end();
  return events;
}

function expected(xml: string): readonly Event[] {
  const { events, handler } = gather();
  const parser = new Parser(
    { onopentag: handler.open, ontext: handler.text, onclosetag: handler.close },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return events;
}

const name = fc.constantFrom("w:p", "a", "table:table-cell", "数", "x-1.y_z", "constructor");
const said = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "&amp;",
        "&lt;",
        "&#20013;",
        "&#x4e2d;",
        "&quot;",
        "&apos;",
        "]]&gt;",
        "\n",
        "/",
        "=",
        "'",
      ),
      fc.string({ unit: "grapheme", maxLength: 6 }).map((text) => text.replace(/[<&>"]/gu, "")),
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.join(""));
const attributes = fc.dictionary(name, said, { maxKeys: 3 }).map((all) =>
  Object.entries(all)
    .map(([key, value]) => ` ${key} = "${value}"`)
    .join(""),
);
const beside = fc.oneof(
  said,
  fc.constantFrom("<!-- <a> & -->", "<?mso x='<b>'?>", "<!---->", "<![CDATA[<a> ]] &amp; ]>]]>"),
);
const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .record({
      name,
      attributes,
      inside: fc.array(fc.oneof({ maxDepth: 4 }, beside, tie("element")), { maxLength: 4 }),
      isEmpty: fc.boolean(),
    })
    .map(({ name: tag, attributes: own, inside, isEmpty }) =>
      isEmpty ? `<${tag}${own}/>` : `<${tag}${own}>${inside.join("")}</${tag} >`,
    ),
}));

test("says of any XML what htmlparser2 says, and the same for every cut of its bytes", () => {
  fc.assert(
    fc.property(element, fc.array(fc.nat(), { maxLength: 8 }), (root, cuts) => {
      const xml = `<?xml version="1.0" encoding="UTF-8"?>\n${root}`;
      expect(read(Buffer.from(xml), cuts)).toEqual(expected(xml));
    }),
    { numRuns: 300 },
  );
});

test.each([
  ["breaks off in a tag", "<a><b"],
  ["breaks off in a text", "<a>b"],
  ["breaks off in a comment", "<a><!-- "],
  ["has no tag", "a"],
  ["is empty", ""],
  ["declares what its references mean", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
  ["nests without end", "<a>".repeat(2000)],
  ["has a tag without end", `<a ${"b".repeat(2 ** 21)}`],
])("refuses a text that %s", (_, xml) => {
  expect(() => read(Buffer.from(xml), [])).toThrow();
});
