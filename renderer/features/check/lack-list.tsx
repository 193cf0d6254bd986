import { Anchor, Chip, Group, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { Link } from "wouter";
import { blockingLacks } from "#shared/archive/check.ts";
import { type Lack, lackCodes } from "#shared/archive/lack.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { VirtualList } from "#renderer/ui/virtual-list.tsx";

/** Everything a batch lacks, each with its reason and the way to it; narrowed to one kind where asked. */
export function LackList({ batchId, lacks }: { batchId: string; lacks: readonly Lack[] }) {
  const { check } = useWords();
  const { count } = useFormat();
  const [kind, setKind] = useState("");
  const kinds = useMemo(
    () =>
      lackCodes
        .map((code) => ({ code, number: lacks.filter((lack) => lack.code === code).length }))
        .filter(({ number }) => number > 0),
    [lacks],
  );
  const present = kinds.some(({ code }) => code === kind) ? kind : "";
  const listed = present === "" ? lacks : lacks.filter((lack) => lack.code === present);
  return (
    <Section title={check.lacks.title} hint={lacks.length > 0 ? check.lacks.count(count(lacks.length)) : ""}>
      {lacks.length === 0 ? (
        <Group gap="sm">
          <IconCircleCheck color="var(--mantine-color-lacquer-text)" aria-hidden />
          <Text>{check.lacks.none}</Text>
        </Group>
      ) : (
        <Stack gap="md">
          <Chip.Group multiple={false} value={present} onChange={setKind}>
            <Group gap="xs" role="radiogroup" aria-label={check.lacks.filter}>
              <Chip value="" size="md">
                {`${check.lacks.all} (${count(lacks.length)})`}
              </Chip>
              {kinds.map(({ code, number }) => (
                <Chip key={code} value={code} size="md">
                  {`${check.lackNames[code]} (${count(number)})`}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
          <VirtualList
            label={check.lacks.list}
            count={listed.length}
            rowHeight={3}
            height="32rem"
            keyOf={(at) => keyOf(listed[at])}
            renderRow={(at) => {
              const lack = listed[at];
              return lack && <Row lack={lack} batchId={batchId} />;
            }}
          />
        </Stack>
      )}
    </Section>
  );
}

function keyOf(lack: Lack | undefined): string {
  return lack ? `${lack.code}/${lack.label}/${lack.fileId}/${lack.itemId}/${lack.expected}` : "";
}

function Row({ lack, batchId }: { lack: Lack; batchId: string }) {
  const { check } = useWords();
  const blocks = blockingLacks([lack]).length > 0;
  const aboutPages = ["page-rejected", "page-faulty", "page-unjudged"].includes(lack.code);
  const address = aboutPages
    ? `/quality/${batchId}`
    : lack.itemId === ""
      ? `/inventory/file/${lack.fileId}`
      : `/check/${batchId}/items/${lack.itemId}`;
  return (
    <Group gap="sm" wrap="nowrap" py="0.4rem">
      {blocks ? (
        <IconAlertTriangle size="1.2rem" color="var(--mantine-color-red-text)" aria-hidden />
      ) : (
        <IconInfoCircle size="1.2rem" color="var(--mantine-color-blue-text)" aria-hidden />
      )}
      <Text fw={600} className="figures" w="20rem" truncate title={lack.label}>
        {lack.label}
      </Text>
      <Text flex={1}>{check.lack[lack.code](lack.expected, lack.found)}</Text>
      {lack.fileId !== "" && (
        <Anchor component={Link} href={address} py="0.4rem" aria-label={`${check.lacks.view}: ${lack.label}`}>
          {check.lacks.view}
        </Anchor>
      )}
    </Group>
  );
}
