import { Button, Group, Modal, NativeSelect, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { Type } from "typebox";
import type { PortalUnit } from "#shared/contract/portal.ts";
import { givenPassphraseSchema } from "#shared/contract/portal.ts";
import { foldedWords } from "#shared/base/fold.ts";
import { loginPattern, type ReaderRole, readerRoles } from "#shared/portal/reader.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ask } from "./ask.ts";
import { PortalFaultView } from "./portal-fault.tsx";

const added = Type.Object({ ...givenPassphraseSchema.properties });

/** Letting a person in: their name, office, role and scope. */
export function NewReaderDialog(props: {
  units: readonly PortalUnit[];
  onClose: () => void;
  onAdded: (name: string, passphrase: string) => void;
}) {
  const { portal } = useWords();
  const words = portal.people;
  const [draft, setDraft] = useState({ login: "", name: "", office: "", scope: "", reason: "" });
  const [role, setRole] = useState<ReaderRole>("commune-reader");
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const text = (field: "login" | "name" | "office" | "reason") => ({
    value: draft[field],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      setDraft((before) => ({ ...before, [field]: value })),
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    ask(added, "readers", { ...draft, role })
      .then(({ passphrase }) => props.onAdded(draft.name, passphrase), setError)
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
          <TextInput label={words.name} required maxLength={200} data-autofocus {...text("name")} />
          <TextInput
            label={words.login}
            description={words.loginHint}
            required
            maxLength={40}
            pattern={loginPattern.replace(/^\^|\$$/g, "")}
            title={words.loginHint}
            autoCapitalize="none"
            spellCheck={false}
            {...text("login")}
          />
          <TextInput label={words.office} maxLength={200} {...text("office")} />
          <NativeSelect
            label={words.role}
            value={role}
            onChange={({ currentTarget: { value } }) =>
              setRole(readerRoles.find((known) => known === value) ?? "commune-reader")
            }
            data={readerRoles.map((value) => ({ value, label: portal.roles[value] }))}
          />
          <Select
            label={words.unit}
            description={words.unitHint}
            required
            searchable
            limit={50}
            comboboxProps={{ withinPortal: false }}
            filter={({ options, search }) => {
              const sought = foldedWords(search);
              return options.filter(
                (option) =>
                  "label" in option &&
                  sought.every((word) => foldedWords(option.label).some((part) => part.startsWith(word))),
              );
            }}
            data={props.units.map(({ scope, name }) => ({ value: scope, label: name }))}
            value={draft.scope || null}
            onChange={(scope) => setDraft((before) => ({ ...before, scope: scope ?? "" }))}
          />
          <Textarea
            label={words.why}
            description={words.whyHint}
            required
            minLength={5}
            maxLength={500}
            autosize
            minRows={2}
            {...text("reason")}
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
