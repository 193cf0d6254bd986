import { type LinkState, openingUntil, stateOfLink } from "#shared/portal/share-link.ts";
import { hashOfSecret } from "#province/access/device.ts";
import { type Database, numberIn, type Querying } from "#province/store/database.ts";
import { noteAct } from "#province/store/note-act.ts";
import { drawSecret, linkColumns, linkOf, linkSource, type ShareLink } from "./share-links.ts";

/** An opening of a link: the `place`th, which shows pages until then. */
export type Opening = { place: number; until: number };

/** Who opens by a link is nobody that the province knows: the link stands for them in the audit. */
const byLink = ({ id }: ShareLink) => ({ id, role: "" });

/** The link of a secret; nothing where there is none. */
export async function findLink(database: Querying, secret: string): Promise<ShareLink | undefined> {
  const [row] = await database.query(`select ${linkColumns} from ${linkSource} where l.token_hash = $1`, [
    hashOfSecret(secret),
  ]);
  return row && linkOf(row);
}

/** The opening of a token, and its link; nothing where there is none. */
export async function findOpening(
  database: Querying,
  token: string,
): Promise<{ opening: Opening; link: ShareLink } | undefined> {
  const [row] = await database.query(
    `select ${linkColumns}, p.place as opening, p.until_at as opening_until
     from share_openings p join ${linkSource} on true
     where p.token_hash = $1 and l.district = p.district and l.id = p.link`,
    [hashOfSecret(token)],
  );
  if (!row) return undefined;
  return {
    opening: { place: numberIn(row, "opening"), until: numberIn(row, "opening_until") },
    link: linkOf(row),
  };
}

/** Notes that a link was known and did not open, or showed no page, and why. */
export async function noteShut(
  inside: Querying,
  link: ShareLink,
  why: string,
  now: number,
  opening?: Opening,
): Promise<void> {
  const changes = {
    act: "refused",
    why,
    item: link.item,
    ...(opening && { opening: String(opening.place) }),
  };
  await noteAct(inside, { scope: link.scope, kind: "links", id: link.id, changes, by: byLink(link) }, now);
}

/** An opening that was counted, with the token that is told this once; or why there was none. */
type Opened = { token: string; opening: Opening } | { refused: Exclude<LinkState, "valid"> };

/**
 * Counts an opening where the link stands so at this moment, and notes it or its refusal. Whoever opens it holds the row of
 * the link until then: of openings at once no more are counted than there are left.
 */
export async function openLink(
  database: Database,
  { id, district }: ShareLink,
  readable: boolean,
  now: number,
): Promise<Opened> {
  const token = drawSecret();
  return database.transaction(async (inside) => {
    await inside.query("select 1 as held from share_links where district = $1 and id = $2 for update", [
      district,
      id,
    ]);
    // Read after it is held: what others counted meanwhile is seen.
    const [row] = await inside.query(
      `select ${linkColumns} from ${linkSource} where l.district = $1 and l.id = $2`,
      [district, id],
    );
    if (!row) throw new Error("a link that was there is gone");
    const link = linkOf(row);
    const state = stateOfLink({ ...link, readable }, now);
    if (state !== "valid") {
      await noteShut(inside, link, state, now);
      return { refused: state };
    }
    const opening = { place: link.openings + 1, until: openingUntil(link, now) };
    await inside.query(
      `insert into share_openings (district, link, place, token_hash, at, until_at) values ($1, $2, $3, $4, $5, $6)`,
      [district, id, opening.place, hashOfSecret(token), new Date(now).toISOString(), opening.until],
    );
    const changes = {
      ...{ act: "opened", item: link.item, recipient: link.recipient },
      opening: `${opening.place}/${link.most}`,
    };
    await noteAct(inside, { scope: link.scope, kind: "links", id, changes, by: byLink(link) }, now);
    return { token, opening };
  });
}
