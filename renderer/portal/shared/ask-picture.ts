import { openingHeader } from "#shared/contract/portal-links.ts";
import { faultOf, PortalFault } from "#renderer/portal/ask.ts";

/** The picture of a page of an opened document; its token goes in a header, so that no address bears it. */
export async function askPicture(token: string, page: number, width: 900 | 1800): Promise<Blob> {
  const answer = await fetch(`/portal/shared/pages/${page}?width=${width}`, {
    headers: { [openingHeader]: token },
    cache: "no-store",
  }).catch(() => {
    throw new PortalFault("offline");
  });
  if (!answer.ok) throw await faultOf(answer);
  return answer.blob();
}
