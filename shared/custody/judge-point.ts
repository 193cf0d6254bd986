import type { Custody, custodyOddities } from "#shared/archive/custody.ts";
import type { PaperHoldReason } from "#shared/archive/paper-hold.ts";
import { type CustodyPoint, isAway, lastOf, outOfBox, type PaperEvent } from "#shared/custody/paper-way.ts";

export type CustodyOddity = (typeof custodyOddities)[number];

/** What is known of a box or file that passes a point, before it does. */
export type PassingPaper = {
  subject: Custody["subject"];
  /** What happened to it itself, in whatever order. */
  own: readonly PaperEvent[];
  /** Why the file, or something in it, is kept back. */
  holds: readonly PaperHoldReason[];
  /** Of a box: whether files that belong in it are out of it. */
  filesOut: boolean;
};

/** What is known of the point, and of the center that it is of. */
export type PassedPoint = {
  kind: CustodyPoint;
  ended: boolean;
  /** Whether the center has a point of a kind in use: what it does not record is not asked for. */
  records: (kind: CustodyPoint) => boolean;
};

/** Points that paper passes bound, as it came. */
const bound: readonly CustodyPoint[] = ["back-in-box", "on-shelf", "returned", "handed-over"];

/** Work on the paper itself, which what is kept back is kept from. */
const worksOn: readonly CustodyPoint[] = ["unbound", "at-scanner", "to-contractor"];

/** Where a secret paper may be on its way out of the work. */
const openToSecret: readonly CustodyPoint[] = [
  "received",
  "out-of-box",
  "in-safe",
  "handed-over",
  "returned",
];

/** Points to which a file goes out of its box. */
const afterBox: readonly CustodyPoint[] = ["unbound", "at-scanner", "in-repair"];

/**
 * What is out of order where paper passes a point, by the point's kind; nothing where all is well. Whoever asks says it
 * and writes it with the event: paper is where it was seen, whatever the rules say.
 */
export function oddAtPoint(paper: PassingPaper, { kind, ended, records }: PassedPoint): CustodyOddity[] {
  const { subject, own, holds, filesOut } = paper;
  const isFile = subject === "file";
  const isUnbound = lastOf(own.filter(({ point }) => bindings.includes(point)))?.point === "unbound";
  const last = lastOf(own);
  const isOut = last !== undefined && (isAway(last) || outOfBox.includes(last.point));
  const holdsWork = holds.some((code) => code !== "secret");
  const odd: Record<CustodyOddity, boolean> = {
    "still-unbound": isFile && isUnbound && bound.includes(kind),
    "not-unbound": isFile && !isUnbound && kind === "rebound" && records("unbound"),
    "still-in-box": isFile && !isOut && afterBox.includes(kind) && records("out-of-box"),
    "files-out": !isFile && filesOut && bound.includes(kind),
    "kept-back": holdsWork && worksOn.includes(kind),
    secret: holds.includes("secret") && !openToSecret.includes(kind),
    "point-ended": ended,
  };
  return Object.entries(odd).flatMap(([code, is]) => (is ? [code as CustodyOddity] : []));
}

const bindings: readonly CustodyPoint[] = ["unbound", "rebound"];
