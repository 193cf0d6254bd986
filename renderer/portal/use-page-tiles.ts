import { useEffect, useState } from "react";
import { tilePath } from "#shared/base/tiles.ts";
import { pageTilesSchema } from "#shared/contract/portal.ts";
import type { DeepPicture } from "#renderer/ui/tile-view.ts";
import { ask } from "./ask.ts";

type Standing = "" | "large" | "largeComing" | "largeFailed";

/** The tiles of a page, asked for where it is large, and how it stands with them. */
export function usePageTiles(
  address: string,
  isLarge: boolean,
): { deep: DeepPicture | undefined; standing: Standing } {
  const [found, setFound] = useState<{ address: string; deep?: DeepPicture }>();
  useEffect(() => {
    if (!isLarge) return;
    let stopped = false;
    ask(pageTilesSchema, `${address}/tiles/info.json`).then(
      ({ width, height }) => {
        const size = { width, height };
        const deep: DeepPicture = {
          size,
          address: (tile) => `/portal/${address}/tiles/${tilePath(size, tile)}/0/default.jpg`,
        };
        if (!stopped) setFound({ address, deep });
      },
      () => {
        if (!stopped) setFound({ address });
      },
    );
    return () => {
      stopped = true;
    };
  }, [address, isLarge]);
  if (!isLarge) return { deep: undefined, standing: "" };
  if (found?.address !== address) return { deep: undefined, standing: "largeComing" };
  return { deep: found.deep, standing: found.deep ? "large" : "largeFailed" };
}
