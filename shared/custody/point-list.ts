import { custodyPoints } from "#shared/archive/custody.ts";
import { type CustodyPointRecord, isInUse, nameOfPoint } from "#shared/archive/custody-point.ts";
import { fold } from "#shared/base/fold.ts";
import { byNumber } from "#shared/forms/place-order.ts";

type Named = Pick<CustodyPointRecord, "kind" | "name" | "number">;

export const pointRefusals = ["name-missing", "number-missing", "number-taken", "name-taken"] as const;

export type PointRefusal = (typeof pointRefusals)[number];

/**
 * Why a point cannot be called so beside the others in use; nothing where it can. Scanners are told apart by their
 * numbers, other points by all that they are called.
 */
export function refusePoint(point: Named, others: readonly Named[]): PointRefusal | undefined {
  if (point.name === "") return "name-missing";
  if (point.kind === "at-scanner") {
    if (point.number === "") return "number-missing";
    const taken = others.some(
      ({ kind, number }) => kind === point.kind && fold(number) === fold(point.number),
    );
    if (taken) return "number-taken";
  }
  const called = fold(nameOfPoint(point));
  return others.some((other) => fold(nameOfPoint(other)) === called) ? "name-taken" : undefined;
}

/** Points in the order in which paper passes them; those of one kind by name and number. */
export function inOrder<Point extends Named>(points: readonly Point[]): Point[] {
  const place = ({ kind }: Named) => custodyPoints.indexOf(kind);
  return [...points].sort(
    (one, other) =>
      place(one) - place(other) ||
      one.name.localeCompare(other.name, "vi") ||
      byNumber(one.number, other.number),
  );
}

/** A row of the slip that goes with a file: one for each kind that the center records, all its points of the kind in it. */
export function slipRow(kind: CustodyPointRecord["kind"], points: readonly CustodyPointRecord[]): string {
  const own = inOrder(points.filter((point) => point.kind === kind && isInUse(point)));
  const [first] = own;
  if (!first || own.length === 1) return first ? nameOfPoint(first) : "";
  const [names, numbers] = [new Set(own.map(({ name }) => name)), own.map(({ number }) => number)];
  if (names.size === 1 && !numbers.includes("")) return `${first.name} số …… (${numbers.join(", ")})`;
  return own.map(nameOfPoint).join(" / ");
}
