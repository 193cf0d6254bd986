import type { NewReader } from "#shared/portal/reader.ts";
import { addReader } from "#province/portal/readers.ts";
import { openSession } from "#province/portal/reader-sessions.ts";
import type { World } from "#tests/province/world.ts";

/** A reader who has chosen a passphrase and is signed in: what they ask, by their cookie. */
export async function signedIn(world: World, wanted: Partial<NewReader> = {}) {
  const login = wanted.login ?? wanted.role ?? "archivist";
  const { reader, passphrase } = await addReader(
    world.database,
    { login, name: "Người đọc", office: "", role: "archivist", scope: "52", ...wanted },
    world.clock.now,
  );
  await world.database.query("update readers set must_change = false where id = $1", [reader.id]);
  const token = await openSession(world.database, reader, world.clock.now);
  return {
    reader,
    passphrase,
    token,
    async ask(method: "GET" | "POST", url: string, payload?: object) {
      const answer = await world.app.inject({
        method,
        url,
        cookies: { "mucluc-portal": token },
        ...(payload && { payload }),
      });
      const isJson = answer.headers["content-type"]?.toString().startsWith("application/json") ?? false;
      const body: unknown = isJson ? answer.json() : answer.body;
      return { status: answer.statusCode, body, answer };
    },
  };
}
