import { Button, Group, Modal, NativeSelect, Stack, Textarea, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { type AccessLevel, accessLevels } from "#shared/archive/access-level.ts";
import { givenTokenSchema, type PartnerPdfs, partnerPdfs } from "#shared/contract/portal-admin.ts";
import type { PortalUnit } from "#shared/contract/portal.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ask } from "#renderer/portal/ask.ts";
import { PortalFaultView } from "#renderer/portal/portal-fault.tsx";

/** Letting a system be given records: its name, of which unit, up to which level, and why. */
export function NewPartnerDialog(props: {
  units: readonly PortalUnit[];
  onClose: () => void;
  onAdded: (name: string, token: string) => void;
}) {
  const { portal } = useWords();
  const words = portal.admin.partners;
  const [name, setName] = useState("");
  const [reason, setReason] = useState("");
  const [scope, setScope] = useState(props.units[0]?.scope ?? "");
  const [level, setLevel] = useState<AccessLevel>("open");
  const [pdfs, setPdfs] = useState<PartnerPdfs>("none");
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    ask(givenTokenSchema, "admin/partners", { name: name.trim(), scope, level, pdfs, reason })
      .then(({ token }) => props.onAdded(name.trim(), token), setError)
      .finally(() => setBusy(false));
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={words.add}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": words.cancel }}
    >
      <form onSubmit={submit}>
        <Stack>
          {error !== undefined && <PortalFaultView error={error} />}
          <TextInput
            label={words.name}
            required
            maxLength={200}
            data-autofocus
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <NativeSelect
            label={words.unit}
            value={scope}
            onChange={({ currentTarget }) => setScope(currentTarget.value)}
            data={props.units.map((unit) => ({ value: unit.scope, label: unit.name }))}
          />
          <NativeSelect
            label={words.level}
            description={words.levelHint}
            value={level}
            onChange={({ currentTarget: { value } }) =>
              setLevel(accessLevels.find((known) => known === value) ?? "open")
            }
            data={accessLevels.map((value) => ({ value, label: portal.find.levels[value] }))}
          />
          <NativeSelect
            label={words.pdfs}
            description={words.pdfsHint}
            value={pdfs}
            onChange={({ currentTarget: { value } }) =>
              setPdfs(partnerPdfs.find((known) => known === value) ?? "none")
            }
            data={partnerPdfs.map((value) => ({ value, label: words.pdfKinds[value] }))}
          />
          <Textarea
            label={words.why}
            description={words.whyHint}
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
