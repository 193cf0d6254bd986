import { Button, Modal, Stack, Text, UnstyledButton } from "@mantine/core";
import { IconFiles } from "@tabler/icons-react";
import { useRef } from "react";
import { keyOfArrival } from "#shared/capture/arrival-key.ts";
import type { Unmatched } from "#shared/contract/capture.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useAsked } from "#renderer/app/use-asked.ts";
import { useWords } from "#renderer/app/words.tsx";

import classes from "./quality.module.css";
import type { Bringing } from "./use-bringing.ts";

/** Asks for the pages to bring: files of this machine, or what was scanned again and waits in the tray. */
export function BringPages(props: {
  how: Bringing;
  name: string;
  busy: boolean;
  onFiles: (files: readonly File[]) => void;
  onWaiting: (arrival: Unmatched) => void;
  onClose: () => void;
}) {
  const { how, name, busy } = props;
  const words = useWords();
  const { bring } = words.quality;
  const desk = useDesk();
  const input = useRef<HTMLInputElement>(null);
  const tray = useAsked("unmatched", () => desk.call("capture.unmatched", {}));
  const waiting = (tray.value ?? []).filter(({ kind }) => kind === "pages").reverse();
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={bring.titles[how](name)}
      centered
      size="lg"
      closeButtonProps={{ "aria-label": words.common.close }}
    >
      <Stack>
        {how === "replace" && <Text>{bring.kept}</Text>}
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={bring.files}
          onChange={(event) => {
            const chosen = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = "";
            if (chosen.length > 0) props.onFiles(chosen);
          }}
        />
        <Button
          data-autofocus
          leftSection={<IconFiles size="1.1rem" />}
          loading={busy}
          onClick={() => input.current?.click()}
        >
          {bring.files}
        </Button>
        <Text fw={600}>{bring.waiting}</Text>
        {waiting.length === 0 ? (
          <Text size="sm" c="dimmed">
            {bring.noneWaiting}
          </Text>
        ) : (
          <div className={classes["waiting"]}>
            {waiting.map((arrival) => (
              <UnstyledButton
                key={keyOfArrival(arrival)}
                className={classes["arrival"]}
                disabled={busy}
                onClick={() => props.onWaiting(arrival)}
              >
                {arrival.thumbDigest !== "" && (
                  <img src={desk.objectUrl(arrival.thumbDigest)} alt="" className={classes["thumb"]} />
                )}
                <Text size="sm" lineClamp={2}>
                  {arrival.name.split("/").at(-1)}
                </Text>
              </UnstyledButton>
            ))}
          </div>
        )}
      </Stack>
    </Modal>
  );
}
