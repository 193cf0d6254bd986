import { Alert, Anchor, Button, Group, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { Link } from "wouter";
import type { ArchiveFile } from "#shared/archive/file.ts";
import { oddRetentions } from "#shared/rules/retention.ts";
import { toFile } from "#renderer/app/addresses.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";

/** Files named before the rest is only counted. */
const mostNamed = 10;

/** Warns of files of another retention in a batch of permanent ones; `onPick` ticks them, to be taken out. */
export function OddRetention(props: {
  files: readonly ArchiveFile[];
  onPick: ((ids: readonly string[]) => void) | undefined;
}) {
  const { batches: words, common } = useWords();
  const { count } = useFormat();
  const ids = oddRetentions(props.files);
  if (ids.length === 0) return null;
  const odd = new Set(ids);
  const named = props.files.filter(({ id }) => odd.has(id)).slice(0, mostNamed);
  return (
    <Alert
      color="yellow"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={words.oddRetention(count(ids.length))}
      mb="md"
    >
      <Text mb="xs">{words.oddRetentionHint}</Text>
      <Group gap="sm">
        {named.map((file) => (
          <Anchor
            key={file.id}
            component={Link}
            href={toFile(file.id)}
            underline="always"
            className="figures"
          >
            {`${file.code} (${common.retention[file.retention]})`}
          </Anchor>
        ))}
        {ids.length > mostNamed && <Text>{words.oddRetentionMore(count(ids.length - mostNamed))}</Text>}
        {props.onPick && (
          <Button size="compact-md" variant="default" onClick={() => props.onPick?.(ids)}>
            {words.oddRetentionPick}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
