import { expect, test } from "vitest";
import type { CatalogueAnswer } from "#shared/contract/catalogue.ts";
import type { PortalHealth } from "#shared/contract/portal-admin.ts";
import { EmbedFault, type EmbedTexts } from "#province/meaning/embed-texts.ts";
import { signedIn } from "#tests/province/portal/portal-reader.ts";
import {
  makeBatch,
  makeFile,
  makeFonds,
  makeItem,
  onEachStore,
  phuocLoc,
  tuyPhuoc,
  type World,
} from "#tests/province/world.ts";
import { tinyEmbedder } from "#tests/helpers/tiny-embedder.ts";

const patient = { timeout: 60_000, interval: 50 };
const question = { words: "cấp thổ cư", filter: { kind: "items" }, from: 0, limit: 20, facets: false };

async function fill(world: World, ...subjects: string[]): Promise<void> {
  const token = await world.enrol("desk", tuyPhuoc);
  await world.push(token, "fonds", makeFonds("fonds", phuocLoc));
  await world.push(token, "batches", makeBatch("batch", phuocLoc, { state: "accepted" }));
  await world.push(token, "files", makeFile("file", phuocLoc, { batchId: "batch", access: "01" }));
  const items = subjects.map((subject, at) =>
    makeItem(`item-${at}`, phuocLoc, { ordinal: at + 1, subject, access: "01" }),
  );
  await world.push(token, "items", ...items);
  const rows = async () => (await world.database.query("select id from catalogue")).length;
  await expect.poll(rows, patient).toBe(subjects.length + 1);
}

const keepsVectors = async (world: World) =>
  (await world.database.query("select name from pg_available_extensions where name = 'vector'")).length > 0;

/** What an administrator is told of it. */
async function watching(world: World): Promise<() => Promise<PortalHealth["meaning"]>> {
  const administrator = await signedIn(world, { login: "quan", role: "portal-administrator" });
  return async () => {
    // The same answer is given to who asks again within a second.
    world.clock.now += 2000;
    return ((await administrator.ask("GET", "/portal/admin/health")).body as PortalHealth).meaning;
  };
}

onEachStore("a province without a model", (world) => {
  test("finds by words as ever, says that the other way is off and why, and makes nothing", async () => {
    await fill(world, "Giao đất ở");
    const person = await signedIn(world);
    expect((await person.ask("GET", "/portal/meaning")).body).toEqual({ state: "off" });
    expect(await person.ask("POST", "/portal/meaning", question)).toMatchObject({
      status: 404,
      body: { code: "meaning-off" },
    });
    const { body } = await person.ask("POST", "/portal/search", { ...question, words: "giao dat" });
    expect((body as CatalogueAnswer).total).toBe(1);
    expect(await (await watching(world))()).toMatchObject({
      state: "off",
      why: "no-model",
      vectors: 0,
      waiting: 0,
    });
    const made = await world.database.query(
      "select (select count(*) from meaning_waiting) as waiting, to_regclass('meanings')::text as name",
    );
    expect(made).toEqual([{ waiting: 0, name: null }]);
    expect(world.faults).toEqual([]);
  });
});

/** As the model of tests, but it takes no text with these letters in it. */
const choosy: EmbedTexts = {
  model: "choosy",
  embed: (texts) =>
    texts.some((text) => text.includes("quá dài"))
      ? Promise.reject(new EmbedFault("refused", "answered 500"))
      : tinyEmbedder().embed(texts, AbortSignal.timeout(1000)),
};

onEachStore(
  "a text that the model does not take",
  (world) => {
    test("holds no other up, and is told of", async () => {
      await fill(world, "Giao đất ở", "Một trích yếu quá dài", "Cấp đất vườn");
      const person = await signedIn(world);
      const told = await watching(world);
      if (!(await keepsVectors(world))) {
        expect(await told()).toMatchObject({ state: "off", why: "no-extension" });
        return;
      }
      await expect
        .poll(() => person.ask("GET", "/portal/meaning"), patient)
        .toMatchObject({ body: { state: "on" } });
      const found = async () => {
        const { body } = await person.ask("POST", "/portal/meaning", question);
        return (body as CatalogueAnswer).hits.map(({ id }) => id).sort();
      };
      await expect.poll(found, patient).toEqual(["item-0", "item-2"]);
      await expect.poll(told, patient).toMatchObject({ state: "on", model: "choosy", waiting: 0 });
      expect(world.faults.map(String)).toEqual([expect.stringContaining("items/item-1")]);
    });
  },
  { embed: choosy },
);
