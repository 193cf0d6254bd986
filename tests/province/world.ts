import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe } from "vitest";
import { blankBatch, blankFile, blankFonds, blankItem, blankPage } from "#shared/archive/blank.ts";
import type { Batch } from "#shared/archive/batch.ts";
import type { Box } from "#shared/archive/box.ts";
import type { CollectionName } from "#shared/archive/collections.ts";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Fonds } from "#shared/archive/fonds.ts";
import type { Group } from "#shared/archive/group.ts";
import type { Item } from "#shared/archive/item.ts";
import type { Exclusion } from "#shared/archive/exclusion.ts";
import type { Page } from "#shared/archive/page.ts";
import { makeRecord, type Stamp } from "#shared/archive/record.ts";
import type { Term } from "#shared/archive/term.ts";
import type { Role } from "#shared/archive/role.ts";
import { writeClock } from "#shared/base/clock.ts";
import type { BatchStepList } from "#shared/rules/batch-steps.ts";
import type { PushAnswer, PullAnswer } from "#shared/replication/messages.ts";
import { enrolDevice } from "#province/access/device.ts";
import type { Rate } from "#shared/node/rate.ts";
import { buildProvince, type Watch } from "#province/app.ts";
import type { EmbedTexts } from "#province/meaning/embed-texts.ts";
import type { ProviderPlace } from "#province/portal/oidc/provider-place.ts";
import type { App } from "#province/routes/typed.ts";
import { setPack } from "#tests/helpers/set-pack.ts";
import type { Database } from "#province/store/database.ts";
import { migrate } from "#province/store/migrations.ts";
import { openPglite } from "#province/store/open-pglite.ts";
import { openPostgres } from "#province/store/open-postgres.ts";
import { successors, unitsAfter, unitsBefore } from "#tests/fixtures/unit-tables.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { findPostgres, type RunningPostgres, startPostgres } from "#tests/helpers/postgres.ts";

export const start = Date.parse("2025-05-20T08:00:00Z");

/** A province for one test: an empty store, devices by name, a clock that only `now` moves. */
export type World = {
  app: App;
  database: Database;
  folder: string;
  clock: { now: number };
  faults: unknown[];
  enrol(name: string, scope: string, role?: Role): Promise<string>;
  ask(token: string, method: "GET" | "POST", url: string, body?: object): Promise<Answer>;
  push(token: string, collection: CollectionName, ...records: object[]): Promise<PushAnswer>;
  /** As a desk pushes, which knows of rows that are held. */
  pushHolding(token: string, collection: CollectionName, ...records: object[]): Promise<PushAnswer>;
  pull(token: string, collection: CollectionName, checkpoint?: object | null): Promise<PullAnswer>;
  /** The rows that wait for the record that contains them, in order of collection, id and machine. */
  waiting(): Promise<object[]>;
  /** What was refused and is kept as it was sent. */
  refusedRows(): Promise<object[]>;
  /** Hands out these lists of steps, the present one first. */
  giveSteps(lists: readonly BatchStepList[]): Promise<void>;
  /** Builds the app anew over the same store, as after a restart. */
  restart(watch?: Watch): Promise<void>;
};

export type Answer = { status: number; body: unknown; headers: Record<string, unknown> };

const tables =
  "devices, enrolments, feeds, records, audit, receipts, search, words_waiting, report_messages, held_rows, refused_rows, " +
  "catalogue, catalogue_marks, catalogue_waiting, fonds_decisions, readers, reader_sessions, second_factors, reader_identities, provider_entries, readings, " +
  "copy_requests, copy_steps, copy_numbers, audit_checks, share_links, share_openings, share_ends, " +
  "rule_packs, pack_editions, unit_amendments, planned_amendments, planned_ends, connectors, deliveries, partners, harvest, harvest_clock, meaning_marks, meaning_waiting";
const postgresFolder = await findPostgres();

type WorldOptions = {
  rate?: Rate;
  embed?: EmbedTexts;
  secondFactor?: boolean;
  /** The provider that people of the portal may sign in by. */
  provider?: ProviderPlace;
};

/** Runs the same tests on PGlite and, where it is installed, on a PostgreSQL server. */
export function onEachStore(title: string, tests: (world: World) => void, options: WorldOptions = {}): void {
  describe(`${title}, on PGlite`, () => tests(prepare(() => openPglite(), options)));
  if (postgresFolder === undefined) {
    console.warn(`SKIPPED: "${title}" on PostgreSQL: no initdb and pg_ctl were found on this machine`);
    describe.skip(`${title}, on PostgreSQL: NOT RUN, no initdb and pg_ctl on this machine`, () => {
      tests(prepare(() => openPglite(), options));
    });
    return;
  }
  describe(`${title}, on PostgreSQL`, () => {
    let server: RunningPostgres | undefined;
    tests(
      prepare(
        async () => {
          server = await startPostgres(postgresFolder);
          return openPostgres(server.address, () => undefined);
        },
        options,
        async () => server?.stop(),
      ),
    );
  });
}

function prepare(
  open: () => Promise<Database>,
  options: WorldOptions,
  close: () => Promise<void> = () => Promise.resolve(),
): World {
  let app: App | undefined;
  let database: Database | undefined;
  let folder = "";
  const clock = { now: start };
  const faults: unknown[] = [];
  const opened = () => {
    if (!database) throw new Error("the store is not open");
    return database;
  };
  const running = () => {
    if (!app) throw new Error("the app is not built");
    return app;
  };
  const build = async (watch?: Watch) => {
    app = await buildProvince({
      database: opened(),
      objectsFolder: folder,
      now: () => clock.now,
      name: "Tỉnh thử",
      practice: true,
      units: unitsBefore,
      after: unitsAfter,
      successors,
      sharing: { address: "https://luutru.example.vn", email: "luutru@example.vn" },
      portal: {
        screen: join(folder, "screen"),
        resources,
        secure: false,
        secondFactor: options.secondFactor === true,
        ...(options.provider && { provider: options.provider }),
      },
      report: (fault) => faults.push(fault),
      ...(watch && { watch }),
      ...options,
    });
    await app.ready();
  };
  beforeAll(async () => {
    database = await open();
    await migrate(database, () => start);
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "mucluc-province-"));
    clock.now = start;
    faults.length = 0;
    await opened().query(`truncate ${tables}`);
    await opened().query("drop table if exists meanings");
    await build();
  });
  afterEach(async () => {
    await app?.close();
    await rm(folder, { recursive: true, force: true });
  });
  afterAll(async () => {
    await database?.close();
    await close();
  });
  return {
    get app() {
      return running();
    },
    get database() {
      return opened();
    },
    get folder() {
      return folder;
    },
    clock,
    faults,
    waiting: () =>
      opened().query(
        `select collection, id, device_id, parent_collection, parent_id from held_rows
         where settled_at = '' order by collection, id, device_id`,
      ),
    refusedRows: () =>
      opened().query("select id, code, detail, state from refused_rows where settled_at = '' order by id"),
    ...asksOf(running),
    async enrol(name, scope, role = "district-checker") {
      const token = `token-of-${name}-0123456789`;
      await enrolDevice(opened(), { token, scope, role, deviceId: name, name }, clock.now);
      return token;
    },
    async giveSteps(lists) {
      for (const batchSteps of [...lists].reverse())
        await setPack(opened(), { batchSteps }, "Sở Nội vụ", clock.now);
    },
    async restart(watch) {
      await app?.close();
      await build(watch);
    },
  };
}

/** How a machine asks an app that answers by the protocol: the province, or a hub. */
export function asksOf(running: () => App): Pick<World, "ask" | "push" | "pushHolding" | "pull"> {
  const ask: World["ask"] = async (token, method, url, body) => {
    const answer = await running().inject({
      method,
      url,
      headers: { authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { payload: body }),
    });
    const parsed: unknown = answer.headers["content-type"]?.toString().startsWith("application/json")
      ? answer.json()
      : answer.body;
    return { status: answer.statusCode, body: parsed, headers: answer.headers };
  };
  const push = async (token: string, collection: CollectionName, records: readonly object[], more = {}) => {
    const rows = records.map((record) => ({ newDocumentState: record }));
    const answer = await ask(token, "POST", `/replication/${collection}/push`, { rows, ...more });
    if (answer.status !== 200) throw new Error(`push: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as PushAnswer;
  };
  return {
    ask,
    push: (token, collection, ...records) => push(token, collection, records),
    pushHolding: (token, collection, ...records) => push(token, collection, records, { holds: true }),
    async pull(token, collection, checkpoint = null) {
      const answer = await ask(token, "POST", `/replication/${collection}/pull`, { checkpoint, limit: 1000 });
      if (answer.status !== 200) throw new Error(`pull: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body as PullAnswer;
    },
  };
}

/** A stamp some milliseconds after the start. */
export function stamp(after = 0, device = "desk"): Stamp {
  return { clock: writeClock({ ms: start + after, count: 0 }, device), by: "Người thử", deviceId: device };
}

export const quyNhon = "52.540";
export const tuyPhuoc = "52.550";
export const phuocLoc = "52.550.21976";
export const phuocHoa = "52.550.21967";

export function makeFonds(id: string, scope: string, fields: Partial<Fonds> = {}, after = 0): Fonds {
  const own = { ...blankFonds, id, scope, code: `P.${id}`, name: `Phông ${id}`, ...fields };
  return makeRecord<Fonds>(own, stamp(after));
}

export function makeFile(
  id: string,
  scope: string,
  fields: Partial<ArchiveFile> = {},
  after = 0,
): ArchiveFile {
  const own = {
    ...blankFile,
    id,
    scope,
    fondsId: "fonds",
    code: `HS.${id}`,
    title: `Hồ sơ ${id}`,
    ...fields,
  };
  return makeRecord<ArchiveFile>(own, stamp(after));
}

export function makeItem(id: string, scope: string, fields: Partial<Item> = {}, after = 0): Item {
  const own = { ...blankItem, id, scope, fileId: "file", ordinal: 1, subject: `Văn bản ${id}`, ...fields };
  return makeRecord<Item>(own, stamp(after));
}

export function makeExclusion(
  id: string,
  scope: string,
  fields: Partial<Exclusion> = {},
  after = 0,
): Exclusion {
  const texts = { metAt: "", place: "", decidedAt: "", decidedBy: "", note: "" };
  return makeRecord<Exclusion>(
    { id, scope, fondsId: "fonds", class: "mat", ...texts, ...fields },
    stamp(after),
  );
}

export function makePage(id: string, scope: string, fields: Partial<Page> = {}, after = 0): Page {
  const master = { masterDigest: "", masterSize: 1, masterPage: 0, mediaType: "image/jpeg", sourceName: "" };
  const own = { ...blankPage, ...master, id, scope, itemId: "item", ordinal: 1, ...fields };
  return makeRecord<Page>(own, stamp(after));
}

export function makeBatch(id: string, scope: string, fields: Partial<Batch> = {}, after = 0): Batch {
  const own = { ...blankBatch, id, scope, number: "2025-001", name: `Đợt ${id}`, ...fields };
  return makeRecord<Batch>(own, stamp(after));
}

export function makeGroup(id: string, scope: string, fields: Partial<Group> = {}, after = 0): Group {
  const place = { fondsId: "fonds", parentId: "", ordinal: 1, notation: "", note: "" };
  return makeRecord<Group>({ id, scope, title: `Nhóm ${id}`, ...place, ...fields }, stamp(after));
}

export function makeBox(id: string, scope: string, fields: Partial<Box> = {}, after = 0): Box {
  const place = { inventory: "", room: "", shelf: "", tier: "", note: "", condition: "", metres: 0 } as const;
  return makeRecord<Box>({ id, scope, fondsId: "fonds", number: id, ...place, ...fields }, stamp(after));
}

export function makeTerm(id: string, scope: string, fields: Partial<Term> = {}, after = 0): Term {
  const undecided = { standing: "local", mergedInto: "", decidedAt: "", decidedBy: "", note: "" } as const;
  const own = { id, scope, list: "issuer" as const, label: `Cơ quan ${id}`, ...undecided, ...fields };
  return makeRecord<Term>(own, stamp(after));
}

export function digestOfBytes(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}
