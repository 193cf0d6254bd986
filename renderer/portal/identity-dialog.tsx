import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { identityPattern } from "#shared/portal/identity.ts";
import type { Reader } from "#shared/portal/reader.ts";
import { useWords } from "#renderer/app/words.tsx";
import { tell } from "./ask.ts";
import { useSubmit } from "./factor-setup.tsx";
import { PortalFaultView } from "./portal-fault.tsx";

/** Notes as whom a person is known at the province's accounts, or nothing any more, and why. */
export function IdentityDialog(props: {
  reader: Reader;
  noted: string;
  onClose: () => void;
  onNoted: () => void;
}) {
  const words = useWords().portal.provider;
  const { reader } = props;
  const [noted, setNoted] = useState(props.noted);
  const [reason, setReason] = useState("");
  const { error, busy, submit } = useSubmit(() =>
    tell(`readers/${reader.id}/identity`, { noted: noted.trim(), reason }).then(props.onNoted),
  );
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={words.of(props.noted === "" ? words.note : words.change, reader.name)}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": words.cancel }}
    >
      <form onSubmit={submit}>
        <Stack>
          {error !== undefined && <PortalFaultView error={error} />}
          {props.noted !== "" && <Text>{words.changeHint(reader.name)}</Text>}
          <TextInput
            label={words.noted}
            description={words.notedHint}
            pattern={identityPattern.replace(/^\^|\$$/g, "")}
            title={words.notedHint}
            maxLength={200}
            autoCapitalize="none"
            spellCheck={false}
            data-autofocus
            value={noted}
            onChange={({ currentTarget }) => setNoted(currentTarget.value)}
          />
          <Textarea
            label={words.reason}
            description={words.reasonHint}
            required
            minLength={5}
            maxLength={500}
            autosize
            minRows={2}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {words.cancel}
            </Button>
            <Button type="submit" loading={busy}>
              {words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
