import { Alert, Button, Code, Group, Modal, ScrollArea, Stack, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import type { Diagnosis } from "#shared/contract/diagnosis.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import { Disclosure } from "#renderer/ui/disclosure.tsx";
import { FaultNotice } from "#renderer/ui/fault-notice.tsx";
import { useFormat } from "./format.ts";
import { saveBytes } from "./save-bytes.ts";
import { useDesk } from "./session.tsx";
import { useAsked } from "./use-asked.ts";
import { useWords } from "./words.tsx";

/** Opens what would be in the diagnostic bundle, to be looked at first. */
export function DiagnosisButton() {
  const words = useWords().diagnosis;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {words.ask}
      </Button>
      {open && <DiagnosisDialog onClose={() => setOpen(false)} />}
    </>
  );
}

/** Shows the diagnostic bundle file by file, exactly as it is saved, and saves it. */
function DiagnosisDialog({ onClose }: { onClose: () => void }) {
  const all = useWords();
  const words = all.diagnosis;
  const desk = useDesk();
  const { value: bundle, error } = useAsked("diagnosis", () => desk.call("diagnosis.read", {}));
  const [saved, setSaved] = useState(false);
  const fault =
    error === undefined ? undefined : all.faults[error instanceof DeskFault ? error.code : "internal"];
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.title}
      size="48rem"
      closeButtonProps={{ "aria-label": all.common.close }}
    >
      <Stack>
        <Text>{words.inside}</Text>
        <Text c="dimmed" size="sm">
          {words.without}
        </Text>
        {fault && <FaultNotice {...fault} />}
        {!bundle && !fault && <Text c="dimmed">{words.gathering}</Text>}
        {bundle && <Contents bundle={bundle} />}
        {saved && bundle && (
          <Alert color="lacquer" role="status">
            {words.saved(bundle.name)}
          </Alert>
        )}
        <Text c="dimmed" size="sm">
          {words.where}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {all.common.close}
          </Button>
          {bundle && (
            <Button
              leftSection={<IconDownload size="1.1rem" aria-hidden />}
              onClick={() => {
                const bytes = Uint8Array.from(atob(bundle.zip), (character) => character.charCodeAt(0));
                saveBytes(new Blob([bytes], { type: "application/zip" }), bundle.name);
                setSaved(true);
              }}
            >
              {words.save}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

function Contents({ bundle }: { bundle: Diagnosis }) {
  const words = useWords().diagnosis;
  const format = useFormat();
  return bundle.files.map(({ name, text }) => (
    <Disclosure key={name} label={`${name} · ${format.bytes(new TextEncoder().encode(text).length)}`}>
      <Text size="sm" mb="xs">
        {words.files[name]}
      </Text>
      <ScrollArea.Autosize mah="18rem" viewportProps={{ tabIndex: 0, role: "group", "aria-label": name }}>
        <Code block>{text === "" ? words.none : text}</Code>
      </ScrollArea.Autosize>
    </Disclosure>
  ));
}
