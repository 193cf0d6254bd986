import { describe, expect, it } from "vitest";
import type { BatchState } from "#shared/archive/batch.ts";
import { nextTasks, type Standing } from "#renderer/features/welcome/next-tasks.ts";

const batch = (state: BatchState, at: number) => ({ id: `b${at}`, number: `2025-00${at}`, state });
const standing = (given: Partial<Standing>): Standing => ({
  files: 12,
  held: 0,
  lacks: {},
  batches: [],
  ...given,
});

describe("what to do next", () => {
  it("names first what a person of the role has to do", () => {
    const first = (...given: Parameters<typeof nextTasks>) => nextTasks(...given)[0]?.name;
    expect(first("commune-preparer", standing({ files: 0 }))).toBe("startInventory");
    expect(first("commune-preparer", standing({}))).toBe("makeBatch");
    expect(first("commune-preparer", standing({ batches: [batch("draft", 1), batch("returned", 2)] }))).toBe(
      "fixReturned",
    );
    expect(first("capture-operator", standing({ batches: [batch("handed-over", 1)] }))).toBe("receive");
    expect(first("capture-operator", standing({ batches: [batch("capturing", 1)] }))).toBe("capture");
    expect(first("capture-operator", standing({ held: 4 }))).toBe("held");
    expect(
      first("district-checker", standing({ batches: [batch("handed-over", 1), batch("checking", 2)] })),
    ).toBe("check");
    expect(first("district-checker", standing({}))).toBe("rest");
    expect(first("province-officer", standing({ files: 0 }))).toBe("watch");
  });

  it("names a batch by its number and opens it, and counts batches where they are many", () => {
    const few = nextTasks("commune-preparer", standing({ batches: [batch("draft", 1)] }));
    expect(few).toContainEqual({
      name: "handOver",
      count: 1,
      batch: "2025-001",
      to: "/batches/b1",
      done: false,
    });
    const many = nextTasks(
      "commune-preparer",
      standing({ batches: [1, 2, 3, 4].map((at) => batch("draft", at)) }),
    );
    expect(many.filter(({ name }) => name === "handOver")).toEqual([
      { name: "handOver", count: 4, batch: "", to: "/batches", done: false },
    ]);
  });

  it("ticks off what nothing lacks any more, below what is still to do, and leaves out what there is nothing of", () => {
    const tasks = nextTasks(
      "commune-preparer",
      standing({
        lacks: {
          noRetention: { count: 3, of: 12, to: "/list" },
          noFileDate: { count: 0, of: 12, to: "/inventory" },
          noItemDate: { count: 0, of: 0, to: "/inventory" },
        },
        batches: [batch("accepted", 1)],
      }),
    );
    expect(tasks.map(({ name, done, to }) => ({ name, done, to }))).toEqual([
      { name: "noRetention", done: false, to: "/list" },
      { name: "startInventory", done: true, to: "/inventory" },
      { name: "noFileDate", done: true, to: "/inventory" },
    ]);
  });
});
