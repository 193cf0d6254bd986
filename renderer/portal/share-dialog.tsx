import {
  Button,
  Group,
  Modal,
  NativeSelect,
  NumberInput,
  Stack,
  Text,
  Textarea,
  TextInput,
} from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { givenLinkSchema } from "#shared/contract/portal-links.ts";
import { mostOpenings, type NewLink } from "#shared/portal/share-link.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ask } from "./ask.ts";
import { GivenLink } from "./given-link.tsx";
import { linkAddress } from "./link-address.ts";
import { PortalFaultView } from "./portal-fault.tsx";

const spans = [1, 24, 72, 168, 336, 720] as const;

/** Making a link to one document: for whom, why, how long and how often; then its address, told this once. */
export function ShareDialog({ itemId, onClose }: { itemId: string; onClose: () => void }) {
  const words = useWords().portal.links;
  const [wanted, setWanted] = useState<NewLink>({ recipient: "", reason: "", hours: 72, openings: 3 });
  const [address, setAddress] = useState("");
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<NewLink>) => setWanted((before) => ({ ...before, ...part }));
  const recipient = wanted.recipient.trim();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    ask(givenLinkSchema, `items/${encodeURIComponent(itemId)}/links`, { ...wanted, recipient })
      .then(({ secret }) => setAddress(linkAddress(secret)), setError)
      .finally(() => setBusy(false));
  };
  if (address !== "") return <GivenLink recipient={recipient} address={address} onClose={onClose} />;
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.share}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": words.dialog.cancel }}
    >
      <form onSubmit={submit}>
        <Stack>
          {error !== undefined && <PortalFaultView error={error} />}
          <Text size="sm">{words.dialog.hint}</Text>
          <TextInput
            label={words.dialog.recipient}
            description={words.dialog.recipientHint}
            required
            pattern=".*\S.*"
            maxLength={100}
            data-autofocus
            value={wanted.recipient}
            onChange={({ currentTarget: { value } }) => change({ recipient: value })}
          />
          <Textarea
            label={words.dialog.reason}
            description={words.dialog.reasonHint}
            required
            minLength={5}
            maxLength={500}
            autosize
            minRows={2}
            value={wanted.reason}
            onChange={({ currentTarget: { value } }) => change({ reason: value })}
          />
          <NativeSelect
            label={words.dialog.hours}
            value={wanted.hours}
            onChange={({ currentTarget: { value } }) => change({ hours: Number(value) })}
            data={spans.map((hours) => ({ value: String(hours), label: words.dialog.spans[hours] }))}
          />
          <NumberInput
            label={words.dialog.openings}
            description={words.dialog.openingsHint}
            min={1}
            max={mostOpenings}
            clampBehavior="strict"
            allowDecimal={false}
            allowNegative={false}
            required
            withAsterisk={false}
            hideControls
            value={wanted.openings}
            onChange={(value) => change({ openings: Number(value) || 1 })}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {words.dialog.cancel}
            </Button>
            <Button type="submit" loading={busy}>
              {words.dialog.make}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
