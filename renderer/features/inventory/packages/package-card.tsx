import { Badge, Card, Group, List, Stack, Text } from "@mantine/core";
import type { FoundPackage } from "#shared/contract/packages.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";

const shown = 8;

const colours: Record<FoundPackage["stands"], string> = {
  ...{ unsound: "red", secret: "red", outside: "inherit", unclear: "inherit", closed: "inherit" },
  ...{ new: "inherit", known: "inherit" },
};

/** What is in one package, how it stands to what is here, and every fault that was found in it. */
export function PackageCard({ found }: { found: FoundPackage }) {
  const all = useWords();
  const words = all.packageTaking;
  const { count } = useFormat();
  const { name, objectId, kind, stands, faults, faultCount, fonds, fileCode, title } = found;
  const { fresh, same, differing, left } = found;
  const called = (field: string) => words.fields[field] ?? all.packages.fields[field] ?? field;
  const list = (fields: readonly string[]) => fields.map(called).join(", ");
  // Of a tree that cannot be read nothing else is known.
  const label = fileCode || name || objectId || kind;
  const items = differing.filter(({ ordinal }) => ordinal !== undefined).length;
  return (
    <Card withBorder component="article" aria-label={label}>
      <Stack gap="xs">
        <Group gap="sm">
          <Text fw={600} className="figures">
            {label}
          </Text>
          {kind !== label && kind !== "" && <Badge variant="light">{kind}</Badge>}
        </Group>
        {title !== "" && <Text style={{ overflowWrap: "anywhere", whiteSpace: "pre-line" }}>{title}</Text>}
        {fonds.code !== "" && (
          <Text c="dimmed" size="sm">
            {words.fonds(fonds.code, fonds.name) + (fonds.known ? "" : ` (${words.newFonds})`)}
          </Text>
        )}
        <Text c={colours[stands]} fw={500}>
          {words.stands[stands]}
        </Text>
        {stands !== "unsound" && stands !== "secret" && (
          <Text className="figures">{words.counts(count(fresh), count(same), count(items))}</Text>
        )}
        {differing.length > 0 && (
          <Lines
            title={words.differing}
            lines={differing.map(({ ordinal, fields }) =>
              ordinal === undefined ? words.ofFile(list(fields)) : words.ofItem(count(ordinal), list(fields)),
            )}
            total={differing.length}
          />
        )}
        {left.length > 0 && <Text size="sm">{words.left(list(left))}</Text>}
        {faultCount > 0 && (
          <Lines
            title={words.faults(count(faultCount))}
            lines={faults.map(({ code, path, detail }) => all.packages.faults[code](path, detail))}
            total={faultCount}
          />
        )}
      </Stack>
    </Card>
  );
}

/** The first of some lines, and how many more there are. */
function Lines({ title, lines, total }: { title: string; lines: readonly string[]; total: number }) {
  const words = useWords().packages;
  const { count } = useFormat();
  return (
    <Stack gap={0}>
      <Text size="sm" fw={500}>
        {title}
      </Text>
      <List size="sm" style={{ overflowWrap: "anywhere" }}>
        {lines.slice(0, shown).map((line, place) => (
          <List.Item key={`${place} ${line}`}>{line}</List.Item>
        ))}
        {total > shown && <List.Item>{words.more(count(total - shown))}</List.Item>}
      </List>
    </Stack>
  );
}
