import { Badge } from "@mantine/core";
import { type CopyState, isOpenCopy } from "#shared/portal/copy-request.ts";
import { useWords } from "#renderer/app/words.tsx";

/** How a request for a copy stands, in a word; in colour while it waits. */
export function CopyStateBadge({ state }: { state: CopyState }) {
  const words = useWords().portal.copies;
  return (
    <Badge variant={isOpenCopy(state) ? "light" : "default"} tt="none" fw={500}>
      {words.states[state]}
    </Badge>
  );
}
