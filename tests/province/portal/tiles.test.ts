import { expect, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import type { PageTilesInfo } from "#shared/contract/portal.ts";
import { tilePath } from "#shared/base/tiles.ts";
import { upload } from "#tests/province/upload.ts";
import {
  digestOfBytes,
  makeBatch,
  makeFile,
  makeFonds,
  makeItem,
  onEachStore,
  phuocHoa,
  phuocLoc,
  stamp,
  tuyPhuoc,
  type World,
} from "#tests/province/world.ts";
import { planOf } from "./paper.ts";
import { signedIn } from "./portal-reader.ts";

const patient = { timeout: 30_000, interval: 50 };
const newTuyPhuoc = "52.21952";
const plan = await planOf("Chủ đất: ông Nguyễn Văn An, CMND số 320 456 789");

/** A plan of a commune: open, and by its digest in a document of another commune too. */
async function fill(world: World): Promise<string> {
  const token = await world.enrol("desk", tuyPhuoc);
  const address = await world.app.listen({ host: "127.0.0.1", port: 0 });
  await upload(address, token, plan, digestOfBytes(plan));
  for (const [name, scope] of [
    ["loc", phuocLoc],
    ["hoa", phuocHoa],
  ] as const) {
    await world.push(token, "fonds", makeFonds(`fonds-${name}`, scope));
    await world.push(token, "batches", makeBatch(`batch-${name}`, scope, { state: "accepted" }));
    const file = { fondsId: `fonds-${name}`, batchId: `batch-${name}`, access: "01" } as const;
    await world.push(token, "files", makeFile(`file-${name}`, scope, file));
    await world.push(token, "items", planItem(name, scope));
  }
  const listed = () => world.database.query("select id from catalogue where kind = 'items'");
  await expect.poll(async () => (await listed()).length, patient).toBe(2);
  return token;
}

const planItem = (name: string, scope: string) =>
  makeItem(`plan-${name}`, scope, {
    ...{ fileId: `file-${name}`, subject: "Bản đồ địa chính", access: "01" },
    renditionDigest: digestOfBytes(plan),
  });

onEachStore("tiles of pages larger than A3", (world) => {
  const pageOf = (name: string, number = 1) => `/portal/items/plan-${name}/pages/${number}`;
  const tileOf = (info: PageTilesInfo, name: string, factor = 1) =>
    `${pageOf(name)}/tiles/${tilePath(info, { factor, column: 0, row: 0 })}/0/default.jpg`;

  test("are told and given to whoever may see the page, as marked pictures, and are one reading", async () => {
    await fill(world);
    const official = await signedIn(world, { role: "commune-reader", scope: newTuyPhuoc });
    const about = async (number: number) =>
      (await official.ask("GET", `${pageOf("loc", number)}/hits?words=an`)).body;
    expect(await about(1)).toMatchObject({ large: true });
    expect(await about(2)).toMatchObject({ large: false });
    const info = (await official.ask("GET", `${pageOf("loc")}/tiles/info.json`)).body as PageTilesInfo;
    expect(info).toMatchObject({
      id: `http://localhost:80${pageOf("loc")}/tiles`,
      ...{ profile: "level0", width: 5822, height: 8243 },
      tiles: [{ width: 512, scaleFactors: [1, 2, 4, 8, 16, 32] }],
    });
    for (const factor of [1, 4, 32]) {
      const { status, answer } = await official.ask("GET", tileOf(info, "loc", factor));
      expect([status, answer.headers["content-type"]]).toEqual([200, "image/jpeg"]);
      expect(answer.headers["cache-control"]).toBe("private, max-age=600");
      expect(answer.rawPayload.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
    }
    const log = () => world.database.query("select act, id, detail from readings order by number");
    const one = { act: "saw-page", id: "plan-loc", detail: "1" };
    expect(await log()).toEqual([one]);
    // Seen whole, it is noted each time, and its tiles are part of that.
    await official.ask("GET", pageOf("loc"));
    await official.ask("GET", tileOf(info, "loc"));
    expect(await log()).toEqual([one, one]);
    world.clock.now += 600_001;
    await official.ask("GET", tileOf(info, "loc"));
    const archivist = await signedIn(world);
    await archivist.ask("GET", tileOf(info, "loc"));
    expect(await log()).toEqual([one, one, one, { ...one, act: "saw-unmasked" }]);
    expect(world.faults).toEqual([]);
  });

  test("are covered for whom the page is covered, and not those of another", async () => {
    await fill(world);
    const official = await signedIn(world, { role: "commune-reader", scope: newTuyPhuoc });
    const archivist = await signedIn(world, { name: official.reader.name });
    const info = (await archivist.ask("GET", `${pageOf("loc")}/tiles/info.json`)).body as PageTilesInfo;
    const bytesOf = async (person: typeof official, column: number, row: number) => {
      const tile = tilePath(info, { factor: 1, column, row });
      const { answer } = await person.ask("GET", `${pageOf("loc")}/tiles/${tile}/0/default.jpg`);
      return answer.rawPayload;
    };
    // The number stands in this tile; the other is the same for both, under the same name and day.
    const [covered, bare] = [await bytesOf(official, 5, 8), await bytesOf(archivist, 5, 8)];
    expect(covered.equals(bare)).toBe(false);
    expect((await bytesOf(official, 1, 1)).equals(await bytesOf(archivist, 1, 1))).toBe(true);
  });

  test("are nobody's whose the page is not, also where they are held ready for another", async () => {
    const token = await fill(world);
    const archivist = await signedIn(world);
    const official = await signedIn(world, { role: "commune-reader", scope: newTuyPhuoc });
    const info = (await official.ask("GET", `${pageOf("loc")}/tiles/info.json`)).body as PageTilesInfo;
    expect((await archivist.ask("GET", tileOf(info, "hoa"))).status).toBe(200);
    for (const name of ["hoa", "khong-co"]) {
      expect((await official.ask("GET", `${pageOf(name)}/tiles/info.json`)).status).toBe(404);
      expect((await official.ask("GET", tileOf(info, name))).status).toBe(404);
    }
    expect((await world.app.inject({ method: "GET", url: tileOf(info, "loc") })).statusCode).toBe(401);
    expect((await official.ask("GET", tileOf(info, "loc"))).status).toBe(200);
    // It is asked anew of each tile: what is closed meanwhile is closed.
    const closed = editRecord(planItem("loc", phuocLoc), { access: "02" }, stamp(30));
    expect(await world.push(token, "items", closed)).toMatchObject({ refused: [] });
    await expect.poll(async () => (await official.ask("GET", tileOf(info, "loc"))).status, patient).toBe(404);
    expect((await official.ask("GET", `${pageOf("loc")}/tiles/info.json`)).status).toBe(404);
    expect((await archivist.ask("GET", tileOf(info, "loc"))).status).toBe(200);
  });

  test("are those that are told, of large pages, and nothing else", async () => {
    await fill(world);
    const official = await signedIn(world, { role: "commune-reader", scope: newTuyPhuoc });
    const ask = async (part: string, number = 1) =>
      (await official.ask("GET", `${pageOf("loc", number)}/tiles/${part}`)).status;
    for (const part of ["0,0,5822,8242/1800,2548", "7,0,512,512/512,512", "0,0,512,512/500,500"])
      expect(await ask(`${part}/0/default.jpg`), part).toBe(404);
    for (const part of ["full/max", "pct:0,0,10,10/max", "0,0,512,512/512,", "0,0,512,512/99999,1"])
      expect(await ask(`${part}/0/default.jpg`), part).toBe(400);
    expect(await ask("info.json", 2)).toBe(404);
    expect(await ask("info.json", 3)).toBe(404);
    expect(await ask("0,0,512,512/512,512/0/default.jpg", 2)).toBe(404);
    expect(world.faults).toEqual([]);
  });
});
