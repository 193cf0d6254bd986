import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { Check } from "typebox/schema";
import { type AccessLevel, accessLevels, rankOf } from "#shared/archive/access-level.ts";
import type { AccessCode } from "#shared/archive/codes.ts";
import { covers } from "#shared/archive/unit.ts";
import { type PartnerPdfs, partnerPdfs } from "#shared/contract/portal-admin.ts";
import { openPdfjs } from "#shared/node/open-pdfjs.ts";
import { addPartner } from "#province/access/partner.ts";
import { seeded } from "#tests/helpers/seeded.ts";
import { paperOf } from "#tests/province/portal/paper.ts";
import { sendObject, sendWords } from "#tests/province/send-words.ts";
import {
  makeBatch,
  makeFile,
  makeFonds,
  makeItem,
  makePage,
  onEachStore,
  type World,
} from "#tests/province/world.ts";
import { settled } from "./harvester.ts";

const tries = Number(process.env["MUCLUC_TRIES"] ?? 2500);
const seed = Number(process.env["MUCLUC_SEED"] ?? 1);
const communes = ["52.550.21976", "52.550.21967", "52.540.21550"];
const scopes = [...communes, "52", "52.550", "52.540", "52.99999"];
const number = "052190001234";

type Paper = { id: string; scope: string; level: AccessLevel | "nobody"; numbered: boolean; hasPdf: boolean };

/** Documents of each commune: open, conditional, closed, secret, not accepted, with a number, without a PDF. */
async function fill(world: World): Promise<{ papers: Paper[]; pdf: Buffer }> {
  const pdf = await paperOf("Giao đất cho ông Bảy", `Căn cước ${number}`);
  const papers: Paper[] = [];
  for (const [at, scope] of communes.entries()) {
    const desk = await world.enrol(`desk-${at}`, scope.split(".").slice(0, 2).join("."));
    await world.push(desk, "fonds", makeFonds(`o-${at}`, scope));
    const digest = await sendObject(world, desk, pdf, "application/pdf");
    const words = [
      await sendWords(world, desk, "Giao đất cho ông Bảy"),
      await sendWords(world, desk, `Căn cước ${number}`),
    ];
    for (const accepted of [true, false]) {
      const [batchId, fileId] = [`b-${at}-${accepted}`, `f-${at}-${accepted}`];
      await world.push(
        desk,
        "batches",
        makeBatch(batchId, scope, { state: accepted ? "accepted" : "checking" }),
      );
      await world.push(desk, "files", makeFile(fileId, scope, { fondsId: `o-${at}`, batchId, access: "01" }));
      const kinds: [AccessCode, AccessLevel | "nobody", boolean, boolean, string][] = [
        ["01", "open", false, true, ""],
        ["02", "conditional", false, true, ""],
        ["", "closed", false, true, "Giấy khai sinh"],
        ["03", "nobody", false, true, ""],
        ["01", "open", true, true, ""],
        ["01", "open", false, false, ""],
      ];
      for (const [ordinal, [access, level, numbered, hasPdf, note]] of kinds.entries()) {
        const id = `i-${at}-${accepted}-${ordinal}`;
        papers.push({ id, scope, level: accepted ? level : "nobody", numbered, hasPdf });
        const own = { fileId, ordinal: ordinal + 1, access, note, subject: "Giao đất" };
        await world.push(
          desk,
          "items",
          makeItem(id, scope, { ...own, renditionDigest: hasPdf ? digest : "" }),
        );
        const wordsDigest = words[numbered ? 1 : 0] ?? "";
        await world.push(desk, "pages", makePage(`p-${id}`, scope, { itemId: id, wordsDigest }));
      }
    }
  }
  await settled(world);
  await expect
    .poll(async () => (await world.database.query("select id from words_waiting")).length, {
      timeout: 60_000,
    })
    .toBe(0);
  await settled(world);
  return { papers, pdf };
}

async function asked(world: World, token: string, url: string, headers: Record<string, string> = {}) {
  const answer = await world.app.inject({ url, headers: { authorization: `Bearer ${token}`, ...headers } });
  const isJson = answer.headers["content-type"]?.toString().startsWith("application/json") ?? false;
  const body: unknown = isJson ? answer.json() : undefined;
  return { status: answer.statusCode, body, bytes: answer.rawPayload, headers: answer.headers };
}

async function letIn(world: World, scope: string, level: AccessLevel, pdfs: PartnerPdfs) {
  const { partner, token } = await addPartner(
    world.database,
    { name: `Kho ${scope} ${level}`, scope, level, pdfs },
    world.clock.now,
  );
  return { ...partner, token };
}

/** By hand, what a partner may have. */
function mayHave({ scope, level }: { scope: string; level: AccessLevel }, paper: Paper): boolean {
  return paper.level !== "nobody" && rankOf(paper.level) <= rankOf(level) && covers(scope, paper.scope);
}

const digestOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

async function textOf(bytes: Buffer): Promise<string> {
  const { document, close } = await openPdfjs(new Uint8Array(bytes));
  const texts: string[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent();
    texts.push(items.map((item) => ("str" in item ? item.str : "")).join(" "));
  }
  await close();
  return texts.join("\n");
}

onEachStore(
  "whoever is given records",
  (world) => {
    test(`is given in ${tries} random tries no description, PDF or found record that is not theirs`, async () => {
      const { papers, pdf } = await fill(world);
      const chance = seeded(seed);
      const one = <Value>(values: readonly Value[]): Value => values[chance(values.length)] as Value;
      const partners: Awaited<ReturnType<typeof letIn>>[] = [];
      for (const scope of scopes)
        for (const level of accessLevels)
          for (const pdfs of partnerPdfs) partners.push(await letIn(world, scope, level, pdfs));
      for (let at = 0; at < tries; at += 1) {
        const [partner, paper] = [one(partners), one(papers)];
        const { token, scope, level, pdfs } = partner;
        const told = `seed ${seed}, try ${at}: ${scope} ${level} ${pdfs}, ${paper.id}`;
        const isTheirs = mayHave(partner, paper);
        const way = one(["pdf", "pdf", "item", "search"] as const);
        if (way === "item") {
          const { status } = await asked(world, token, `/api/v1/items/${paper.id}`);
          expect([status, told]).toEqual([isTheirs ? 200 : 404, told]);
        } else if (way === "search") {
          const narrowed = one(["", "&district=52.550", "&district=52.540"]);
          const url = `/api/v1/search?q=${encodeURIComponent(one(["giao đất", "giao dat"]))}&kind=items&limit=100`;
          const { body } = await asked(world, token, `${url}${narrowed}`);
          const { records, total } = body as { records: { id: string }[]; total: number };
          const due = papers.filter(
            (other) => mayHave(partner, other) && other.scope.startsWith(narrowed.split("=")[1] ?? ""),
          );
          expect(records.map(({ id }) => id).sort(), told).toEqual(due.map(({ id }) => id).sort());
          expect(total, told).toBe(due.length);
          // A number of a paper of identity finds nobody.
          const guessed = await asked(world, token, `/api/v1/search?q=${one([number, number.slice(0, 6)])}`);
          expect([guessed.body, told]).toEqual([{ records: [], total: 0, more: false }, told]);
        } else {
          const form = one(["", "?form=archival", "?form=reading"]);
          const range = one([undefined, "bytes=0-9", "bytes=100-", "bytes=99999999-"]);
          const url = `/api/v1/items/${paper.id}/pdf${form}`;
          const { status, bytes, headers } = await asked(world, token, url, range ? { range } : {});
          const wanted = form === "" ? pdfs : form.slice("?form=".length);
          const isGranted = pdfs !== "none" && !(wanted === "archival" && pdfs === "reading");
          const isCovered = paper.numbered && level !== "closed";
          if (!isGranted) expect([status, told]).toEqual([403, told]);
          else if (!isTheirs || !paper.hasPdf) expect([status, told]).toEqual([404, told]);
          else if (wanted === "archival" && isCovered) expect([status, told]).toEqual([403, told]);
          else if (range === "bytes=99999999-") expect([status, told]).toEqual([416, told]);
          else {
            expect([status, told]).toEqual([range ? 206 : 200, told]);
            if (wanted === "archival") {
              const due = range === "bytes=0-9" ? pdf.subarray(0, 10) : range ? pdf.subarray(100) : pdf;
              expect([bytes.equals(due), headers["x-content-sha256"], told]).toEqual([
                true,
                digestOf(pdf),
                told,
              ]);
            } else {
              expect([headers["x-content-sha256"] === digestOf(pdf), told]).toEqual([false, told]);
              if (!range) expect(headers["etag"], told).toBe(`"${digestOf(bytes)}"`);
            }
          }
          if (status >= 400) expect([bytes.includes("%PDF"), told]).toEqual([false, told]);
        }
      }
      expect(world.faults).toEqual([]);
    }, 600_000);

    test("reads copies that bear its name and no numbers, the same in parts, and is refused what was not granted", async () => {
      const { papers, pdf } = await fill(world);
      const paper = papers.find(({ numbered, level }) => numbered && level === "open");
      const url = `/api/v1/items/${paper?.id}/pdf`;
      const reading = await letIn(world, "52", "open", "reading");
      const whole = await asked(world, reading.token, url);
      expect([whole.status, whole.headers["content-type"]]).toEqual([200, "application/pdf"]);
      const text = await textOf(whole.bytes);
      expect(text).toContain("Kho 52 open");
      expect(text).not.toContain(number);
      // Its parts are of the same bytes, also made anew, and put together the whole.
      await world.restart();
      const again = await asked(world, reading.token, url, { range: "bytes=0-999" });
      const rest = await asked(world, reading.token, url, {
        ...{ range: "bytes=1000-", "if-range": String(again.headers["etag"]) },
      });
      expect([again.status, rest.status]).toEqual([206, 206]);
      expect(Buffer.concat([again.bytes, rest.bytes]).equals(whole.bytes)).toBe(true);
      const other = await asked(world, reading.token, url, { range: "bytes=0-9", "if-range": '"other"' });
      expect([other.status, other.bytes.equals(whole.bytes)]).toEqual([200, true]);
      const none = await letIn(world, "52", "closed", "none");
      expect(await asked(world, none.token, url)).toMatchObject({ status: 403, body: { code: "no-pdfs" } });
      expect(await asked(world, reading.token, `${url}?form=archival`)).toMatchObject({ status: 403 });
      const open = await letIn(world, "52", "open", "archival");
      expect(await asked(world, open.token, url)).toMatchObject({ status: 403, body: { code: "numbers" } });
      const closed = await letIn(world, "52", "closed", "archival");
      expect((await asked(world, closed.token, url)).bytes.equals(pdf)).toBe(true);
      const head = await world.app.inject({
        ...{ method: "HEAD", url, headers: { authorization: `Bearer ${closed.token}` } },
      });
      expect([head.statusCode, head.headers["content-length"]]).toEqual([200, String(pdf.length)]);
      const [note] = await world.database.query("select detail from readings where reader_id = $1", [
        none.id,
      ]);
      expect(note).toEqual({ detail: `GET ${url}` });
    });

    test("finds files too, page by page, as the description of the API says", async () => {
      const { papers } = await fill(world);
      const { token } = await letIn(world, "52", "closed", "none");
      const due = papers.filter((paper) => mayHave({ scope: "52", level: "closed" }, paper)).length;
      const found: string[] = [];
      for (let from = 0; found.length < due; from += 4) {
        const { body } = await asked(world, token, `/api/v1/search?q=giao&kind=items&from=${from}&limit=4`);
        const { records } = body as { records: { id: string }[] };
        if (records.length === 0) break;
        found.push(...records.map(({ id }) => id));
      }
      expect(new Set(found).size).toBe(due);
      const files = await asked(world, token, "/api/v1/search?q=ho%20so&kind=files");
      expect(files.body).toMatchObject({ total: 3, more: false, records: [{ kind: "files" }, {}, {}] });
      type Described = {
        paths: Record<
          string,
          { get: { responses: Record<string, { content?: Record<string, { schema: object }> }> } }
        >;
      };
      const described = (await world.app.inject({ url: "/api/openapi.json" })).json<Described>();
      const schema =
        described.paths["/api/v1/search"]?.get.responses["200"]?.content?.["application/json"]?.schema;
      expect(Check(schema ?? false, files.body)).toBe(true);
      const { responses } = described.paths["/api/v1/items/{id}/pdf"]?.get ?? { responses: {} };
      expect(Object.keys(responses).sort()).toEqual([
        "200",
        "206",
        "400",
        "401",
        "403",
        "404",
        "416",
        "422",
        "429",
      ]);
      expect(responses["206"]?.content).toHaveProperty("application/pdf");
      for (const bad of ["", "q=", "q=x&limit=101", "q=x&from=-1", "q=x&kind=fonds", "q=x&other=1"])
        expect((await asked(world, token, `/api/v1/search?${bad}`)).status, bad).toBe(400);
    });
  },
  { rate: { device: 1_000_000, stranger: 1_000_000 } },
);
