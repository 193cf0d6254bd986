import { signatureLook } from "#shared/signing/signature-look.ts";
import { bytesOf } from "#electron/pipeline/rendition/byte-source.ts";
import type { Stamp } from "#electron/signing/build-cms.ts";
import { signPdf } from "#electron/signing/sign-pdf.ts";
import type { Seal } from "#electron/signing/read-seal.ts";
import { openSignatureFace } from "#electron/signing/signature-face.ts";
import type { SigningMeans } from "#electron/signing/signing-means.ts";
import { resources } from "#tests/fixtures/resources.ts";

export const agency = "Ủy ban nhân dân huyện Tuy Phước, tỉnh Bình Định";

/** A PDF/A with a signature of some means, as the desk signs. */
export async function signedPdf(
  pdf: Buffer,
  means: SigningMeans,
  options: { at?: number; stamp?: Stamp; seal?: Seal | undefined } = {},
): Promise<Buffer> {
  const face = await openSignatureFace(resources, signatureLook, { agency, seal: options.seal });
  const { at = Date.now(), stamp } = options;
  return Buffer.concat([pdf, await signPdf(bytesOf(pdf), { means, face, agency, at, stamp })]);
}
