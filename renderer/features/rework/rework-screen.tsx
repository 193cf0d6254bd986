import { Checkbox, Chip, Group, Stack } from "@mantine/core";
import { IconChecks } from "@tabler/icons-react";
import { useState } from "react";
import { useParams } from "wouter";
import { stations } from "#shared/archive/note.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { OneRework } from "./one-rework.tsx";

/** What was sent back to the stations: whose, since when and why, each with the way to it and what can be said to it. */
export function ReworkScreen() {
  const { batchId = "" } = useParams<{ batchId?: string }>();
  const desk = useDesk();
  const words = useWords().rework;
  const { count } = useFormat();
  const [station, setStation] = useState("");
  const [closed, setClosed] = useState(false);
  const { value, error, ask } = useAskedAgain(
    `reworks ${batchId} ${closed}`,
    () => desk.call("rework.list", { batchId, closed }),
    ["records.changed"],
  );
  const reworks = value?.reworks;
  const shown = reworks?.filter(({ head }) => station === "" || head.station === station);
  const first = reworks?.[0];
  return (
    <Stack maw="70rem">
      <PageHeader
        title={batchId !== "" && first ? `${words.title} · ${first.batch.number}` : words.title}
        subtitle={words.subtitle}
      />
      {error !== undefined && <FaultView error={error} onRetry={ask} />}
      <Group gap="lg">
        <Chip.Group multiple={false} value={station} onChange={setStation}>
          <Group gap="xs" role="radiogroup" aria-label={words.filter}>
            <Chip value="">{words.counted(words.all, count(reworks?.length ?? 0))}</Chip>
            {stations.map((one) => (
              <Chip key={one} value={one}>
                {words.counted(
                  words.stations[one],
                  count(reworks?.filter(({ head }) => head.station === one).length ?? 0),
                )}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        <Checkbox
          label={words.showClosed}
          checked={closed}
          onChange={(event) => setClosed(event.currentTarget.checked)}
        />
      </Group>
      {shown?.length === 0 && <EmptyState Icon={IconChecks} title={words.none} hint={words.noneHint} />}
      {shown && shown.length > 0 && (
        <Stack component="ul" gap="md" m={0} p={0} style={{ listStyle: "none" }} aria-label={words.list}>
          {shown.map((rework) => (
            <OneRework key={rework.head.id} rework={rework} onDone={ask} />
          ))}
        </Stack>
      )}
    </Stack>
  );
}
