import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noCorrection } from "#shared/archive/correction.ts";
import type { Item } from "#shared/archive/item.ts";
import type { Page } from "#shared/archive/page.ts";
import { editRecord } from "#shared/archive/record.ts";
import { digestOfText } from "#shared/base/digest.ts";
import {
  finishJob,
  holdJob,
  type Job,
  releaseJob,
  retryJob,
  takeJob,
  wantJob,
} from "#shared/pipeline/job.ts";
import { planItem, planPage, planWork } from "#shared/pipeline/plan.ts";
import { sampleItem, samplePage, stampAt } from "#tests/helpers/sample-records.ts";

const bare = { width: 0, height: 0, skew: 0, sharpness: 0, ink: 0, blank: "" } as const;
const read = { thumbDigest: "t", viewDigest: "v", wordsDigest: "w" } as const;
const none = { get: () => undefined };

describe("the plan", () => {
  it("wants every step of a new page, the first ready, and the document blocked behind them", () => {
    const wanted = planWork([samplePage("p", bare)], sampleItem("item-1"), "H05.1", none);
    expect(wanted.map(({ id, when }) => [id, when])).toEqual([
      ["import:p", "ready"],
      ["quality:p", "blocked"],
      ["ocr:p", "blocked"],
      ["extract:item-1", "blocked"],
      ["pdfa:item-1", "blocked"],
    ]);
  });

  it("wants nothing of a withdrawn page, a withdrawn item or one held as secret", () => {
    const page = samplePage("p", bare);
    expect(planWork([{ ...page, withdrawn: "scanned twice" }], sampleItem("item-1"), "H05.1", none)).toEqual(
      [],
    );
    expect(planWork([page], sampleItem("item-1", { withdrawn: "listed twice" }), "H05.1", none)).toEqual([]);
    expect(planWork([page], sampleItem("item-1", { hold: "secret" }), "H05.1", none)).toEqual([]);
  });

  it("holds the step a held page stands at, and blocks the document but no other page", () => {
    const held = samplePage("p", { ...bare, hold: "corrupt" });
    const other = samplePage("q", { ...bare, ordinal: 2 });
    const wanted = planWork([held, other], sampleItem("item-1"), "H05.1", none);
    expect(wanted.find(({ id }) => id === "import:p")).toMatchObject({ when: "held", reason: "corrupt" });
    expect(wanted.find(({ id }) => id === "import:q")).toMatchObject({ when: "ready" });
    expect(wanted.find(({ id }) => id === "pdfa:item-1")).toMatchObject({ when: "blocked" });
  });

  it("does a corrected page's steps again, and the document, but no other page's", () => {
    const done = (input: string) => ({ input, state: "done" }) as const;
    const jobs = new Map(
      ["import", "quality", "ocr"].map((step) => [`${step}:p`, done(`${"0".repeat(64)}/0`)]),
    );
    const item = sampleItem("item-1", { renditionDigest: "r", readingDigest: "f" }, 50);
    const page = samplePage("p", read, 10);
    const other = samplePage("q", { ...read, ordinal: 2 }, 10);
    expect(planWork([page, other], item, "H05.1", jobs)).toEqual([]);
    const correction = { ...noCorrection, turn: 90 } as const;
    const corrected = editRecord(page, { correction }, stampAt(60));
    const steps = (known: typeof jobs) =>
      planWork([corrected, other], item, "H05.1", known).map(({ id, when }) => `${id} ${when}`);
    const due = [
      "import:p ready",
      "quality:p blocked",
      "ocr:p blocked",
      "extract:item-1 blocked",
      "pdfa:item-1 blocked",
    ];
    expect(steps(jobs)).toEqual(due);
    // A desk that did not do the work before tells by the clocks.
    expect(steps(new Map())).toEqual(due);
    const redone = { thumbDigest: "t2", viewDigest: "v2", blank: "maybe", wordsDigest: "w2" } as const;
    const again = editRecord(corrected, redone, stampAt(70));
    expect(planWork([again, other], item, "H05.1", none).map(({ id }) => id)).toEqual([
      "extract:item-1",
      "pdfa:item-1",
    ]);
  });

  it("makes the document again when a page came after it, is withdrawn after it, or the code changed", () => {
    const item = sampleItem("item-1", { renditionDigest: "r" }, 50);
    const page = samplePage("p", read, 10);
    expect(planItem(item, [page], "H05.1", none)).toBeUndefined();
    const later = samplePage("q", { ...read, ordinal: 2 }, 60);
    expect(planItem(item, [page, later], "H05.1", none)?.when).toBe("ready");
    const withdrawn = editRecord(samplePage("q", read, 10), { withdrawn: "not of this item" }, stampAt(60));
    expect(planItem(item, [page, withdrawn], "H05.1", none)?.when).toBe("ready");

    const { input } = planItem(sampleItem("item-1"), [page], "H05.1", none) ?? { input: "" };
    const made = { input, state: "done" as const };
    const done = { get: (id: string) => (id === "pdfa:item-1" ? made : undefined) };
    expect(planItem(item, [page], "H05.1", done)).toBeUndefined();
    expect(planItem(item, [page], "H05.2", done)?.when).toBe("ready");
  });

  it("reads a page again when its master is another", () => {
    const page = samplePage("p", read);
    const job = { input: "another/0", state: "done" as const };
    expect(planPage(page, sampleItem("item-1"), { get: () => job }).map(({ step }) => step)).toEqual([
      "import",
      "quality",
      "ocr",
    ]);
  });
});

type World = {
  item: Item;
  pages: Map<string, Page>;
  jobs: Map<string, Job>;
  ms: number;
  renditionOf: string;
};

/** What one desk does with the plan, in the order the commands say. */
function plan(world: World): void {
  const pages = [...world.pages.values()];
  const wanted = planWork(pages, world.item, "H05.1", world.jobs);
  const still = new Set(wanted.map(({ id }) => id));
  for (const [id, { state }] of world.jobs) {
    if ((state === "waiting" || state === "held") && !still.has(id)) world.jobs.delete(id);
  }
  for (const work of wanted) world.jobs.set(work.id, wantJob(world.jobs.get(work.id), work, ""));
}

function perform(world: World, job: Job, crash: boolean): void {
  world.ms += 1;
  const stamp = stampAt(world.ms, "desk");
  const page = world.pages.get(job.subjectId);
  if (job.step === "pdfa") {
    const renditionDigest = digestOfText(job.input);
    world.item = editRecord(world.item, { renditionDigest }, stamp);
    world.renditionOf = contents(world);
  } else if (job.step === "extract") {
    world.item = editRecord(world.item, { readingDigest: digestOfText(job.input) }, stamp);
  } else if (page) {
    const changes = {
      import: { thumbDigest: "t", viewDigest: "v", width: 10, height: 10 },
      quality: { blank: "no" as const },
      ocr: { wordsDigest: digestOfText(`${page.masterDigest}/${page.masterPage}`) },
    }[job.step];
    world.pages.set(page.id, editRecord<Page>(page, changes, stamp));
  }
  if (!crash) world.jobs.set(job.id, finishJob(job, "", ""));
}

function contents(world: World): string {
  return [...world.pages.values()]
    .filter((page) => page.withdrawn === "")
    .sort((one, other) => one.ordinal - other.ordinal)
    .map((page) => page.masterDigest)
    .join();
}

const command = fc.oneof(
  fc.record({ kind: fc.constant("add" as const), place: fc.nat(8) }),
  fc.record({ kind: fc.constant("withdraw" as const), place: fc.nat(8) }),
  fc.record({ kind: fc.constant("rescan" as const), place: fc.nat(8) }),
  fc.record({ kind: fc.constant("work" as const), place: fc.nat(8) }),
  fc.record({ kind: fc.constant("crash-before" as const), place: fc.nat(8) }),
  fc.record({ kind: fc.constant("crash-between" as const), place: fc.nat(8) }),
  fc.record({ kind: fc.constant("hold" as const), place: fc.nat(8) }),
  fc.record({ kind: fc.constant("retry" as const), place: fc.nat(8) }),
  fc.record({ kind: fc.constant("lose-rows" as const), place: fc.nat(8) }),
);

type Command = typeof command extends fc.Arbitrary<infer Value> ? Value : never;

function act(world: World, { kind, place }: Command): void {
  const { jobs, pages } = world;
  world.ms += 1;
  const page = pages.get(`p${place}`);
  const ready = [...jobs.values()].filter(({ state, ready: may }) => state === "waiting" && may);
  const job = ready[place % Math.max(1, ready.length)];
  switch (kind) {
    case "add":
      if (!page) {
        const fields = { ...bare, ordinal: place + 1, masterDigest: digestOfText(`${place}`) };
        pages.set(`p${place}`, samplePage(`p${place}`, fields, world.ms));
      }
      break;
    case "withdraw":
      if (page) pages.set(page.id, editRecord<Page>(page, { withdrawn: "twice" }, stampAt(world.ms)));
      break;
    case "rescan": {
      const masterDigest = digestOfText(`${place} again ${world.ms}`);
      if (page) pages.set(page.id, editRecord<Page>(page, { masterDigest }, stampAt(world.ms)));
      break;
    }
    case "work":
      if (job) perform(world, takeJob(job, ""), false);
      break;
    case "crash-before":
      if (job) jobs.set(job.id, releaseJob(takeJob(job, ""), ""));
      break;
    case "crash-between":
      if (job) {
        const taken = takeJob(job, "");
        perform(world, taken, true);
        jobs.set(job.id, releaseJob(taken, ""));
      }
      break;
    case "hold": {
      const held = job && pages.get(job.subjectId);
      if (!held) break;
      pages.set(held.id, editRecord<Page>(held, { hold: "ocr-failed" }, stampAt(world.ms)));
      jobs.set(job.id, holdJob(takeJob(job, ""), "ocr-failed", "", ""));
      break;
    }
    case "retry":
      for (const held of [...jobs.values()].filter(({ state }) => state === "held")) {
        const subject = pages.get(held.subjectId);
        if (subject) pages.set(subject.id, editRecord<Page>(subject, { hold: "" }, stampAt(world.ms)));
        jobs.set(held.id, retryJob(held, ""));
      }
      break;
    case "lose-rows":
      // Only between rescans: without rows nothing says that a result is of an earlier master.
      if (planWork([...pages.values()], world.item, "H05.1", jobs).length === 0) jobs.clear();
      break;
  }
}

describe("whatever happens", () => {
  it("once nothing hinders, every page is read and the document is of the pages that stand", () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 80 }), (commands) => {
        const world: World = {
          item: sampleItem("item-1"),
          pages: new Map(),
          jobs: new Map(),
          ms: 1000,
          renditionOf: "",
        };
        for (const one of commands) {
          act(world, one);
          plan(world);
        }
        act(world, { kind: "retry", place: 0 });
        plan(world);
        let steps = 0;
        for (;;) {
          const job = [...world.jobs.values()].find(({ state, ready }) => state === "waiting" && ready);
          if (!job) break;
          perform(world, takeJob(job, ""), false);
          plan(world);
          steps += 1;
          // A page has three steps, an item two: more than that would be work done twice.
          expect(steps).toBeLessThanOrEqual(world.pages.size * 3 + 2);
        }
        const standing = [...world.pages.values()].filter((page) => page.withdrawn === "");
        expect([...world.jobs.values()].filter(({ state }) => state !== "done")).toEqual([]);
        for (const page of standing) {
          expect(page.wordsDigest).toBe(digestOfText(`${page.masterDigest}/${page.masterPage}`));
          expect(page.blank).toBe("no");
        }
        if (standing.length > 0) expect(world.renditionOf).toBe(contents(world));
      }),
      { numRuns: 500 },
    );
  });
});
