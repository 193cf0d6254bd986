import { Alert, Group, List, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconCopy } from "@tabler/icons-react";
import { useState } from "react";
import type { ImportAnswer } from "#shared/contract/capture.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk, useSteps, useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { addSamePages } from "#renderer/work/add-same-pages.ts";

type Same = ImportAnswer["attached"][number];

/** Files with the very bytes of a page that is there under another name: not added, unless a person says so. */
export function SamePages({ same }: { same: readonly Same[] }) {
  const words = useWords();
  const { same: texts } = words.station;
  const { count } = useFormat();
  const work = useWork();
  const desk = useDesk();
  const history = useSteps();
  const [added, setAdded] = useState<ReadonlySet<string>>(new Set());
  if (same.length === 0) return null;
  const add = async (one: Same) => {
    setAdded(new Set([...added, one.name]));
    const answer = await addSamePages(work, desk, { history, label: texts.label }, one);
    if (answer.ok) notifications.show({ message: texts.done(count(answer.value)) });
    else {
      setAdded(added);
      notifications.show({ color: "red", message: words.matching.tray.refusals[answer.fault] });
    }
  };
  return (
    <Alert
      color="yellow"
      variant="light"
      icon={<IconCopy aria-hidden />}
      title={texts.title(count(same.length))}
    >
      <Stack gap="xs">
        <Text>{texts.hint}</Text>
        <List
          spacing="xs"
          listStyleType="none"
          style={{ maxHeight: "16rem", overflowY: "auto" }}
          tabIndex={0}
        >
          {same.map((one) => (
            <List.Item key={one.name}>
              <Group justify="space-between" gap="sm">
                <Text miw={0} flex="1 1 14rem" style={{ overflowWrap: "anywhere" }}>
                  {texts.line(one.name, one.sameAs?.name ?? "")}
                </Text>
                <ExplainedButton
                  size="compact-md"
                  variant="default"
                  reason={added.has(one.name) ? texts.added : undefined}
                  onClick={() => void add(one).catch((error: unknown) => notifyFault(words, error))}
                >
                  {texts.add}
                </ExplainedButton>
              </Group>
            </List.Item>
          ))}
        </List>
      </Stack>
    </Alert>
  );
}
