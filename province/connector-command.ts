import { readFile } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import { parseArgs } from "node:util";
import { Check } from "typebox/value";
import { newPartnerSchema } from "#shared/contract/portal-admin.ts";
import { openWay, remap, shutWay } from "./access/rule-connectors.ts";
import type { Settings } from "./settings.ts";
import type { Connector } from "./sharing/connectors/connector.ts";
import { deliverChanges, deliverRefused } from "./sharing/connectors/deliver.ts";
import { countDeliveries, listRefused } from "./sharing/connectors/deliveries.ts";
import { openFolderConnector } from "./sharing/connectors/folder-connector.ts";
import { openHttpsConnector, readTarget } from "./sharing/connectors/https-connector.ts";
import { type Mapping, readMapping } from "./sharing/connectors/mapping.ts";
import { mappedFields } from "./sharing/connectors/mapped-fields.ts";
import type { Database } from "./store/database.ts";
import { type ConnectorRow, keepPlace, listConnectors } from "./store/connectors.ts";
import { migrate } from "./store/migrations.ts";
import { byCommand, reasonGiven } from "./store/note-act.ts";
import { unitsInForce } from "./store/units-in-force.ts";

const usage = `connector add --name "…" --to https://…|/FOLDER --scope 52 --level open --mapping NAME|FILE --reason "…" [--token-file FILE]
connector mapping --id ID --mapping NAME|FILE --reason "…" | close --id ID --reason "…" | list | run [--id ID] | retry --id ID`;
const timeoutMs = 30_000;
const usualPauses = [1000, 5000, 20_000];

type Values = Record<"name" | "to" | "scope" | "level" | "mapping" | "token-file" | "id" | "reason", string>;
type Parts = { database: Database; settings: Pick<Settings, "resources">; now: () => number };

/**
 * `connector add|list|run|retry|mapping|close`: sets up ways to other systems, and delivers to them. Run it by a timer,
 * one at a time; whatever stops it, the next goes on where it was. Who sets up, changes or closes one says why: it stays
 * in the audit, and without a reason nothing is done.
 */
export async function connectorCommand(
  database: Database,
  words: readonly string[],
  settings: Pick<Settings, "resources">,
  now: () => number,
  pauses: readonly number[] = usualPauses,
): Promise<Record<string, unknown>> {
  const text = { type: "string", default: "" } as const;
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      ...{ name: text, to: text, scope: text, level: text, mapping: text, id: text, reason: text },
      "token-file": text,
    },
  });
  const [verb = "", ...more] = positionals;
  if (more.length > 0) throw new Error(usage);
  await migrate(database, now);
  const parts = { database, settings, now };
  if (verb === "add") return add(parts, values);
  const all = await listConnectors(database);
  if (verb === "list") return { connectors: await Promise.all(all.map((one) => described(database, one))) };
  const chosen = values.id === "" && verb === "run" ? all : all.filter(({ id }) => id === values.id);
  const [first] = chosen;
  if (!first && (values.id !== "" || verb !== "run")) throw new Error(usage);
  if (verb === "run" || verb === "retry") return deliver(parts, chosen, verb, pauses);
  if (verb === "mapping" && first) {
    const reason = reasonGiven(values.reason);
    const mapping = await mappingOf(settings, values.mapping);
    await remap(database, first, mapping, { by: byCommand, reason }, now());
    return { id: first.id, mapping: `${mapping.name}/${mapping.version}` };
  }
  if (verb === "close" && first) {
    await shutWay(database, first, { by: byCommand, reason: reasonGiven(values.reason) }, now());
    return { id: first.id, closed: true };
  }
  throw new Error(usage);
}

async function add({ database, settings, now }: Parts, values: Values): Promise<Record<string, unknown>> {
  const { name, scope, level, to } = values;
  const wanted = { name: name.normalize("NFC"), scope, level };
  const means = isAbsolute(to) ? "folder" : "https";
  const why = { by: byCommand, reason: reasonGiven(values.reason) };
  if (!Check(newPartnerSchema, wanted) || to === "") throw new Error(usage);
  if (means === "https") readTarget(to);
  if ((means === "https") !== (values["token-file"] !== ""))
    throw new Error("an address needs --token-file, a folder none");
  const mapping = await mappingOf(settings, values.mapping);
  const row = { ...wanted, means, target: to, tokenFile: values["token-file"], mapping } as const;
  const { id } = await openWay(database, row, why, now());
  return { id, ...wanted, means, to, mapping: `${mapping.name}/${mapping.version}` };
}

/** By its name among those that come with the program, or from a file. */
async function mappingOf({ resources }: Pick<Settings, "resources">, name: string): Promise<Mapping> {
  const path = /^[a-z0-9-]+$/.test(name) ? join(resources, "connectors", `${name}.json`) : name;
  return readMapping(await readFile(path, "utf8"), mappedFields);
}

async function described(database: Database, row: ConnectorRow): Promise<object> {
  const { id, name, means, target, scope, level, place } = row;
  const mapping = readMapping(JSON.stringify(row.mapping), mappedFields);
  return {
    ...{ id, name, means, to: target, scope, level, mapping: `${mapping.name}/${mapping.version}` },
    upTo: place ? new Date(place.stamp * 1000).toISOString() : "",
    ...(await countDeliveries(database, id)),
    waiting: await listRefused(database, id, 200),
  };
}

async function deliver(
  { database, settings, now }: Parts,
  chosen: readonly ConnectorRow[],
  verb: "run" | "retry",
  pauses: readonly number[],
): Promise<Record<string, unknown>> {
  const { units } = await unitsInForce(database, settings.resources);
  const done: object[] = [];
  for (const row of chosen) {
    const mapping = readMapping(JSON.stringify(row.mapping), mappedFields);
    const reader = { scope: row.scope, upTo: row.level };
    const connector = await openConnector(row);
    const own = { database, units, now, connector, id: row.id, reader, mapping, pauses };
    const keep = (place: NonNullable<ConnectorRow["place"]>) => keepPlace(database, row.id, place);
    const said = await (verb === "run" ? deliverChanges(own, row.place, keep) : deliverRefused(own));
    if (said.stopped !== "") process.exitCode = 1;
    done.push({ id: row.id, name: row.name, ...said });
  }
  return { delivered: done };
}

async function openConnector({ means, target, tokenFile }: ConnectorRow): Promise<Connector> {
  if (means === "folder") return openFolderConnector(target);
  const token = (await readFile(tokenFile, "utf8")).trim();
  if (!/^[\x21-\x7e]+$/.test(token)) throw new Error("the file of the token holds none");
  return openHttpsConnector({ target: readTarget(target), token, timeoutMs });
}
