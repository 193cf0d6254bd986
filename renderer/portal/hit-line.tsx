import { Anchor, Badge, Group, Mark, Stack, Text } from "@mantine/core";
import { Link } from "wouter";
import { readSnippet } from "#shared/archive/snippet.ts";
import type { CatalogueHit } from "#shared/contract/catalogue.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { type Sought, withSought } from "./asked.ts";
import { FondsLink } from "./fonds-link.tsx";
import { tellGoing } from "./tell-going.ts";

/** One of what was found: what it is, where it is from, and where on its pages. */
export function HitLine({ hit, sought }: { hit: CatalogueHit; sought: Sought }) {
  const { find: words, item } = useWords().portal;
  const { date } = useFormat();
  const notation = [hit.number, hit.symbol].filter(Boolean).join("/");
  const line = [
    ...(hit.kind === "items" ? [notation, date(hit.date), hit.issuer] : [hit.file.code, hit.date]),
    hit.unitName,
  ].filter(Boolean);
  const [first] = hit.pages;
  const to = withSought(
    `/${hit.kind === "items" ? "item" : "file"}/${encodeURIComponent(hit.id)}`,
    sought,
    hit.kind === "items" ? { page: String(first?.ordinal ?? 1) } : {},
  );
  return (
    <Stack
      component="article"
      aria-label={hit.title}
      gap="0.2rem"
      py="md"
      style={{ borderBottom: "1px solid var(--mantine-color-default-border)" }}
    >
      <Group gap="xs">
        <Badge variant="default" tt="none" fw={500}>
          {words.kinds[hit.kind]}
        </Badge>
        <Badge variant="light" tt="none" fw={500} color={hit.level === "open" ? "lacquer" : "gray"}>
          {words.levels[hit.level]}
        </Badge>
        {!hit.accepted && (
          <Badge variant="default" tt="none" fw={600}>
            {words.unaccepted}
          </Badge>
        )}
        <Text size="sm" c="dimmed" className="figures">
          {line.join(" · ")}
        </Text>
      </Group>
      <Text fw={600}>
        <Anchor component={Link} href={to} fw={600}>
          {hit.title || notation || hit.file.code}
        </Anchor>
      </Text>
      <Text size="sm" c="dimmed">
        {hit.kind === "items" && hit.file.title !== "" && `${hit.file.title} · `}
        {(hit.fonds.name || hit.fonds.code) !== "" && <FondsLink fonds={hit.fonds} sought={sought} />}
      </Text>
      {hit.newCommunes.length > 1 && (
        <Text size="sm" c="dimmed">
          {item.to}: {tellGoing(hit, item)}
        </Text>
      )}
      {hit.snippet !== "" && (
        <Text size="sm">
          {readSnippet(hit.snippet).map(({ text, met }, at) =>
            met ? <Mark key={at}>{text}</Mark> : <span key={at}>{text}</span>,
          )}
        </Text>
      )}
      {hit.pages.length > 0 && (
        <Text size="sm" c="dimmed">
          {(sought.by === "meaning" ? words.nearOnPage : words.onPage)(
            hit.pages.map(({ ordinal }) => ordinal).join(", "),
          )}
        </Text>
      )}
    </Stack>
  );
}
