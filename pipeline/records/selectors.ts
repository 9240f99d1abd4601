/** Texts without what chooses how their characters look: 葛 in the form of one family's name is 葛 where names are compared. */
export function withoutSelectors(text: string): string {
  return selector.test(text) ? text.replace(selectors, "") : text;
}

const selector = /\p{Variation_Selector}/u;
const selectors = new RegExp(selector, "gu");
