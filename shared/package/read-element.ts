/** An element as it was read, whatever read it. */
export type ReadElement = {
  name: string;
  namespace: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly ReadElement[];
  /** Its own text, without blanks at its ends. */
  text: string;
};

/** Its children of a name. */
export function named({ children }: ReadElement, name: string): ReadElement[] {
  return children.filter((child) => child.name === name);
}

/** The text of its first child of a name; empty where there is none. */
export function textOf(element: ReadElement, name: string): string {
  return named(element, name)[0]?.text ?? "";
}

/** All of a name that are in it, in the order of the document. */
export function all(element: ReadElement, name: string): ReadElement[] {
  return element.children.flatMap(everything).filter((one) => one.name === name);
}

/** An element and all that are in it, in the order of the document. */
export function everything(element: ReadElement): ReadElement[] {
  return [element, ...element.children.flatMap(everything)];
}

/** An attribute by its local name, whatever its namespace; empty where it is not there. */
export function attributeOf({ attributes }: ReadElement, name: string): string {
  return attributes[name]?.trim() ?? "";
}
