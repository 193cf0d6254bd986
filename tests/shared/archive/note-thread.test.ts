import { describe, expect, test } from "vitest";
import type { Note } from "#shared/archive/note.ts";
import { calls, namesToCall, standOfThread, waitsFor } from "#shared/archive/note-thread.ts";

type Said = Pick<Note, "kind" | "by" | "at" | "mentions" | "solvedAt">;

const said = (kind: Note["kind"], by: string, mentions: string[] = [], solvedAt = ""): Said => ({
  ...{ kind, by, mentions, solvedAt, at: "2025-05-20T03:00:00.000Z" },
});
const thread = (head: Said, ...replies: Said[]) => ({ head, replies });

describe("a thread", () => {
  test("is open while somebody is asked or called, until it is settled; a bare note is there to be remembered", () => {
    expect(standOfThread(thread(said("note", "Hoa")))).toBe("noted");
    expect(standOfThread(thread(said("question", "Hoa")))).toBe("open");
    expect(standOfThread(thread(said("correction", "Hoa")))).toBe("open");
    expect(standOfThread(thread(said("note", "Hoa", ["Bình"])))).toBe("open");
    expect(standOfThread(thread(said("note", "Hoa"), said("answer", "An", ["Bình"])))).toBe("open");
    expect(standOfThread(thread(said("question", "Hoa", ["Bình"], "2025-05-21")))).toBe("settled");
  });

  test("waits for whom another called until they write below, and again once they are called anew", () => {
    const head = said("question", "Hoa", ["Trần Văn Bình"]);
    const answer = said("answer", "Trần Văn Bình");
    const again = said("answer", "Hoa", ["trần  văn bình"]);
    expect(waitsFor(thread(head), "Trần Văn Bình")).toBe(true);
    expect(waitsFor(thread(head), "Hoa")).toBe(false);
    expect(waitsFor(thread(head, answer), "Trần Văn Bình")).toBe(false);
    expect(waitsFor(thread(head, answer, again), "Trần Văn Bình")).toBe(true);
    expect(waitsFor(thread({ ...head, solvedAt: "2025-05-21" }, again), "Trần Văn Bình")).toBe(false);
    // Another's answer is none of theirs, and who calls themselves waits for nobody.
    expect(waitsFor(thread(head, said("answer", "An")), "Trần Văn Bình")).toBe(true);
    expect(waitsFor(thread(said("note", "Hoa", ["Hoa"])), "Hoa")).toBe(false);
  });

  test("calls nobody of another name: marks tell people apart, case and the way marks are written do not", () => {
    expect(calls(thread(said("note", "An", ["Nguyễn Thị Hoa"])), "Nguyễn Thị Hòa")).toBe(false);
    expect(calls(thread(said("note", "An", ["Nguyễn Thị Hòa"])), "nguyễn thị hòa".normalize("NFD"))).toBe(
      true,
    );
    expect(calls(thread(said("note", "An", [""])), "")).toBe(false);
  });
});

test("names are called once each, and never who calls", () => {
  expect(namesToCall([" Bình ", "bình", "Hoa", "", "An  Văn"], "hoa")).toEqual(["Bình", "An Văn"]);
});
