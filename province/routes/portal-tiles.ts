import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { PageTilesInfo } from "#shared/contract/portal.ts";
import { factorsOf, readTilePath, tileSide } from "#shared/base/tiles.ts";
import { personOf } from "#province/access/admit-readers.ts";
import { findItem } from "#province/portal/find-item.ts";
import type { PageTiles } from "#province/portal/page/page-tiles.ts";
import type { SeenPages } from "#province/portal/page/seen-pages.ts";
import { isMaskedFor, noteSeen, seenKey, watermarkFor } from "#province/portal/read-page.ts";
import { type App, type Province, Refused } from "./typed.ts";

const page = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 40 }),
  page: Type.String({ pattern: "^[1-9]\\d{0,4}$" }),
});
const tile = Type.Object({
  ...page.properties,
  region: Type.String({ pattern: "^\\d{1,6}(,\\d{1,6}){3}$" }),
  size: Type.String({ pattern: "^\\d{1,4},\\d{1,4}$" }),
});

/**
 * Pages larger than A3 in tiles, by addresses of the IIIF Image API 3.0 (level 0: the tiles that `info.json` tells, and
 * no other part). Whoever asks for a tile is asked what is asked of who sees the page, each time: what is held ready is
 * nobody's right to it.
 */
export function addPortalTileRoutes(app: App, province: Province, tiles: PageTiles, seen: SeenPages): void {
  const { database, now } = province;

  const open = async (request: Pick<FastifyRequest, "raw">, id: string, number: string) => {
    const person = personOf(request);
    const { hit, district, closed, bytes } = await findItem(province, person, id);
    if (closed !== "") throw new Refused(404, "not-found", "its pages are not to be read");
    const which = { digest: hit.renditionDigest, page: Number(number) - 1, masked: isMaskedFor(person) };
    return { person, at: { district, id, page: number }, levels: await tiles.levels(which, bytes) };
  };

  app.get(
    "/portal/items/:id/pages/:page/tiles/info.json",
    { schema: { params: page } },
    async (request): Promise<PageTilesInfo> => {
      const { id, page: number } = request.params;
      const { levels } = await open(request, id, number);
      const { width, height } = levels;
      const from = `${request.protocol}://${request.host}`;
      return {
        "@context": "http://iiif.io/api/image/3/context.json",
        id: `${from}/portal/items/${encodeURIComponent(id)}/pages/${number}/tiles`,
        type: "ImageService3",
        protocol: "http://iiif.io/api/image",
        profile: "level0",
        ...{ width, height },
        tiles: [{ width: tileSide, scaleFactors: factorsOf(levels) }],
      };
    },
  );

  app.get(
    "/portal/items/:id/pages/:page/tiles/:region/:size/0/default.jpg",
    { schema: { params: tile }, compress: false },
    async (request, reply) => {
      const { id, page: number, region, size } = request.params;
      const { person, at, levels } = await open(request, id, number);
      const asked = readTilePath(levels, region, size);
      if (!asked) throw new Refused(404, "not-found", "no such tile");
      const jpeg = await tiles.cut(levels, asked, watermarkFor(person, now()));
      await seen.once(seenKey(person, at), now(), () => noteSeen(database, person, at, now()));
      return reply
        .type("image/jpeg")
        .header("x-content-type-options", "nosniff")
        .header("cache-control", "private, max-age=600")
        .send(Buffer.from(jpeg));
    },
  );
}
