import { Button, Group, Modal, NativeSelect, NumberInput, Stack, Textarea, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { Type } from "typebox";
import { useLocation } from "wouter";
import { copyKinds, copyWays, type CopyWish } from "#shared/portal/copy-request.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ask } from "./ask.ts";
import { PortalFaultView } from "./portal-fault.tsx";
import { usePortal } from "./use-portal.tsx";

const added = Type.Object({ id: Type.String() });

/** Asking for a copy of a document: for oneself, or, as an archivist, for somebody who came without an account. */
export function AskCopyDialog({ itemId, onClose }: { itemId: string; onClose: () => void }) {
  const words = useWords().portal.copies;
  const [, go] = useLocation();
  const isWalkIn = usePortal().may("serve-copies");
  const ways = isWalkIn ? copyWays.filter((way) => way !== "in-portal") : copyWays;
  const [wish, setWish] = useState<CopyWish>({
    ...{ kind: "certified", copies: 1, purpose: "", way: "at-archive", contact: "" },
  });
  const [name, setName] = useState("");
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<CopyWish>) => setWish((before) => ({ ...before, ...part }));
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    const address = `items/${encodeURIComponent(itemId)}`;
    (isWalkIn ? ask(added, `${address}/walk-ins`, { ...wish, name }) : ask(added, `${address}/copies`, wish))
      .then(({ id }) => go(`/copies/${encodeURIComponent(id)}`), setError)
      .finally(() => setBusy(false));
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={isWalkIn ? words.walkIn : words.ask}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": words.cancel }}
    >
      <form onSubmit={submit}>
        <Stack>
          {error !== undefined && <PortalFaultView error={error} />}
          {isWalkIn && (
            <TextInput
              label={words.name}
              required
              maxLength={200}
              data-autofocus
              value={name}
              onChange={({ currentTarget: { value } }) => setName(value)}
            />
          )}
          <NativeSelect
            label={words.kind}
            value={wish.kind}
            onChange={({ currentTarget: { value } }) =>
              change({ kind: copyKinds.find((kind) => kind === value) ?? "certified" })
            }
            data={copyKinds.map((value) => ({ value, label: words.kinds[value] }))}
          />
          <NumberInput
            label={words.copies}
            min={1}
            max={20}
            clampBehavior="strict"
            allowDecimal={false}
            required
            withAsterisk={false}
            hideControls
            value={wish.copies}
            onChange={(value) => change({ copies: Number(value) || 1 })}
          />
          <Textarea
            label={words.purpose}
            required
            autosize
            minRows={2}
            maxLength={1000}
            value={wish.purpose}
            onChange={({ currentTarget: { value } }) => change({ purpose: value })}
          />
          <NativeSelect
            label={words.way}
            value={wish.way}
            onChange={({ currentTarget: { value } }) =>
              change({ way: ways.find((way) => way === value) ?? "at-archive" })
            }
            data={ways.map((value) => ({ value, label: words.ways[value] }))}
          />
          <TextInput
            label={words.contact}
            maxLength={300}
            value={wish.contact}
            onChange={({ currentTarget: { value } }) => change({ contact: value })}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            <Button type="submit" loading={busy}>
              {words.send}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
