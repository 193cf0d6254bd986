import { expect } from "vitest";
import type { PortalLinks } from "#shared/contract/portal-links.ts";
import { addLink } from "#province/portal/links/share-links.ts";
import type { World } from "#tests/province/world.ts";
import { visitor, wanted } from "./linked-papers.ts";
import type { signedIn } from "./portal-reader.ts";

type Person = Awaited<ReturnType<typeof signedIn>>;
type Paper = { id: string; scope: string };
type Made = { id: string; secret: string; scope: string; maker: string; isOut: boolean };

const isWithin = (over: string, scope: string) => scope === over || scope.startsWith(`${over}.`);

/** Links of archivists to documents of their scope, as if their pages had been there once: none opens here. */
export async function fillLinks(
  world: World,
  people: readonly Person[],
  papers: readonly Paper[],
): Promise<Made[]> {
  const made: Made[] = [];
  for (const { reader } of people)
    for (const { id, scope } of papers) {
      if (reader.role !== "archivist" || !isWithin(reader.scope, scope) || !id.endsWith("-1")) continue;
      const district = scope.split(".").slice(0, 2).join(".");
      const item = { id, district, scope, title: "Giao đất" };
      const link = await addLink(world.database, reader, item, wanted, world.clock.now);
      made.push({ ...link, scope, maker: reader.id, isOut: false });
    }
  return made;
}

/** By hand, who sees a link: who made it, and administrators within whose scope its document lies. */
function seesLink({ reader: { id, role, scope } }: Person, link: Made): boolean {
  if (role === "portal-administrator") return isWithin(scope, link.scope);
  return role === "archivist" && link.maker === id;
}

/** So that no address comes too often. */
let asked = 0;

/** Something that has to do with links, tried by somebody: made, listed, withdrawn, opened. */
export async function tryLinks(
  world: World,
  person: Person,
  at: {
    one: <Value>(values: readonly Value[]) => Value;
    told: string;
    links: Made[];
    papers: readonly Paper[];
    theirs: ReadonlySet<string>;
  },
): Promise<void> {
  const { one, told, links, papers, theirs } = at;
  const { role } = person.reader;
  const way = one(["make", "list", "make", "list", "withdraw", "open"] as const);
  const link = one(links);
  if (way === "make") {
    const { id } = one(papers);
    const { status } = await person.ask("POST", `/portal/items/${id}/links`, wanted);
    // Nothing was uploaded: what is theirs has no pages to be shared.
    expect([status, told]).toEqual([role === "archivist" ? (theirs.has(id) ? 409 : 404) : 403, told]);
  } else if (way === "list") {
    const { status, body } = await person.ask("GET", "/portal/links");
    if (role === "commune-reader") expect([status, told]).toEqual([403, told]);
    else {
      const listed = (body as PortalLinks).links.map(({ id }) => id).sort();
      const due = links.filter((made) => seesLink(person, made)).map(({ id }) => id);
      expect(listed, told).toEqual(due.sort());
    }
  } else if (way === "withdraw") {
    const reason = { reason: "Thử xem" };
    const { status } = await person.ask("POST", `/portal/links/${link.id}/withdrawn`, reason);
    const due = role === "commune-reader" ? 403 : !seesLink(person, link) ? 404 : link.isOut ? 409 : 200;
    expect([status, told]).toEqual([due, told]);
    if (status === 200) link.isOut = true;
  } else {
    asked += 1;
    const guest = visitor(world, `10.9.${Math.floor(asked / 40)}.1`);
    const ways = [
      () => guest.look(link.secret),
      () => guest.open(link.secret),
      () => guest.page(link.secret),
    ];
    const answer = await one(ways)();
    expect([answer.statusCode, answer.json(), told]).toMatchObject([404, { code: "link-shut" }, told]);
  }
}
