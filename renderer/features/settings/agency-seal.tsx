import {
  Alert,
  Button,
  FileButton,
  Group,
  Image,
  NumberInput,
  Paper,
  Stack,
  Text,
  Title,
} from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconPhoto, IconRubberStamp, IconX } from "@tabler/icons-react";
import { useState } from "react";
import type { SigningSetting } from "#shared/contract/signing.ts";
import { sealBounds } from "#shared/signing/seal-bounds.ts";
import type { SigningFaultKind } from "#shared/signing/signing-fault.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { inBase64 } from "#renderer/app/in-base64.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useDoing } from "#renderer/app/use-doing.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";

/** A picture of the body's seal that signatures show, none unless chosen, and what the rules say of it. */
export function AgencySeal(props: {
  seal: SigningSetting["seal"];
  closed: string | undefined;
  onChanged: () => void;
}) {
  const all = useWords();
  const { setting: words, faults } = all.signing;
  const decimal = all.common.locale.startsWith("vi") ? "," : ".";
  const desk = useDesk();
  const { seal, closed, onChanged } = props;
  const [picture, setPicture] = useState<File | null>(null);
  const [width, setWidth] = useState<number | string>("");
  const [refused, setRefused] = useState<SigningFaultKind>();
  const doing = useDoing<unknown>();
  const use = () =>
    doing.start(async () => {
      const heavy = picture !== null && picture.size > sealBounds.bytes;
      setRefused(heavy ? "seal-too-heavy" : undefined);
      if (!picture || heavy) return;
      const bytes = await inBase64(picture);
      const answer = await desk.call("signing.useSeal", { name: picture.name, bytes, width: Number(width) });
      setRefused("refused" in answer ? answer.refused : undefined);
      if ("refused" in answer) return;
      notifications.show({ message: words.sealChosen });
      onChanged();
    });
  const drop = () =>
    doing.start(async () => {
      await desk.call("signing.dropSeal", {});
      notifications.show({ message: words.sealDropped });
      onChanged();
    });
  return (
    <Stack gap="xs">
      <Title order={3} fz="1rem">
        {words.seal}
      </Title>
      <Text size="sm" c="dimmed">
        {words.sealHint}
      </Text>
      {seal ? <ShownSeal seal={seal} /> : <Text size="sm">{words.noSeal}</Text>}
      {!seal && closed === undefined && (
        <>
          <Text size="sm">{words.sealKept}</Text>
          <NumberInput
            label={words.sealWidth}
            description={words.sealWidthHint}
            value={width}
            onChange={setWidth}
            min={sealBounds.width.least}
            max={sealBounds.width.most}
            decimalScale={1}
            decimalSeparator={decimal}
            allowedDecimalSeparators={[".", ","]}
            hideControls
          />
          <Group gap="sm">
            <FileButton onChange={setPicture} accept="image/png,.png">
              {(button) => (
                <Button {...button} variant="default" leftSection={<IconPhoto size="1.1rem" aria-hidden />}>
                  {words.chooseSeal}
                </Button>
              )}
            </FileButton>
            {picture && <Text size="sm">{picture.name}</Text>}
          </Group>
        </>
      )}
      {refused && (
        <Alert color="red" variant="light" role="alert">
          {faults[refused]}
        </Alert>
      )}
      {doing.error !== undefined && <FaultView error={doing.error} />}
      {closed === undefined &&
        (seal ? (
          <Button
            variant="default"
            w="fit-content"
            leftSection={<IconX size="1.1rem" aria-hidden />}
            loading={doing.busy}
            onClick={drop}
          >
            {words.dropSeal}
          </Button>
        ) : (
          <ExplainedButton
            variant="default"
            w="fit-content"
            leftSection={<IconRubberStamp size="1.1rem" aria-hidden />}
            loading={doing.busy}
            reason={picture && width !== "" ? undefined : words.sealMissing}
            onClick={use}
          >
            {words.useSeal}
          </ExplainedButton>
        ))}
    </Stack>
  );
}

function ShownSeal({ seal }: { seal: NonNullable<SigningSetting["seal"]> }) {
  const { setting: words, faults } = useWords().signing;
  const { count } = useFormat();
  return (
    <Group gap="md">
      {seal.preview === "" ? (
        <Alert color="red" variant="light" role="alert">
          {faults["seal-lost"]}
        </Alert>
      ) : (
        // Paper is white, in the dark too.
        <Paper withBorder p="xs" bg="white">
          <Image src={`data:image/png;base64,${seal.preview}`} alt={words.sealPicture} w="7rem" />
        </Paper>
      )}
      <Stack gap={2} flex="1 1 16rem">
        <Text size="sm">{words.sealNow(seal.name, count(seal.width))}</Text>
        <Text size="sm" c="dimmed">
          {words.sealKept}
        </Text>
      </Stack>
    </Group>
  );
}
