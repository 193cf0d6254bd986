import { Button, Stack, Table, Text } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { Link } from "wouter";
import { portalPacksSchema, type PortalPacks } from "#shared/contract/portal-admin.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { PortalFaultView } from "#renderer/portal/portal-fault.tsx";
import { useAnswer } from "#renderer/portal/use-answer.ts";
import { AdminFrame } from "./admin-frame.tsx";

/** The packs of rules that machines were given, and the words that units proposed and nobody decided on yet. */
export function PacksScreen() {
  const { packs: words, rules } = useWords().portal.admin;
  const { value, error, again } = useAnswer(portalPacksSchema, "admin/packs");
  return (
    <AdminFrame>
      <div>
        <PageHeader
          title={words.title}
          subtitle={words.subtitle}
          actions={
            <Button
              component={Link}
              href="/admin/packs/edit"
              leftSection={<IconPencil size="1.1rem" aria-hidden />}
            >
              {rules.edit}
            </Button>
          }
        />
        {error !== undefined && <PortalFaultView error={error} onRetry={again} />}
        {value && (
          <Stack gap="lg">
            <Section title={words.list} hint={words.listHint}>
              {value.packs.length === 0 ? <Text c="dimmed">{words.none}</Text> : <Packs {...value} />}
            </Section>
            <Section title={words.proposals} hint={words.proposalsHint}>
              {value.proposals.length === 0 ? (
                <Text c="dimmed">{words.proposalsNone}</Text>
              ) : (
                <Proposals {...value} />
              )}
            </Section>
          </Stack>
        )}
      </div>
    </AdminFrame>
  );
}

function Packs({ packs }: PortalPacks) {
  const words = useWords().portal.admin.packs;
  const { time } = useFormat();
  const bringsOf = ({ parts }: PortalPacks["packs"][number]) =>
    [
      ...parts.profiles,
      ...(parts.milestones ? [words.milestones] : []),
      ...(parts.priorities > 0 ? [words.priorities(parts.priorities)] : []),
      ...(parts.retention > 0 ? [words.retention(parts.retention)] : []),
      ...(parts.quality > 0 ? [words.quality(parts.quality)] : []),
      ...(parts.batchSteps ? [words.batchSteps] : []),
    ].join(", ");
  return (
    <Table.ScrollContainer type="native" minWidth={640} tabIndex={0} role="group" aria-label={words.list}>
      <Table aria-label={words.list} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            {Object.entries(words.columns).map(([column, name]) => (
              <Table.Th key={column}>{name}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {packs.map((pack, place) => (
            <Table.Tr key={pack.version}>
              <Table.Th scope="row" fw={place === 0 ? 600 : 400} className="figures">
                {place === 0 ? words.inForce(String(pack.version)) : String(pack.version)}
                <Text size="sm" c="dimmed" fw={400}>
                  {words.needs(pack.needs)}
                </Text>
              </Table.Th>
              <Table.Td className="figures">{time(pack.issuedAt)}</Table.Td>
              <Table.Td>
                {pack.issuedBy || "–"}
                {pack.reason !== "" && (
                  <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
                    {words.because(pack.reason)}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                {pack.defaultProfile}
                <Text size="sm" c="dimmed">
                  {pack.open ? words.open : words.closed}
                </Text>
              </Table.Td>
              <Table.Td>{bringsOf(pack) || words.nothing}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Proposals({ proposals }: PortalPacks) {
  const words = useWords().portal.admin.packs;
  const { count } = useFormat();
  return (
    <Table aria-label={words.proposals} verticalSpacing="sm" maw="36rem">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.unit}</Table.Th>
          <Table.Th>{words.waiting}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {proposals.map((one) => (
          <Table.Tr key={one.scope}>
            <Table.Th scope="row" fw={400}>
              {one.unitName}
            </Table.Th>
            <Table.Td className="figures">{count(one.count)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
