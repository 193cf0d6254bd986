import { randomBytes } from "node:crypto";
import type { Static } from "typebox";
import { accessLevels } from "#shared/archive/access-level.ts";
import { type newPartnerSchema, partnerPdfs } from "#shared/contract/portal-admin.ts";
import { type Querying, type Row, textIn } from "#province/store/database.ts";
import { hashOfSecret } from "./device.ts";
import type { Reader } from "./reader.ts";

/** A system to be given records. */
export type NewPartner = Static<typeof newPartnerSchema>;

/** A partner that was let in. */
export type Partner = Required<NewPartner> & { id: string };

/** Lets a partner in; answers its token, which is shown this once and kept as a SHA-256 alone. */
export async function addPartner(
  database: Querying,
  { name, scope, level, pdfs = "none" }: NewPartner,
  now: number,
): Promise<{ partner: Partner; token: string }> {
  const token = randomBytes(32).toString("base64url");
  const partner = {
    id: `partner-${randomBytes(8).toString("hex")}`,
    name: name.normalize("NFC"),
    scope,
    level,
    pdfs,
  };
  await database.query(
    `insert into partners (id, token_hash, name, scope, level, created_at, pdfs)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [partner.id, hashOfSecret(token), partner.name, scope, level, new Date(now).toISOString(), pdfs],
  );
  return { partner, token };
}

/** Takes a partner's token back, for good; answers whether there was one. */
export async function revokePartner(database: Querying, id: string, now: number): Promise<boolean> {
  const rows = await database.query(
    `update partners set revoked_at = $2 where id = $1 and revoked_at = '' returning id`,
    [id, new Date(now).toISOString()],
  );
  return rows.length > 0;
}

/** The partner that carries a token, or nothing where none does or it was taken back. */
export async function findPartner(database: Querying, token: string): Promise<Partner | undefined> {
  const [row] = await database.query(
    `select id, name, scope, level, pdfs from partners where token_hash = $1 and revoked_at = ''`,
    [hashOfSecret(token)],
  );
  return row && partnerIn(row);
}

/** The partner of an id, also where its token was taken back. */
export async function findPartnerById(database: Querying, id: string): Promise<Partner | undefined> {
  const [row] = await database.query("select id, name, scope, level, pdfs from partners where id = $1", [id]);
  return row && partnerIn(row);
}

/** What a partner may have; of accepted batches alone, which `offerChanges` sees to. */
export function readerOfPartner({ scope, level }: Partner): Reader {
  return { scope, upTo: level };
}

function partnerIn(row: Row): Partner | undefined {
  const level = accessLevels.find((known) => known === row["level"]);
  const pdfs = partnerPdfs.find((known) => known === row["pdfs"]) ?? "none";
  return (
    level && { id: textIn(row, "id"), name: textIn(row, "name"), scope: textIn(row, "scope"), level, pdfs }
  );
}
