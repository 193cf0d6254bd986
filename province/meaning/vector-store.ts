import type { Place } from "#province/access/reader.ts";
import type { Querying, Row } from "#province/store/database.ts";
import type { ModelName, Vector } from "./embed-texts.ts";
import type { Piece, RowKey } from "./read-pieces.ts";

/** Where a piece lies within its row. */
export type PiecePlace = RowKey & Pick<Piece, "page" | "part">;

export type EmbeddedPiece = Piece & { vector: Vector };

/** What is looked for: the nearest rows of the catalogue, under the name `c`, of those that all conditions hold of. */
export type NearQuestion = {
  vector: Vector;
  of: ModelName;
  conditions: (place: Place) => string[];
  /** How many are found at most. */
  most: number;
  from: number;
  limit: number;
  facets: boolean;
};

/**
 * The vectors of the catalogue's pieces, each with the model that made it and the text it was made of. Searching is
 * exact, and asks the conditions first: a row that they do not hold of takes nobody's place and is counted nowhere.
 */
export type VectorStore = {
  /** Of which text each piece of these rows was embedded last by this model. */
  known(
    district: string,
    keys: readonly RowKey[],
    of: ModelName,
  ): Promise<(PiecePlace & { madeOf: string })[]>;
  /**
   * Within a transaction: of these rows `fresh` is written, `kept` stays as it is, and everything else goes. Rows of
   * which neither has a piece have none after.
   */
  write(
    inside: Querying,
    change: {
      district: string;
      keys: readonly RowKey[];
      of: ModelName;
      kept: readonly PiecePlace[];
      fresh: readonly EmbeddedPiece[];
    },
  ): Promise<void>;
  /** Within a transaction: all vectors of a district go. */
  forget(inside: Querying, district: string): Promise<void>;
  /** Rows `hit` (district, kind, id, place), `total` and those of the facets, as the search by words answers them. */
  nearest(question: NearQuestion): Promise<Row[]>;
  /** Of each of these rows the piece that lies nearest. */
  passages(
    keys: readonly (RowKey & { district: string })[],
    asked: { vector: Vector; of: ModelName },
  ): Promise<PiecePlace[]>;
  /** How many vectors there are. */
  count(): Promise<number>;
};

/** Why vectors cannot be kept here: PostgreSQL has no pgvector, or its owner may not turn it on. */
export type NoVectors = "no-extension" | "not-allowed";
