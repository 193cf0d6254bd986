import { Center, Paper, Stack, Title } from "@mantine/core";
import { useEffect } from "react";
import { useLanguage, useWords } from "#renderer/app/words.tsx";
import { FaultView, faultCodeOf } from "./fault-view.tsx";

/** Shown alone where the app cannot begin for what `error` says: never an empty window. */
export function StartFault({ error }: { error: unknown }) {
  const words = useWords();
  const { language } = useLanguage();
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = words.common.product;
  }, [language, words]);
  // Loading again does not help a window that was never let in.
  const again = faultCodeOf(error) === "not-entered" ? {} : { onRetry: () => window.location.reload() };
  return (
    <Center component="main" mih="100vh" p="md">
      <Paper withBorder p="xl" w="min(36rem, 100%)">
        <Stack>
          <Title order={1} fz="1.375rem">
            {words.common.product}
          </Title>
          <FaultView error={error} {...again} />
        </Stack>
      </Paper>
    </Center>
  );
}
