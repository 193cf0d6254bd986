import { randomInt } from "node:crypto";

/** Of Crockford's Base32: no letter that is taken for a digit, none that makes words. */
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A code to read out to a person elsewhere, in groups of four characters, 20 bits each. */
export function makeSpokenCode(groups: number): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("");
  return Array.from({ length: groups }, group).join("-");
}

/** A code of so many groups as a person typed it, in its one form; nothing where it cannot be one. */
export function readSpokenCode(text: string, groups: number): string | undefined {
  const code = text
    .toUpperCase()
    .replace(/[\s\-–.]/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  return code.length === groups * 4 && /^[0-9A-HJKMNP-TV-Z]+$/.test(code) ? code : undefined;
}
