/** What a view holds, as data, so that a template's paths can be checked before any project is there. */

export type Shape =
  | { readonly kind: "text" }
  | { readonly kind: "number" }
  | { readonly kind: "flag" }
  | { readonly kind: "list"; readonly of: Shape }
  | { readonly kind: "record"; readonly fields: Readonly<Record<string, Shape>> };

/** The shape that a value of type `T` has: the compiler holds a view and its shape together. */
export type ShapeOf<T> = [NonNullable<T>] extends [string]
  ? { readonly kind: "text" }
  : [NonNullable<T>] extends [number]
    ? { readonly kind: "number" }
    : [NonNullable<T>] extends [boolean]
      ? { readonly kind: "flag" }
      : NonNullable<T> extends readonly (infer Item)[]
        ? { readonly kind: "list"; readonly of: ShapeOf<Item> }
        : {
            readonly kind: "record";
            readonly fields: { readonly [K in keyof NonNullable<T>]-?: ShapeOf<NonNullable<T>[K]> };
          };

export const text = { kind: "text" } as const;
export const number = { kind: "number" } as const;
export const flag = { kind: "flag" } as const;

export function list<Item extends Shape>(of: Item): { readonly kind: "list"; readonly of: Item } {
  return { kind: "list", of };
}

export function record<Fields extends Readonly<Record<string, Shape>>>(
  fields: Fields,
): { readonly kind: "record"; readonly fields: Fields } {
  return { kind: "record", fields };
}

/** A record of texts, one for each name. */
export function texts<Name extends string>(
  names: readonly Name[],
): { readonly kind: "record"; readonly fields: Readonly<Record<Name, typeof text>> } {
  // Object.fromEntries forgets which names it was given.
  return record(Object.fromEntries(names.map((name) => [name, text])) as Record<Name, typeof text>);
}

/** The same, with a record of the fields that a form names itself. */
export function textsWithOwn<Name extends string>(names: readonly Name[], own: readonly string[]) {
  return record({ ...texts(names).fields, own: texts(own) });
}
