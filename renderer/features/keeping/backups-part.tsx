import { Button, Group, NativeSelect, Stack } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { KeepingStatus } from "#shared/contract/keeping.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { KeyValues } from "#renderer/ui/key-values.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { AddPlace } from "./add-place.tsx";
import { PlaceCard } from "./place-card.tsx";
import { Verdict } from "./verdict.tsx";

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** Where the data are backed up, when that is done by itself, and the last drill. */
export function BackupsPart({ status }: { status: KeepingStatus }) {
  const words = useWords().keeping.backups;
  const format = useFormat();
  const desk = useDesk();
  const [adding, setAdding] = useState(false);
  const { places, drill } = status;
  return (
    <Section
      title={words.title}
      hint={words.hint}
      actions={
        <Button
          variant="default"
          leftSection={<IconPlus size="1.1rem" aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {words.add}
        </Button>
      }
    >
      <Stack>
        {places.length === 0 && <Verdict kind="note" title={words.none} />}
        {places.map((place) => (
          <PlaceCard key={place.id} place={place} busy={status.task !== null} />
        ))}
        {places.length > 0 && (
          <Group align="flex-end">
            <NativeSelect
              label={words.hour}
              description={words.hourHint}
              value={String(status.hour)}
              onChange={(event) =>
                void desk.call("keeping.setDaily", { hour: Number(event.currentTarget.value) })
              }
              data={hours.map((hour) => ({ value: String(hour), label: words.hourOf(hour) }))}
            />
          </Group>
        )}
        {drill && <KeyValues rows={[{ name: words.drilledAt, value: format.time(drill.at) }]} />}
      </Stack>
      {adding && <AddPlace onClose={() => setAdding(false)} />}
    </Section>
  );
}
