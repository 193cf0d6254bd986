import { useCallback } from "react";
import type { Page } from "#shared/archive/page.ts";
import type { BesidePage, PageViewProps } from "#renderer/ui/page-view.tsx";
import { useDesk, useWork } from "./session.tsx";

type PageLook = Pick<PageViewProps, "src" | "alt" | "size" | "askFull" | "beside" | "keep">;

/**
 * What a `PageView` is told of the page at `at`: its preview, its own pixels where this machine has them, its
 * neighbours, and that zoom and neighbours are remembered for the person at work.
 */
export function usePageLook(pages: readonly Page[], at: number, altOf: (page: Page) => string): PageLook {
  const desk = useDesk();
  const { profile } = useWork();
  const page = pages[at];
  const id = page?.id ?? "";
  // Another correction is another picture, which is asked for anew.
  const viewDigest = page?.viewDigest ?? "";
  const askFull = useCallback(async () => {
    if (viewDigest === "") return "";
    const { digest } = await desk.call("capture.pageImage", { pageId: id });
    return digest === "" ? "" : desk.objectUrl(digest);
  }, [desk, id, viewDigest]);
  const srcOf = (of: Page | undefined) => (of && of.viewDigest !== "" ? desk.objectUrl(of.viewDigest) : "");
  const besideOf = (of: Page | undefined): BesidePage | undefined =>
    of && { src: srcOf(of), alt: altOf(of), size: of };
  return {
    src: srcOf(page),
    alt: page ? altOf(page) : "",
    size: page,
    askFull,
    beside: { before: besideOf(pages[at - 1]), after: besideOf(pages[at + 1]) },
    keep: `mucluc.look.${profile.name}`,
  };
}
