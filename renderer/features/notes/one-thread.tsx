import { Anchor, Badge, Card, Group, Stack, Text } from "@mantine/core";
import { IconChecks, IconMessageQuestion } from "@tabler/icons-react";
import { Link } from "wouter";
import type { ThreadRow } from "#shared/contract/notes.ts";
import { toBatch, toFile, toFileNotes, toFonds, toItemNotes } from "#renderer/app/addresses.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { StateBadge } from "#renderer/ui/state-badge.tsx";

const toPlace = { batches: toBatch, files: toFile, fonds: toFonds };

/** A thread: what was written, by whom, on which record, and how it stands. */
export function OneThread({ row }: { row: ThreadRow }) {
  const { note, place, stand, waits, replies, last } = row;
  const all = useWords().notes;
  const words = all.list;
  const { count, time } = useFormat();
  // Notes of a batch stand on its page; those of a file are opened with it.
  const { itemId, page } = place;
  const onPage = note.subject === "pages" ? note.subjectId : undefined;
  const address =
    itemId !== undefined
      ? toItemNotes(place.id, itemId, onPage)
      : (note.subject === "files" ? toFileNotes : toPlace[place.open])(place.id);
  return (
    <Card component="li" withBorder padding="md">
      <Stack gap="0.35rem">
        <Group gap="xs" justify="space-between">
          <Anchor component={Link} href={address} fw={600} underline="hover">
            {`${words.open[itemId === undefined ? place.open : "items"]} `}
            <span className="figures">{place.label}</span>
            {`${page === undefined ? "" : `, ${words.onPage(count(page))}`} · ${place.title}`}
          </Anchor>
          <Group gap="xs">
            {waits && (
              <Badge tt="none" size="lg">
                {words.waits}
              </Badge>
            )}
            <Badge variant="default" tt="none" size="lg" fw={500}>
              {all.kinds[note.kind]}
            </Badge>
            {stand === "open" && (
              <StateBadge Icon={IconMessageQuestion} label={words.stands.open} color="orange" />
            )}
            {stand === "settled" && (
              <StateBadge Icon={IconChecks} label={words.stands.settled} color="lacquer" />
            )}
          </Group>
        </Group>
        <Text style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }} lineClamp={4}>
          {note.text}
        </Text>
        <Text size="sm" c="dimmed" className="figures">
          {[
            all.by(note.by, time(note.at)),
            ...(note.mentions.length > 0 ? [all.called(note.mentions.join(", "))] : []),
            ...(replies > 0 ? [words.replies(count(replies), last.by, time(last.at))] : []),
            ...(note.solvedAt === "" ? [] : [all.solved(note.solvedBy, time(note.solvedAt))]),
          ].join(" · ")}
        </Text>
      </Stack>
    </Card>
  );
}
