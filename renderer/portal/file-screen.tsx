import { Anchor, Button, Grid, Stack, Table, Text } from "@mantine/core";
import { useState } from "react";
import { Link, useSearch } from "wouter";
import type { CatalogueHit } from "#shared/contract/catalogue.ts";
import { portalFileSchema } from "#shared/contract/portal.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { AboutHit } from "./about-hit.tsx";
import { ask } from "./ask.ts";
import { readSought, type Sought, withSought } from "./asked.ts";
import { PortalFaultView } from "./portal-fault.tsx";
import { useAnswer } from "./use-answer.ts";

/** A file: those of its documents that one may find, in its order, what it is, and where its paper stands. */
export function FileScreen({ id }: { id: string }) {
  const { file: words, item } = useWords().portal;
  const { count } = useFormat();
  const sought = readSought(useSearch());
  const address = `files/${encodeURIComponent(id)}`;
  const { value, error, again } = useAnswer(portalFileSchema, address);
  const [later, setLater] = useState<CatalogueHit[]>([]);
  const [failed, setFailed] = useState<unknown>();
  if (error !== undefined) return <PortalFaultView error={error} onRetry={again} />;
  if (!value) return null;
  const items = [...value.items, ...later];
  const more = () => {
    setFailed(undefined);
    ask(portalFileSchema, `${address}?from=${items.length}`).then(
      (next) => setLater([...later, ...next.items]),
      setFailed,
    );
  };
  const back = { to: withSought("/", sought), label: item.back };
  return (
    <>
      <PageHeader title={value.hit.title || value.hit.file.code} back={back} dense />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Section title={words.items} hint={words.shown(count(items.length), count(value.total))}>
            <Stack>
              {items.length === 0 ? (
                <Text c="dimmed">{words.none}</Text>
              ) : (
                <Items items={items} sought={sought} />
              )}
              {failed !== undefined && <PortalFaultView error={failed} onRetry={more} />}
              {items.length < value.total && (
                <Button variant="default" w="fit-content" onClick={more}>
                  {words.more}
                </Button>
              )}
            </Stack>
          </Section>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <AboutHit hit={value.hit} inFile={false} sought={sought} />
        </Grid.Col>
      </Grid>
    </>
  );
}

function Items({ items, sought }: { items: readonly CatalogueHit[]; sought: Sought }) {
  const { file: words, find } = useWords().portal;
  const { date } = useFormat();
  return (
    <Table.ScrollContainer type="native" minWidth={560} tabIndex={0} role="group" aria-label={words.items}>
      <Table aria-label={words.items} verticalSpacing="sm" striped>
        <Table.Thead>
          <Table.Tr>
            {Object.entries(words.columns).map(([column, name]) => (
              <Table.Th key={column}>{name}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((hit) => {
            const notation = [hit.number, hit.symbol].filter(Boolean).join("/");
            return (
              <Table.Tr key={hit.id}>
                <Table.Td className="figures">{hit.ordinal}</Table.Td>
                <Table.Td className="figures">{notation}</Table.Td>
                <Table.Td className="figures">{date(hit.date)}</Table.Td>
                <Table.Td>
                  <Anchor component={Link} href={withSought(`/item/${encodeURIComponent(hit.id)}`, sought)}>
                    {hit.title || notation}
                  </Anchor>
                </Table.Td>
                <Table.Td>{find.levels[hit.level]}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
