import type { SigningSetting } from "#shared/contract/signing.ts";
import { previewOf, readSeal, type Seal } from "./read-seal.ts";
import { SigningFault } from "./signing-fault.ts";
import type { SigningStore } from "./signing-store.ts";

/** The seal to be shown; nothing where none was chosen. One that is lost is a `SigningFault`: not signed without it. */
export async function chosenSeal(store: SigningStore): Promise<Seal | undefined> {
  const { seal } = await store.read();
  if (!seal) return undefined;
  const picture = await store.sealPicture();
  if (!picture) throw new SigningFault("seal-lost");
  return readSeal(picture, seal.width).catch((error: unknown) => {
    throw new SigningFault("seal-lost", error instanceof Error ? error.message : "", error);
  });
}

/** What the settings say of the seal. */
export async function shownSeal(store: SigningStore): Promise<SigningSetting["seal"]> {
  const { seal } = await store.read();
  if (!seal) return null;
  const ready = await chosenSeal(store).catch(() => undefined);
  return { ...seal, preview: ready ? (await previewOf(ready)).toString("base64") : "" };
}
