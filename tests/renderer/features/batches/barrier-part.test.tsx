import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { countCompleteness } from "#shared/completeness/count-batch.ts";
import { vi } from "#shared/text/vi.ts";
import { BarrierPart } from "#renderer/features/batches/barrier-part.tsx";
import { answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";
import { sampleBatch, sampleFile } from "#tests/helpers/sample-records.ts";

const words = vi.barrier;
const files = Array.from({ length: 15 }, (_, at) =>
  sampleFile(`f${at}`, { code: `P1.${at}`, receivedAt: at === 0 ? "2025-05-20T01:00:00.000Z" : "" }),
);
const desk = answeringDesk({ "batches.completeness": () => countCompleteness(files, [], []) });

test("a batch in work names what is not counted in, with the way to each, and counts the rest", async () => {
  renderScreen(<BarrierPart batch={sampleBatch("b", { state: "capturing" })} />, desk);
  await screen.findByText(words.title(vi.batches.moves.checking, "14"));
  expect(screen.getByRole("link", { name: "P1.1" }).getAttribute("href")).toBe("/inventory/file/f1");
  expect(screen.queryByRole("link", { name: "P1.0" })).toBeNull();
  screen.getByText(words.more("2"));
  expect(await findBarriers()).toEqual([]);
});

test("a batch at a step without a barrier says nothing", () => {
  renderScreen(<BarrierPart batch={sampleBatch("b", { state: "accepted" })} />, desk);
  expect(screen.queryByRole("region")).toBeNull();
});
