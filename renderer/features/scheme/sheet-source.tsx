import { Button, Group, Stack, Text } from "@mantine/core";
import { Dropzone, MS_EXCEL_MIME_TYPE } from "@mantine/dropzone";
import { IconDownload, IconFileSpreadsheet } from "@tabler/icons-react";
import { useState } from "react";
import { FaultView, notifyFault } from "#renderer/app/fault-view.tsx";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import type { OnLines } from "./grow-dialog.tsx";
import { saveScheme } from "./save-scheme.ts";

/** A workbook whose groups are read: chosen, dropped, or saved empty to be filled in. */
export function SheetSource({ onLines }: { onLines: OnLines }) {
  const desk = useDesk();
  const all = useWords();
  const words = all.scheme;
  const [state, setState] = useState<{ name?: string; reading?: boolean; error?: unknown }>({});
  const read = async (file: File) => {
    onLines(undefined);
    setState({ name: file.name, reading: true });
    try {
      const { digest } = await desk.store(file);
      const { lines } = await desk.call("scheme.read", {
        digest,
        name: file.name.normalize("NFC").slice(-255),
      });
      setState({ name: file.name });
      onLines(lines);
    } catch (error) {
      setState({ name: file.name, error });
    }
  };
  return (
    <Stack gap="sm">
      <Dropzone
        accept={[...MS_EXCEL_MIME_TYPE, ".xlsx", ".xlsm", ".xls", ".csv"]}
        multiple={false}
        loading={state.reading === true}
        onDrop={([file]) => file && void read(file)}
        onReject={([rejected]) => rejected && void read(rejected.file)}
        inputProps={{ "aria-label": words.chooseSheet }}
        p="1.25rem"
        radius="md"
      >
        <Group wrap="nowrap">
          <IconFileSpreadsheet size="2.2rem" stroke={1.4} aria-hidden />
          <Stack gap={0}>
            <Text fw={600}>{state.name ?? words.chooseSheet}</Text>
            <Text size="sm" c="dimmed">
              {state.reading === true ? words.reading : words.sheetHint}
            </Text>
          </Stack>
        </Group>
      </Dropzone>
      {state.error !== undefined && <FaultView error={state.error} />}
      <Button
        variant="subtle"
        w="fit-content"
        leftSection={<IconDownload size="1.1rem" aria-hidden />}
        onClick={() => {
          saveScheme(desk, words.title, [], words.emptySheetName).catch((error: unknown) =>
            notifyFault(all, error),
          );
        }}
      >
        {words.emptySheet}
      </Button>
    </Stack>
  );
}
