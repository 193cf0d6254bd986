/**
 * JSON with object keys in code-unit order and no spaces: equal values give equal text on every machine, so the
 * text can be hashed (as RFC 8785, for values made of objects, arrays, strings, booleans, null and safe numbers).
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  // What was read from such a text is in order already: the platform's own code is many times as fast.
  if (isInOrder(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  let text = "";
  for (const key of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[key];
    if (member !== undefined) text += `${text === "" ? "" : ","}${nameOf(key)}${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

/** Canonical JSON of an object without one of its fields, cut out of that of the whole. */
export function cutField(text: string, value: object, field: string): string {
  const member = `${nameOf(field)}${canonicalJson(Reflect.get(value, field))}`;
  const at = text.indexOf(member);
  // A field of a field may be the same.
  if (at < 0 || text.includes(member, at + 1)) return canonicalJson({ ...value, [field]: undefined });
  const [before, after] = [text.slice(0, at), text.slice(at + member.length)];
  if (after.startsWith(",")) return before + after.slice(1);
  return (before.endsWith(",") ? before.slice(0, -1) : before) + after;
}

/** True where all keys within a value come in the order of their code units. */
function isInOrder(value: object): boolean {
  if (Array.isArray(value)) return value.every((member: unknown) => isPlain(member));
  let last = "";
  for (const key of Object.keys(value)) {
    if (key < last || !isPlain((value as Record<string, unknown>)[key])) return false;
    last = key;
  }
  return true;
}

function isPlain(member: unknown): boolean {
  return typeof member === "object" && member !== null ? isInOrder(member) : member !== undefined;
}

/** Names as they were written before: records have the same few, and to write each anew took half of the time. */
const names = new Map<string, string>();
const mostNames = 2000;

function nameOf(key: string): string {
  const known = names.get(key);
  if (known !== undefined) return known;
  const name = `${JSON.stringify(key)}:`;
  if (names.size < mostNames) names.set(key, name);
  return name;
}
