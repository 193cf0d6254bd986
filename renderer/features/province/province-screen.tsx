import { Anchor, Button, Paper, SimpleGrid, Stack, Table, Text } from "@mantine/core";
import { IconHourglass, IconMapOff, IconRefresh, IconSearch } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { ProvinceOverview } from "#shared/contract/province.ts";
import { toAside, toSameFonds } from "#renderer/app/addresses.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { CountBar } from "./count-bar.tsx";
import { FondsToConfirm } from "./fonds-to-confirm.tsx";
import { TermsToDecide } from "./terms-to-decide.tsx";

type District = ProvinceOverview["districts"][number];

const events = ["sync.changed"] as const;

/** What the province holds of each district, and which fonds wait for its word. */
export function ProvinceScreen() {
  const { province, sameFonds } = useWords();
  const desk = useDesk();
  const overview = useAskedAgain("overview", () => desk.call("province.overview", {}), events);
  const fonds = useAskedAgain("fonds", () => desk.call("province.fonds", {}), events);
  const terms = useAskedAgain("terms", () => desk.call("province.terms", {}), events);
  const { value } = overview;
  const error = overview.error ?? fonds.error ?? terms.error;
  const ask = () => {
    overview.ask();
    fonds.ask();
    terms.ask();
  };
  return (
    <>
      <PageHeader
        title={province.title}
        subtitle={province.subtitle}
        actions={
          <>
            <Button variant="default" leftSection={<IconRefresh size="1.1rem" />} onClick={ask}>
              {province.refresh}
            </Button>
            <ToAside />
            <Button component={Link} href={toSameFonds} variant="default">
              {sameFonds.open}
            </Button>
            <Button component={Link} href="/search" leftSection={<IconSearch size="1.1rem" />}>
              {province.find}
            </Button>
          </>
        }
      />
      {error !== undefined && <FaultView error={error} onRetry={ask} />}
      {value?.districts.length === 0 && (
        <EmptyState Icon={IconMapOff} title={province.none} hint={province.noneHint} />
      )}
      {value && value.districts.length > 0 && (
        <Overview districts={value.districts}>
          {fonds.value && <FondsToConfirm list={fonds.value} onDone={fonds.ask} />}
          {terms.value && <TermsToDecide list={terms.value} onDone={terms.ask} />}
        </Overview>
      )}
    </>
  );
}

/** The way to what is put aside, where anything is. */
function ToAside() {
  const words = useWords().aside;
  const desk = useDesk();
  const { count } = useFormat();
  const { value } = useAskedAgain("aside count", () => desk.call("province.aside", {}), events);
  const total = value ? value.held.total + value.refused.total : 0;
  return total === 0 ? null : (
    <Button
      component={Link}
      href={toAside}
      variant="light"
      color="yellow"
      leftSection={<IconHourglass size="1.1rem" aria-hidden />}
    >
      {words.open(count(total))}
    </Button>
  );
}

const sum = (districts: readonly District[], of: (district: District) => number) =>
  districts.reduce((total, district) => total + of(district), 0);

function Overview({ districts, children }: { districts: readonly District[]; children: ReactNode }) {
  const { province } = useWords();
  const { count, bytes } = useFormat();
  const total = (of: (district: District) => number) => count(sum(districts, of));
  const accepted = province.of(
    total((district) => district.acceptedBatches),
    total((district) => district.batches),
  );
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} component="dl" m={0}>
        <Tile
          name={province.tiles.districts}
          value={count(districts.filter(({ lastAt }) => lastAt !== "").length)}
        />
        <Tile name={province.tiles.files} value={total((district) => district.files)} />
        <Tile name={province.tiles.items} value={total((district) => district.items)} />
        <Tile name={province.tiles.renditions} value={total((district) => district.renditions)} />
        <Tile name={province.tiles.accepted} value={accepted} />
        <Tile name={province.tiles.bytes} value={bytes(sum(districts, (district) => district.bytes))} />
      </SimpleGrid>
      {children}
      <Section title={province.table}>
        <DistrictTable districts={districts} />
      </Section>
    </Stack>
  );
}

function Tile({ name, value }: { name: string; value: string }) {
  return (
    <Paper withBorder p="md">
      <Text component="dt" c="dimmed" size="sm">
        {name}
      </Text>
      <Text component="dd" m={0} fw={600} fz="1.5rem" className="figures">
        {value}
      </Text>
    </Paper>
  );
}

function DistrictTable({ districts }: { districts: readonly District[] }) {
  const { province } = useWords();
  const { columns } = province;
  const { count, time } = useFormat();
  const most = Math.max(1, ...districts.map(({ items }) => items));
  return (
    <Table.ScrollContainer minWidth={720} tabIndex={0} role="group" aria-label={province.table}>
      <Table verticalSpacing="sm" aria-label={province.table}>
        <Table.Thead>
          <Table.Tr>
            {Object.entries(columns).map(([column, name]) => (
              <Table.Th key={column}>{name}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {districts.map((district) => (
            <Table.Tr key={district.scope}>
              <Table.Th scope="row">
                <Anchor component={Link} href={`/province/${district.scope}`} py="0.4rem" fw={600}>
                  {district.name}
                </Anchor>
              </Table.Th>
              <Table.Td>{count(district.files)}</Table.Td>
              <Table.Td>
                <CountBar
                  name={`${columns.items}: ${district.name}`}
                  value={district.items}
                  total={most}
                  shown={count(district.items)}
                  plain
                />
              </Table.Td>
              <Table.Td>
                <CountBar
                  name={`${columns.renditions}: ${district.name}`}
                  value={district.renditions}
                  total={district.items}
                  shown={province.of(count(district.renditions), count(district.items))}
                />
              </Table.Td>
              <Table.Td>
                <CountBar
                  name={`${columns.batches}: ${district.name}`}
                  value={district.acceptedBatches}
                  total={district.batches}
                  shown={province.of(count(district.acceptedBatches), count(district.batches))}
                />
              </Table.Td>
              <Table.Td>{district.lastAt === "" ? province.never : time(district.lastAt)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
