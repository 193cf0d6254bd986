import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import compress from "@fastify/compress";
import fastify from "fastify";
import type { Registry } from "prom-client";
import type { Successor } from "#shared/archive/successor.ts";
import { districtOf, type Unit } from "#shared/archive/unit.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import { addStreamRoute } from "#shared/node/stream-route.ts";
import { sweepOpened } from "#shared/node/sweep-opened.ts";
import { answerByTheProtocol, type App, type TypeBoxTypes } from "#shared/node/typed-routes.ts";
import { type Bell, hangBell } from "#shared/replication/bell.ts";
import { pushBodyLimit } from "#shared/replication/wire.ts";
import { liveUnits } from "#shared/rules/live-units.ts";
import { readBackups } from "./backup/note-backup.ts";
import { admitDevices, usualRate } from "./access/admit.ts";
import { admitPartners, usualPartnerRate } from "./access/admit-partners.ts";
import { admitReaders } from "./access/admit-readers.ts";
import { openProvinceKeys, type ProvinceKeys } from "./access/keys.ts";
import type { Rate } from "#shared/node/rate.ts";
import type { EmbedTexts } from "./meaning/embed-texts.ts";
import { keepMeanings } from "./meaning/keep-meanings.ts";
import type { ProvinceObjects } from "./objects/province-objects.ts";
import { addCatalogueRoutes } from "./routes/catalogue.ts";
import { addDoorRoutes } from "./routes/door.ts";
import { addSameFondsRoutes } from "./routes/same-fonds.ts";
import { addTermRoutes } from "./routes/terms.ts";
import { addExportRoute } from "./routes/export.ts";
import { addFondsRoutes } from "./routes/fonds.ts";
import { addPortal, type Portal } from "./routes/portal.ts";
import { addHealthRoutes } from "./routes/health.ts";
import { addMachineRoute } from "./routes/machines.ts";
import { addOaiRoutes } from "./routes/oai.ts";
import { addObjectRoutes } from "./routes/objects.ts";
import { parcelFolder } from "./parcel/read-parcel.ts";
import { addParcelRoute } from "./routes/parcels.ts";
import { addReadingRoutes } from "./routes/reading.ts";
import { addReplicationRoutes } from "./routes/replication.ts";
import { addReportRoutes } from "./routes/reports.ts";
import { addRuleRoutes } from "./routes/rules.ts";
import { addShareApi } from "./routes/share-api.ts";
import { watchHealth } from "./health/check-health.ts";
import { openMetrics } from "./health/metrics.ts";
import { watchAudit } from "./health/watch-audit.ts";
import { deviceOf, type Province } from "./routes/typed.ts";
import { namesOf } from "./sharing/oai/names.ts";
import type { Database } from "./store/database.ts";
import { wordIndexer } from "./store/index-words.ts";
import { keepCatalogue } from "./store/keep-catalogue.ts";
import { openPageDesk } from "./portal/page/open-page-desk.ts";
import { provinceVersion } from "./province-version.ts";
import { migrate } from "./store/migrations.ts";
import { renewEditions } from "./store/sign-packs.ts";
import { enactDue } from "./store/planned-amendments.ts";
import { readAmendments } from "./store/unit-amendments.ts";

const lookedAroundEvery = 60_000;

/** How who runs the machine watches over it. */
export type Watch = {
  /** The token that metrics are told for; without one they are told on this machine alone. */
  token?: string;
  /** Where the keys lie that were handed in. */
  keysFolder?: string;
  /** Where counts go; a registry of its own by default. */
  registry?: Registry;
  /** Free bytes where a folder is; asked of the system by default. */
  roomIn?: (folder: string) => Promise<number>;
};

export type ProvinceOptions = {
  database: Database;
  /** Folder of the objects and of the uploads under way; made where missing. */
  objectsFolder: string;
  /** Where objects lie once they have come; in `objectsFolder` where none is handed in. */
  objects?: ProvinceObjects;
  /** The province's keys; kept beside the objects where none are handed in. */
  keys?: ProvinceKeys;
  now: () => number;
  /** Shown to those who connect. */
  name: string;
  practice: boolean;
  units: readonly Unit[];
  /** What became of each commune on 1 July 2025; without them there are no communes of today. */
  successors?: readonly Successor[];
  /** The communes of after 1 July 2025; none by default. */
  after?: readonly Unit[];
  /** Where faults of our own go; nowhere by default. */
  report?: (fault: unknown) => void;
  rate?: Rate;
  /** Where people read; without it there is none. */
  portal?: Portal;
  /** Where others' systems reach it, and whom they write to; without it nothing is shared with any. */
  sharing?: { address: string; email: string };
  watch?: Watch;
  /** The model by which texts are found by their meaning; without one they are found by their words alone. */
  embed?: EmbedTexts;
};

/**
 * The province's endpoint (`shared/replication/wire.ts`) without a port: migrates the database, opens the object
 * store, and indexes what a stop left unindexed. Closing it leaves the database open: that is its opener's.
 */
export async function buildProvince(options: ProvinceOptions): Promise<App> {
  const { database, now, report = () => undefined, watch = {} } = options;
  await migrate(database, now);
  await renewEditions(database, now());
  const objects = options.objects ?? (await openObjectStore(options.objectsFolder));
  const uploads = join(options.objectsFolder, "uploads");
  await mkdir(uploads, { recursive: true });
  await sweepOpened(parcelFolder(options.objectsFolder), now());

  // Amendments take effect in these very lists: whoever holds one reads what is in force.
  const tables = liveUnits({
    units: options.units,
    after: options.after ?? [],
    successors: options.successors ?? [],
  });
  const { units, after, successors } = tables;
  const amendUnits = async () => {
    await enactDue(database, tables.base, now());
    return tables.amend(await readAmendments(database));
  };
  await amendUnits();

  const indexWords = wordIndexer(database, objects, report);
  await indexWords("all");
  const meaning = keepMeanings(database, options.embed, report);
  const catalogue = keepCatalogue(database, report, now, (district) => meaning.wake([district]));

  const app: App = fastify({
    bodyLimit: pushBodyLimit,
    // Behind a proxy of the same machine each asks from an address of their own.
    trustProxy: "loopback",
    forceCloseConnections: true,
    // A slow machine's start is no fault: with the usual ten seconds a busy one did not start at all.
    pluginTimeout: 0,
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<TypeBoxTypes>();
  answerByTheProtocol(app, report);

  admitDevices(app, database, now, options.rate ?? usualRate);
  if (options.portal) await admitReaders(app, database, now, options.portal.secondFactor === true);
  if (options.sharing) admitPartners(app, database, now, options.rate ?? usualPartnerRate);
  await app.register(compress, { encodings: ["gzip", "br"], requestEncodings: ["gzip", "br", "deflate"] });

  const keys = options.keys ?? (await openProvinceKeys(options.objectsFolder));
  const rung = hangBell();
  const bell: Bell = {
    listen: (scope, ring) => rung.listen(scope, ring),
    ring(scopes) {
      rung.ring(scopes);
      catalogue.wake([...scopes].map(districtOf));
    },
  };
  const province: Province = {
    database,
    objects,
    bell,
    ...{ units, after, successors, tables, amendUnits },
    keys,
    metrics: openMetrics(watch.registry),
    meaning,
    now,
    report,
    async indexWords(only) {
      await indexWords(only);
      catalogue.wake(only === "all" ? undefined : [only.district]);
    },
  };
  const { objectsFolder } = options;
  const { keysFolder = objectsFolder, roomIn } = watch;
  const looked = {
    database,
    objectsFolder,
    objects,
    keys,
    keysFolder,
    meaning,
    now,
    report,
    ...(roomIn && { roomIn }),
  };
  const health = watchHealth(looked);
  addHealthRoutes(app, province, health, watch.token ?? "");
  addDoorRoutes(app, province, { version: provinceVersion, name: options.name, practice: options.practice });
  addReplicationRoutes(app, province);
  addStreamRoute(app, (request, ring) => province.bell.listen(deviceOf(request).scope, ring));
  addObjectRoutes(app, province, uploads);
  addReadingRoutes(app, province);
  addParcelRoute(app, province, parcelFolder(options.objectsFolder), options.name);
  addFondsRoutes(app, province);
  addSameFondsRoutes(app, province);
  addTermRoutes(app, province);
  addReportRoutes(app, province);
  addRuleRoutes(app, province);
  addMachineRoute(app, province);
  addCatalogueRoutes(app, province);
  if (options.portal)
    addPortal(app, province, options.portal, {
      ...{ health, backups: () => readBackups(keysFolder), name: options.name },
    });
  if (options.sharing) {
    const { address, email } = options.sharing;
    addOaiRoutes(app, province, namesOf(options.name, address, email));
    const pages = options.portal && openPageDesk({ resources: options.portal.resources });
    app.addHook("onClose", () => pages?.close());
    const drawing = options.portal && pages && { pages, resources: options.portal.resources };
    addShareApi(app, province, { address, name: options.name }, drawing);
    addExportRoute(app, province);
  }

  const stopAudit = watchAudit(database, report, now);
  // What another process took in (a parcel read by command) rings no bell here.
  const lookAround = setInterval(() => {
    catalogue.wake();
    meaning.wake();
    amendUnits().catch(report);
  }, lookedAroundEvery).unref();
  app.addHook("onClose", async () => {
    clearInterval(lookAround);
    await stopAudit();
    await catalogue.stop();
    await meaning.stop();
  });
  catalogue.wake();
  meaning.wake();
  return app;
}
