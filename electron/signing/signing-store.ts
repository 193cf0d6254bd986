import { createHash, X509Certificate } from "node:crypto";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Static, Type } from "typebox";
import { Check } from "typebox/value";
import { writeWhole } from "#shared/node/write-whole.ts";
import { certificateFactsSchema } from "#shared/signing/certificate-facts.ts";
import { Choice } from "#shared/base/schema.ts";

const keptSchema = Type.Object({
  means: Type.Union([
    Type.Object({
      kind: Choice(["file", "token"]),
      name: Type.String(),
      certificate: certificateFactsSchema,
    }),
    Type.Null(),
  ]),
  agency: Type.String(),
  stampAddress: Type.String(),
  /** The picture's name and how wide the seal is in truth (mm); its bytes lie beside. */
  seal: Type.Optional(Type.Object({ name: Type.String(), width: Type.Number() })),
});

export type KeptSigning = Static<typeof keptSchema>;

export type TrustedAuthority = { id: string; certificate: X509Certificate };

/**
 * What this machine signs with and whom it trusts. Its key file lies here sealed, as it came; no secret does. A picture
 * of the body's seal lies here only while it is to be shown, as it came and not encrypted.
 */
export type SigningStore = {
  read(): Promise<KeptSigning>;
  change(changes: Partial<KeptSigning>): Promise<void>;
  /** The key file's bytes; nothing where there is none. */
  keyFile(): Promise<Buffer | undefined>;
  keepKeyFile(bytes: Buffer): Promise<void>;
  /** The bytes of the seal's picture; nothing where there is none. */
  sealPicture(): Promise<Buffer | undefined>;
  keepSeal(bytes: Buffer, seal: { name: string; width: number }): Promise<void>;
  /** Leaves nothing of a seal behind. */
  dropSeal(): Promise<void>;
  trusted(): Promise<TrustedAuthority[]>;
  trust(certificate: X509Certificate): Promise<void>;
  distrust(id: string): Promise<void>;
};

const nothing: KeptSigning = { means: null, agency: "", stampAddress: "" };

/** Over the folder `signing` in the desk's own; what is unreadable in it counts as not chosen. */
export function openSigningStore(folder: string): SigningStore {
  const at = (...names: string[]) => join(folder, "signing", ...names);
  const read = async (): Promise<KeptSigning> => {
    try {
      const kept: unknown = JSON.parse(await readFile(at("setting.json"), "utf8"));
      return Check(keptSchema, kept) ? kept : nothing;
    } catch {
      return nothing;
    }
  };
  const change = async (changes: Partial<KeptSigning>) => {
    await writeWhole(at("setting.json"), JSON.stringify({ ...(await read()), ...changes }, null, 2));
  };
  return {
    read,
    change,
    keyFile: () => readFile(at("key.p12")).catch(() => undefined),
    keepKeyFile: (bytes) => writeWhole(at("key.p12"), bytes),
    sealPicture: () => readFile(at("seal.png")).catch(() => undefined),
    async keepSeal(bytes, seal) {
      await writeWhole(at("seal.png"), bytes);
      await change({ seal });
    },
    async dropSeal() {
      const { seal, ...others } = await read();
      if (seal) await writeWhole(at("setting.json"), JSON.stringify(others, null, 2));
      await rm(at("seal.png"), { force: true });
    },
    async trusted() {
      const names = await readdir(at("trusted")).catch(() => []);
      const all = await Promise.all(
        names.map(async (name) => {
          const bytes = await readFile(at("trusted", name)).catch(() => Buffer.alloc(0));
          const certificate = readCertificate(bytes);
          return certificate ? [{ id: idOf(certificate), certificate }] : [];
        }),
      );
      return all.flat();
    },
    trust: (certificate) => writeWhole(at("trusted", `${idOf(certificate)}.cer`), certificate.raw),
    async distrust(id) {
      if (/^[0-9a-f]{64}$/.test(id)) await rm(at("trusted", `${id}.cer`), { force: true });
    },
  };
}

/** A certificate of DER or PEM; nothing where it is none. */
export function readCertificate(bytes: Buffer): X509Certificate | undefined {
  try {
    return new X509Certificate(bytes);
  } catch {
    return undefined;
  }
}

function idOf(certificate: X509Certificate): string {
  return createHash("sha256").update(certificate.raw).digest("hex");
}
