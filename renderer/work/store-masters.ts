import type { ImportAnswer } from "#shared/contract/capture.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { Desk } from "#renderer/desk.ts";
import type { Master } from "#renderer/work/add-pages.ts";

/**
 * Stores files on the desk and answers each of their pages as a master, in the order of the files; one that cannot be
 * stored or read is told with its reason and stops no other.
 */
export async function storeMasters(
  desk: Desk,
  files: readonly File[],
): Promise<{ masters: Master[]; refused: ImportAnswer["refused"] }> {
  const objects: { digest: string; name: string }[] = [];
  const refused: ImportAnswer["refused"] = [];
  for (const file of files) {
    const name = file.name.normalize("NFC");
    try {
      objects.push({ digest: (await desk.store(file)).digest, name });
    } catch (error) {
      if (!(error instanceof DeskFault)) throw error;
      refused.push({ name, code: error.code, detail: error.message });
    }
  }
  const answer = await desk.call("capture.inspect", { objects });
  const masters = answer.read.flatMap(({ digest, name, size, mediaType, pages }) =>
    Array.from({ length: pages }, (_, masterPage): Master => ({
      masterDigest: digest,
      masterSize: size,
      masterPage,
      mediaType,
      sourceName: Array.from(name).slice(-127).join(""),
      scanner: "",
    })),
  );
  return { masters, refused: [...refused, ...answer.refused] };
}
