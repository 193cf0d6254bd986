import { type Static, Type } from "typebox";
import { unsignables } from "#shared/archive/signature.ts";
import { Choice } from "#shared/base/schema.ts";
import { certificateFactsSchema } from "#shared/signing/certificate-facts.ts";
import { signatureFindingSchema } from "#shared/signing/signature-finding.ts";
import { signingFaultKinds } from "#shared/signing/signing-fault.ts";

const refusedSchema = Type.Object({ refused: Choice(signingFaultKinds) });
const target = { of: Choice(["file", "batch"]), id: Type.String() };
/** A passphrase or PIN: asked for each time, and kept nowhere. */
const secret = Type.String({ maxLength: 500 });

/** A piece of signing under way, or the last one. */
export const signingRunSchema = Type.Object({
  ...target,
  label: Type.String(),
  done: Type.Integer(),
  total: Type.Integer(),
  signed: Type.Integer(),
  /** Documents that could not be signed; the others went on. */
  failed: Type.Array(Type.Object({ label: Type.String(), why: Choice(signingFaultKinds) })),
  /** `stopped`: the key or the token failed, so that nothing more could be signed. */
  state: Choice(["running", "done", "cancelled", "stopped"]),
  why: Type.Union([Choice(signingFaultKinds), Type.Null()]),
});

export type SigningRun = Static<typeof signingRunSchema>;

export const signingSettingSchema = Type.Object({
  /** What signs on this machine, and the certificate it had when it was last tried; nothing where none is chosen. */
  means: Type.Union([
    Type.Object({
      kind: Choice(["file", "token"]),
      /** The name of the key file, or where the token's module is. */
      name: Type.String(),
      certificate: certificateFactsSchema,
    }),
    Type.Null(),
  ]),
  /** The body as the signature names it; empty: as its certificate does. */
  agency: Type.String(),
  /** The address of a time-stamping authority; empty for none. */
  stampAddress: Type.String(),
  /** The seal that signatures show, its true width in mm, and a small PNG of it in base64 (empty where it is lost). */
  seal: Type.Union([
    Type.Object({ name: Type.String(), width: Type.Number(), preview: Type.String() }),
    Type.Null(),
  ]),
  /** Certificates of authorities that this machine trusts. */
  trusted: Type.Array(Type.Object({ id: Type.String(), certificate: certificateFactsSchema })),
  /** Modules of tokens that are on this machine at their usual places. */
  modules: Type.Array(Type.String()),
});

export type SigningSetting = Static<typeof signingSettingSchema>;

export const signableSchema = Type.Object({
  label: Type.String(),
  ready: Type.Integer(),
  refused: Type.Array(Type.Object({ why: Choice(unsignables), count: Type.Integer() })),
});

export const documentSignaturesSchema = Type.Object({
  itemId: Type.String(),
  ordinal: Type.Integer(),
  subject: Type.String(),
  /** The document as it should be signed, by its record; and what its file shows. */
  recorded: Type.Boolean(),
  here: Type.Boolean(),
  signatures: Type.Array(signatureFindingSchema),
});

export type DocumentSignatures = Static<typeof documentSignaturesSchema>;

const settingAnswer = Type.Union([signingSettingSchema, refusedSchema]);

/** Signing of accepted renditions; how far it is comes as `signing.changed`, upon which the screen asks again. */
export const signingCalls = {
  "signing.setting": { input: Type.Object({}), output: signingSettingSchema },
  /** Tries a key file (its bytes in base64) with its passphrase, and keeps it, sealed as it came. */
  "signing.useFile": {
    input: Type.Object({
      name: Type.String({ maxLength: 200 }),
      bytes: Type.String({ maxLength: 400_000 }),
      secret,
    }),
    output: settingAnswer,
  },
  /** Tries the token that a module leads to, with its PIN, and keeps where that is. */
  "signing.useToken": {
    input: Type.Object({ module: Type.String({ maxLength: 1000 }), secret }),
    output: settingAnswer,
  },
  /** Opens what is chosen once more, and signs a few bytes with it. */
  "signing.try": { input: Type.Object({ secret }), output: settingAnswer },
  "signing.set": {
    input: Type.Object({
      agency: Type.String({ maxLength: 200 }),
      stampAddress: Type.String({ maxLength: 500 }),
    }),
    output: settingAnswer,
  },
  /** Shows a seal with signatures from now on: a PNG in base64, and how wide the seal is in truth (mm). */
  "signing.useSeal": {
    input: Type.Object({
      name: Type.String({ maxLength: 200 }),
      // A few more than may be, so that a picture that is too heavy is told so.
      bytes: Type.String({ maxLength: 3_000_000 }),
      width: Type.Number(),
    }),
    output: settingAnswer,
  },
  /** Shows none any more, and deletes its picture. */
  "signing.dropSeal": { input: Type.Object({}), output: signingSettingSchema },
  /** Trusts an authority by its certificate (DER or PEM, in base64), or no longer. */
  "signing.trust": {
    input: Type.Object({ bytes: Type.String({ maxLength: 100_000 }) }),
    output: settingAnswer,
  },
  "signing.distrust": { input: Type.Object({ id: Type.String() }), output: signingSettingSchema },
  /** What of a file or batch can be signed now, and why the rest cannot. */
  "signing.look": { input: Type.Object(target), output: signableSchema },
  /** Begins to sign all that can be; it goes on while nobody looks. */
  "signing.start": {
    input: Type.Object({ ...target, secret }),
    output: Type.Union([signingRunSchema, refusedSchema]),
  },
  "signing.run": {
    input: Type.Object({}),
    output: Type.Object({ run: Type.Union([signingRunSchema, Type.Null()]) }),
  },
  /** Stops after the document that is being signed. */
  "signing.cancel": { input: Type.Object({}), output: Type.Object({}) },
  /** Verifies the signatures of a file's documents, or of one of them. */
  "signing.verify": {
    input: Type.Object({ fileId: Type.String(), itemId: Type.Optional(Type.String()) }),
    output: Type.Object({ documents: Type.Array(documentSignaturesSchema) }),
  },
} as const;
