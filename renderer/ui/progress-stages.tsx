import { Group, Progress, SimpleGrid, Stack, Text } from "@mantine/core";

export type Stage = { name: string; value: number; total: number; note?: string };

/** Stages of one work side by side: each with its count of the whole, as figures and as a bar. */
export function ProgressStages(props: { stages: readonly Stage[]; writeCount: (value: number) => string }) {
  const { stages, writeCount } = props;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: stages.length }} spacing="lg">
      {stages.map(({ name, value, total, note }) => {
        const whole = total > 0 && value >= total;
        return (
          <Stack key={name} gap="0.3rem">
            <Group justify="space-between" gap="xs" wrap="nowrap">
              <Text fw={600}>{name}</Text>
              <Text className="figures">
                {writeCount(value)}/{writeCount(total)}
              </Text>
            </Group>
            <Progress
              value={total > 0 ? Math.min(100, (value / total) * 100) : 0}
              color={whole ? "lacquer" : "yellow"}
              size="md"
              aria-label={name}
            />
            {note && (
              <Text size="sm" c="dimmed">
                {note}
              </Text>
            )}
          </Stack>
        );
      })}
    </SimpleGrid>
  );
}
