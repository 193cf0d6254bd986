import { maskIdentityNumbers } from "#shared/portal/identity-numbers.ts";
import type { CatalogueAnswer, CatalogueQuestion } from "#shared/contract/catalogue.ts";
import type { MeaningStanding, MeaningState } from "#shared/contract/portal.ts";
import type { Reader } from "#province/access/reader.ts";
import { Refused } from "#province/routes/typed.ts";
import type { Named } from "#province/store/catalogue-hits.ts";
import type { Database } from "#province/store/database.ts";
import { keepDistricts, type DistrictKeeper } from "#province/store/keep-districts.ts";
import type { Pace } from "#province/store/rest-before.ts";
import { countWaiting, isFirstMaking } from "./count-waiting.ts";
import { EmbedFault, type EmbedTexts, type ModelName } from "./embed-texts.ts";
import { embedWaiting, forgetGone, probeText } from "./embed-waiting.ts";
import { markDistrict } from "./meaning-queue.ts";
import { findPgvector, openPgvector } from "./pgvector-store.ts";
import { searchMeaning } from "./search-meaning.ts";
import type { VectorStore } from "./vector-store.ts";

/** The search by meaning: kept up beside everything else, which goes on without it. */
export type Meaning = DistrictKeeper & {
  state(): Promise<MeaningState>;
  standing(): Promise<MeaningStanding>;
  /** As `searchCatalogue`, the nearest first. Throws `meaning-off`, or `meaning-away` while the model does not answer. */
  search(reader: Reader, question: CatalogueQuestion, named: Named): Promise<CatalogueAnswer>;
};

const probePatienceMs = 20_000;
const searchPatienceMs = 10_000;

/**
 * Embeds what the catalogue holds, a district after the other, where there is a model and a store of vectors; looks for
 * both anew whenever it is woken. Without either nothing is made, and what is gone from the catalogue loses its vectors.
 */
export function keepMeanings(
  database: Database,
  embed: EmbedTexts | undefined,
  report: (fault: unknown) => void,
): Meaning {
  let vectors: VectorStore | undefined;
  let why: MeaningStanding["why"] = embed ? "" : "no-model";
  let isAway = false;
  const ended = new AbortController();

  const open = async (): Promise<VectorStore | undefined> => {
    if (vectors) return vectors;
    const opened = embed ? await openPgvector(database) : await findPgvector(database);
    if (typeof opened === "string") why = opened;
    else {
      vectors = opened;
      if (embed) why = "";
    }
    return vectors;
  };
  /** What comes of asking a model; nothing while it is away, which is told once. */
  const asked = async <Value>(work: () => Promise<Value>): Promise<Value | undefined> => {
    try {
      return await work();
    } catch (fault) {
      if (!(fault instanceof EmbedFault)) throw fault;
      if (!isAway && !ended.signal.aborted) report(fault);
      isAway = true;
      return undefined;
    }
  };
  const vectorOf = (model: EmbedTexts, text: string, patience: number) =>
    asked(async () => {
      const [vector] = await model.embed(
        [text],
        AbortSignal.any([ended.signal, AbortSignal.timeout(patience)]),
      );
      // Told by an answer alone: looking at rows that want none says nothing of the model.
      isAway = false;
      return vector;
    });

  const keep = async (district: string, { isStopped }: Pace) => {
    const store = await open();
    if (!store) return;
    while (!isStopped() && (await forgetGone({ database, vectors: store }, district)) > 0);
    const probe = embed && (await vectorOf(embed, probeText, probePatienceMs));
    if (!embed || !probe) return;
    const of: ModelName = { model: embed.model, dimensions: probe.length };
    await markDistrict(database, store, district, of);
    const parts = { database, vectors: store, embed, report, ended: ended.signal };
    while (!isStopped() && ((await asked(() => embedWaiting(parts, district, of))) ?? 0) > 0);
  };
  const keeper = keepDistricts(database, report, keep);

  const state = async (): Promise<MeaningState> => {
    await open();
    if (why !== "") return "off";
    if (isAway) return "away";
    return (await isFirstMaking(database)) ? "making" : "on";
  };
  return {
    ...keeper,
    async stop() {
      ended.abort();
      await keeper.stop();
    },
    state,
    async standing() {
      const now = await state();
      const counted = vectors ? await vectors.count() : 0;
      const waiting = now === "off" ? 0 : await countWaiting(database);
      return { state: now, why, model: embed?.model ?? "", vectors: counted, waiting };
    },
    async search(reader, question, named) {
      const store = await open();
      if (!embed || !store) throw new Refused(404, "meaning-off", "there is no search by meaning here");
      const vector = await vectorOf(embed, maskIdentityNumbers(question.words), searchPatienceMs);
      if (!vector) throw new Refused(503, "meaning-away", "the embedding model does not answer");
      const of = { model: embed.model, dimensions: vector.length };
      return searchMeaning(database, store, reader, question, named, { vector, of });
    },
  };
}
