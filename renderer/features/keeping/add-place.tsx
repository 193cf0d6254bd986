import { Button, Group, Modal, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { useDoing } from "#renderer/app/use-doing.ts";

/** Asks for a folder of backups, and for a passphrase where they are to be sealed. */
export function AddPlace({ onClose }: { onClose: () => void }) {
  const all = useWords();
  const words = all.keeping.backups;
  const desk = useDesk();
  const [folder, setFolder] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const adding = useDoing<unknown>();
  const add = () =>
    adding.start(async () => {
      await desk.call("keeping.addPlace", { folder, passphrase });
      onClose();
    });
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.addTitle}
      centered
      closeButtonProps={{ "aria-label": all.common.cancel }}
      transitionProps={{ duration: 0 }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (folder.trim() !== "") add();
        }}
      >
        <Stack>
          <TextInput
            data-autofocus
            label={words.folder}
            description={words.folderHint}
            value={folder}
            onChange={(event) => setFolder(event.currentTarget.value)}
            maxLength={1000}
          />
          <PasswordInput
            label={words.passphrase}
            description={words.passphraseHint}
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
            maxLength={500}
            autoComplete="new-password"
          />
          {adding.error !== undefined && <FaultView error={adding.error} />}
          {/* Enter in a field is the same as the button. */}
          <button type="submit" hidden />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {all.common.cancel}
            </Button>
            <ExplainedButton
              loading={adding.busy}
              reason={folder.trim() === "" ? words.folder : undefined}
              onClick={add}
            >
              {words.add}
            </ExplainedButton>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
