import { setTimeout as rest } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { openPostgres } from "#province/store/open-postgres.ts";
import { findPostgres, startPostgres } from "#tests/helpers/postgres.ts";

const programs = await findPostgres();

if (programs === undefined)
  console.warn("SKIPPED: connections that the server ends: no initdb and pg_ctl were found on this machine");

test.skipIf(programs === undefined)(
  "a server that ends the connections, as its restart does, fails what was under way and nothing else",
  async () => {
    const server = await startPostgres(programs ?? "");
    onTestFinished(() => server.stop());
    const database = openPostgres(server.address, () => undefined);
    const other = openPostgres(server.address, () => undefined);
    onTestFinished(() => Promise.all([database.close(), other.close()]).then(() => undefined));
    await database.query("create table kept (id integer primary key)");
    const cut = database.transaction(async (inside) => {
      await inside.query("insert into kept values (1)");
      await other.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where pid <> pg_backend_pid() and backend_type = 'client backend'`,
      );
      // Between two statements nobody waits for an answer that could fail.
      await rest(300);
      await inside.query("insert into kept values (2)");
    });
    await expect(cut).rejects.toThrow();
    await database.transaction((inside) => inside.query("insert into kept values (3)"));
    expect(await database.query("select id from kept")).toEqual([{ id: 3 }]);
  },
);
