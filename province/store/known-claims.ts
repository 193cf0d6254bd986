import type { Note } from "#shared/archive/note.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import { type Querying, textIn } from "./database.ts";
import { recordIn } from "./record-shape.ts";

/** The claims that a district's store holds on what these new claims are on, by that record; asks nothing where none is one. */
export async function readKnownClaims(
  inside: Querying,
  district: string,
  arrivals: readonly ArchiveRecord[],
): Promise<Map<string, Note[]>> {
  const claims = (arrivals as readonly Note[]).filter(({ kind }) => kind === "claim");
  const known = new Map<string, Note[]>();
  if (claims.length === 0) return known;
  const rows = await inside.query(
    `select parent, state from records
     where district = $1 and collection = 'notes' and state->>'kind' = 'claim'
       and parent in (select jsonb_array_elements_text($2::jsonb))
     order by id`,
    [district, JSON.stringify(claims.map(({ subjectId }) => subjectId))],
  );
  for (const row of rows) {
    const parent = textIn(row, "parent");
    known.set(parent, [...(known.get(parent) ?? []), recordIn(row["state"]) as Note]);
  }
  return known;
}

/** Notes that a claim of the push itself was taken. */
export function noteClaim(known: Map<string, Note[]>, claim: Note): void {
  known.set(claim.subjectId, [...(known.get(claim.subjectId) ?? []), claim]);
}
