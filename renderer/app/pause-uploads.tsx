import { Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import type { Uploads } from "#shared/contract/uploads.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import type { Asked } from "#renderer/app/use-asked.ts";
import { useWords } from "#renderer/app/words.tsx";

/** What holds files back now, in words, and the one button that pauses them and lets them go on. */
export function PauseUploads({ asked }: { asked: Asked<Uploads> }) {
  const words = useWords().uploads;
  const format = useFormat();
  const desk = useDesk();
  const [error, setError] = useState<unknown>();
  const uploads = asked.value;
  if (!uploads) return null;
  const { pace, limit, opensAt } = uploads;
  const toggle = () => {
    setError(undefined);
    desk
      .call("uploads.setPace", { ...pace, paused: !pace.paused })
      .catch(setError)
      .finally(asked.ask);
  };
  return (
    <>
      {error !== undefined && <FaultView error={error} />}
      <Group justify="space-between" wrap="nowrap" align="center">
        <Text size="sm" role="status">
          {words.limits[limit]}
          {opensAt !== "" && ` ${words.opensAt(format.time(opensAt))}`}
        </Text>
        <Button variant="default" onClick={toggle} style={{ flexShrink: 0 }}>
          {pace.paused ? words.resume : words.pause}
        </Button>
      </Group>
    </>
  );
}
