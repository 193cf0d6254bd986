import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { faultCodes } from "#shared/contract/fault.ts";
import { en } from "#shared/text/en.ts";
import { vi } from "#shared/text/vi.ts";

const folder = join(import.meta.dirname, "..", "..", "..", "shared", "text");

/** Every text of a tree of words with where it stands; functions are left out, their texts are in the sources. */
function texts(words: unknown, at = ""): [string, string][] {
  if (typeof words === "string") return [[at, words]];
  if (typeof words !== "object" || words === null) return [];
  return Object.entries(words).flatMap(([name, value]) => texts(value, at === "" ? name : `${at}.${name}`));
}

describe("the words", () => {
  it("are written in composed letters (NFC), with no letter that only looks Vietnamese", () => {
    const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".ts"),
    );
    expect(sources.length).toBeGreaterThan(30);
    for (const name of sources) {
      const source = readFileSync(join(folder, name), "utf8");
      expect({ name, composed: source === source.normalize("NFC") }).toEqual({ name, composed: true });
      // ð and Ð (Icelandic) stand for đ in texts made with old fonts; loose marks are never right in NFC.
      expect({ name, strange: source.match(/ð|Ð|\p{M}/gu) }).toEqual({ name, strange: null });
    }
  });

  it("are all there in both languages: none is empty in one and said in the other", () => {
    const english = new Map(texts(en));
    const lacking = texts(vi).filter(
      ([at, text]) => (text.trim() === "") !== (english.get(at)?.trim() === ""),
    );
    expect(lacking).toEqual([]);
  });

  it("spell official terms one way, with tones where the decrees put them", () => {
    const wrong = [
      /(số|chuẩn|văn) hoá/iu,
      /uỷ ban/iu,
      /xoá/iu,
      /huỷ/iu,
      /qui (định|chế|trình)/iu,
      /lưu chữ/iu,
      /đĩa bàn/iu,
    ];
    const found = texts(vi).flatMap(([at, text]) =>
      wrong.filter((pattern) => pattern.test(text)).map((pattern) => `${at}: ${text} (${pattern})`),
    );
    expect(found).toEqual([]);
  });

  it("tell of a phone's picture and of JPEG 2000 what they are and what to save them as", () => {
    for (const { faults } of [vi, en]) {
      expect(faults["media-foreign"].what).toMatch(/HEIC.*JPEG 2000/u);
      expect(faults["media-foreign"].next).toMatch(/JPEG.*TIFF/u);
    }
  });

  it("say of each fault what happened, what is safe and what to do next, in both languages", () => {
    for (const words of [vi.faults, en.faults]) {
      for (const code of faultCodes) {
        const { what, safe, next } = words[code];
        for (const text of [what, safe, next])
          expect({ code, text }).toEqual({ code, text: expect.stringMatching(/^\p{Lu}.{5,}\.$/u) as string });
        expect(new Set([what, safe, next]).size).toBe(3);
      }
    }
    expect(faultCodes.filter((code) => vi.faults[code].what === en.faults[code].what)).toEqual([]);
  });
});
