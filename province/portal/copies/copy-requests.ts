import { randomBytes } from "node:crypto";
import { type Static, Type } from "typebox";
import { Check } from "typebox/value";
import { dayInVietnam } from "#shared/base/vietnam-time.ts";
import type { CopyLine, CopyRequest } from "#shared/contract/portal-copies.ts";
import {
  copyNumber,
  type CopyParty,
  type CopyState,
  copyStates,
  type CopyWish,
  copyWishSchema,
  isOpenCopy,
} from "#shared/portal/copy-request.ts";
import type { Reader } from "#shared/portal/reader.ts";
import { Refused } from "#province/routes/typed.ts";
import {
  type Database,
  numberIn,
  type Param,
  type Querying,
  type Row,
  textIn,
} from "#province/store/database.ts";

/** A request as it is kept, with how it stands and its log. */
export type KeptRequest = Omit<CopyRequest, "parties" | "copy"> & {
  district: string;
  askerId: string;
  /** SHA-256 of the PDF that was made last, where it still stands. */
  digest: string;
};

/** Of which document, by whom, and in whose name. */
export type NewRequest = {
  item: { id: string; district: string; scope: string; title: string };
  wish: CopyWish;
  enteredBy: Pick<Reader, "id" | "name">;
  /** Who asks without an account; nothing where whoever enters it asks. */
  walkIn?: string;
};

const most = 500;
const unreadSchema = Type.Array(Type.Integer());

/** Takes a request in under the next number of the year; numbers have no gaps. */
export async function addRequest(database: Database, asked: NewRequest, now: number): Promise<string> {
  const id = `copy-${randomBytes(8).toString("hex")}`;
  const at = new Date(now).toISOString();
  const year = Number(dayInVietnam(now).slice(0, 4));
  const { item, wish, enteredBy, walkIn } = asked;
  await database.transaction(async (inside) => {
    const [row] = await inside.query(
      `insert into copy_numbers as n (year, last) values ($1, 1)
       on conflict (year) do update set last = n.last + 1 returning last`,
      [year],
    );
    await inside.query(
      `insert into copy_requests (district, id, year, place, item, scope, title, asker_id, asker, entered_by, wish, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::text::jsonb, $12)`,
      [
        ...[item.district, id, year, row ? numberIn(row, "last") : 0, item.id, item.scope, item.title],
        ...[walkIn === undefined ? enteredBy.id : "", (walkIn ?? enteredBy.name).normalize("NFC")],
        ...[enteredBy.id, JSON.stringify(wish), at],
      ],
    );
    await writeStep(inside, { district: item.district, id }, 1, { to: "new", by: enteredBy, at });
  });
  return id;
}

/** A step that is taken; of a copy that was made its digest, its pages, and those no numbers were looked for on. */
export type TakenStep = {
  to: CopyState;
  by: Pick<Reader, "id" | "name">;
  at: string;
  reason?: string;
  lift?: boolean;
  made?: { digest: string; pages: number; unread: readonly number[] };
};

async function writeStep(
  inside: Querying,
  { district, id }: { district: string; id: string },
  step: number,
  { to, by, at, reason = "", lift = false, made }: TakenStep,
): Promise<boolean> {
  const rows = await inside.query(
    `insert into copy_steps (district, request, step, state, reader_id, by_name, reason, lift, digest, pages, unread, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::text::jsonb, $12) on conflict do nothing returning step`,
    [
      ...[district, id, step, to, by.id, by.name, reason.normalize("NFC"), lift],
      ...[made?.digest ?? "", made?.pages ?? 0, JSON.stringify(made?.unread ?? []), at],
    ],
  );
  return rows.length === 1;
}

/** Takes a step after the last one that whoever takes it saw; where another came between it throws `step-taken`. */
export async function takeStep(
  database: Database,
  request: Pick<KeptRequest, "district" | "id" | "steps">,
  step: TakenStep,
): Promise<void> {
  if (!(await writeStep(database, request, request.steps.length + 1, step)))
    throw new Refused(409, "step-taken", "somebody took a step meanwhile");
}

/** Whose requests somebody sees: their own, and, of documents within their scope, an archivist's. */
function seenBy(reader: Reader, place: (value: Param) => string): string {
  if (reader.role !== "archivist") return `r.asker_id = ${place(reader.id)}`;
  const scope = place(reader.scope);
  return `(r.scope = ${scope} or starts_with(r.scope, ${scope} || '.'))`;
}

/** What a reader is to a request that they see. */
export function partiesOf(reader: Reader, request: Pick<KeptRequest, "askerId">): CopyParty[] {
  // Who came in person has no account: an archivist withdraws for them.
  if (reader.role === "archivist") return request.askerId === "" ? ["archivist", "asker"] : ["archivist"];
  return request.askerId === reader.id ? ["asker"] : [];
}

const columns = `r.district, r.id, r.year, r.place, r.item, r.title, r.asker_id, r.asker, r.wish, r.at,
  (select jsonb_agg(to_jsonb(s) order by s.step) from copy_steps s where s.district = r.district and s.request = r.id)
    as steps`;

/** The requests that somebody sees: those that wait first, the oldest first; then the latest of the others. */
export async function listRequests(database: Querying, reader: Reader): Promise<CopyLine[]> {
  const params: Param[] = [];
  const seen = seenBy(reader, (value) => `$${params.push(value)}`);
  const open = copyStates.filter(isOpenCopy).map((state) => `'${state}'`);
  const rows = await database.query(
    `select ${columns} from copy_requests r join lateral (
       select state in (${open.join(", ")}) as waits from copy_steps s
       where s.district = r.district and s.request = r.id order by step desc limit 1) as last on true
     where ${seen}
     order by not waits, case when waits then r.year * 1000000 + r.place else -(r.year * 1000000 + r.place) end
     limit ${most}`,
    params,
  );
  return rows.map((row) => lineOf(requestOf(row)));
}

function lineOf(request: KeptRequest): CopyLine {
  const { id, number, state, askedAt, lastAt, asker, walkIn, wish, itemId, title } = request;
  return { id, number, state, askedAt, lastAt, asker, walkIn, wish, itemId, title };
}

/** A request that somebody sees; throws `not-found` where there is none. */
export async function findRequest(database: Querying, reader: Reader, id: string): Promise<KeptRequest> {
  const params: Param[] = [];
  const place = (value: Param) => `$${params.push(value)}`;
  const [row] = await database.query(
    `select ${columns} from copy_requests r where r.id = ${place(id)} and ${seenBy(reader, place)}`,
    params,
  );
  if (!row) throw new Refused(404, "not-found", "no such request");
  return requestOf(row);
}

type KeptStep = Static<typeof keptStepSchema>;
const keptStepSchema = Type.Object({
  state: Type.String(),
  by_name: Type.String(),
  reason: Type.String(),
  lift: Type.Boolean(),
  digest: Type.String(),
  pages: Type.Integer(),
  unread: unreadSchema,
  at: Type.String(),
});

function requestOf(row: Row): KeptRequest {
  const { wish, steps } = row;
  if (!Check(copyWishSchema, wish) || !Check(Type.Array(keptStepSchema), steps))
    throw new Error("a request that is none");
  const log = steps.map((step: KeptStep) => ({
    ...{ to: stateOf(step.state), at: step.at, by: step.by_name, reason: step.reason },
    ...{ lift: step.lift, pages: step.pages, unread: step.unread },
  }));
  const last = log.at(-1);
  if (!last) throw new Error("a request without a step");
  const stands = last.to === "made" || last.to === "handed-over";
  return {
    ...{ id: textIn(row, "id"), district: textIn(row, "district") },
    number: copyNumber(numberIn(row, "year"), numberIn(row, "place")),
    ...{ state: last.to, askedAt: textIn(row, "at"), lastAt: last.at },
    ...{ asker: textIn(row, "asker"), askerId: textIn(row, "asker_id"), walkIn: row["asker_id"] === "" },
    ...{ wish, itemId: textIn(row, "item"), title: textIn(row, "title") },
    lifted: log.findLast(({ to }) => to === "granted")?.lift ?? false,
    steps: log,
    digest: (stands && steps.findLast(({ digest }) => digest !== "")?.digest) || "",
  };
}

function stateOf(text: string): CopyState {
  const state = copyStates.find((known) => known === text);
  if (!state) throw new Error("a request in no known state");
  return state;
}
