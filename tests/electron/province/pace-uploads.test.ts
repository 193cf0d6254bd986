import { expect, it } from "vitest";
import { usualPace } from "#shared/rules/upload-pace.ts";
import { openUploadPacing, UploadHeld } from "#electron/province/pace-uploads.ts";
import { uploadRanks } from "#electron/province/upload-queue.ts";

const megabyte = 1024 * 1024;
const never = new AbortController().signal;

function open(recordsFirst: () => Promise<void> = () => Promise.resolve()) {
  const kept = new Map<string, string>();
  const facts = {
    read: (name: string) => kept.get(name) ?? "",
    write: (name: string, value: string) => void kept.set(name, value),
  };
  const clock = { ms: new Date(2026, 10, 28, 12, 0).getTime() };
  const pacing = openUploadPacing({ facts, now: () => clock.ms, recordsFirst });
  return { pacing, clock, again: () => openUploadPacing({ facts, now: () => clock.ms, recordsFirst }) };
}

it("is kept, and says until when the hours hold uploads back", () => {
  const { pacing, again } = open();
  pacing.set({ ...usualPace, from: 18 * 60, to: 22 * 60 });
  expect(again().read()).toEqual({
    pace: { ...usualPace, from: 18 * 60, to: 22 * 60 },
    limit: "out-of-hours",
    opensAt: new Date(2026, 10, 28, 18, 0).toISOString(),
  });
  expect(pacing.mostRank()).toBeLessThan(uploadRanks.words);
});

it("lets words alone go on a line paid by the megabyte", async () => {
  const { pacing } = open();
  pacing.set({ ...usualPace, metered: true });
  await pacing.pass(uploadRanks.words, 1000, never);
  await expect(pacing.pass(uploadRanks.rendition, 1000, never)).rejects.toBeInstanceOf(UploadHeld);
  expect(pacing.read()).toMatchObject({ limit: "metered", opensAt: "" });
});

it("waits for the records, and then looks again whether it may go", async () => {
  let settle = () => {};
  const { pacing } = open(() => new Promise((resolve) => (settle = resolve)));
  const passing = pacing.pass(uploadRanks.master, 1000, never);
  pacing.set({ ...usualPace, paused: true });
  settle();
  await expect(passing).rejects.toBeInstanceOf(UploadHeld);
});

it("sends one request after another as the cap allows, and smaller ones where it is low", async () => {
  const { pacing, clock } = open();
  pacing.set({ ...usualPace, kilobytesPerSecond: 32 });
  expect(pacing.chunkBytes()).toBe(4 * 32 * 1024);
  await pacing.pass(uploadRanks.master, 64 * 1024, never);
  let passed = false;
  const second = pacing.pass(uploadRanks.master, 64 * 1024, never).then(() => (passed = true));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(passed).toBe(false);
  clock.ms += 2000;
  await second;
  expect(passed).toBe(true);
});

it("learns how much of its line goes in about four seconds, within bounds", () => {
  const { pacing } = open();
  expect(pacing.chunkBytes()).toBe(megabyte);
  for (let turn = 0; turn < 10; turn += 1) pacing.learn(megabyte, 20);
  expect(pacing.chunkBytes()).toBe(5 * megabyte);
  for (let turn = 0; turn < 10; turn += 1) pacing.learn(64 * 1024, 2000);
  expect(pacing.chunkBytes()).toBe(128 * 1024);
  pacing.learn(10, 60_000);
  expect(pacing.chunkBytes()).toBe(64 * 1024);
});
