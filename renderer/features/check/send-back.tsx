import { Button, Group, Modal, NativeSelect, Stack, Text, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { type Station, stations } from "#shared/archive/note.ts";
import type { Page } from "#shared/archive/page.ts";
import type { CallInput } from "#shared/contract/desk.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { nameOfField } from "#renderer/app/field-words.ts";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import type { Document } from "#renderer/work/batch-documents.ts";
import { uncheckItem } from "#renderer/work/check-item.ts";

/** Fields of an item that a checker sees beside its pages. */
const fields = [
  "type",
  "number",
  "symbol",
  "issuedDate",
  "issuer",
  "subject",
  "signer",
  "leaves",
  "pageCount",
  "access",
  "language",
] as const;

/** Asks what of an item is to be mended, at which station and why, and sends it there. */
export function SendBack(props: {
  batchId: string;
  document: Document;
  pages: readonly Page[];
  /** The page that is looked at. */
  page: Page | undefined;
  onClose: () => void;
}) {
  const { batchId, document, pages, onClose } = props;
  const { file, item } = document;
  const all = useWords();
  const words = all.rework;
  const desk = useDesk();
  const work = useWork();
  const [about, setAbout] = useState(props.page ? `page ${props.page.id}` : "item");
  const [chosen, setChosen] = useState<Station>();
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const code = `${file.code}.${item.ordinal}`;
  const station = chosen ?? usualStation(about);
  const aim = (): Pick<CallInput<"rework.send">, "pin" | "field"> => {
    const [kind, id = ""] = about.split(" ");
    const page = kind === "page" ? pages.find((one) => one.id === id) : undefined;
    if (page) {
      const label = `${code}, ${words.page(page.ordinal)}`;
      return { pin: { on: "pages", id: page.id, label }, field: "" };
    }
    return { pin: { on: "items", id: item.id, label: code }, field: kind === "field" ? id : "" };
  };
  const send = async () => {
    setBusy(true);
    try {
      const { refusal } = await desk.call("rework.send", { batchId, station, text, ...aim() });
      if (refusal !== "") notifications.show({ color: "red", message: words.refusals[refusal] });
      else {
        // What is to be mended was not passed.
        if (item.checkedAt !== "") await uncheckItem(work, item.id);
        notifications.show({ message: words.sent(words.stations[station]) });
        onClose();
      }
    } catch (error) {
      notifyFault(all, error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      centered
      title={words.sendTitle(code)}
      onClose={onClose}
      closeButtonProps={{ "aria-label": all.common.close }}
    >
      <Stack>
        <Text>{words.sendHint}</Text>
        <NativeSelect
          label={words.about}
          value={about}
          onChange={(event) => setAbout(event.currentTarget.value)}
          data={[
            { value: "item", label: words.item },
            ...pages.map(({ id, ordinal }) => ({ value: `page ${id}`, label: words.page(ordinal) })),
            ...fields.map((field) => ({ value: `field ${field}`, label: nameOfField(all, "items", field) })),
          ]}
        />
        <NativeSelect
          label={words.station}
          value={station}
          onChange={(event) => setChosen(stations.find((one) => one === event.currentTarget.value))}
          data={stations.map((value) => ({ value, label: words.stations[value] }))}
        />
        <Textarea
          data-autofocus
          withAsterisk
          label={words.text}
          autosize
          minRows={3}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {all.common.cancel}
          </Button>
          <ExplainedButton
            loading={busy}
            reason={text.trim() === "" ? words.textMissing : undefined}
            onClick={() => void send()}
          >
            {words.send}
          </ExplainedButton>
        </Group>
      </Stack>
    </Modal>
  );
}

function usualStation(about: string): Station {
  if (about.startsWith("page")) return "capture";
  return about === "item" ? "indexing" : "reading";
}
