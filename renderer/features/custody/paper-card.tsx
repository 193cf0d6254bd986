import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { Link } from "wouter";
import type { Custody } from "#shared/archive/custody.ts";
import { may } from "#shared/archive/permissions.ts";
import { toBoxForms, toForms } from "#renderer/app/addresses.ts";
import { FaultView, notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ReasonDialog } from "#renderer/ui/reason-dialog.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { paperContext, paperName, whereText } from "./paper-name.ts";
import type { Chosen } from "./use-asking.ts";

/** One box or file: where it is, and all that happened to it. */
export function PaperCard({ chosen }: { chosen: Chosen }) {
  const desk = useDesk();
  const all = useWords();
  const words = all.custody;
  const format = useFormat();
  const { profile } = useWork();
  const [wrong, setWrong] = useState<Custody>();
  const { value, error, ask } = useAskedAgain(
    `paper ${chosen.subject} ${chosen.id}`,
    () => desk.call("custody.read", chosen),
    ["records.changed"],
  );
  if (error !== undefined) return <FaultView error={error} />;
  if (!value) return null;
  const { standing, events } = value;
  const { paper } = standing;
  const print =
    paper.subject === "file"
      ? toForms(paper.fondsId, paper.id)
      : toBoxForms(paper.fondsId, { inventory: paper.inventory, number: paper.label });
  const withdraw = (reason: string) => {
    if (!wrong) return;
    desk.call("custody.withdraw", { id: wrong.id, reason }).then(
      () => {
        notifications.show({ message: words.withdrawn });
        ask();
      },
      (fault: unknown) => notifyFault(all, fault),
    );
    setWrong(undefined);
  };
  return (
    <Section
      title={paperName(words, paper)}
      hint={paperContext(words, paper)}
      actions={
        <Button component={Link} href={print} variant="default">
          {words.slip}
        </Button>
      }
    >
      <Stack gap="sm">
        {paper.title !== "" && <Text>{paper.title}</Text>}
        <Text fw={600} fz="lg">
          {whereText(words, format, standing)}
        </Text>
        {events.length > 0 && (
          <>
            <Title order={3} fz="md">
              {words.history}
            </Title>
            <Stack component="ol" gap="xs" p={0} m={0} style={{ listStyle: "none" }}>
              {events.map((event) => (
                <Group component="li" key={event.id} gap="sm" justify="space-between">
                  <Text>
                    {words.points[event.point]}
                    {event.place === "" ? "" : ` (${event.place})`}
                    {event.subject !== paper.subject && ` · ${words.withBox}`}
                    {` · ${words.since(format.time(event.at), event.by)}`}
                    {(event.odd ?? []).map((code) => (
                      <Text key={code} span display="block" size="sm" fs="italic">
                        {words.odd[code]}
                      </Text>
                    ))}
                  </Text>
                  {event.subject === paper.subject && may(profile.role, "custody") && (
                    <Button variant="subtle" size="compact-sm" onClick={() => setWrong(event)}>
                      {words.wrong}
                    </Button>
                  )}
                </Group>
              ))}
            </Stack>
          </>
        )}
      </Stack>
      {wrong && (
        <ReasonDialog
          title={words.wrongTitle}
          hint={words.wrongHint}
          label={words.reason}
          confirm={words.withdraw}
          cancel={all.common.cancel}
          maxLength={500}
          onConfirm={withdraw}
          onClose={() => setWrong(undefined)}
        />
      )}
    </Section>
  );
}
