import { randomBytes } from "node:crypto";
import { linkUntil, type NewLink } from "#shared/portal/share-link.ts";
import type { Reader } from "#shared/portal/reader.ts";
import { hashOfSecret } from "#province/access/device.ts";
import { Refused } from "#province/routes/typed.ts";
import { type Database, numberIn, type Querying, type Row, textIn } from "#province/store/database.ts";
import { noteAct } from "#province/store/note-act.ts";

/** A link as it is kept, with how often it was opened and whether it was withdrawn. */
export type ShareLink = {
  id: string;
  district: string;
  item: string;
  scope: string;
  title: string;
  recipient: string;
  reason: string;
  makerId: string;
  maker: string;
  office: string;
  at: string;
  until: number;
  most: number;
  openings: number;
  openedAt: string;
  withdrawn: boolean;
  withdrawnAt: string;
  withdrawnBy: string;
  withdrawnWhy: string;
};

/** A secret of 256 bits, as it goes into an address or a header. */
export function drawSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** Columns of a link `l` with what became of it; read with `linkOf`. */
export const linkColumns = `l.district, l.id, l.item, l.scope, l.title, l.recipient, l.reason, l.maker_id, l.maker, l.office,
  l.at, l.until_at, l.most,
  (select count(*) from share_openings o where o.district = l.district and o.link = l.id) as openings,
  coalesce((select max(o.at) from share_openings o where o.district = l.district and o.link = l.id), '') as opened_at,
  coalesce(e.at, '') as end_at, coalesce(e.by_name, '') as end_by, coalesce(e.reason, '') as end_why`;

/** Where they are read from. */
export const linkSource = `share_links l left join share_ends e on e.district = l.district and e.link = l.id`;

export function linkOf(row: Row): ShareLink {
  const text = (name: string) => textIn(row, name);
  return {
    ...{ id: text("id"), district: text("district"), item: text("item"), scope: text("scope") },
    ...{ title: text("title"), recipient: text("recipient"), reason: text("reason") },
    ...{ makerId: text("maker_id"), maker: text("maker"), office: text("office"), at: text("at") },
    ...{ until: numberIn(row, "until_at"), most: numberIn(row, "most") },
    ...{ openings: numberIn(row, "openings"), openedAt: text("opened_at") },
    withdrawn: text("end_at") !== "",
    ...{ withdrawnAt: text("end_at"), withdrawnBy: text("end_by"), withdrawnWhy: text("end_why") },
  };
}

/** Makes a link to a document, noted with its reason; answers its secret, of which only a hash is kept. */
export async function addLink(
  database: Database,
  maker: Reader,
  item: { id: string; district: string; scope: string; title: string },
  wanted: NewLink,
  now: number,
): Promise<{ id: string; secret: string; until: number }> {
  const id = `link-${randomBytes(8).toString("hex")}`;
  const secret = drawSecret();
  const until = linkUntil(wanted.hours, now);
  const said = (text: string) => text.normalize("NFC").trim();
  const [recipient, reason] = [said(wanted.recipient), said(wanted.reason)];
  await database.transaction(async (inside) => {
    await inside.query(
      `insert into share_links (district, id, token_hash, item, scope, title, recipient, reason, maker_id, maker, office,
         at, until_at, most) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        ...[item.district, id, hashOfSecret(secret), item.id, item.scope, item.title, recipient, reason],
        ...[maker.id, maker.name, maker.office, new Date(now).toISOString(), until, wanted.openings],
      ],
    );
    const changes = {
      ...{ act: "made", reason, item: item.id, recipient },
      ...{ until: new Date(until).toISOString(), openings: String(wanted.openings) },
    };
    await noteAct(inside, { scope: item.scope, kind: "links", id, changes, by: maker }, now);
  });
  return { id, secret, until };
}

const mostListed = 500;

/** Whose links somebody sees: of an administrator those to documents within their scope, of who makes them their own. */
function seenBy(reader: Reader): { condition: string; value: string } {
  return reader.role === "portal-administrator"
    ? { condition: "(l.scope = $1 or starts_with(l.scope, $1 || '.'))", value: reader.scope }
    : { condition: "l.maker_id = $1", value: reader.id };
}

/** The links that somebody sees, the latest first. */
export async function listLinks(database: Querying, reader: Reader): Promise<ShareLink[]> {
  const { condition, value } = seenBy(reader);
  const rows = await database.query(
    `select ${linkColumns} from ${linkSource} where ${condition} order by l.at desc, l.id limit ${mostListed}`,
    [value],
  );
  return rows.map(linkOf);
}

/**
 * Withdraws a link for good, noted with its reason. Throws `not-found` where it is not theirs to see, `link-out` where it
 * was withdrawn before.
 */
export async function withdrawLink(
  database: Database,
  reader: Reader,
  id: string,
  why: string,
  now: number,
): Promise<void> {
  const { condition, value } = seenBy(reader);
  const reason = why.normalize("NFC").trim();
  await database.transaction(async (inside) => {
    // Held as an opening holds it: what is withdrawn is not opened at the same moment.
    const [row] = await inside.query(
      `select l.district, l.scope, l.item from share_links l where ${condition} and l.id = $2 for update`,
      [value, id],
    );
    if (!row) throw new Refused(404, "not-found", "no such link");
    const ended = await inside.query(
      `insert into share_ends (district, link, at, by_id, by_name, reason) values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing returning link`,
      [textIn(row, "district"), id, new Date(now).toISOString(), reader.id, reader.name, reason],
    );
    if (ended.length === 0) throw new Refused(409, "link-out", "it was withdrawn before");
    const changes = { act: "withdrawn", reason, item: textIn(row, "item") };
    await noteAct(inside, { scope: textIn(row, "scope"), kind: "links", id, changes, by: reader }, now);
  });
}
