import { Alert, Button, Checkbox, Group, Image, Modal, NumberInput, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconArrowsShuffle, IconInfoCircle } from "@tabler/icons-react";
import { useState } from "react";
import type { Item } from "#shared/archive/item.ts";
import type { Page } from "#shared/archive/page.ts";
import { interleave } from "#shared/capture/interleave.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk, useSteps, useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { useLive } from "#renderer/db/use-live.ts";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { VirtualList } from "#renderer/ui/virtual-list.tsx";
import { reorderPages } from "#renderer/work/arrange-pages.ts";
import { watchItemPages } from "#renderer/work/watch-documents.ts";

/** Merges a stack of fronts and a stack of backs that were scanned one after the other into one document. */
export function InterleavePages({ item }: { item: Item | undefined }) {
  const { interleave: words } = useWords().scan;
  const [open, setOpen] = useState(false);
  return (
    <>
      <ExplainedButton
        variant="default"
        leftSection={<IconArrowsShuffle size="1.1rem" />}
        reason={item ? undefined : words.chooseItem}
        onClick={() => setOpen(true)}
      >
        {words.open}
      </ExplainedButton>
      {item && open && <InterleaveDialog item={item} onClose={() => setOpen(false)} />}
    </>
  );
}

function InterleaveDialog({ item, onClose }: { item: Item; onClose: () => void }) {
  const { scan, common } = useWords();
  const words = scan.interleave;
  const { count } = useFormat();
  const work = useWork();
  const history = useSteps();
  const pages = useLive(`pages/${item.id}`, () => watchItemPages(work, item.id)) ?? [];
  const [typed, setTyped] = useState<number>();
  const [reversed, setReversed] = useState(true);
  const fronts = Math.min(typed ?? Math.ceil(pages.length / 2), pages.length);
  const backs = pages.length - fronts;
  const order = interleave(pages, fronts, reversed);
  const isSame = order.every((page, at) => page.id === pages[at]?.id);
  const reason = pages.length < 2 ? words.tooFew : isSame ? words.same : undefined;
  const apply = async () => {
    const ids = order.map(({ id }) => id);
    const answer = await reorderPages(work, { history, label: words.step }, item.id, ids);
    if (answer.ok) notifications.show({ message: words.done(count(answer.value)) });
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.title}
      size="xl"
      closeButtonProps={{ "aria-label": common.close }}
    >
      <Stack gap="md">
        <Text>{words.hint}</Text>
        <Group align="flex-end" gap="lg">
          <NumberInput
            label={words.fronts}
            description={words.frontsHint(count(pages.length))}
            value={fronts}
            min={1}
            max={Math.max(1, pages.length - 1)}
            allowDecimal={false}
            onChange={(value) => setTyped(Number(value) || undefined)}
          />
          <Checkbox
            label={words.reversed}
            checked={reversed}
            onChange={(event) => setReversed(event.currentTarget.checked)}
          />
        </Group>
        {fronts !== backs && (
          <Alert icon={<IconInfoCircle aria-hidden />} color="yellow" variant="light" role="status">
            {words.uneven(count(fronts), count(backs))}
          </Alert>
        )}
        <Text fw={600}>{words.preview}</Text>
        <VirtualList
          label={words.preview}
          count={order.length}
          rowHeight={5}
          height="26rem"
          keyOf={(at) => order[at]?.id ?? ""}
          renderRow={(at) => {
            const page = order[at];
            return page && <PreviewRow page={page} at={at} isFront={pages.indexOf(page) < fronts} />;
          }}
        />
        <Group>
          <ExplainedButton reason={reason} onClick={() => void apply()}>
            {words.apply}
          </ExplainedButton>
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function PreviewRow({ page, at, isFront }: { page: Page; at: number; isFront: boolean }) {
  const { scan } = useWords();
  const desk = useDesk();
  const sheet = Math.floor(at / 2) + 1;
  const { front, back, was } = scan.interleave;
  return (
    <Group gap="md" wrap="nowrap" py="0.25rem">
      <Text fw={600} className="figures" w="2.5rem">
        {at + 1}
      </Text>
      {page.thumbDigest === "" ? (
        <Stack w="3.2rem" h="4.2rem" />
      ) : (
        <Image src={desk.objectUrl(page.thumbDigest)} alt="" w="3.2rem" h="4.2rem" fit="contain" />
      )}
      <Stack gap={0} miw={0}>
        <Text>{isFront ? front(sheet) : back(sheet)}</Text>
        <Text size="sm" c="dimmed">
          {was(page.ordinal)}
        </Text>
      </Stack>
    </Group>
  );
}
