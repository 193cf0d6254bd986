import { describe, expect, it } from "vitest";
import type { SyncStatus } from "#shared/contract/session.ts";
import { vi } from "#shared/text/vi.ts";
import { makeFormat } from "#renderer/app/format.ts";
import { forwardedLine, roomLine, savedLine, sayingsOf, sentLine } from "#renderer/app/status-words.ts";

const now = Date.UTC(2025, 4, 20, 8);
const format = makeFormat("vi-VN", () => now);
const status: SyncStatus = {
  savedRecords: 130,
  savedAt: new Date(now).toISOString(),
  sentRecords: 128,
  totalRecords: 130,
  sentObjects: 12,
  totalObjects: 14,
  sentBytes: 0,
  totalBytes: 0,
  refusedRecords: 0,
  equal: false,
  state: "idle",
  problem: "",
  lastRoundAt: "",
};
const real = { kind: "real", state: "ready", address: "https://a.vn" } as const;
const sent = (changes: Partial<SyncStatus>, province: Parameters<typeof sentLine>[4] = real) =>
  sentLine(vi.shell.status, vi.faults, format, { ...status, ...changes }, province);
const saved = (saving: Partial<Parameters<typeof savedLine>[2]>, known: SyncStatus | undefined = status) =>
  savedLine(vi.shell.status, format, { pending: 0, savedAt: 0, refused: 0, ...saving }, known);

describe("the line of what is saved", () => {
  it("never says saved while a change is not in the journal", () => {
    expect(saved({ pending: 3, savedAt: now })).toEqual({ kind: "busy", text: "Đang lưu 3 thay đổi…" });
    const room = { free: 1, total: 2, stopBelow: 0, state: "good", reserve: 1, alarm: "chain" } as const;
    const pending = { pending: 3, savedAt: now, refused: 0 };
    expect(savedLine(vi.shell.status, format, pending, status, room)).toEqual({
      kind: "bad",
      text: "3 thay đổi chưa lưu được",
    });
    expect(saved({ refused: 1 }).kind).toBe("bad");
    expect(saved({}).text).toContain("Đã lưu trên máy này");
    expect(saved({}, { ...status, savedAt: "" }).text).toBe("Chưa có gì cần lưu");
  });
});

describe("the lines where a hub stands in the province's place", () => {
  const via = (changes: Partial<SyncStatus>) => ({ ...status, hub: { name: "Máy 1" }, ...changes });
  const forwarded = {
    records: 130,
    recordsAtProvince: 7,
    objects: 14,
    objectsAtProvince: 14,
    hasProvince: true,
  };

  it("say of the hub what is at the hub, and nothing of the province", () => {
    const here = via({ sentRecords: 130, sentObjects: 14 });
    const line = sentLine(sayingsOf(vi, here), vi.faults, format, here, { ...real, kind: "hub" });
    expect(line).toEqual({ kind: "good", text: "Đã gửi máy trung tâm: 130/130 bản ghi, 14/14 tệp" });
    expect(sayingsOf(vi, status)).toBe(vi.shell.status);
  });

  it("say of the province what the hub reports, and no more", () => {
    const line = (changes: Partial<SyncStatus>) => forwardedLine(vi.hub.forwarded, format, via(changes));
    expect(forwardedLine(vi.hub.forwarded, format, status)).toBeUndefined();
    expect(line({})).toEqual({ kind: "busy", text: vi.hub.forwarded.unknown });
    const some = line({ hub: { name: "Máy 1", forwarded } });
    expect(some).toEqual({ kind: "busy", text: "Máy trung tâm chờ gửi tỉnh: 7/130 bản ghi, 14/14 tệp" });
    const all = line({ hub: { name: "Máy 1", forwarded: { ...forwarded, recordsAtProvince: 130 } } });
    expect(all?.kind).toBe("good");
    const alone = line({ hub: { name: "Máy 1", forwarded: { ...forwarded, hasProvince: false } } });
    expect(alone).toEqual({ kind: "busy", text: vi.hub.forwarded.noProvince });
  });
});

describe("the line of what is sent", () => {
  it("says why where nothing is tried any more", () => {
    const line = sent({ problem: "province-refused-credentials" });
    expect(line.kind).toBe("bad");
    expect(line.text).toContain(vi.faults["province-refused-credentials"].what);
  });

  it("says how much of a district has come to a new machine, and that work can begin", () => {
    const line = sent({ state: "working", receiving: { done: 12_000, total: 45_000 } });
    expect(line.kind).toBe("busy");
    expect(line.text).toContain("12.000/45.000");
  });

  it("says sent only when the province has all of it", () => {
    expect(sent({})).toEqual({ kind: "busy", text: "Chờ gửi tỉnh: 128/130 bản ghi, 12/14 tệp" });
    expect(sent({ state: "working" }).text).toContain("Đang gửi");
    expect(sent({ sentRecords: 130, sentObjects: 14 })).toEqual({
      kind: "good",
      text: "Đã gửi tỉnh: 130/130 bản ghi, 14/14 tệp",
    });
  });

  it("says why it waits", () => {
    const line = sent({ state: "waiting", problem: "province-unreachable" });
    expect(line.kind).toBe("bad");
    expect(line.text).toContain("Chưa kết nối được máy chủ của tỉnh");
    expect(sent({ state: "off" }, { kind: "none", state: "ready", address: "" }).text).toContain(
      "Chưa kết nối tỉnh",
    );
    expect(sent({ state: "off" }, { kind: "practice", state: "failed", address: "" }).kind).toBe("bad");
  });
});

describe("the line about the disk", () => {
  const room = {
    free: 1_500_000_000,
    total: 250_000_000_000,
    stopBelow: 100_000_000,
    reserve: 0,
    alarm: "none" as const,
  };
  const line = (state: "good" | "low" | "stop") => roomLine(vi.keeping.room, format, { ...room, state });

  it("is silent while there is room, warns, and says when nothing more is taken in", () => {
    expect(line("good")).toBeUndefined();
    expect(line("low")).toEqual({ kind: "busy", text: "Ổ đĩa còn 1,5 GB: sắp hết chỗ" });
    expect(line("stop")).toMatchObject({ kind: "bad", text: expect.stringContaining("tạm dừng") as string });
  });

  it("says first that data are not whole, whatever the disk is like", () => {
    const broken = roomLine(vi.keeping.room, format, { ...room, state: "low", alarm: "chain" });
    expect(broken).toEqual({ kind: "bad", text: vi.keeping.room.alarms.chain });
  });
});
