import { describe, expect, it } from "vitest";
import { findOptions, readOption } from "#renderer/ui/grid/find-options.ts";

const options = [
  { value: "TTr", label: "Tờ trình" },
  { value: "QĐ", label: "Quyết định" },
  { value: "TTR", label: "Thông tri" },
  { value: "hoa", label: "Hoà" },
  { value: "hoa-2", label: "Hoả" },
];
const labels = (typed: string) => findOptions(options, typed).map(({ label }) => label);

describe("options found by what is typed", () => {
  it("are all where nothing is typed", () => expect(labels(" ")).toHaveLength(5));
  it("need no accents, and are found by their value too", () => {
    expect(labels("quyet")).toEqual(["Quyết định"]);
    expect(labels("qd")).toEqual(["Quyết định"]);
    expect(labels("đinh")).toEqual(["Quyết định"]);
  });
  it("come in the order: the very one, those beginning so, those with a word beginning so", () => {
    expect(labels("t")).toEqual(["Tờ trình", "Thông tri"]);
    expect(labels("hoa")).toEqual(["Hoà", "Hoả"]);
    expect(labels("tri")).toEqual(["Tờ trình", "Thông tri"]);
  });
  it("are none where nothing fits", () => expect(labels("xyz")).toEqual([]));
});

describe("the option a text names", () => {
  it("is named by label or value, accents optional", () => {
    expect(readOption(options, "quyet dinh")?.value).toBe("QĐ");
    expect(readOption(options, "QĐ")?.value).toBe("QĐ");
    expect(readOption(options, " Tờ trình ".normalize("NFD"))?.value).toBe("TTr");
  });
  it("is the exact one where several fold to the same, and none where none is exact", () => {
    expect(readOption(options, "Hoả")?.value).toBe("hoa-2");
    expect(readOption(options, "ttr")).toBeUndefined();
    expect(readOption(options, "hoA")).toBeUndefined();
  });
  it("is none of an empty text, unless an option is empty", () => {
    expect(readOption(options, " ")).toBeUndefined();
    expect(readOption([{ value: "", label: "–" }], "")?.label).toBe("–");
  });
});
