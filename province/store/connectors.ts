import { randomBytes } from "node:crypto";
import { type AccessLevel, accessLevels } from "#shared/archive/access-level.ts";
import { type Querying, type Row, textIn } from "./database.ts";
import type { OfferedPlace } from "./harvest.ts";

/** A way to another system, as it was set up; its token is in a file of its own, never in the store. */
export type ConnectorRow = {
  id: string;
  name: string;
  means: "https" | "folder";
  target: string;
  tokenFile: string;
  scope: string;
  level: AccessLevel;
  mapping: unknown;
  /** What it carries, as texts with commas between them; `descriptions` is always one. */
  carries: string;
  createdAt: string;
  /** The last record that was dealt with; nothing before the first. */
  place: OfferedPlace | undefined;
};

/** Adds a connector; answers it with its id. */
export async function addConnector(
  database: Querying,
  wanted: Omit<ConnectorRow, "id" | "place" | "createdAt">,
  now: number,
): Promise<ConnectorRow> {
  const createdAt = new Date(now).toISOString();
  const id = `connector-${randomBytes(6).toString("hex")}`;
  const { name, means, target, tokenFile, scope, level, mapping, carries } = wanted;
  await database.query(
    `insert into connectors (id, name, means, target, token_file, scope, level, mapping, created_at, carries)
     values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10)`,
    [...[id, name, means, target, tokenFile, scope, level, JSON.stringify(mapping)], ...[createdAt, carries]],
  );
  return { ...wanted, id, createdAt, place: undefined };
}

/** The connectors that are not closed, in the order of their coming. */
export async function listConnectors(database: Querying): Promise<ConnectorRow[]> {
  const rows = await database.query(
    `select id, name, means, target, token_file, scope, level, mapping, place, carries, created_at from connectors
     where closed_at = '' order by created_at, id`,
  );
  return rows.map(connectorIn);
}

/** Keeps how far a connector was delivered to. */
export async function keepPlace(database: Querying, id: string, place: OfferedPlace): Promise<void> {
  await database.query("update connectors set place = $2::jsonb where id = $1", [id, JSON.stringify(place)]);
}

/** Gives a connector another mapping; everything is looked at anew, and what it maps otherwise goes out again. */
export async function setMapping(database: Querying, id: string, mapping: unknown): Promise<void> {
  await database.query("update connectors set mapping = $2::jsonb, place = null where id = $1", [
    id,
    JSON.stringify(mapping),
  ]);
}

/** Says anew what a connector carries; everything is looked at again, and what was not delivered yet goes out. */
export async function setCarries(database: Querying, id: string, carries: string): Promise<void> {
  await database.query("update connectors set carries = $2, place = null where id = $1", [id, carries]);
}

/** Closes a connector for good; what was delivered stays noted. */
export async function closeConnector(database: Querying, id: string, now: number): Promise<void> {
  await database.query("update connectors set closed_at = $2 where id = $1", [
    id,
    new Date(now).toISOString(),
  ]);
}

function connectorIn(row: Row): ConnectorRow {
  const level = accessLevels.find((known) => known === row["level"]);
  if (!level) throw new Error("a connector without its level");
  return {
    ...{ id: textIn(row, "id"), name: textIn(row, "name"), target: textIn(row, "target"), level },
    means: textIn(row, "means") === "folder" ? "folder" : "https",
    ...{ tokenFile: textIn(row, "token_file"), scope: textIn(row, "scope"), mapping: row["mapping"] },
    ...{ carries: textIn(row, "carries"), createdAt: textIn(row, "created_at") },
    place: (row["place"] as OfferedPlace | null) ?? undefined,
  };
}
