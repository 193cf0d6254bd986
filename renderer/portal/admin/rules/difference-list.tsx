import { Group, List, Text } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { useWords } from "#renderer/app/words.tsx";

/** A difference in words: what it is about, how it was and how it is. */
export type Told = { what: string; before: string; after: string };

/** Differences one below the other, what was before what is. */
export function DifferenceList({ differences }: { differences: readonly Told[] }) {
  const words = useWords().portal.admin.rules.changes;
  return (
    <List listStyleType="none" spacing="sm" aria-label={words.list}>
      {differences.map(({ what, before, after }, place) => (
        <List.Item key={`${place} ${what}`} styles={{ itemWrapper: { display: "block" } }}>
          <Text size="sm" fw={600}>
            {what}
          </Text>
          <Group gap="0.4rem" align="baseline" className="figures">
            <Text component="del" c="dimmed" style={{ overflowWrap: "anywhere" }}>
              {before}
            </Text>
            <IconArrowRight size="0.9rem" role="img" aria-label={words.becomes} />
            <Text component="ins" style={{ overflowWrap: "anywhere", textDecoration: "none" }}>
              {after}
            </Text>
          </Group>
        </List.Item>
      ))}
    </List>
  );
}
