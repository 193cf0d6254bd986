import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parquetReadObjects } from "hyparquet";
import { expect, test } from "vitest";
import { Check, Parse } from "typebox/value";
import type { AccessLevel } from "#shared/archive/access-level.ts";
import { addPartner } from "#province/access/partner.ts";
import { exportCommand } from "#province/export-command.ts";
import { exportLineSchema } from "#province/sharing/api/schemas.ts";
import { exportFolder, exportManifestSchema } from "#province/sharing/export-folder.ts";
import type { Database } from "#province/store/database.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { successors, unitsBefore } from "#tests/fixtures/unit-tables.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { sendWords } from "#tests/province/send-words.ts";
import {
  makeBatch,
  makeFile,
  makeFonds,
  makeItem,
  makePage,
  onEachStore,
  phuocLoc,
  tuyPhuoc,
  type World,
} from "#tests/province/world.ts";
import { settled } from "./harvester.ts";
import { allIn, readAid } from "./read-aid.ts";

const count = 130;

async function fill(world: World): Promise<void> {
  const desk = await world.enrol("desk", tuyPhuoc);
  await world.push(desk, "fonds", makeFonds("o", phuocLoc));
  await world.push(desk, "batches", makeBatch("b", phuocLoc, { state: "accepted" }));
  await world.push(desk, "files", makeFile("f", phuocLoc, { fondsId: "o", batchId: "b", access: "01" }));
  const items = Array.from({ length: count }, (_, at) =>
    makeItem(`i-${at}`, phuocLoc, { fileId: "f", ordinal: at + 1 }),
  );
  await world.push(
    desk,
    "items",
    ...items,
    makeItem("asked", phuocLoc, { fileId: "f", ordinal: 900, access: "02" }),
    makeItem("shut", phuocLoc, { fileId: "f", ordinal: 901, note: "Giấy khai sinh" }),
    makeItem("secret", phuocLoc, { fileId: "f", ordinal: 902, access: "03" }),
  );
  const words = await sendWords(world, desk, "Dòng một\nông Bảy, CMND 211234567 \u2028");
  await world.push(desk, "pages", makePage("p", phuocLoc, { itemId: "i-7", wordsDigest: words }));
  // What its words tell of closes the item, until somebody calls that very item open.
  await world.push(desk, "items", makeItem("i-7", phuocLoc, { fileId: "f", ordinal: 8, access: "01" }, 10));
  await settled(world);
}

const sha256 = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest("hex");
const linesOf = (text: string) =>
  text
    .split("\n")
    .slice(0, -1)
    .map((line) => Parse(exportLineSchema, JSON.parse(line)));
const readParquet = (bytes: Buffer): Promise<Record<string, unknown>[]> =>
  parquetReadObjects({ file: new Uint8Array(bytes).buffer });
const idOf = (line: object) => ("id" in line ? String(line.id) : "");

onEachStore(
  "an export",
  (world) => {
    const store = () => ({ database: world.database, units: unitsBefore, successors, name: "Tỉnh thử" });
    const run = (database: Database, to: string, ...more: string[]) =>
      exportCommand(database, ["--to", to, ...more], { resources, name: "Tỉnh thử" }, () => world.clock.now);

    test("reads back as what is open, once each, as its manifest says", async () => {
      await fill(world);
      const to = join(temporaryFolder(), "xuat");
      const told = await run(world.database, to);
      expect(told).toMatchObject({ "items.jsonl": count, "files.jsonl": 1, "fonds.jsonl": 1, scope: "52" });
      const manifest = Parse(
        exportManifestSchema,
        JSON.parse(await readFile(join(to, "manifest.json"), "utf8")),
      );
      const byName = new Map<string, object[]>();
      for (const file of manifest.files) {
        const bytes = await readFile(join(to, file.name));
        expect([file.sha256, file.bytes]).toEqual([sha256(bytes), bytes.length]);
        const lines = linesOf(bytes.toString("utf8"));
        expect(lines).toHaveLength(file.lines);
        byName.set(file.name, lines);
      }
      const items = byName.get("items.jsonl") ?? [];
      expect(items.map(idOf).sort()).toEqual(Array.from({ length: count }, (_, at) => `i-${at}`).sort());
      expect(items.find((line) => idOf(line) === "i-7")).toMatchObject({
        kind: "items",
        level: "open",
        pages: [{ ordinal: 1, text: "Dòng một\nông Bảy, CMND ••••••••• \u2028" }],
      });
      const notes = await world.database.query("select reader_id, act, detail from readings");
      expect(notes).toEqual([{ reader_id: "command-line", act: "exported", detail: `52 open ${to}` }]);
      await expect(run(world.database, to)).rejects.toThrow(/there already/);
    });

    test("is the same as columns of Parquet, as a reader of such files finds", async () => {
      await fill(world);
      const [lines, columns] = [join(temporaryFolder(), "lines"), join(temporaryFolder(), "columns")];
      await run(world.database, lines);
      const told = await run(world.database, columns, "--form", "parquet");
      expect(told).toMatchObject({ "items.parquet": count, "files.parquet": 1, "fonds.parquet": 1 });
      const manifest = Parse(
        exportManifestSchema,
        JSON.parse(await readFile(join(columns, "manifest.json"), "utf8")),
      );
      for (const file of manifest.files) {
        const bytes = await readFile(join(columns, file.name));
        expect([file.sha256, file.bytes]).toEqual([sha256(bytes), bytes.length]);
        const wanted = linesOf(await readFile(join(lines, file.name.replace(".parquet", ".jsonl")), "utf8"));
        const rows = await readParquet(bytes);
        expect(rows.map(({ id }) => id).sort()).toEqual(wanted.map(idOf).sort());
        // The kind is the file.
        for (const line of wanted)
          expect({ kind: line.kind, ...rows.find(({ id }) => id === idOf(line)) }).toEqual(line);
      }
      const far = join(temporaryFolder(), "far");
      await run(world.database, far, "--form", "parquet", "--scope", "52.540");
      expect(await readParquet(await readFile(join(far, "items.parquet")))).toEqual([]);
      await expect(run(world.database, "x", "--form", "csv")).rejects.toThrow(/--form jsonl/);
    });

    test("is a finding aid of each fonds, or of one, each record once in all of them", async () => {
      await fill(world);
      const there = await world.enrol("there", "52.540");
      for (const id of ["x", "y"]) {
        await world.push(there, "fonds", makeFonds(id, "52.540.21550"));
        await world.push(there, "batches", makeBatch(`b-${id}`, "52.540.21550", { state: "accepted" }));
        const own = { fondsId: id, batchId: `b-${id}`, access: "01" } as const;
        await world.push(there, "files", makeFile(`f-${id}`, "52.540.21550", own));
      }
      const officer = await world.enrol("officer", "52", "province-officer");
      const same = { subject: "x", into: "o", verdict: "same", why: "Một phông", seen: 0 };
      await world.ask(officer, "POST", "/fonds/decide", same);
      await settled(world);
      const to = join(temporaryFolder(), "aids");
      const told = await run(world.database, to, "--form", "ead3");
      expect(told).toMatchObject({ "phong-o.ead3.xml": count + 2, "phong-y.ead3.xml": 1 });
      const manifest = Parse(
        exportManifestSchema,
        JSON.parse(await readFile(join(to, "manifest.json"), "utf8")),
      );
      expect(manifest.files.map(({ name }) => name).sort()).toEqual(["phong-o.ead3.xml", "phong-y.ead3.xml"]);
      const ids: string[] = [];
      for (const { name, sha256: digest } of manifest.files) {
        const bytes = await readFile(join(to, name));
        expect(digest).toBe(sha256(bytes));
        ids.push(...allIn(readAid(bytes.toString("utf8"), "ead3").fonds).map(({ id }) => id));
      }
      expect(ids).toHaveLength(new Set(ids).size);
      expect(ids).toHaveLength(count + 3);
      const one = join(temporaryFolder(), "one");
      await run(world.database, one, "--form", "ead2002", "--fonds", "x");
      expect(readAid(await readFile(join(one, "phong-o.ead2002.xml"), "utf8"), "ead2002").fonds.id).toBe("");
      const notes = await world.database.query("select detail from readings order by number desc limit 1");
      expect(notes).toEqual([{ detail: `52 open ${one} ead2002 x` }]);
      const none = join(temporaryFolder(), "none");
      await expect(run(world.database, none, "--form", "ead3", "--fonds", "khong-co")).rejects.toThrow(
        /nothing of/,
      );
      expect(existsSync(none)).toBe(false);
      await expect(run(world.database, none, "--fonds", "o")).rejects.toThrow(/--form jsonl/);
    });

    test("holds of each scope and level what is theirs", async () => {
      await fill(world);
      const more: Record<AccessLevel, number> = { open: 0, conditional: 1, closed: 2 };
      for (const [level, added] of Object.entries(more)) {
        const told = await run(
          world.database,
          join(temporaryFolder(), level),
          "--scope",
          phuocLoc,
          "--level",
          level,
        );
        expect(told["items.jsonl"], level).toBe(count + added);
      }
      const far = await run(
        world.database,
        join(temporaryFolder(), "xa"),
        "--scope",
        "52.540",
        "--level",
        "closed",
      );
      expect(far).toMatchObject({ "items.jsonl": 0, "files.jsonl": 0, "fonds.jsonl": 0 });
      await expect(run(world.database, "x", "--level", "secret")).rejects.toThrow(/export --to/);
    });

    test("that stops halfway never looks whole, and the next one is", async () => {
      await fill(world);
      const to = join(temporaryFolder(), "xuat");
      let asked = 0;
      const failing: Database = {
        ...world.database,
        query: (sql, params) => {
          asked += sql.includes("from harvest h where") ? 1 : 0;
          return asked > 3 ? Promise.reject(new Error("the line broke")) : world.database.query(sql, params);
        },
      };
      const reader = { scope: "52", upTo: "open" as const };
      const asking = { to, now: () => world.clock.now };
      await expect(exportFolder({ ...store(), database: failing }, reader, asking)).rejects.toThrow(
        "line broke",
      );
      expect(existsSync(to)).toBe(false);
      expect(existsSync(join(`${to}.partial`, "items.jsonl"))).toBe(true);
      await mkdir(join(`${to}.partial`, "more"), { recursive: true });
      await writeFile(join(`${to}.partial`, "more", "left.txt"), "left");
      await exportFolder(store(), reader, asking);
      expect([existsSync(`${to}.partial`), existsSync(join(to, "more"))]).toEqual([false, false]);
    });

    test("goes to a partner line by line, and says at its end that it is whole", async () => {
      await fill(world);
      const wanted = { name: "Kho", scope: tuyPhuoc, level: "conditional" } as const;
      const { token } = await addPartner(world.database, wanted, world.clock.now);
      const answer = await world.ask(token, "GET", "/api/v1/export?kind=items");
      expect(answer.headers["content-type"]).toContain("application/x-ndjson");
      const text = String(answer.body);
      const lines = linesOf(text);
      const end = lines.at(-1);
      const before = text.slice(0, text.lastIndexOf("\n", text.length - 2) + 1);
      expect(end).toMatchObject({ kind: "end", lines: count + 1, sha256: sha256(before) });
      expect(lines.slice(0, -1).map(idOf)).toContain("asked");
      expect(text).not.toMatch(/211234567|"shut"|"secret"/);
      for (const kind of ["files", "fonds"])
        expect(
          linesOf(String((await world.ask(token, "GET", `/api/v1/export?kind=${kind}`)).body)),
        ).toHaveLength(2);
      expect((await world.ask(token, "GET", "/api/v1/export?kind=pages")).status).toBe(400);
      expect((await world.app.inject({ url: "/api/v1/export?kind=items" })).statusCode).toBe(401);
      const described = (await world.app.inject({ url: "/api/openapi.json" })).json<{
        paths: Record<
          string,
          { get: { responses: Record<string, { content: Record<string, { schema: object }> }> } }
        >;
      }>();
      const schema =
        described.paths["/api/v1/export"]?.get.responses["200"]?.content["application/x-ndjson"]?.schema ??
        false;
      for (const line of lines) expect(Check(schema as object, line)).toBe(true);
      expect(Check(schema as object, { kind: "end" })).toBe(false);
      expect(world.faults).toEqual([]);
    });
  },
  { rate: { device: 100_000, stranger: 100_000 } },
);
