/** What a model makes of a text: numbers that lie near those of texts that mean something alike. */
export type Vector = readonly number[];

/** Which vectors may be compared: those of one model, of one length. */
export type ModelName = { model: string; dimensions: number };

/** A model that texts are handed to, as it is installed: what is handed to it stays where it runs. */
export type EmbedTexts = {
  /** The name it is known by; another name is another model, and all is made anew. */
  readonly model: string;
  /** The vectors of texts, in their order, all of one length. Throws an `EmbedFault`, also once it is told to stop. */
  embed(texts: readonly string[], signal: AbortSignal): Promise<Vector[]>;
};

/**
 * Why a model made nothing: `away` where it does not answer, `refused` where it answered that it does not take what it
 * was handed, or answered something else than vectors.
 */
export class EmbedFault extends Error {
  readonly kind: "away" | "refused";

  constructor(kind: "away" | "refused", detail: string) {
    super(`the embedding model: ${detail}`);
    this.name = "EmbedFault";
    this.kind = kind;
  }
}
