import { foldedWords } from "#shared/base/fold.ts";
import type { EmbedTexts, Vector } from "#province/meaning/embed-texts.ts";

/** Words that mean the same to the model of tests, each list by one number. */
const alike: readonly (readonly string[])[] = [
  ["giao", "cap", "phan"],
  ["dat", "tho", "dien"],
  ["cuoi", "hon", "vo", "chong"],
  ["duong", "cau", "thuy"],
];

/**
 * A model for tests alone: a text is the counts of its words, alike ones counted as one, in as many numbers as there are
 * dimensions. The same text gives the same vector on every machine.
 */
export function tinyEmbedder({ model = "tiny", dimensions = 64 } = {}): EmbedTexts & { asked: string[] } {
  const asked: string[] = [];
  return {
    model,
    asked,
    embed(texts) {
      asked.push(...texts);
      return Promise.resolve(texts.map((text) => tinyVector(text, dimensions)));
    },
  };
}

/** The vector of a text by the model of tests. */
export function tinyVector(text: string, dimensions: number): Vector {
  const vector = new Array<number>(dimensions).fill(0);
  // A text without words is no zero, which lies nowhere.
  vector[0] = 0.01;
  for (const word of foldedWords(text)) {
    const meant = alike.find((words) => words.includes(word))?.[0] ?? word;
    const at = 1 + (hashOf(meant) % (dimensions - 1));
    vector[at] = (vector[at] ?? 0) + 1;
  }
  return vector;
}

function hashOf(word: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 16_777_619) >>> 0;
  return hash;
}
