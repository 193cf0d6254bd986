import { Check } from "typebox/value";
import { gapKinds, type GapKind } from "#shared/completeness/gap.ts";
import {
  matrixMeasures,
  type MatrixMeasure,
  matrixStages,
  type MatrixStage,
} from "#shared/completeness/stages.ts";
import {
  type MatrixNarrow,
  matrixNarrowSchema,
  type MatrixPlace,
  matrixPlaceSchema,
  matrixStates,
} from "#shared/contract/completeness.ts";
import { readFields, writeFields } from "#renderer/app/address-fields.ts";
import { toMatrix } from "#renderer/app/addresses.ts";

/** A list that is open over the matrix: of a figure, of open corrections, or of numbers that lack. */
export type OpenList =
  | {
      kind: "figure";
      /** What is listed: the place that is shown, or that of one of its rows. */
      of: MatrixPlace;
      stage: MatrixStage;
      state: (typeof matrixStates)[number];
      measure: MatrixMeasure;
    }
  | { kind: "corrections"; of: MatrixPlace }
  | { kind: "gaps"; gap: GapKind };

/** All that the address of the matrix says; without a place the whole of one's unit. */
export type MatrixView = {
  place: MatrixPlace | null;
  measure: MatrixMeasure;
  narrow: MatrixNarrow;
  list?: OpenList | undefined;
  /** The first row of the list that is shown. */
  from: number;
};

/** The address at which the matrix is shown so. */
export function toMatrixAt({ place, measure, narrow, list, from }: MatrixView): string {
  const fields = writeFields({
    ...(place ? writePlace("", place) : {}),
    measure: measure === "files" ? "" : measure,
    ...narrow,
    ...(list ? writeList(list) : {}),
    from: from === 0 ? "" : String(from),
  });
  return fields === "" ? toMatrix : `${toMatrix}/${fields}`;
}

/** What an address of the matrix says; what it says wrongly is left out. */
export function readMatrixAt(part: string | undefined): MatrixView {
  const fields = readFields(part);
  const { measure, group = "", level = "", only = "", from = "" } = fields;
  const narrow: unknown = { group, level, only };
  const place = readPlace("", fields);
  return {
    place: place ?? null,
    measure: matrixMeasures.find((one) => one === measure) ?? "files",
    narrow: Check(matrixNarrowSchema, narrow) ? narrow : { group: "", level: "", only: "" },
    list: readList(fields),
    from: /^\d{1,9}$/.test(from) ? Number(from) : 0,
  };
}

function writePlace(before: string, place: MatrixPlace): Record<string, string> {
  return Object.fromEntries(Object.entries(place).map(([name, value]) => [before + name, value]));
}

function readPlace(before: string, fields: Record<string, string>): MatrixPlace | undefined {
  const names = ["step", "scope", "fondsId", "inventory", "box", "fileId"];
  const place: unknown = Object.fromEntries(names.map((name) => [name, fields[before + name] ?? ""]));
  return Check(matrixPlaceSchema, place) && place.scope !== "" ? place : undefined;
}

function writeList(list: OpenList): Record<string, string> {
  if (list.kind === "gaps") return { gap: list.gap };
  const of = writePlace("of.", list.of);
  if (list.kind === "corrections") return { list: "corrections", ...of };
  return { list: "figure", ...of, stage: list.stage, state: list.state, counted: list.measure };
}

function readList(fields: Record<string, string>): OpenList | undefined {
  const gap = gapKinds.find((one) => one === fields["gap"]);
  if (gap) return { kind: "gaps", gap };
  const of = readPlace("of.", fields);
  if (!of) return undefined;
  if (fields["list"] === "corrections") return { kind: "corrections", of };
  const stage = matrixStages.find((one) => one === fields["stage"]);
  const state = matrixStates.find((one) => one === fields["state"]);
  const measure = matrixMeasures.find((one) => one === fields["counted"]);
  return stage && state && measure ? { kind: "figure", of, stage, state, measure } : undefined;
}
