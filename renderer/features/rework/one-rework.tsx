import { Anchor, Group, Paper, Stack, Text } from "@mantine/core";
import { IconCircleCheck, IconEyeCheck, IconTool } from "@tabler/icons-react";
import { Link } from "wouter";
import type { Note } from "#shared/archive/note.ts";
import type { Rework } from "#shared/contract/rework.ts";
import { nameOfField } from "#renderer/app/field-words.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { StateBadge } from "#renderer/ui/state-badge.tsx";
import { addressOf } from "./address-of.ts";
import { AnswerRework } from "./answer-rework.tsx";

const looks = {
  open: { Icon: IconTool, color: "orange" },
  answered: { Icon: IconEyeCheck, color: "blue" },
  closed: { Icon: IconCircleCheck, color: "lacquer" },
} as const;

/** One thing that was sent back: what, why, by whom and since when, what was said since, and what can be done. */
export function OneRework({ rework, onDone }: { rework: Rework; onDone: () => void }) {
  const all = useWords();
  const words = all.rework;
  const format = useFormat();
  const { head, replies, stand, batch } = rework;
  const field = head.field === "" ? "" : nameOfField(all, "items", head.field);
  const label = [head.pin?.label ?? words.whole, field].filter((part) => part !== "").join(" · ");
  const address = addressOf(rework);
  return (
    <Paper component="li" withBorder radius="md" p="md" aria-label={label}>
      <Stack gap="xs">
        <Group gap="sm" justify="space-between">
          <Group gap="sm">
            {address === "" ? (
              <Text fw={600} className="figures">{`${label} (${words.gone})`}</Text>
            ) : (
              <Anchor
                component={Link}
                href={address}
                fw={600}
                py="0.35rem"
                className="figures"
                aria-label={words.openAt(label)}
              >
                {label}
              </Anchor>
            )}
            <StateBadge {...looks[stand]} label={words.stands[stand]} />
          </Group>
          <Text size="sm" c="dimmed" className="figures">
            {[head.station && words.stations[head.station], words.batch(batch.number)]
              .filter((part) => part !== undefined)
              .join(" · ")}
          </Text>
        </Group>
        <Said note={head} line={words.sentBy(head.by, format.time(head.at))} />
        {replies.length > 0 && (
          <Stack component="ul" gap="xs" m={0} pl="lg" style={{ listStyle: "none" }}>
            {replies.map((note) => (
              <li key={note.id}>
                <Said
                  note={note}
                  line={words.said(words.outcomes[note.outcome ?? "again"], note.by, format.time(note.at))}
                />
              </li>
            ))}
          </Stack>
        )}
        {head.solvedAt !== "" && (
          <Text size="sm" c="dimmed">
            {words.closedBy(head.solvedBy, format.time(head.solvedAt))}
          </Text>
        )}
        <AnswerRework rework={rework} onDone={onDone} />
      </Stack>
    </Paper>
  );
}

function Said({ note, line }: { note: Note; line: string }) {
  return (
    <Stack gap="0.15rem">
      <Text size="sm" c="dimmed" className="figures">
        {line}
      </Text>
      <Text style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>{note.text}</Text>
    </Stack>
  );
}
