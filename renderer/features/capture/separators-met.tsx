import { Group, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconQrcode } from "@tabler/icons-react";
import { keyOfArrival } from "#shared/capture/arrival-key.ts";
import type { Unmatched } from "#shared/contract/capture.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { VirtualList } from "#renderer/ui/virtual-list.tsx";
import type { Document } from "#renderer/work/batch-documents.ts";
import classes from "./tray.module.css";
import type { Lay } from "./use-laying.tsx";

/** The separators that were read: where each led or why it was not followed; one read wrongly is made a page by hand. */
export function SeparatorsMet(props: {
  separators: readonly Unmatched[];
  documents: readonly Document[];
  target: Document | undefined;
  pickFirst: string;
  lay: Lay;
}) {
  const { separators: texts } = useWords().matching;
  const { separators, documents } = props;
  const names = new Map(
    documents.flatMap(({ file, item }): [string, string][] => [
      [item.id, `${file.code}.${item.ordinal}`],
      [file.id, file.code],
    ]),
  );
  return (
    <Stack gap="xs">
      <Text fw={600}>{`${texts.title} (${separators.length})`}</Text>
      <Text size="sm" c="dimmed">
        {texts.hint}
      </Text>
      <VirtualList
        label={texts.title}
        count={separators.length}
        rowHeight={5.2}
        height="16rem"
        keyOf={(at) => {
          const one = separators[at];
          return one ? keyOfArrival(one) : "";
        }}
        renderRow={(at) => {
          const one = separators[at];
          return one && <Row one={one} name={names.get(one.itemId || one.fileId) ?? ""} {...props} />;
        }}
      />
    </Stack>
  );
}

function Row(props: {
  one: Unmatched;
  name: string;
  target: Document | undefined;
  pickFirst: string;
  lay: Lay;
}) {
  const { separators: texts, refusals } = useWords().matching;
  const desk = useDesk();
  const { one, target } = props;
  const refused = one.refusal !== "";
  return (
    <Group gap="md" wrap="nowrap" py="0.3rem">
      {one.thumbDigest === "" ? (
        <IconQrcode aria-hidden />
      ) : (
        <img className={classes["small"]} src={desk.objectUrl(one.thumbDigest)} alt="" loading="lazy" />
      )}
      <Stack gap={0} flex={1} miw={0}>
        <Group gap="xs" wrap="nowrap">
          {refused && <IconAlertTriangle size="1rem" color="var(--mantine-color-red-text)" aria-hidden />}
          <Text fw={600} truncate>
            {refused ? refusals[one.refusal] : texts.leadsTo(props.name)}
          </Text>
        </Group>
        {refused && <Text size="sm">{texts.refused}</Text>}
        <Text size="sm" c="dimmed" truncate>
          {one.name}
        </Text>
      </Stack>
      <ExplainedButton
        variant="default"
        reason={target ? undefined : props.pickFirst}
        onClick={() => {
          if (target) void props.lay([one], target);
        }}
      >
        {texts.asPage}
      </ExplainedButton>
    </Group>
  );
}
