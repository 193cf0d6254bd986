import { readFile, rm } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import { parseArgs } from "node:util";
import { Check } from "typebox/value";
import type { Unit } from "#shared/archive/unit.ts";
import { newPartnerSchema } from "#shared/contract/portal-admin.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import { readSchemas } from "#shared/node/packages/read-schemas.ts";
import { openWay, reload, remap, shutWay } from "./access/rule-connectors.ts";
import type { ProvinceObjects } from "./objects/province-objects.ts";
import { openObjects } from "./objects/open-objects.ts";
import { provinceVersion } from "./province-version.ts";
import type { Settings } from "./settings.ts";
import { readCarries, writeCarries } from "./sharing/connectors/carries.ts";
import type { Connector } from "./sharing/connectors/connector.ts";
import { type Delivered, deliverChanges, deliverRefused } from "./sharing/connectors/deliver.ts";
import { countDeliveries, listRefused } from "./sharing/connectors/deliveries.ts";
import { openFolderConnector } from "./sharing/connectors/folder-connector.ts";
import { openHttpsConnector, readTarget } from "./sharing/connectors/https-connector.ts";
import { type Mapping, readMapping } from "./sharing/connectors/mapping.ts";
import { mappedFields } from "./sharing/connectors/mapped-fields.ts";
import type { Database } from "./store/database.ts";
import { type ConnectorRow, keepPlace, listConnectors } from "./store/connectors.ts";
import { migrate } from "./store/migrations.ts";
import { type ConnectorRun, takeRun } from "./store/connector-runs.ts";
import { byCommand, reasonGiven } from "./store/note-act.ts";
import { unitsInForce } from "./store/units-in-force.ts";

const usage = `connector add --name "…" --to https://…|/FOLDER --scope 52 --level open --mapping NAME|FILE --reason "…" [--token-file FILE] [--carries pdfs,aip-packages]
connector carries --id ID --carries pdfs,aip-packages|sip-packages|descriptions --reason "…" | mapping --id ID --mapping NAME|FILE --reason "…" | close --id ID --reason "…" | list | run [--id ID] | retry --id ID`;
const timeoutMs = 30_000;
const usualPauses = [1000, 5000, 20_000];

type Values = Record<
  "name" | "to" | "scope" | "level" | "mapping" | "token-file" | "id" | "reason" | "carries",
  string
>;
type Own = Pick<Settings, "resources" | "folder" | "bucket">;
type Parts = {
  database: Database;
  settings: Own;
  now: () => number;
  pauses: readonly number[];
  objects: () => Promise<ProvinceObjects>;
};

/**
 * `connector add|list|run|retry|mapping|carries|close`: sets up ways to other systems, and delivers to them. Run it by a timer:
 * of two runs of a connector the second does nothing; whatever stops one, the next goes on where it was. Who sets up, changes or closes one says why: it stays
 * in the audit, and without a reason nothing is done.
 */
export async function connectorCommand(
  database: Database,
  words: readonly string[],
  settings: Own,
  now: () => number,
  options: Partial<Pick<Parts, "pauses" | "objects">> = {},
): Promise<Record<string, unknown>> {
  const text = { type: "string", default: "" } as const;
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      ...{ name: text, to: text, scope: text, level: text, mapping: text, id: text, reason: text },
      ...{ "token-file": text, carries: text },
    },
  });
  const [verb = "", ...more] = positionals;
  if (more.length > 0) throw new Error(usage);
  await migrate(database, now);
  const parts: Parts = {
    ...{ database, settings, now, pauses: options.pauses ?? usualPauses },
    objects: options.objects ?? (() => openObjects(settings, { sweep: false, report: () => undefined })),
  };
  if (verb === "add") return add(parts, values);
  const all = await listConnectors(database);
  if (verb === "list") return { connectors: await Promise.all(all.map((one) => described(database, one))) };
  const chosen = values.id === "" && verb === "run" ? all : all.filter(({ id }) => id === values.id);
  const [first] = chosen;
  if (!first && (values.id !== "" || verb !== "run")) throw new Error(usage);
  if (verb === "run" || verb === "retry") return deliver(parts, chosen, verb);
  if (verb === "mapping" && first) {
    const reason = reasonGiven(values.reason);
    const mapping = await mappingOf(settings, values.mapping);
    await remap(database, first, mapping, { by: byCommand, reason }, now());
    return { id: first.id, mapping: `${mapping.name}/${mapping.version}` };
  }
  if (verb === "carries" && first) {
    const reason = reasonGiven(values.reason);
    if (values.carries === "") throw new Error(usage);
    const carries = writeCarries(readCarries(values.carries));
    await reload(database, first, carries, { by: byCommand, reason }, now());
    return { id: first.id, carries };
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
  const carries = writeCarries(readCarries(values.carries));
  const row = { ...wanted, means, target: to, tokenFile: values["token-file"], mapping, carries } as const;
  const { id } = await openWay(database, row, why, now());
  return { id, ...wanted, means, to, carries, mapping: `${mapping.name}/${mapping.version}` };
}

/** By its name among those that come with the program, or from a file. */
async function mappingOf({ resources }: Pick<Settings, "resources">, name: string): Promise<Mapping> {
  const path = /^[a-z0-9-]+$/.test(name) ? join(resources, "connectors", `${name}.json`) : name;
  return readMapping(await readFile(path, "utf8"), mappedFields);
}

async function described(database: Database, row: ConnectorRow): Promise<object> {
  const { id, name, means, target, scope, level, place, carries } = row;
  const mapping = readMapping(JSON.stringify(row.mapping), mappedFields);
  return {
    ...{ id, name, means, to: target, scope, level, carries, mapping: `${mapping.name}/${mapping.version}` },
    upTo: place ? new Date(place.stamp * 1000).toISOString() : "",
    ...(await countDeliveries(database, id)),
    waiting: await listRefused(database, id, 200),
  };
}

async function deliver(
  parts: Parts,
  chosen: readonly ConnectorRow[],
  verb: "run" | "retry",
): Promise<Record<string, unknown>> {
  const { database, settings } = parts;
  const { units } = await unitsInForce(database, settings.resources);
  const done: object[] = [];
  for (const row of chosen) {
    const run = await takeRun(database, row.id);
    const said = "end" in run ? await deliverBy(parts, row, verb, { run, units }) : waiting(run.since);
    if (said.stopped !== "") process.exitCode = 1;
    done.push({ id: row.id, name: row.name, ...said });
  }
  return { delivered: done };
}

function waiting(since: string): Delivered {
  const stopped = `another run is under way since ${since}; this one did nothing, and the next goes on`;
  return { accepted: 0, refused: 0, unchanged: 0, stopped };
}

async function deliverBy(
  { database, settings, now, pauses, objects }: Parts,
  row: ConnectorRow,
  verb: "run" | "retry",
  { run, units }: { run: ConnectorRun; units: readonly Unit[] },
): Promise<Delivered> {
  // What a run that was killed had packed is swept away; none but this run is at it.
  const folder = join(settings.folder, "outgoing", row.id);
  await rm(folder, { recursive: true, force: true });
  try {
    const making = {
      objects: await objects(),
      outgoing: await openObjectStore(folder),
      schemas: await readSchemas(settings.resources),
      version: provinceVersion,
    };
    const mapping = readMapping(JSON.stringify(row.mapping), mappedFields);
    const reader = { scope: row.scope, upTo: row.level };
    const [connector, carries] = [await openConnector(row), readCarries(row.carries)];
    const { hold } = run;
    const own = {
      database,
      units,
      now,
      connector,
      id: row.id,
      reader,
      mapping,
      carries,
      making,
      hold,
      pauses,
    };
    const keep = (place: NonNullable<ConnectorRow["place"]>) => keepPlace(database, row.id, place);
    // Where it stands is read again: a run that ended meanwhile came further.
    const [fresh = row] = (await listConnectors(database)).filter(({ id }) => id === row.id);
    return await (verb === "run" ? deliverChanges(own, fresh.place, keep) : deliverRefused(own));
  } finally {
    await rm(folder, { recursive: true, force: true });
    await run.end();
  }
}

async function openConnector({ means, target, tokenFile }: ConnectorRow): Promise<Connector> {
  if (means === "folder") return openFolderConnector(target);
  const token = (await readFile(tokenFile, "utf8")).trim();
  if (!/^[\x21-\x7e]+$/.test(token)) throw new Error("the file of the token holds none");
  return openHttpsConnector({ target: readTarget(target), token, timeoutMs });
}
