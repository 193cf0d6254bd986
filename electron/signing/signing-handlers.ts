import { X509Certificate } from "node:crypto";
import type { Profile } from "#shared/archive/profile.ts";
import { unsignables } from "#shared/archive/signature.ts";
import type { DeskHandlers, Emit } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { signingCalls, SigningRun, SigningSetting } from "#shared/contract/signing.ts";
import { signatureLook } from "#shared/signing/signature-look.ts";
import type { SigningFaultKind } from "#shared/signing/signing-fault.ts";
import { openOtherCheckers, type OtherCheckers } from "#electron/pipeline/rendition/other-checkers.ts";
import { stampFrom } from "./ask-stamp.ts";
import { factsOf } from "./certificate-facts.ts";
import { knownModules } from "./known-modules.ts";
import { openMeans, refuseLapsed } from "./open-means.ts";
import { openPkcs11 } from "./pkcs11-means.ts";
import { openPkcs12 } from "./pkcs12-means.ts";
import { readSeal } from "./read-seal.ts";
import { type RunParts, runSigning } from "./run-signing.ts";
import { chosenSeal, shownSeal } from "./chosen-seal.ts";
import { candidatesOf } from "./signable-items.ts";
import { openSignatureFace } from "./signature-face.ts";
import { SigningFault } from "./signing-fault.ts";
import type { SigningMeans } from "./signing-means.ts";
import { openSigningStore, readCertificate } from "./signing-store.ts";
import { verifyFile } from "./verify-file.ts";

export type SigningDesk = Omit<RunParts, "checkers"> & {
  folder: string;
  resources: string;
  profile: () => Pick<Profile, "name"> | null;
  emit: Emit;
  report: (error: unknown) => void;
};

export type OpenedSigning = {
  handlers: Pick<DeskHandlers, keyof typeof signingCalls>;
  /** Stops what is being signed after the document at hand. */
  close(): Promise<void>;
};

type Refused = { refused: SigningFaultKind };

/** Signing on this desk: what it signs with, one run at a time, and the verification of what is signed. */
export function openSigning(desk: SigningDesk): OpenedSigning {
  const { folder, resources, now, emit } = desk;
  const store = openSigningStore(folder);
  let known: Promise<OtherCheckers> | undefined;
  const parts: RunParts = { ...desk, checkers: () => (known ??= openOtherCheckers()) };
  let run: SigningRun | null = null;
  let stop = new AbortController();
  let ended: Promise<void> = Promise.resolve();

  const setting = async (): Promise<SigningSetting> => ({
    ...(await store.read()),
    seal: await shownSeal(store),
    trusted: (await store.trusted()).map(({ id, certificate }) => ({
      id,
      certificate: factsOf(certificate),
    })),
    modules: knownModules(),
  });
  /** Signs a few bytes, so that what is chosen is known to work; answers whose certificate it is. */
  const prove = async (means: SigningMeans) => {
    try {
      await refuseLapsed(means, now());
      await means.sign(Buffer.from("thử"));
      return factsOf(new X509Certificate(means.certificate));
    } finally {
      await means.close();
    }
  };
  const begin = async (means: SigningMeans, of: "file" | "batch", id: string): Promise<SigningRun> => {
    const { label, candidates } = candidatesOf(parts, of, id);
    const ready = candidates.filter(({ refused }) => refused === undefined);
    const { agency: said, stampAddress } = await store.read();
    const facts = factsOf(new X509Certificate(means.certificate));
    const agency = said || facts.organization || facts.name;
    const seal = await chosenSeal(store);
    const face = await openSignatureFace(resources, signatureLook, { agency, seal });
    const mine: SigningRun = {
      ...{ of, id, label, done: 0, total: ready.length, signed: 0, failed: [] },
      ...{ state: "running", why: null },
    };
    run = mine;
    stop = new AbortController();
    const { signal } = stop;
    const stamp = stampAddress === "" ? undefined : stampFrom(stampAddress);
    const how = { means, face, agency, stamp, by: desk.profile()?.name ?? "", candidates: ready, signal };
    ended = runSigning(parts, mine, { ...how, told: () => emit("signing.changed", {}) })
      .catch((error: unknown) => {
        desk.report(error);
        Object.assign(mine, { state: "stopped", why: "not-signable" });
      })
      .finally(async () => {
        await means.close();
        emit("signing.changed", {});
      });
    return structuredClone(mine);
  };

  return {
    handlers: {
      "signing.setting": setting,
      "signing.useFile": ({ name, bytes, secret }) =>
        orRefused(async () => {
          const file = Buffer.from(bytes, "base64");
          const certificate = await prove(openPkcs12(file, secret));
          await store.keepKeyFile(file);
          await store.change({ means: { kind: "file", name, certificate } });
          return setting();
        }),
      "signing.useToken": ({ module, secret }) =>
        orRefused(async () => {
          const certificate = await prove(await openPkcs11({ module, serial: "" }, secret));
          await store.change({ means: { kind: "token", name: module, certificate } });
          return setting();
        }),
      "signing.try": ({ secret }) =>
        orRefused(async () => {
          const { means } = await store.read();
          const certificate = await prove(await openMeans(store, secret));
          if (means) await store.change({ means: { ...means, certificate } });
          return setting();
        }),
      "signing.set": ({ agency, stampAddress }) =>
        orRefused(async () => {
          const address = stampAddress.trim();
          if (address !== "" && !/^https?:\/\/[^\s/]+/.test(address)) throw new SigningFault("stamp-failed");
          await store.change({ agency: agency.normalize("NFC").trim(), stampAddress: address });
          return setting();
        }),
      "signing.useSeal": ({ name, bytes, width }) =>
        orRefused(async () => {
          const picture = Buffer.from(bytes, "base64");
          await readSeal(picture, width);
          await store.keepSeal(picture, { name, width });
          return setting();
        }),
      async "signing.dropSeal"() {
        await store.dropSeal();
        return setting();
      },
      "signing.trust": ({ bytes }) =>
        orRefused(async () => {
          const certificate = readCertificate(Buffer.from(bytes, "base64"));
          if (!certificate?.ca) throw new SigningFault("no-certificate");
          await store.trust(certificate);
          return setting();
        }),
      async "signing.distrust"({ id }) {
        await store.distrust(id);
        return setting();
      },
      "signing.look"({ of, id }) {
        const { label, candidates } = candidatesOf(parts, of, id);
        const count = (why: (typeof unsignables)[number] | undefined) =>
          candidates.filter(({ refused }) => refused === why).length;
        const refused = unsignables.map((why) => ({ why, count: count(why) })).filter((one) => one.count > 0);
        return { label, ready: count(undefined), refused };
      },
      "signing.start": ({ of, id, secret }) =>
        orRefused(async () => {
          if (run?.state === "running") throw new SigningFault("busy");
          const means = await openMeans(store, secret);
          await refuseLapsed(means, now());
          try {
            return await begin(means, of, id);
          } catch (error) {
            await means.close();
            throw error;
          }
        }),
      "signing.run": () => ({ run: structuredClone(run) }),
      "signing.cancel"() {
        stop.abort();
        return {};
      },
      async "signing.verify"({ fileId, itemId }) {
        if (!desk.journal.read("files", fileId))
          throw new DeskFault("not-found", { detail: `file ${fileId}` });
        const trusted = (await store.trusted()).map(({ certificate }) => certificate);
        return { documents: await verifyFile(desk, trusted, now(), { fileId, itemId }) };
      },
    },
    async close() {
      stop.abort();
      await ended;
    },
  };
}

/** What signing itself refuses is an answer, not a fault of the program. */
async function orRefused<Value>(work: () => Promise<Value>): Promise<Value | Refused> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SigningFault) return { refused: error.kind };
    throw error;
  }
}
