import { Button, Group, Stack, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { workbookLayouts } from "#shared/contract/workbook.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { saveTemplate } from "./save-workbook.ts";

/** An empty workbook of each layout, to save and fill in. */
export function Templates() {
  const desk = useDesk();
  const all = useWords();
  const words = all.workbook;
  return (
    <Stack gap="xs">
      <Text fw={600}>{words.templates}</Text>
      <Group>
        {workbookLayouts.map((layout) => (
          <Button
            key={layout}
            variant="default"
            leftSection={<IconDownload size="1.1rem" />}
            onClick={() => {
              saveTemplate(desk, layout, words.templateName(words.layouts[layout])).catch((error: unknown) =>
                notifyFault(all, error),
              );
            }}
          >
            {words.layouts[layout]}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
