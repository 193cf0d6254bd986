import { join } from "node:path";
import { expect, test } from "vitest";
import { type PortalConnector, ownReasonCode } from "#shared/contract/portal-connectors.ts";
import { takeRun } from "#province/store/connector-runs.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { added, commandOf, startReceiver } from "#tests/province/sharing/connectors/receiver.ts";
import { fillWhole } from "#tests/province/sharing/connectors/whole-file.ts";
import { onEachStore, phuocLoc } from "#tests/province/world.ts";
import { signedIn } from "./portal-reader.ts";

onEachStore("the ways to other systems, as administrators see them", (world) => {
  test("say what each carries, what was taken in by its receipts, and what is not there and why", async () => {
    const { change, pdfs } = await fillWhole(world, 2);
    const receiver = await startReceiver();
    const id = await added(world, receiver.url, "pdfs,aip-packages");
    const head = await signedIn(world, { role: "portal-administrator" });
    const listed = async (person = head) => {
      const { body } = await person.ask("GET", "/portal/admin/partners");
      return (body as { connectors: PortalConnector[] }).connectors;
    };
    expect(await listed()).toEqual([
      {
        ...{
          id,
          name: "Kho",
          means: "https",
          target: receiver.url,
          scope: phuocLoc,
          unitName: "Xã Phước Lộc",
        },
        ...{ level: "open", carries: ["pdfs", "aip-packages"], createdAt: expect.any(String) as string },
        ...{ runningSince: "", upTo: "", receipts: [], refused: [], refusedCount: 0 },
      },
    ]);
    const run = await takeRun(world.database, id);
    expect((await listed())[0]?.runningSince).toMatch(/^20\d\d-\d\d-\d\dT/);
    if ("end" in run) await run.end();
    await commandOf(world)("run");
    const [first] = await listed();
    const bytes = [...pdfs.values()].reduce((sum, { length }) => sum + length, 0);
    const size = receiver.held.get("aip-packages f")?.object?.size;
    expect(first?.upTo).not.toBe("");
    expect(first?.receipts).toMatchObject([
      { kind: "items", taken: 2, removed: 0, bytes: 0 },
      { kind: "files", taken: 1, removed: 0, bytes: 0, lastId: "kho-f" },
      { kind: "pdfs", taken: 2, removed: 0, bytes },
      { kind: "aip-packages", taken: 1, removed: 0, bytes: size, lastId: "kho-f" },
    ]);
    await change("i-1", { access: "02" });
    await commandOf(world)("run");
    const [then] = await listed();
    expect(then?.receipts.map(({ removed }) => removed)).toEqual([1, 0, 1, 1]);
    expect(then).toMatchObject({ refusedCount: 1, refused: [{ kind: "aip-packages", id: "f" }] });
    expect(ownReasonCode(then?.refused[0]?.reason ?? "")).toBe("closed");
    expect(JSON.stringify(then)).not.toContain("token");
    await added(world, join(temporaryFolder(), "tha"));
    const elsewhere = { login: "noi.khac", role: "portal-administrator", scope: "52.540" } as const;
    expect(await listed(await signedIn(world, elsewhere))).toEqual([]);
    const here = { login: "o.day", role: "portal-administrator", scope: "52.550" } as const;
    expect(await listed(await signedIn(world, here))).toHaveLength(2);
  });
});
