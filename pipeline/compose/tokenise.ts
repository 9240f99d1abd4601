/** Markup → tokens: tags with their attributes and decoded text, in order. Knows HTML's syntax and none of its elements. */
import { Tokenizer, type TokenizerCallbacks } from "htmlparser2";

export type Tag = {
  readonly kind: "open";
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
};
export type Token =
  | Tag
  | { readonly kind: "close"; readonly name: string }
  | { readonly kind: "text"; readonly text: string };

/**
 * Reads markup as XML does, so that nothing is closed, moved or renamed on the author's behalf.
 * Comments vanish; an entity that XML lacks stays in the text as written.
 */
export function tokenise(markup: string): readonly Token[] {
  const tokens: Token[] = [];
  let text = "";
  const add = (piece: string) => {
    text += piece;
  };
  const flush = () => {
    if (text !== "") tokens.push({ kind: "text", text: copied(text) });
    text = "";
  };
  const push = (token: Token) => {
    flush();
    tokens.push(token);
  };
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: true },
    {
      ...tagCallbacks(markup, push),
      ontext: (start, end) => add(markup.slice(start, end)),
      ontextentity: (codePoint) => add(String.fromCodePoint(codePoint)),
      oncdata: (start, end, offset) => add(markup.slice(start, end - offset)),
      oncomment: () => {},
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: flush,
    },
  );
  tokenizer.write(markup);
  tokenizer.end();
  return tokens;
}

/**
 * The same text. As a slice of the markup it would hold on to all of it, and whoever remembers a label of a part, to
 * that part's markup; what is joined is copied, and a slice of the copy holds no more than that.
 */
function copied(slice: string): string {
  return ` ${slice}`.slice(1);
}

type TagCallbacks = Pick<
  TokenizerCallbacks,
  | "onopentagname"
  | "onattribname"
  | "onattribdata"
  | "onattribentity"
  | "onattribend"
  | "onopentagend"
  | "onselfclosingtag"
  | "onclosetag"
>;

function tagCallbacks(markup: string, push: (token: Token) => void): TagCallbacks {
  let name = "";
  let attributes = new Map<string, string>();
  let attribute = "";
  let value = "";
  return {
    onopentagname: (start, end) => {
      name = markup.slice(start, end);
      attributes = new Map();
    },
    onattribname: (start, end) => {
      attribute = markup.slice(start, end);
      value = "";
    },
    onattribdata: (start, end) => {
      value += markup.slice(start, end);
    },
    onattribentity: (codePoint) => {
      value += String.fromCodePoint(codePoint);
    },
    onattribend: () => {
      attributes.set(attribute, value);
    },
    onopentagend: () => push({ kind: "open", name, attributes }),
    onselfclosingtag: () => {
      push({ kind: "open", name, attributes });
      push({ kind: "close", name });
    },
    onclosetag: (start, end) => push({ kind: "close", name: markup.slice(start, end) }),
  };
}
