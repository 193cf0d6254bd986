import { Type } from "typebox";
import { Check } from "typebox/value";

/** A list whose views are kept: under which name, and what a view of it holds. */
export type ViewedList<Shown extends object> = { key: string; is: (value: unknown) => value is Shown };

/** A way of looking at a list that a person gave a name: what is filtered, how it is ordered, which columns. */
export type SavedView<Shown extends object> = { name: string; shown: Shown };

const namedSchema = Type.Object({ name: Type.String({ minLength: 1 }) });

const addressSchema = Type.Object({ address: Type.String() });

const keyOf = (list: string, person: string) => `mucluc.views.${list}.${person}`;

/** A person's views of a list, by name; what cannot be read is left out. */
export function readViews<Shown extends object>(
  storage: Storage,
  { key, is }: ViewedList<Shown>,
  person: string,
): SavedView<Shown>[] {
  try {
    const read: unknown = JSON.parse(storage.getItem(keyOf(key, person)) ?? "[]");
    if (!Array.isArray(read)) return [];
    return read.flatMap((view: unknown) => {
      if (!Check(namedSchema, view)) return [];
      const { name, ...shown } = view;
      return is(shown) ? [{ name, shown }] : [];
    });
  } catch {
    return [];
  }
}

/** Saves a view, in place of one of the same name. */
export function saveView<Shown extends object>(
  storage: Storage,
  list: ViewedList<Shown>,
  person: string,
  view: SavedView<Shown>,
): SavedView<Shown>[] {
  const others = readViews(storage, list, person).filter(({ name }) => name !== view.name);
  return writeViews(storage, list, person, [...others, view]);
}

export function removeView<Shown extends object>(
  storage: Storage,
  list: ViewedList<Shown>,
  person: string,
  name: string,
): SavedView<Shown>[] {
  const others = readViews(storage, list, person).filter((view) => view.name !== name);
  return writeViews(storage, list, person, others);
}

function writeViews<Shown extends object>(
  storage: Storage,
  { key }: ViewedList<Shown>,
  person: string,
  views: SavedView<Shown>[],
): SavedView<Shown>[] {
  const sorted = [...views].sort((one, other) => one.name.localeCompare(other.name, "vi"));
  const written = sorted.map(({ name, shown }) => ({ ...shown, name }));
  storage.setItem(keyOf(key, person), JSON.stringify(written));
  return sorted;
}

/** A list whose address says all that it is narrowed by: its views are addresses, never of another place. */
export function addressViews(lead: string): ViewedList<{ address: string }> {
  const is = (value: unknown): value is { address: string } =>
    Check(addressSchema, value) && (value.address === lead || value.address.startsWith(`${lead}/`));
  return { key: lead.slice(1), is };
}
