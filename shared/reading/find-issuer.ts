import type { Found } from "#shared/archive/reading.ts";
import { fold } from "#shared/base/fold.ts";
import { issuerKey } from "#shared/rules/issuing-body.ts";
import { markOf } from "./find-marks.ts";
import { type Line, readWell } from "./lines.ts";
import { distance } from "./similar.ts";
import { writeBody } from "./write-body.ts";

type Finding = Omit<Found, "pageId">;

/** Words with which the name of a body begins, folded; a line without one goes on from the line above it. */
const beginnings =
  /^(uy ban|ubnd|hoi dong|hdnd|phong|so|ban|bo|cuc|chi cuc|tong cuc|cong an|truong|van phong|trung tam|dang uy|dang bo|huyen uy|thi uy|tinh uy|thanh uy|thanh tra|hoi|doan|lien doan|kho bac|chi nhanh|toa an|vien|tram|hat|doi|cong ty|xi nghiep|hop tac xa|htx|bao hiem|ngan hang|mat tran|uy ban mttq|chi bo|quoc hoi|chinh phu|thu tuong|chu tich|bo chi huy|ban chi huy|to)\b/;
const place = /^(xa|phuong|thi tran|huyen|quan|thi xa|thanh pho|tinh|tp|tx)\b/;
const committees =
  /^(uy ban nhan dan|hoi dong nhan dan|uy ban hanh chinh|ubnd|hdnd|uy ban mat tran to quoc viet nam|hoi nong dan|dang uy|chi bo)$/;

/** The issuing body: the capital lines above the number at the left, without its parent's. */
export function findIssuer(
  lines: readonly Line[],
  numberTop: number,
  known: readonly string[],
): Finding | undefined {
  const above = lines.filter(({ box }) => box[1] < numberTop);
  const capitals = above.filter((line) => isCapital(line.text) && markOf(line.text) === undefined);
  const own = ownLines(capitals);
  if (own.length === 0) return undefined;
  const text = own
    .map((line) => line.text)
    .join(" ")
    .replace(/[^\p{L}\p{N}\s,.&()-]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
  const boxes = own.flatMap(({ words }) => words.map(({ box }) => box));
  const well = readWell(own.flatMap(({ words }) => words));
  const match = nameKnown(text, known);
  if (match) {
    const confidence = match.exact ? 0.85 + 0.14 * well : 0.75 * well;
    return {
      value: match.name,
      confidence,
      boxes,
      how: "known-name",
      doubts: match.exact ? [] : ["not-known"],
    };
  }
  return {
    value: writeBody(text).slice(0, 200),
    confidence: 0.75 * well,
    boxes,
    how: "position",
    doubts: ["not-known"],
  };
}

/** The lines of the last body: upwards until one that begins a name of its own. */
function ownLines(lines: readonly Line[]): Line[] {
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const text = lettersOf(lines[at]);
    const before = lettersOf(lines[at - 1]);
    if (place.test(text) && committees.test(before)) continue;
    if (beginnings.test(text) || at === 0) return lines.slice(at);
  }
  return [];
}

function lettersOf(line: Line | undefined): string {
  return (line?.folded ?? "")
    .replace(/[^a-z0-9 ]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** The one known body of this name; not exact where letters were read wrong and no other comes as near. */
function nameKnown(text: string, known: readonly string[]): { name: string; exact: boolean } | undefined {
  const wanted = issuerKey(text);
  const names = new Map(known.map((name) => [name.normalize("NFC").toLowerCase(), name]));
  const byKey = [...names.values()].map((name) => ({ name, key: issuerKey(name) }));
  const same = byKey.filter(({ key }) => key === wanted);
  const [only] = same;
  if (only) return same.length === 1 ? { name: only.name, exact: true } : { name: only.name, exact: false };
  if (wanted.length < 10) return undefined;
  const near = byKey.filter(({ key }) => distance(key, wanted, 2) <= 2);
  const [nearest] = near;
  return nearest && near.length === 1 ? { name: nearest.name, exact: false } : undefined;
}

/** True where nearly all letters are capitals. */
export function isCapital(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const capitals = letters.filter((letter) => letter === letter.toUpperCase() && fold(letter) !== letter);
  return letters.length >= 2 && capitals.length >= 0.8 * letters.length;
}
