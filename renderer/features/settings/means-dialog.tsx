import { Alert, Autocomplete, Button, FileInput, Group, Modal, PasswordInput, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import type { SigningSetting } from "#shared/contract/signing.ts";
import type { SigningFaultKind } from "#shared/signing/signing-fault.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useDesk } from "#renderer/app/session.tsx";
import { useDoing } from "#renderer/app/use-doing.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { inBase64 } from "#renderer/app/in-base64.ts";

export type MeansWish = "file" | "token" | "try";

/** Asks for a key file or a token and its secret, and has it tried: only what signs is kept, the secret never. */
export function MeansDialog(props: {
  wish: MeansWish;
  setting: SigningSetting;
  onClose: () => void;
  onDone: () => void;
}) {
  const all = useWords();
  const { setting: words, faults, passphrase, pin, secretHint, secretMissing } = all.signing;
  const desk = useDesk();
  const { wish, setting, onClose, onDone } = props;
  const [file, setFile] = useState<File | null>(null);
  const [module, setModule] = useState(setting.modules[0] ?? "");
  const [secret, setSecret] = useState("");
  const [refused, setRefused] = useState<SigningFaultKind>();
  const trying = useDoing<unknown>();
  const missing = {
    file: file ? undefined : words.fileMissing,
    token: module.trim() === "" ? words.moduleMissing : undefined,
    try: undefined,
  }[wish];
  const reason = missing ?? (secret === "" ? secretMissing : undefined);
  const ask = async () => {
    if (wish === "try") return desk.call("signing.try", { secret });
    if (wish === "token") return desk.call("signing.useToken", { module: module.trim(), secret });
    const bytes = await inBase64(file ?? new Blob());
    return desk.call("signing.useFile", { name: file?.name ?? "", bytes, secret });
  };
  const go = () =>
    trying.start(async () => {
      setRefused(undefined);
      const answer = await ask();
      if ("refused" in answer) {
        setRefused(answer.refused);
        setSecret("");
        return;
      }
      notifications.show({ message: wish === "try" ? words.tried : words.chosen });
      onDone();
    });
  const ofToken = wish === "token" || (wish === "try" && setting.means?.kind === "token");
  return (
    <Modal
      opened
      onClose={onClose}
      title={{ file: words.fileTitle, token: words.tokenTitle, try: words.tryTitle }[wish]}
      centered
      closeButtonProps={{ "aria-label": all.common.cancel }}
      transitionProps={{ duration: 0 }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (reason === undefined) go();
        }}
      >
        <Stack>
          {wish === "file" && (
            <FileInput
              data-autofocus
              label={words.file}
              description={words.fileHint}
              placeholder={words.chooseFile}
              accept=".p12,.pfx"
              value={file}
              onChange={setFile}
            />
          )}
          {wish === "token" && (
            <Autocomplete
              data-autofocus
              label={words.module}
              description={words.moduleHint}
              data={setting.modules}
              value={module}
              onChange={setModule}
              maxLength={1000}
            />
          )}
          <PasswordInput
            label={ofToken ? pin : passphrase}
            description={secretHint}
            value={secret}
            onChange={(event) => setSecret(event.currentTarget.value)}
            maxLength={500}
            autoComplete="off"
          />
          {refused && (
            <Alert color="red" variant="light" role="alert">
              {faults[refused]}
            </Alert>
          )}
          {trying.error !== undefined && <FaultView error={trying.error} />}
          <button type="submit" hidden />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {all.common.cancel}
            </Button>
            <ExplainedButton loading={trying.busy} reason={reason} onClick={go}>
              {wish === "try" ? words.tryButton : words.check}
            </ExplainedButton>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
