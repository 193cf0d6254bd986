import { Button, Checkbox, Group, Radio, Stack, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { readTimeOfDay, writeTimeOfDay } from "#shared/base/time-of-day.ts";
import type { UploadPace } from "#shared/rules/upload-pace.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { PauseUploads } from "#renderer/app/pause-uploads.tsx";
import { useDesk } from "#renderer/app/session.tsx";
import { useUploads } from "#renderer/app/use-uploads.ts";
import { useWords } from "#renderer/app/words.tsx";
import { Section } from "#renderer/ui/section.tsx";

/** When and how fast files go to the province from this machine. */
export function UploadSettings() {
  const words = useWords().uploads;
  const asked = useUploads();
  return (
    <Section title={words.title} hint={words.hint}>
      <Stack>
        {asked.error !== undefined && <FaultView error={asked.error} />}
        <PauseUploads asked={asked} />
        {asked.value && <PaceForm pace={asked.value.pace} onSaved={asked.ask} />}
      </Stack>
    </Section>
  );
}

const mostRate = 1_000_000;

function PaceForm({ pace, onSaved }: { pace: UploadPace; onSaved: () => void }) {
  const words = useWords().uploads;
  const desk = useDesk();
  const [metered, setMetered] = useState(pace.metered);
  const [hours, setHours] = useState(pace.from === pace.to ? "all" : "between");
  const [from, setFrom] = useState(pace.from === pace.to ? "18:00" : writeTimeOfDay(pace.from));
  const [to, setTo] = useState(pace.from === pace.to ? "06:00" : writeTimeOfDay(pace.to));
  const [rate, setRate] = useState(String(pace.kilobytesPerSecond));
  const [problems, setProblems] = useState<{ from?: string; to?: string; rate?: string }>({});
  const [error, setError] = useState<unknown>();

  const save = () => {
    const span = hours === "all" ? { from: 0, to: 0 } : { from: readTimeOfDay(from), to: readTimeOfDay(to) };
    const kilobytesPerSecond = Number(rate.replace(/[\s.,]/g, "") || "0");
    const isRate = Number.isInteger(kilobytesPerSecond) && kilobytesPerSecond <= mostRate && !/-/.test(rate);
    const isSame = hours !== "all" && span.from !== undefined && span.from === span.to;
    setProblems({
      ...(span.from === undefined && { from: words.timeBad }),
      ...(span.to === undefined ? { to: words.timeBad } : isSame ? { to: words.sameTime } : {}),
      ...(!isRate && { rate: words.rateBad }),
    });
    if (span.from === undefined || span.to === undefined || !isRate || isSame) return;
    setError(undefined);
    desk
      .call("uploads.setPace", {
        paused: pace.paused,
        metered,
        from: span.from,
        to: span.to,
        kilobytesPerSecond,
      })
      .then(() => {
        notifications.show({ message: words.saved });
        onSaved();
      }, setError);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack>
        {error !== undefined && <FaultView error={error} />}
        <Checkbox
          label={words.metered}
          checked={metered}
          onChange={(event) => setMetered(event.currentTarget.checked)}
        />
        <Radio.Group label={words.hours} value={hours} onChange={setHours}>
          <Stack gap="xs" mt="xs">
            <Radio value="all" label={words.allDay} />
            <Radio value="between" label={words.between} />
          </Stack>
        </Radio.Group>
        {hours === "between" && (
          <Group align="flex-start">
            <TextInput
              label={words.from}
              value={from}
              error={problems.from}
              onChange={(event) => setFrom(event.currentTarget.value)}
              w="7rem"
            />
            <TextInput
              label={words.to}
              value={to}
              error={problems.to}
              onChange={(event) => setTo(event.currentTarget.value)}
              w="7rem"
            />
          </Group>
        )}
        <Group align="flex-end">
          <TextInput
            label={words.rate}
            inputMode="numeric"
            value={rate}
            error={problems.rate}
            onChange={(event) => setRate(event.currentTarget.value)}
            w="9rem"
          />
          <Text size="sm" c="dimmed" pb="xs">
            {words.rateUnit}
          </Text>
        </Group>
        <Group>
          <Button type="submit">{words.save}</Button>
        </Group>
      </Stack>
    </form>
  );
}
