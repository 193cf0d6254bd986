import { describe, expect, test } from "vitest";
import type { PortalHealth } from "#shared/contract/portal-admin.ts";
import { findingsOf } from "#shared/portal/province-findings.ts";

const backup = { objects: 3, objectBytes: 99, missing: 0, damaged: 0 };
const well: PortalHealth = {
  at: "2025-05-20T08:00:00.000Z",
  checks: { database: true, objects: true, room: true, keys: true },
  roomBytes: 100e9,
  leastRoom: 4e9,
  standing: {
    ...{ wordsWaiting: 9, catalogueWaiting: 9, held: 0, refused: 0 },
    ...{ devicesEnrolled: 2, devicesSeen: 1 },
  },
  clocks: { total: 0, names: [] },
  audit: [{ scope: "52.550", name: "Tuy Phước", checkedAt: "2025-05-19T08:00:00.000Z", entries: 4 }],
  backups: [
    { ...backup, place: "/media/one", at: "2025-05-19T20:00:00.000Z" },
    { ...backup, place: "/media/two", at: "2025-05-19T20:00:00.000Z" },
  ],
  failedBackups: [],
};
const codes = (health: PortalHealth) => findingsOf(health).map(({ code, urgency }) => `${urgency} ${code}`);
const audited = (change: object) => well.audit.map((one) => ({ ...one, ...change }));
const backed = (change: object) => well.backups.map((one) => ({ ...one, ...change }));
const standing = (change: object) => ({ ...well.standing, ...change }) as NonNullable<typeof well.standing>;

describe("what is wrong with a province", () => {
  test("is nothing where it takes all in, its audits hold and two media have a backup of this night", () => {
    expect(findingsOf(well)).toEqual([]);
  });

  test.each<[string, Partial<PortalHealth>]>([
    ["stop objects", { checks: { ...well.checks, objects: false } }],
    ["stop room", { checks: { ...well.checks, room: false }, roomBytes: 1 }],
    ["stop keys", { checks: { ...well.checks, keys: false } }],
    ["act audit-broken", { audit: audited({ brokenAt: 3 }) }],
    ["watch audit-unwalked", { audit: audited({ checkedAt: "" }) }],
    ["watch audit-unwalked", { audit: audited({ checkedAt: "2025-05-18T07:59:59.000Z" }) }],
    ["act backup-none", { backups: [] }],
    [
      "act backup-failed",
      { failedBackups: [{ place: "/media/one", at: "2025-05-19T20:00:00.000Z", why: "full" }] },
    ],
    ["act backup-old", { backups: backed({ at: "2025-05-18T19:59:59.000Z" }) }],
    ["act backup-damaged", { backups: backed({ damaged: 1 }) }],
    ["act backup-missing", { backups: backed({ missing: 1 }) }],
    ["watch backup-one", { backups: well.backups.slice(1) }],
    ["watch room-low", { roomBytes: 19e9 }],
    ["watch aside", { standing: standing({ refused: 1 }) }],
    ["watch machines-clock", { clocks: { total: 1, names: ["Máy 1"] } }],
    ["watch machines-quiet", { standing: standing({ devicesSeen: 0 }) }],
  ])("is named: %s", (told, change) => {
    expect(codes({ ...well, ...change })).toEqual([told]);
  });

  test("is not what failed at a place before that was not tried again: it is backed up into no more", () => {
    const failedBackups = [{ place: "/media/old", at: "2025-05-18T19:59:59.000Z", why: "gone" }];
    expect(findingsOf({ ...well, failedBackups })).toEqual([]);
    const [told] = findingsOf({
      ...well,
      failedBackups: [{ place: "/media/one", at: well.at, why: "full" }],
    });
    expect(told).toMatchObject({ count: 1, names: ["/media/one (full)"] });
  });

  test("is told by urgency: what stops all first", () => {
    const bad = { ...well, checks: { ...well.checks, objects: false }, backups: [], roomBytes: 5e9 };
    expect(codes(bad)).toEqual(["stop objects", "act backup-none", "watch room-low"]);
  });
});
