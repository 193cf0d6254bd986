import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

/*
 * One side of the reference of `push-vs-pouchdb`, a process of its own; the packages are in a folder of the bench's.
 * `serve MODULES DATA` is a CouchDB-compatible server on LevelDB; `push MODULES DATA ADDRESS COUNT SEED` fills a local
 * database and sends it there. Answers its parent by a message.
 */

type Store = {
  bulkDocs(documents: readonly object[]): Promise<unknown>;
  replicate: { to(address: string, options: object): Promise<{ ok: boolean; docs_written: number }> };
};
type PouchDB = { new (path: string): Store; defaults(options: object): PouchDB };
type App = {
  use(path: string, handler: unknown): void;
  listen(port: number, host: string, then: () => void): { address(): AddressInfo };
};

const [part = "", modules = "", data = "", address = "", count = "0", seed = "0"] = process.argv.slice(2);
const load = createRequire(join(modules, "package.json"));
const pouchdb = load("pouchdb") as PouchDB;

if (part === "serve") {
  const app = (load("express") as () => App)();
  const serve = load("express-pouchdb") as (store: PouchDB, options: object) => unknown;
  const stores = pouchdb.defaults({ prefix: join(data, "server-") });
  const options = { mode: "minimumForPouchDB", inMemoryConfig: true, logPath: join(data, "log.txt") };
  app.use("/", serve(stores, options));
  const server = app.listen(0, "127.0.0.1", () => process.send?.({ port: server.address().port }));
} else {
  const { makeRecords } = await import("#tests/bench/make-records.ts");
  const local = new pouchdb(join(data, "local"));
  const { items } = makeRecords(Number(count), 100, Number(seed));
  for (let at = 0; at < items.length; at += 500)
    await local.bulkDocs(items.slice(at, at + 500).map(({ id, ...rest }) => ({ ...rest, _id: id })));
  const start = performance.now();
  // Batches as the desk's.
  const report = await local.replicate.to(address, { batch_size: 500 });
  const took = performance.now() - start;
  process.send?.({ took, written: report.ok ? report.docs_written : 0 });
  process.disconnect();
}
