import { type Successor, successorsOf } from "#shared/archive/successor.ts";
import { covers, districtOf } from "#shared/archive/unit.ts";
import { foldedWords } from "#shared/base/fold.ts";

/** What of a fonds is compared with another's. */
export type ComparedFonds = { id: string; scope: string; code: string; archiveCode: string; name: string };

/**
 * Why two entries may be of one fonds: `same-codes` both codes are equal; `same-name` one body, listed in units of
 * which one lies in the other; `renamed` the body bore both names in turn; `merged` bodies of one name, of communes
 * that went to one commune on 1 July 2025; `spread` one name in several districts, without a commune's in it.
 */
export const sameFondsReasons = ["same-codes", "same-name", "renamed", "merged", "spread"] as const;

export type SameFondsReason = (typeof sameFondsReasons)[number];

export type FondsProposal = { one: string; other: string; reasons: SameFondsReason[] };

/** Short forms in names of bodies, and what they stand for, folded. */
const shortForms: ReadonlyMap<string, string> = new Map([
  ["ubnd", "uy ban nhan dan"],
  ["ubhc", "uy ban hanh chinh"],
  ["hdnd", "hoi dong nhan dan"],
  ["tt", "thi tran"],
  ["tx", "thi xa"],
  ["tp", "thanh pho"],
  ["htx", "hop tac xa"],
  ["ldtbxh", "lao dong thuong binh xa hoi"],
  ["gddt", "giao duc dao tao"],
  ["nnptnt", "nong nghiep phat trien nong thon"],
]);

/** Names that one body bore in turn, folded and without small words; those of a row are one. */
const renamedBodies: readonly (readonly string[])[] = [
  ["uy ban hanh chinh", "uy ban nhan dan cach mang", "uy ban nhan dan"],
  ["phong to chuc chinh quyen", "phong to chuc lao dong xa hoi", "phong noi vu"],
  ["phong lao dong thuong binh xa hoi", "phong noi vu lao dong thuong binh xa hoi"],
  ["phong nong nghiep", "phong nong nghiep phat trien nong thon"],
  ["phong giao duc", "phong giao duc dao tao"],
  ["phong cong nghiep", "phong cong thuong", "phong kinh te ha tang"],
  ["phong tai chinh", "phong tai chinh ke hoach", "phong tai chinh thuong nghiep"],
  ["phong dia chinh", "phong tai nguyen moi truong"],
  ["phong van hoa thong tin the thao", "phong van hoa thong tin"],
  ["uy ban thanh tra", "thanh tra nhan dan", "thanh tra"],
  ["ban chi huy quan su", "huyen doi"],
];

const smallWords = new Set(["va", "cua"]);
const levels = /(?:^| )(?:xa|phuong|thi tran|huyen|thi xa|thanh pho|tinh) /;

/** "Phông", which is no part of the name and without its marks would be "phòng". */
const heading = /^\s*phông\s+(?:lưu\s+trữ\s+)?/iu;

/** A body's name in one form: folded, short forms written out, without small words. */
function bodyOf(name: string): string {
  const words = foldedWords(name.normalize("NFC").replace(heading, ""));
  return words
    .flatMap((word) => (shortForms.get(word) ?? word).split(" "))
    .filter((word) => !smallWords.has(word))
    .join(" ");
}

/** A body's name as the first of the names that it bore in turn. */
function firstName(body: string): string {
  for (const [first = "", ...later] of renamedBodies) {
    const longest = [first, ...later].sort((one, other) => other.length - one.length);
    const met = longest.find((name) => body === name || body.startsWith(`${name} `));
    if (met !== undefined) return `${first}${body.slice(met.length)}`;
  }
  return body;
}

/**
 * Pairs of entries that may be of one fonds, each once, those with most reasons first. A person decides on each:
 * names are alike that are not one (phường Ngô Mây of Quy Nhơn, thị trấn Ngô Mây of Phù Cát), and a closed fonds is
 * never re-filed under a new commune.
 */
export function proposeSameFonds(
  fonds: readonly ComparedFonds[],
  successors: readonly Successor[],
): FondsProposal[] {
  const found = new Map<string, FondsProposal>();
  const note = (one: ComparedFonds, other: ComparedFonds, reason: SameFondsReason) => {
    if (one.id === other.id) return;
    const [first, second] = one.id < other.id ? [one.id, other.id] : [other.id, one.id];
    const key = pairOf(first, second);
    const proposal = found.get(key) ?? { one: first, other: second, reasons: [] };
    if (!proposal.reasons.includes(reason)) proposal.reasons.push(reason);
    found.set(key, proposal);
  };
  const bodies = new Map(fonds.map(({ id, name }) => [id, bodyOf(name)]));
  const body = ({ id }: ComparedFonds) => bodies.get(id) ?? "";
  const coded = fonds.filter(({ code, archiveCode }) => code !== "" && archiveCode !== "");
  const near = (one: ComparedFonds, other: ComparedFonds) =>
    covers(one.scope, other.scope) || covers(other.scope, one.scope);
  pairs(
    coded,
    ({ code, archiveCode }) => `${code} ${archiveCode}`,
    (one, other) => note(one, other, "same-codes"),
  );
  pairs(fonds, body, (one, other) => {
    if (near(one, other)) note(one, other, "same-name");
    else if (districtOf(one.scope) !== districtOf(other.scope) && !levels.test(` ${body(one)} `))
      note(one, other, "spread");
  });
  pairs(
    fonds,
    (entry) => firstName(body(entry)),
    (one, other) => {
      if (body(one) !== body(other) && near(one, other)) note(one, other, "renamed");
    },
  );
  const placeless = (entry: ComparedFonds) => body(entry).replace(levels, " ");
  pairs(fonds, placeless, (one, other) => {
    if (near(one, other)) return;
    // A body stays with its commune where that gave a part of itself away.
    const wentTo = ({ scope }: ComparedFonds) =>
      successorsOf(successors, scope).flatMap(({ to, ceded }) => (ceded === undefined ? [to.scope] : []));
    const went = wentTo(one);
    if (wentTo(other).some((scope) => went.includes(scope))) note(one, other, "merged");
  });
  return [...found.values()].sort(
    (one, other) =>
      other.reasons.length - one.reasons.length ||
      (pairOf(one.one, one.other) < pairOf(other.one, other.other) ? -1 : 1),
  );
}

/** The key of two fonds, in whichever order they are named. */
export function pairOf(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

function pairs(
  fonds: readonly ComparedFonds[],
  keyOf: (entry: ComparedFonds) => string,
  each: (one: ComparedFonds, other: ComparedFonds) => void,
): void {
  const groups = new Map<string, ComparedFonds[]>();
  for (const entry of fonds) {
    const key = keyOf(entry).trim();
    if (key !== "") groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  for (const group of groups.values())
    for (const [at, one] of group.entries()) for (const other of group.slice(at + 1)) each(one, other);
}

/** What an officer decided on two entries: `same` and `part` put `subject` under `into`, `different` keeps them apart. */
export const fondsVerdicts = ["same", "part", "different"] as const;

export type FondsVerdict = (typeof fondsVerdicts)[number];

export type FondsDecision = { subject: string; into: string; verdict: FondsVerdict };

/** Under which fonds each is listed, by the decisions in the order of their making; a later one on a pair takes the place of the one before. */
export function fondsGroups(decisions: readonly FondsDecision[]): {
  /** The fonds that one is listed under: itself where nothing was decided. */
  headOf(id: string): string;
  /** All that are listed with a fonds, itself included. */
  membersOf(id: string): string[];
  /** True where one is listed under another as a part of it, not as the same. */
  isPart(id: string): boolean;
} {
  const standing = new Map<string, FondsDecision>();
  for (const decision of decisions) {
    const pair = pairOf(decision.subject, decision.into);
    standing.delete(pair);
    standing.set(pair, decision);
  }
  const under = new Map<string, string>();
  const parts = new Set<string>();
  for (const { subject, into, verdict } of standing.values()) {
    if (verdict === "different") continue;
    under.set(subject, into);
    if (verdict === "part") parts.add(subject);
    else parts.delete(subject);
  }
  const headOf = (id: string) => {
    const seen = new Set([id]);
    let head = id;
    for (let next = under.get(head); next !== undefined; next = under.get(head)) {
      // Where decisions lead in a circle, all in it are listed under the first of them by name.
      if (seen.has(next)) return [...seen].sort()[0] ?? id;
      seen.add(next);
      head = next;
    }
    return head;
  };
  return {
    headOf,
    membersOf(id) {
      const head = headOf(id);
      return [...new Set([head, id, ...[...under.keys()].filter((one) => headOf(one) === head)])];
    },
    isPart: (id) => parts.has(id) && headOf(id) !== id,
  };
}
