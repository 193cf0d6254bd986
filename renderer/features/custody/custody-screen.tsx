import { Alert, Button, Group, List, Stack, Text, TextInput } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useState } from "react";
import { may } from "#shared/archive/permissions.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { CameraScan } from "./camera-scan.tsx";
import { PaperCard } from "./paper-card.tsx";
import { PaperList } from "./paper-list.tsx";
import { paperContext, paperName, whereText } from "./paper-name.ts";
import { StationChoice } from "./station-choice.tsx";
import { type Odd, type Station, useAsking } from "./use-asking.ts";

/** Where boxes and files of paper are: one question by scan or typing, and scans that record each point of the way. */
export function CustodyScreen() {
  const { profile } = useWork();
  const desk = useDesk();
  const words = useWords().custody;
  const format = useFormat();
  const [station, setStation] = useState<Station>({ point: "", pointId: "", place: "", by: profile.name });
  const [typed, setTyped] = useState("");
  const set = (fields: Partial<Station>) => setStation((before) => ({ ...before, ...fields }));
  const asked = useAskedAgain("points", () => desk.call("points.list", {}), ["records.changed"]);
  const points = (asked.value?.points ?? []).map(({ point }) => point);
  const writes = may(profile.role, "custody");
  const { found, chosen, said, odd, ask, choose, look } = useAsking(station, points, (point) => {
    if (writes) set({ point: point.kind, pointId: point.id, place: "" });
  });
  return (
    <Stack>
      <PageHeader title={words.title} subtitle={words.subtitle} />
      <Section title={words.ask} hint={words.askHint}>
        <Stack gap="sm">
          {writes ? (
            <StationChoice station={station} points={points} onChange={set} />
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
          {odd && <OddAlert odd={odd} />}
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
      <PaperList points={points} onLook={look} />
    </Stack>
  );
}

/** What is out of order with what was just recorded, and what to do. */
function OddAlert({ odd }: { odd: Odd }) {
  const words = useWords().custody;
  return (
    <Alert
      color="orange"
      icon={<IconAlertTriangle aria-hidden />}
      title={words.oddTold(odd.name)}
      role="alert"
    >
      <List mb="xs">
        {odd.codes.map((code) => (
          <List.Item key={code}>{words.odd[code]}</List.Item>
        ))}
      </List>
      <Text size="sm">{words.oddNext}</Text>
    </Alert>
  );
}
