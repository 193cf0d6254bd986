import { ActionIcon, Alert, FileButton, Group, Stack, Text, Title, Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconCertificate, IconX } from "@tabler/icons-react";
import { useState } from "react";
import type { SigningSetting } from "#shared/contract/signing.ts";
import type { SigningFaultKind } from "#shared/signing/signing-fault.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useDesk } from "#renderer/app/session.tsx";
import { useDoing } from "#renderer/app/use-doing.ts";
import { useWords } from "#renderer/app/words.tsx";
import { inBase64 } from "#renderer/app/in-base64.ts";

const mostBytes = 64 * 1024;

/** The authorities whose certificates this machine trusts: more are added by their own certificate. */
export function TrustedIssuers(props: {
  trusted: SigningSetting["trusted"];
  closed: string | undefined;
  onChanged: () => void;
}) {
  const { setting: words, faults } = useWords().signing;
  const desk = useDesk();
  const { trusted, closed, onChanged } = props;
  const [refused, setRefused] = useState<SigningFaultKind>();
  const doing = useDoing<unknown>();
  const add = (file: File | null) => {
    if (!file) return;
    doing.start(async () => {
      setRefused(undefined);
      const answer = await desk.call("signing.trust", { bytes: await inBase64(file.slice(0, mostBytes)) });
      if ("refused" in answer) {
        setRefused(answer.refused);
        return;
      }
      notifications.show({ message: words.trustAdded });
      onChanged();
    });
  };
  const remove = (id: string) =>
    doing.start(async () => {
      await desk.call("signing.distrust", { id });
      onChanged();
    });
  return (
    <Stack gap="xs">
      <Title order={3} fz="1rem">
        {words.trusted}
      </Title>
      <Text size="sm" c="dimmed">
        {words.trustedHint}
      </Text>
      {trusted.length === 0 && <Text size="sm">{words.noTrusted}</Text>}
      {trusted.map(({ id, certificate }) => (
        <Group key={id} gap="xs" wrap="nowrap">
          <IconCertificate size="1.1rem" aria-hidden />
          <Text size="sm">{certificate.name}</Text>
          {closed === undefined && (
            <ActionIcon
              variant="subtle"
              aria-label={words.removeTrusted(certificate.name)}
              onClick={() => remove(id)}
            >
              <IconX size="1rem" aria-hidden />
            </ActionIcon>
          )}
        </Group>
      ))}
      {refused && (
        <Alert color="red" variant="light" role="alert">
          {faults[refused]}
        </Alert>
      )}
      {doing.error !== undefined && <FaultView error={doing.error} />}
      {closed === undefined && (
        <FileButton onChange={add} accept=".cer,.crt,.pem,.der">
          {(button) => (
            <Button {...button} variant="default" w="fit-content" loading={doing.busy}>
              {words.addTrusted}
            </Button>
          )}
        </FileButton>
      )}
    </Stack>
  );
}
