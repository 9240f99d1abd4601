/** What a view holds, as data: a template's paths are checked against it before any project is there, and its type follows. */
import type { Horizon } from "../records/index.ts";

export type Shape =
  | {
      readonly kind: "text";
      /** The field of form.json whose value it is, as printed, or what all its values come to. */
      readonly field?: string;
      readonly addedUp?: boolean;
      /** Of an indicator's: those of which horizon it is among. */
      readonly horizon?: Horizon | undefined;
    }
  | { readonly kind: "number" }
  | { readonly kind: "flag" }
  | { readonly kind: "list"; readonly of: Shape }
  | {
      readonly kind: "record";
      readonly fields: Readonly<Record<string, Shape>>;
      /** Absent from some views, which a template asks by `{{#if}}` or `{{#with}}`. */
      readonly optional?: true;
    };

/** The type of the values that a shape describes. */
export type ViewOf<S> = S extends { readonly kind: "text" }
  ? string
  : S extends { readonly kind: "number" }
    ? number
    : S extends { readonly kind: "flag" }
      ? boolean
      : S extends { readonly kind: "list"; readonly of: infer Item }
        ? readonly ViewOf<Item>[]
        : S extends { readonly kind: "record"; readonly fields: infer Fields }
          ?
              | { readonly [Name in keyof Fields]: ViewOf<Fields[Name]> }
              | (S extends { readonly optional: true } ? undefined : never)
          : never;

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

/** The same record, absent from some views. */
export function optional<Fields extends Readonly<Record<string, Shape>>>(fields: Fields) {
  return { ...record(fields), optional: true } as const;
}

/** The value of a field. */
export function textOf(
  field: string,
  { addedUp = false, horizon }: Omit<TextsOf, "scope"> = {},
): Extract<Shape, { kind: "text" }> {
  return { kind: "text", field, addedUp, horizon };
}

type TextsOf = {
  /** What the names follow in form.json. */
  readonly scope: string;
  readonly addedUp?: boolean;
  readonly horizon?: Horizon;
};

/** A record of texts, one for each name; `of` says what the names follow in form.json, if they are of its fields. */
export function texts<Name extends string>(
  names: readonly Name[],
  of?: TextsOf,
): { readonly kind: "record"; readonly fields: Readonly<Record<Name, Extract<Shape, { kind: "text" }>>> } {
  const named = names.map((name) => [name, of ? textOf(`${of.scope}.${name}`, of) : text]);
  // Object.fromEntries forgets which names it was given.
  return record(Object.fromEntries(named) as Record<Name, Extract<Shape, { kind: "text" }>>);
}

/** Those of the fields of a scope, with a record of the fields that a form names itself. */
export function textsWithOwn<Name extends string>(
  of: TextsOf,
  names: readonly Name[],
  own: readonly string[],
) {
  return record({ ...texts(names, of).fields, own: texts(own, { ...of, scope: `${of.scope}.own` }) });
}
