import { Button } from "@mantine/core";
import { useWords } from "#renderer/app/words.tsx";

/** The way out of a screen that must be dealt with before anything else. */
export function LeaveInstead({ onLeave }: { onLeave: () => void }) {
  return (
    <Button variant="subtle" fullWidth mt="sm" onClick={onLeave}>
      {useWords().portal.leave}
    </Button>
  );
}
