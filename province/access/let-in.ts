import type { NewReader, Reader } from "#shared/portal/reader.ts";
import { covers, provinceOf } from "#shared/archive/unit.ts";
import { addReader, closeReader, renewPassphrase } from "#province/portal/readers.ts";
import { dropFactor } from "#province/portal/second-factor/second-factors.ts";
import { Refused } from "#province/routes/typed.ts";
import type { Database } from "#province/store/database.ts";
import { type Administrator, noteAct } from "#province/store/note-act.ts";
import { addPartner, findPartnerById, type NewPartner, type Partner, revokePartner } from "./partner.ts";

/**
 * Who lets in or shuts out, and why; `within` bounds whom they may. People and partners are the province's: what is
 * done to them stands in its own audit.
 */
export type Why = { by: Administrator; reason: string; within?: string };

/** Lets a person read in the portal, noted with its reason; answers the passphrase to hand over. */
export async function letReaderIn(
  database: Database,
  wanted: NewReader,
  { by, reason }: Why,
  now: number,
): Promise<{ reader: Reader; passphrase: string }> {
  return database.transaction(async (inside) => {
    const added = await addReader(inside, wanted, now);
    const { id, login, name, role, scope } = added.reader;
    const changes = { act: "let-in", reason, login, name, role, scope };
    await noteAct(inside, { scope: provinceOf(scope), kind: "readers", id, changes, by }, now);
    return added;
  });
}

/** Lets a person in no more, or again, noted with its reason. */
export async function shutReader(
  database: Database,
  id: string,
  closed: boolean,
  { by, reason }: Why,
  now: number,
): Promise<Reader> {
  return database.transaction(async (inside) => {
    const reader = await closeReader(inside, id, closed, now);
    const { login, name, scope } = reader;
    const changes = { act: closed ? "closed" : "opened", reason, login, name };
    await noteAct(inside, { scope: provinceOf(scope), kind: "readers", id, changes, by }, now);
    return reader;
  });
}

/** Gives a person a new passphrase to hand over, noted with its reason; they are signed out. */
export async function renewReader(
  database: Database,
  id: string,
  { by, reason }: Why,
  now: number,
): Promise<{ reader: Reader; passphrase: string }> {
  return database.transaction(async (inside) => {
    const renewed = await renewPassphrase(inside, id);
    const { login, name, scope } = renewed.reader;
    const changes = { act: "passphrase-renewed", reason, login, name };
    await noteAct(inside, { scope: provinceOf(scope), kind: "readers", id, changes, by }, now);
    return renewed;
  });
}

/** Takes a person's second factor away, as where the phone was lost, noted with its reason; they are signed out. */
export async function resetFactor(
  database: Database,
  { id, login, name, scope }: Reader,
  { by, reason }: Why,
  now: number,
): Promise<boolean> {
  return database.transaction(async (inside) => {
    const had = await dropFactor(inside, id);
    const changes = { act: "factor-reset", reason, login, name };
    if (had) await noteAct(inside, { scope: provinceOf(scope), kind: "readers", id, changes, by }, now);
    return had;
  });
}

/** Lets a partner be given records, noted with its reason; answers its token, which is shown this once. */
export async function letPartnerIn(
  database: Database,
  wanted: NewPartner,
  { by, reason, within }: Why,
  now: number,
): Promise<{ partner: Partner; token: string }> {
  if (within !== undefined && !covers(within, wanted.scope))
    throw new Refused(403, "not-your-scope", "beyond the scope of who lets in");
  return database.transaction(async (inside) => {
    const added = await addPartner(inside, wanted, now);
    const { id, name, scope, level, pdfs } = added.partner;
    const changes = { act: "let-in", reason, name, scope, level, pdfs };
    await noteAct(inside, { scope: provinceOf(scope), kind: "partners", id, changes, by }, now);
    return added;
  });
}

/** Takes a partner's token back for good, noted with its reason; answers whether there was one within the scope. */
export async function withdrawPartner(
  database: Database,
  id: string,
  { by, reason, within }: Why,
  now: number,
): Promise<boolean> {
  return database.transaction(async (inside) => {
    const partner = await findPartnerById(inside, id);
    if (!partner || (within !== undefined && !covers(within, partner.scope))) return false;
    if (!(await revokePartner(inside, id, now))) return false;
    const changes = { act: "withdrawn", reason, name: partner.name };
    await noteAct(inside, { scope: provinceOf(partner.scope), kind: "partners", id, changes, by }, now);
    return true;
  });
}
