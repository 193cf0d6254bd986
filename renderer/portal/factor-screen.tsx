import { Paper, Stack, Text, Title } from "@mantine/core";
import { readerSchema } from "#shared/portal/reader.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ask } from "./ask.ts";
import { FactorSetup } from "./factor-setup.tsx";
import { usePortal } from "./use-portal.tsx";

/** One's own second factor: whether it is on, and setting it up. */
export function FactorScreen() {
  const words = useWords().portal.factor;
  const { reader, change } = usePortal();
  return (
    <Paper withBorder p="xl" maw="30rem" mx="auto" radius="lg">
      {reader.secondFactor ? (
        <Stack gap="md">
          <Title order={1} fz="1.5rem">
            {words.title}
          </Title>
          <Text fw={600}>{words.on}</Text>
          <Text>{words.lost}</Text>
        </Stack>
      ) : (
        <FactorSetup onDone={() => void ask(readerSchema, "me").then(change, () => change(undefined))} />
      )}
    </Paper>
  );
}
