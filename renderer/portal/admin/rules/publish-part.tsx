import { Group, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { DifferenceList, type Told } from "./difference-list.tsx";

const shortestReason = 5;

/** What differs from the rules in force, and publishing it with a reason. */
export function PublishPart(props: {
  differences: readonly Told[];
  faulty: boolean;
  version: number;
  busy: boolean;
  onPublish: (reason: string) => void;
}) {
  const words = useWords().portal.admin.rules.changes;
  const [reason, setReason] = useState("");
  const { differences, faulty, version, busy, onPublish } = props;
  const given = reason.normalize("NFC").trim();
  const kept = faulty
    ? words.publishFaults
    : differences.length === 0
      ? words.publishNothing
      : given.length < shortestReason
        ? words.publishReason
        : undefined;
  return (
    <Section title={words.title} hint={words.hint}>
      <Stack>
        {differences.length === 0 ? (
          <Text c="dimmed">{words.none}</Text>
        ) : (
          <DifferenceList differences={differences} />
        )}
        <Textarea
          label={words.reason}
          description={words.reasonHint}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
          maxLength={500}
          autosize
          minRows={2}
          withAsterisk
        />
        <Group justify="flex-end">
          <ExplainedButton loading={busy} reason={kept} onClick={() => onPublish(given)}>
            {words.publish(version)}
          </ExplainedButton>
        </Group>
      </Stack>
    </Section>
  );
}
