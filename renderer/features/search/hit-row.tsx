import { Badge, Button, Group, Mark, Stack, Text } from "@mantine/core";
import { IconFileTypePdf, IconFolderOpen } from "@tabler/icons-react";
import { Link } from "wouter";
import { readSnippet } from "#shared/archive/snippet.ts";
import type { SearchHit } from "#shared/contract/records.ts";
import { toFile } from "#renderer/app/addresses.ts";
import { useUnitNames } from "#renderer/app/unit-names.ts";
import { useWords } from "#renderer/app/words.tsx";

/** One thing found: its name, its code and unit, the words where they were met, and the ways to it. */
export function HitRow(props: { hit: SearchHit; canOpenFile: boolean; onOpen: () => void }) {
  const { search } = useWords();
  const nameOf = useUnitNames();
  const { hit, canOpenFile, onOpen } = props;
  const title = hit.title || search.untitled;
  return (
    <Group
      component="article"
      aria-label={title}
      py="md"
      px="xs"
      gap="lg"
      wrap="nowrap"
      align="flex-start"
      style={{ borderBottom: "1px solid var(--mantine-color-default-border)" }}
    >
      <Stack gap="0.25rem" flex={1} miw={0}>
        <Group gap="xs">
          <Badge variant="default" tt="none" fw={500}>
            {search.kinds[hit.collection]}
          </Badge>
          <Text size="sm" c="dimmed" className="figures">
            {[hit.line, nameOf(hit.scope)].filter(Boolean).join(" · ")}
          </Text>
        </Group>
        <Text fw={600}>
          <Parts text={title} />
        </Text>
        {hit.snippet !== "" && (
          <Text size="sm">
            <Parts text={hit.snippet} />
          </Text>
        )}
      </Stack>
      <Group gap="xs" wrap="nowrap">
        {hit.renditionDigest !== "" && (
          <Button
            variant="light"
            leftSection={<IconFileTypePdf size="1.1rem" />}
            onClick={onOpen}
            aria-label={`${search.openPdf}: ${title}`}
          >
            {search.openPdf}
          </Button>
        )}
        {canOpenFile && hit.fileId !== "" && (
          <Button
            component={Link}
            href={toFile(hit.fileId)}
            variant="default"
            leftSection={<IconFolderOpen size="1.1rem" />}
            aria-label={`${search.openFile}: ${title}`}
          >
            {search.openFile}
          </Button>
        )}
      </Group>
    </Group>
  );
}

function Parts({ text }: { text: string }) {
  return readSnippet(text).map((part, at) =>
    part.met ? <Mark key={at}>{part.text}</Mark> : <span key={at}>{part.text}</span>,
  );
}
