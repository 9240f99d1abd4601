/** The numbers by which Word knows bookmarks and comments, unique in the document though each part hands out its own. */

/** More than a part has of anything; Word's numbers end at 2³¹, which leaves room for half a million parts. */
const mostInPart = 1 << 12;

/** Numbers one after the other; those of different parts never meet. */
export function openIds(ordinal: number, what: string): () => number {
  let id = ordinal * mostInPart;
  return () => {
    id += 1;
    if (id >= (ordinal + 1) * mostInPart) throw new Error(`a part has more than ${mostInPart} ${what}`);
    return id;
  };
}
