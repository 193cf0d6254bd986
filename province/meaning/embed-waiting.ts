import type { Database } from "#province/store/database.ts";
import { EmbedFault, type EmbedTexts, type ModelName } from "./embed-texts.ts";
import { distinctKeys, nextRows, rowName, takeRows } from "./meaning-queue.ts";
import { type Piece, readPieces, type RowKey } from "./read-pieces.ts";
import type { EmbeddedPiece, VectorStore } from "./vector-store.ts";

type Parts = {
  database: Database;
  vectors: VectorStore;
  embed: EmbedTexts;
  report: (fault: unknown) => void;
  /** Ends what the model is asked. */
  ended: AbortSignal;
};

const rowsAtOnce = 16;
const textsAtOnce = 16;
/** A machine without a graphics card takes seconds for some pages. */
const patienceMs = 120_000;
/** Says nothing of anybody: what a model is asked to see whether it answers. */
export const probeText = "Mục lục hồ sơ";

/**
 * Looks at the next rows of a district that wait: what of their texts has no vector yet is embedded, what they say no
 * more goes. Answers how many were looked at. The model is asked outside of any transaction, and a stop anywhere leaves
 * the rows waiting: they are looked at anew, and nothing is written twice. Throws an `EmbedFault` where the model is away.
 */
export async function embedWaiting(parts: Parts, district: string, of: ModelName): Promise<number> {
  const { database, vectors } = parts;
  const rows = await nextRows(database, district, rowsAtOnce, "all");
  if (rows.length === 0) return 0;
  // What changed twice waits twice.
  const keys = distinctKeys(rows);
  const pieces = await readPieces(database, district, keys);
  const known = new Map(
    (await vectors.known(district, keys, of)).map((place) => [nameOf(place), place.madeOf]),
  );
  const isKept = (piece: Piece) => known.get(nameOf(piece)) === piece.madeOf;
  const fresh = await embedPieces(
    parts,
    pieces.filter((piece) => !isKept(piece)),
    of,
  );
  await database.transaction(async (inside) => {
    const taken = await takeRows(inside, district, rows);
    const mine = new Set(taken.map(rowName));
    const isMine = (piece: RowKey) => mine.has(rowName(piece));
    const kept = pieces.filter((piece) => isKept(piece) && isMine(piece));
    await vectors.write(inside, { district, keys: taken, of, kept, fresh: fresh.filter(isMine) });
  });
  return rows.length;
}

/** As `embedWaiting` without a model: what the catalogue has no more loses its vectors. */
export async function forgetGone(
  { database, vectors }: Pick<Parts, "database" | "vectors">,
  district: string,
): Promise<number> {
  const rows = await nextRows(database, district, 500, "gone");
  if (rows.length === 0) return 0;
  await database.transaction(async (inside) => {
    const keys = await takeRows(inside, district, rows);
    await vectors.write(inside, { district, keys, of: { model: "", dimensions: 0 }, kept: [], fresh: [] });
  });
  return rows.length;
}

async function embedPieces(parts: Parts, pieces: readonly Piece[], of: ModelName): Promise<EmbeddedPiece[]> {
  const made: EmbeddedPiece[] = [];
  for (let at = 0; at < pieces.length; at += textsAtOnce)
    made.push(...(await embedSome(parts, pieces.slice(at, at + textsAtOnce), of)));
  return made;
}

async function embedSome(parts: Parts, pieces: readonly Piece[], of: ModelName): Promise<EmbeddedPiece[]> {
  const { embed, report, ended } = parts;
  const patience = () => AbortSignal.any([ended, AbortSignal.timeout(patienceMs)]);
  try {
    const vectors = await embed.embed(
      pieces.map(({ text }) => text),
      patience(),
    );
    return pieces.map((piece, at) => {
      const vector = vectors[at] ?? [];
      // The name stayed and the model did not: all is made anew once it is asked for its length again.
      if (vector.length !== of.dimensions) throw new EmbedFault("away", "answers vectors of another length");
      return { ...piece, vector };
    });
  } catch (fault) {
    if (!(fault instanceof EmbedFault) || fault.kind === "away") throw fault;
    const [first, ...others] = pieces;
    if (!first) return [];
    if (others.length > 0) {
      const made: EmbeddedPiece[] = [];
      for (const piece of pieces) made.push(...(await embedSome(parts, [piece], of)));
      return made;
    }
    // A model that takes nothing at all is not to blame on the text.
    await embed.embed([probeText], patience());
    report(new Error(`a text of ${first.kind}/${first.id} is not found by meaning: ${fault.message}`));
    return [];
  }
}

function nameOf({ page, part, ...key }: Omit<Piece, "text" | "madeOf">): string {
  return `${rowName(key)}/${page}/${part}`;
}
