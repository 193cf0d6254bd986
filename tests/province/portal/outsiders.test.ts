import { afterAll, expect, test } from "vitest";
import type { AccessCode } from "#shared/archive/codes.ts";
import type { CopyList } from "#shared/contract/portal-copies.ts";
import { copyStates } from "#shared/portal/copy-request.ts";
import type { CatalogueAnswer } from "#shared/contract/catalogue.ts";
import type { PortalDevices, PortalHealth } from "#shared/contract/portal-admin.ts";
import type { PortalRules } from "#shared/contract/portal-rules.ts";
import type { PortalFile, PortalItem } from "#shared/contract/portal.ts";
import { type Reader, type ReaderRole, readerRoles } from "#shared/portal/reader.ts";
import { letterMilestones } from "#shared/rules/milestones.ts";
import { tinyEmbedder } from "#tests/helpers/tiny-embedder.ts";
import { seeded } from "#tests/helpers/seeded.ts";
import { makeBatch, makeFile, makeFonds, makeItem, onEachStore, type World } from "#tests/province/world.ts";
import { signedIn } from "./portal-reader.ts";
import { fillLinks, tryLinks } from "./link-outsiders.ts";
import { fillProvider, providerTries, startProviderOfOutsiders } from "./provider-outsiders.ts";

const tries = Number(process.env["MUCLUC_TRIES"] ?? 2500);
const seed = Number(process.env["MUCLUC_SEED"] ?? 1);
const provider = await startProviderOfOutsiders();
afterAll(provider.stop);
const patient = { timeout: 60_000, interval: 50 };

/** Communes of before, and where each went: the third was split in two. */
const communes = [
  { scope: "52.550.21976", to: ["52.21952"] },
  { scope: "52.550.21967", to: ["52.21970"] },
  { scope: "52.542.21634", to: ["52.21622", "52.21628"] },
  { scope: "52.540.21550", to: ["52.21601"] },
];
const places = [
  ...communes.flatMap(({ scope, to }) => [scope, ...to]),
  "52",
  "52.550",
  "52.542",
  "52.540",
  "52.99999",
];

type Paper = { id: string; scope: string; to: string[]; access: AccessCode; accepted: boolean };

/** States of a batch, and whether what is in it was accepted. */
const batchesOf = [
  ["accepted", true],
  ["checking", false],
  ["acknowledged", true],
  ["returned", false],
] as const;

/**
 * Documents of every commune, mode of use and state of their batch; of a split one's files some went to the first, and
 * on some nobody decided.
 */
async function fill(world: World): Promise<Paper[]> {
  const papers: Paper[] = [];
  for (const [at, { scope, to }] of communes.entries()) {
    const district = scope.split(".").slice(0, 2).join(".");
    const token = await world.enrol(`desk-${at}`, district);
    await world.push(token, "fonds", makeFonds(`fonds-${at}`, scope));
    for (const [place, [state, accepted]] of batchesOf.entries()) {
      const chosen = place % 3 === 0;
      const id = `file-${at}-${place}`;
      const batchId = `batch-${at}-${place}`;
      await world.push(token, "batches", makeBatch(batchId, scope, { state }));
      const successor = chosen ? (to[0]?.split(".")[1] ?? "") : "";
      const of = {
        fondsId: `fonds-${at}`,
        batchId,
        successor,
        title: "Tập quyết định",
        access: place % 2 === 0 ? "01" : "",
      } as const;
      await world.push(token, "files", makeFile(id, scope, of));
      const items = (["", "01", "02", "03"] as const).map((access, ordinal) => {
        papers.push({ id: `${id}-${ordinal}`, scope, to: chosen ? to.slice(0, 1) : to, access, accepted });
        return makeItem(`${id}-${ordinal}`, scope, {
          fileId: id,
          ordinal: ordinal + 1,
          access,
          subject: "Giao đất",
        });
      });
      await world.push(token, "items", ...items);
    }
  }
  const known = papers.filter(({ access }) => access !== "03").length;
  await expect
    .poll(
      async () => (await world.database.query("select id from catalogue where kind = 'items'")).length,
      patient,
    )
    .toBe(known);
  return papers;
}

/** By hand, what a person may find: nothing secret, what is not accepted by archivists alone; what came to their commune, or lies within their scope. */
function mayFind(person: { role: ReaderRole; scope: string }, { scope, to, access, accepted }: Paper) {
  if (access === "03" || (!accepted && person.role !== "archivist")) return false;
  if (person.role === "commune-reader") return to.includes(person.scope);
  return scope === person.scope || scope.startsWith(`${person.scope}.`);
}

type Asked = { id: string; paper: Paper; reader: string };

/** By hand, who sees a request: who asked, and archivists within whose scope its document lies. */
function maySee(person: { id: string; role: ReaderRole; scope: string }, { paper, reader }: Asked): boolean {
  if (person.role !== "archivist") return person.role === "commune-reader" && reader === person.id;
  return paper.scope === person.scope || paper.scope.startsWith(`${person.scope}.`);
}

/** By hand, what each may do of the administration: of any other role nothing, of a machine those over it alone. */
async function tryAdministering(
  person: Awaited<ReturnType<typeof signedIn>>,
  one: <Value>(values: readonly Value[]) => Value,
  told: string,
  others: readonly Reader[],
): Promise<void> {
  const { reader } = person;
  const isOne = reader.role === "portal-administrator";
  const at = one([...communes.keys()]);
  const district = (communes[at]?.scope ?? "").split(".").slice(0, 2).join(".");
  const reads = ["health", "aside", "devices", "partners", "packs", "rules"] as const;
  const route = one([...reads, "revoked", "factor-reset", "rules-set", "units", "units/tried"] as const);
  const isWithin = (scope: string) => scope === reader.scope || scope.startsWith(`${reader.scope}.`);
  if (route === "factor-reset") {
    const { id, scope } = one([...others, reader]);
    const { status } = await person.ask("POST", `/portal/readers/${id}/factor-reset`, { reason: "Thử xem" });
    expect([status, told]).toEqual([
      !isOne ? 403 : id === reader.id ? 409 : isWithin(scope) ? 200 : 404,
      told,
    ]);
    return;
  }
  if (route === "rules-set") {
    const change = { milestones: { ...letterMilestones, chaseAfter: 9 }, reason: "Thử xem", expected: 99 };
    const { status } = await person.ask("POST", "/portal/admin/rules", change);
    expect([status, told]).toEqual([isOne && reader.scope === "52" ? 409 : 403, told]);
    return;
  }
  if (route === "units" || route === "units/tried") {
    const { scope, to } = one(communes);
    const into = one([scope, ...to, "52.550.21967"]);
    const renamed = { kind: "rename", scope, name: "Tên thử" } as const;
    const change = one([renamed, { kind: "merge", from: [scope], to: into, on: "2025-07-01" }] as const);
    const why = { act: "Nghị quyết số 12/NQ-HĐND", reason: "Thử xem", seen: 99 };
    const body = route === "units" ? { change, ...why } : { change };
    const { status } = await person.ask("POST", `/portal/admin/${route}`, body);
    const isOver = isWithin(scope) && (change.kind === "rename" || isWithin(into));
    expect([status, told]).toEqual([!isOne || !isOver ? 403 : route === "units" ? 409 : 200, told]);
    return;
  }
  if (route === "revoked") {
    const { status } = await person.ask("POST", `/portal/admin/devices/desk-${at}/revoked`, {
      reason: "Thử xem",
    });
    expect([status, told]).toEqual([!isOne ? 403 : isWithin(district) && status !== 409 ? 200 : 409, told]);
    return;
  }
  const { status, body } = await person.ask("GET", `/portal/admin/${route}`);
  expect([status, told]).toEqual([isOne ? 200 : 403, told]);
  if (!isOne) return;
  const { devices = [], audit = [] } = body as Partial<PortalDevices & PortalHealth>;
  const { units = [] } = body as Partial<PortalRules>;
  for (const { scope } of [...devices, ...audit, ...units])
    expect([isWithin(scope) || `${route} ${scope}`, told]).toEqual([true, told]);
}

const wish = { kind: "certified", copies: 1, purpose: "Đối chiếu", way: "at-archive", contact: "" };

/** Whether the store keeps vectors, once all that was there is embedded. */
async function isEmbedded(world: World): Promise<boolean> {
  const kept = "select name from pg_available_extensions where name = 'vector'";
  if ((await world.database.query(kept)).length === 0) return false;
  // Every document and file of the catalogue has its description, and nothing else has any.
  const missing = `select 1 as one from catalogue c full join meanings m using (district, kind, id)
    where c.id is null or m.id is null limit 1`;
  await expect.poll(async () => (await world.database.query(missing)).length, patient).toBe(0);
  return true;
}

const fuzzed = (world: World) => {
  test(`finds in ${tries} random tries all that is theirs and nothing else, by search and by id`, async () => {
    const papers = await fill(world);
    const byMeaning = await isEmbedded(world);
    const chance = seeded(seed);
    const one = <Value>(values: readonly Value[]): Value => values[chance(values.length)] as Value;
    const people = await Promise.all(
      readerRoles.flatMap((role) =>
        places.map((scope) => signedIn(world, { login: `${role}.${scope}`.slice(0, 40), role, scope })),
      ),
    );
    // Who loses a factor is signed out: those who lose theirs ask nothing here.
    const others: Reader[] = [];
    for (const [at, scope] of places.entries())
      others.push((await signedIn(world, { login: `mat.${at}`, scope })).reader);
    const tryProvider = providerTries(world, await fillProvider(world, places));
    const requests: Asked[] = [];
    const links = await fillLinks(world, people, papers);
    for (let at = 0; at < tries; at += 1) {
      const person = one(people);
      const { role, scope } = person.reader;
      const told = `seed ${seed}, try ${at}: ${role} ${scope}`;
      const theirs = new Set(papers.filter((paper) => mayFind(person.reader, paper)).map(({ id }) => id));
      const turn = chance(9);
      if (turn === 0) {
        const paper = one(papers);
        const isWalkIn = chance(2) === 0;
        const url = `/portal/items/${paper.id}/${isWalkIn ? "walk-ins" : "copies"}`;
        const { status, body } = await person.ask("POST", url, isWalkIn ? { ...wish, name: "Bà Bảy" } : wish);
        const isRole = role === (isWalkIn ? "archivist" : "commune-reader");
        expect([status, told]).toEqual([isRole ? (theirs.has(paper.id) ? 200 : 404) : 403, told]);
        const { id } = body as { id: string };
        if (status === 200) requests.push({ id, paper, reader: isWalkIn ? "" : person.reader.id });
      } else if (turn === 7) {
        const entered = await tryProvider(one, one([undefined, person]), told);
        if (!entered) continue;
        const paper = one(papers);
        const { statusCode } = await entered.ask("GET", `/portal/items/${paper.id}`);
        expect([statusCode, told]).toEqual([mayFind(entered.reader, paper) ? 200 : 404, told]);
      } else if (turn === 8) {
        await tryLinks(world, person, { one, told, links, papers, theirs });
      } else if (turn === 5) {
        await tryAdministering(person, one, told, others);
      } else if (turn === 1 && requests.length > 0) {
        const asked = one(requests);
        const sees = maySee(person.reader, asked);
        const way = one(["", "/slip", "/copy", "/steps"]);
        const step = { to: one(copyStates), reason: "Vì", lift: chance(4) === 0, after: 1 };
        const { status } = await (way === "/steps"
          ? person.ask("POST", `/portal/copies/${asked.id}/steps`, step)
          : person.ask("GET", `/portal/copies/${asked.id}${way}`));
        if (role === "portal-administrator") expect([status, told]).toEqual([403, told]);
        else if (!sees) expect([status, told]).toEqual([404, told]);
        else if (way === "" || way === "/slip") expect([status, told]).toEqual([200, told]);
        else if (way === "/steps" && status === 200) {
          const isOwn = step.to === "withdrawn" && (role === "commune-reader" || asked.reader === "");
          expect([isOwn || (role === "archivist" && step.to !== "withdrawn"), told]).toEqual([true, told]);
        } else expect([[403, 404, 409].includes(status), told]).toEqual([true, told]);
        const { body } = await person.ask("GET", "/portal/copies");
        const listed = role === "portal-administrator" ? [] : (body as CopyList).requests.map(({ id }) => id);
        const due = requests.filter((request) => maySee(person.reader, request)).map(({ id }) => id);
        expect(due.length > 500 ? listed.length : listed.sort(), told).toEqual(
          due.length > 500 ? 500 : due.sort(),
        );
      } else if (turn === 2) {
        const filter = chance(2) === 0 ? {} : { [one(["district", "commune", "newCommune"])]: one(places) };
        const { body } = await person.ask("POST", "/portal/search", {
          ...{ words: one(["", "giao dat", "giao"]), from: 0, limit: 100, facets: chance(2) === 0 },
          filter: { kind: "items", ...filter },
        });
        const { hits, total } = body as CatalogueAnswer;
        expect(
          hits.filter(({ id }) => !theirs.has(id)),
          told,
        ).toEqual([]);
        expect(total, told).toBeLessThanOrEqual(theirs.size);
        if (Object.keys(filter).length === 0)
          expect(hits.map(({ id }) => id).sort(), told).toEqual([...theirs].sort());
      } else if (turn === 6) {
        const filter = chance(2) === 0 ? {} : { [one(["district", "commune", "newCommune"])]: one(places) };
        const question = { words: one(["cấp thổ cư", "giao"]), from: 0, limit: 100, facets: chance(2) === 0 };
        const asked = { ...question, filter: { kind: "items", ...filter } };
        const { status, body } = await person.ask("POST", "/portal/meaning", asked);
        expect([status, told]).toEqual([byMeaning ? 200 : 404, told]);
        if (!byMeaning) continue;
        const { hits, total, facets } = body as CatalogueAnswer;
        expect(
          hits.filter(({ id }) => !theirs.has(id)),
          told,
        ).toEqual([]);
        // What is hidden takes the place of nothing: where all is asked for, all that is theirs is found.
        if (Object.keys(filter).length === 0) {
          expect(hits.map(({ id }) => id).sort(), told).toEqual([...theirs].sort());
          expect(total, told).toBe(theirs.size);
          const counted = facets?.year.reduce((sum, { count }) => sum + count, 0);
          expect(counted ?? theirs.size, told).toBe(theirs.size);
        } else expect(total, told).toBe(hits.length);
      } else if (turn === 3) {
        const paper = one(papers);
        const file = paper.id.replace(/-\d+$/, "");
        const { status, body } = await person.ask("GET", `/portal/files/${file}`);
        // Its documents are asked about one by one; nobody sees a file whose open documents would not be theirs.
        if (!mayFind(person.reader, { ...paper, access: "01" })) expect([status, told]).toEqual([404, told]);
        else {
          const { hit, items, total } = body as PortalFile;
          const due = papers.filter(({ id }) => id.startsWith(`${file}-`) && theirs.has(id));
          expect([status, hit.id, items.map(({ id }) => id), told]).toEqual([
            ...[200, file, due.map(({ id }) => id), told],
          ]);
          expect(total, told).toBe(due.length);
        }
      } else {
        const paper = one(papers);
        const tiles = ["/tiles/info.json", "/tiles/0,0,512,512/512,512/0/default.jpg"];
        const way = one(["", ...["", "/hits?words=giao", ...tiles].map((part) => `/pages/1${part}`)]);
        const { status, body } = await person.ask("GET", `/portal/items/${paper.id}${way}`);
        if (!theirs.has(paper.id)) expect([status, told]).toEqual([404, told]);
        else if (way === "") expect((body as PortalItem).hit.id, told).toBe(paper.id);
        // Nothing was uploaded: whoever may see pages is told that there are none.
        else expect([status, told]).toEqual([404, told]);
      }
    }
    expect(world.faults).toEqual([]);
  }, 600_000);
};

onEachStore("whoever reads in the portal", fuzzed, {
  embed: tinyEmbedder(),
  provider: provider.place,
  rate: { device: 1_000_000, stranger: 1_000_000 },
});
