/**
 * What waits in the tray, by one text: the bytes, which page of them, the name they came under, and the page that it
 * is by the log of its device. Two blank sides may be the same bytes, and two folders may name a file alike.
 */
export type ArrivalKey = { digest: string; page: number; name: string; pageId?: string };

export function keyOfArrival({ digest, page, name, pageId = "" }: ArrivalKey): string {
  return `${digest}/${page}/${name}${pageId === "" ? "" : `/${pageId}`}`;
}
