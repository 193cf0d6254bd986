import { Button, Group, NativeSelect, SegmentedControl, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { custodyPoints } from "#shared/archive/custody.ts";
import { may } from "#shared/archive/permissions.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { CameraScan } from "./camera-scan.tsx";
import { PaperCard } from "./paper-card.tsx";
import { PaperList } from "./paper-list.tsx";
import { paperContext, paperName, whereText } from "./paper-name.ts";
import { type Station, useAsking } from "./use-asking.ts";

/** Where boxes and files of paper are: one question by scan or typing, and scans that record each point of the way. */
export function CustodyScreen() {
  const { profile } = useWork();
  const words = useWords().custody;
  const format = useFormat();
  const [station, setStation] = useState<Station>({ point: "", place: "", by: profile.name });
  const [typed, setTyped] = useState("");
  const { found, chosen, said, ask, choose, look } = useAsking(station);
  const writes = may(profile.role, "custody");
  const set = (fields: Partial<Station>) => setStation((before) => ({ ...before, ...fields }));
  return (
    <Stack>
      <PageHeader title={words.title} subtitle={words.subtitle} />
      <Section title={words.ask} hint={words.askHint}>
        <Stack gap="sm">
          {writes ? (
            <Group align="flex-end">
              <Stack gap="0.3rem">
                <Text fw={500} size="sm">
                  {words.station}
                </Text>
                <SegmentedControl
                  aria-label={words.station}
                  value={station.point === "" ? "ask" : "record"}
                  data={[
                    { value: "ask", label: words.onlyAsk },
                    { value: "record", label: words.record },
                  ]}
                  onChange={(mode) => set({ point: mode === "ask" ? "" : "out-of-box" })}
                />
              </Stack>
              {station.point !== "" && (
                <>
                  <NativeSelect
                    label={words.point}
                    value={station.point}
                    data={custodyPoints.map((value) => ({ value, label: words.points[value] }))}
                    onChange={(event) => {
                      const point = custodyPoints.find((known) => known === event.currentTarget.value);
                      if (point) set({ point });
                    }}
                  />
                  <TextInput
                    label={words.place}
                    value={station.place}
                    maxLength={100}
                    onChange={(event) => set({ place: event.currentTarget.value })}
                  />
                  <TextInput
                    label={words.by}
                    value={station.by}
                    maxLength={200}
                    onChange={(event) => set({ by: event.currentTarget.value })}
                  />
                </>
              )}
            </Group>
          ) : (
            <Text>{words.notYours}</Text>
          )}
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (typed.trim() === "") return;
              void ask(typed.trim());
              setTyped("");
            }}
          >
            <TextInput
              aria-label={words.ask}
              value={typed}
              maxLength={400}
              size="md"
              autoFocus
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          </form>
          <CameraScan onRead={(text) => void ask(text)} />
          <Text role="status" fw={600}>
            {said}
          </Text>
          {found.map((one) => (
            <Group key={one.paper.id} justify="space-between">
              <Button variant="default" onClick={() => void choose(one)}>
                {paperName(words, one.paper)}, {paperContext(words, one.paper)}
              </Button>
              <Text>{whereText(words, format, one)}</Text>
            </Group>
          ))}
        </Stack>
      </Section>
      {chosen && <PaperCard key={chosen.id} chosen={chosen} />}
      <PaperList onLook={look} />
    </Stack>
  );
}
