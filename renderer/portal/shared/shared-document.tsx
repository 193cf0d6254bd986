import { Stack, Text, Title } from "@mantine/core";
import type { SharedOpened } from "#shared/contract/portal-links.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { SharedPage } from "./shared-page.tsx";

/** A document that was opened by a link: what it is, until when it is seen, who shared it, and its pages below one another. */
export function SharedDocument({ opened, onOver }: { opened: SharedOpened; onOver: () => void }) {
  const words = useWords().portal.links.shared;
  const { date, time, count } = useFormat();
  const { title, notation, issuer, pages, token, by, office, recipient, ends, until, left } = opened;
  const sharer = [by, office].filter(Boolean).join(" · ");
  return (
    <Stack gap="md">
      <Stack gap="0.35rem" style={{ overflowWrap: "anywhere" }}>
        <Title order={1} fz="1.375rem" lh={1.35}>
          {title || notation || words.title}
        </Title>
        <Text>{[notation, date(opened.date), issuer].filter(Boolean).join(" · ")}</Text>
        <Text fw={600} role="status" className="figures">
          {words.ends(time(ends))}
        </Text>
        <Text size="sm">{words.sharedBy(sharer, recipient)}</Text>
        <Text size="sm" className="figures">
          {words.leftUntil(count(left), time(until))}
        </Text>
        <Text size="sm" c="dimmed">
          {words.masked}
        </Text>
      </Stack>
      <Stack component="ol" aria-label={words.pages} gap="md" p={0} m={0}>
        {Array.from({ length: pages }, (_, at) => (
          <SharedPage key={at} token={token} page={at + 1} total={pages} onOver={onOver} />
        ))}
      </Stack>
    </Stack>
  );
}
