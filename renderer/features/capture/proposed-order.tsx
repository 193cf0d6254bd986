import { Alert, Badge, Group, List, Stack, Text } from "@mantine/core";
import { IconListNumbers } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { keyOfArrival } from "#shared/capture/arrival-key.ts";
import type { Matching, Unmatched } from "#shared/contract/capture.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import type { Document } from "#renderer/work/batch-documents.ts";
import type { Lay } from "./use-laying.tsx";

/** Where waiting pages would go by order and counts; laid there only when a person says so, by the button or P. */
export function ProposedOrder(props: {
  proposed: Matching["proposed"];
  waiting: readonly Unmatched[];
  documents: readonly Document[];
  lay: Lay;
}) {
  const [first] = props.proposed;
  return first && <One {...props} one={first} />;
}

function One(props: {
  one: Matching["proposed"][number];
  waiting: readonly Unmatched[];
  documents: readonly Document[];
  lay: Lay;
}) {
  const words = useWords();
  const { proposed: texts } = words.matching;
  const { count } = useFormat();
  const [busy, setBusy] = useState(false);
  const { one, waiting, documents, lay } = props;
  const rows = one.proposals.flatMap((proposal) => {
    const document = documents.find(({ item }) => item.id === proposal.itemId);
    const arrivals = waiting.filter((each) => proposal.keys.includes(keyOfArrival(each)));
    return document && arrivals.length > 0 ? [{ ...proposal, document, arrivals }] : [];
  });
  const accept = async () => {
    if (busy) return;
    setBusy(true);
    for (const { document, arrivals } of rows) if (!(await lay(arrivals, document))) break;
    setBusy(false);
  };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if (isTyping || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.key.toLowerCase() === "p") void accept();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  });
  if (rows.length === 0) return null;
  const color = one.sureness >= 0.8 ? "lacquer" : "yellow";
  return (
    <Alert variant="light" color={color} icon={<IconListNumbers aria-hidden />} title={texts.title}>
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start">
          <Text flex="1 1 20rem">{texts.hint}</Text>
          <Badge variant="default" tt="none" size="lg">
            {texts.sureness(count(Math.round(one.sureness * 100)))}
          </Badge>
        </Group>
        <List spacing="0.2rem" style={{ maxHeight: "12rem", overflowY: "auto" }} tabIndex={0}>
          {rows.map(({ itemId, document: { file, item }, pages, expected }) => (
            <List.Item key={itemId}>
              <Text span fw={600} className="figures">{`${file.code}.${item.ordinal}`}</Text>
              {` · ${texts.line(count(pages), expected === 0 ? "?" : count(expected))} · ${item.subject}`}
            </List.Item>
          ))}
        </List>
        <Group>
          <ExplainedButton loading={busy} onClick={() => void accept()}>
            {`${texts.accept} (${texts.key})`}
          </ExplainedButton>
        </Group>
      </Stack>
    </Alert>
  );
}
