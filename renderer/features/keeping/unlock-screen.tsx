import { Center, Paper, Stack, Text, Title } from "@mantine/core";
import { useEffect } from "react";
import type { DeskFault } from "#shared/contract/fault.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useLanguage, useWords } from "#renderer/app/words.tsx";
import { OpenSealed } from "./open-sealed.tsx";

/** Shown alone while this machine's data are encrypted and their key is not here: the passphrase, and the way without. */
export function UnlockScreen({ fault }: { fault: DeskFault }) {
  const all = useWords();
  const words = all.keeping.sealing;
  const { language } = useLanguage();
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = all.common.product;
  }, [language, all]);
  return (
    <Center component="main" mih="100vh" p="md">
      <Paper withBorder p="xl" w="min(36rem, 100%)">
        <Stack>
          <Title order={1} fz="1.375rem">
            {words.lockedDesk}
          </Title>
          {fault.code === "desk-locked" ? (
            <>
              <Text>{words.lockedDeskWhat}</Text>
              <OpenSealed />
              <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
                {words.forgotten(fault.message)}
              </Text>
            </>
          ) : (
            <FaultView error={fault} />
          )}
        </Stack>
      </Paper>
    </Center>
  );
}
