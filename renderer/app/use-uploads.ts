import type { Uploads } from "#shared/contract/uploads.ts";
import { useDesk } from "#renderer/app/session.tsx";
import type { Asked } from "#renderer/app/use-asked.ts";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";

/** How objects go to the province now, asked again whenever something of the sending changes. */
export function useUploads(): Asked<Uploads> {
  const desk = useDesk();
  return useAskedAgain("uploads", () => desk.call("uploads.read", {}), ["sync.changed"]);
}
