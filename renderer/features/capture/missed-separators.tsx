import { Alert, Button, Group, List, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconQrcodeOff } from "@tabler/icons-react";
import type { Matching } from "#shared/contract/capture.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useSteps, useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { movePages } from "#renderer/work/arrange-pages.ts";
import type { Document } from "#renderer/work/batch-documents.ts";
import { readStanding } from "#renderer/work/page-edits.ts";

/** Items that have more than is listed while the next have nothing, with what says so; moved only when a person says. */
export function MissedSeparators(props: {
  matching: Matching;
  documents: readonly Document[];
  onLook: (itemId: string) => void;
}) {
  const { suspected: texts } = useWords().matching;
  const { documents, onLook } = props;
  const { suspected, items } = props.matching;
  if (suspected.length === 0) return null;
  return (
    <Alert variant="light" color="orange" icon={<IconQrcodeOff aria-hidden />} title={texts.title}>
      <List spacing="sm" listStyleType="none">
        {suspected.map((one) => (
          <List.Item key={one.itemId}>
            <Suspect
              one={one}
              surplus={(items.find(({ itemId }) => itemId === one.itemId)?.pages ?? 0) - one.from}
              documents={documents}
              onLook={() => onLook(one.itemId)}
            />
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

function Suspect(props: {
  one: Matching["suspected"][number];
  surplus: number;
  documents: readonly Document[];
  onLook: () => void;
}) {
  const words = useWords();
  const { suspected: texts, tray } = words.matching;
  const { count } = useFormat();
  const work = useWork();
  const history = useSteps();
  const { one, documents } = props;
  const nameOf = (id: string) => {
    const found = documents.find(({ item }) => item.id === id);
    return found ? `${found.file.code}.${found.item.ordinal}` : "";
  };
  const [next = ""] = one.emptyIds;
  const move = async () => {
    const pages = (await readStanding(work, one.itemId)).sort((a, b) => a.ordinal - b.ordinal);
    const ids = pages.slice(one.from).map(({ id }) => id);
    const moved = await movePages(work, { history, label: texts.label }, ids, { itemId: next });
    notifications.show(
      moved.ok
        ? { message: texts.moved(count(moved.value), nameOf(next)) }
        : { color: "red", message: tray.refusals[moved.fault] },
    );
  };
  return (
    <Stack gap="0.3rem">
      <Text>
        {texts.line(nameOf(one.itemId), count(one.found), count(one.expected), one.unit)}{" "}
        <Text span fw={600} className="figures">
          {one.emptyIds.map(nameOf).join(", ")}
        </Text>
      </Text>
      <Group gap="sm">
        <Button variant="default" onClick={props.onLook}>
          {texts.look}
        </Button>
        <Button
          variant="light"
          onClick={() => void move().catch((error: unknown) => notifyFault(words, error))}
        >
          {texts.move(count(props.surplus), nameOf(next))}
        </Button>
      </Group>
    </Stack>
  );
}
