import { Alert, Button, Group, Modal, Progress, Radio, Stack, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { namePracticeNames, type NamePractice } from "#shared/archive/document-name.ts";
import type { Packed } from "#shared/contract/renditions.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { saveObject } from "#renderer/app/save-object.ts";
import { useDesk, useSession } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";

/** Asks how files are to be named, packs the PDF/A of a file or a batch, and saves the package. */
export function SaveRenditions(props: {
  of: "file" | "batch";
  id: string;
  label: string;
  onClose: () => void;
}) {
  const all = useWords();
  const words = all.rendition;
  const desk = useDesk();
  const { count } = useFormat();
  const { of, id, label, onClose } = props;
  const { renditionNames, renditionTemplate } = useSession();
  const [practice, setPractice] = useState<NamePractice>(renditionNames);
  const offered = namePracticeNames.filter((name) => name !== "template" || renditionTemplate !== "");
  const [progress, setProgress] = useState<{ done: number; total: number }>();
  const [packed, setPacked] = useState<Packed>();
  const busy = progress !== undefined;
  useEffect(() => desk.on("renditions.progress", (value) => setProgress((shown) => shown && value)), [desk]);
  const pack = async () => {
    setProgress({ done: 0, total: 0 });
    setPacked(undefined);
    try {
      const answer = await desk.call("renditions.pack", { of, id, practice });
      if (answer.digest !== "") await saveObject(desk, answer.digest, answer.name);
      setPacked(answer);
    } catch (error) {
      notifyFault(all, error);
    }
    setProgress(undefined);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.saveTitle(label)}
      closeButtonProps={{ "aria-label": all.common.close, size: "2.25rem" }}
      transitionProps={{ duration: 0 }}
      size="lg"
    >
      <Stack gap="md">
        <Radio.Group
          label={words.naming}
          value={practice}
          onChange={(value) => setPractice(namePracticeNames.find((name) => name === value) ?? "plain")}
        >
          <Stack gap="sm" mt="xs">
            {offered.map((name) => (
              <Radio
                key={name}
                value={name}
                label={words.practices[name].label}
                description={name === "template" ? renditionTemplate : words.practices[name].hint}
                disabled={busy}
              />
            ))}
          </Stack>
        </Radio.Group>
        {progress && (
          <Stack gap="xs">
            <Text role="status" className="figures">
              {words.packing(count(progress.done), count(progress.total))}
            </Text>
            <Progress
              value={progress.total === 0 ? 0 : (100 * progress.done) / progress.total}
              animated
              aria-label={words.saveTitle(label)}
            />
          </Stack>
        )}
        {packed && (
          <Alert
            role="status"
            variant="light"
            color={packed.lacking > 0 || packed.documents === 0 ? "yellow" : "lacquer"}
          >
            {packed.documents === 0 ? words.nothing : words.saved(count(packed.documents))}
            {packed.documents > 0 && packed.lacking > 0 && (
              <Text>{words.lacking(count(packed.lacking))}</Text>
            )}
          </Alert>
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {all.common.close}
          </Button>
          <Button
            leftSection={<IconDownload size="1.1rem" aria-hidden />}
            loading={busy}
            onClick={() => void pack()}
          >
            {words.start}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
