import { Group, Table, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconClock } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { PortalHealth } from "#shared/contract/portal-admin.ts";
import type { MeaningStanding } from "#shared/contract/portal.ts";
import { readMoment } from "#shared/base/moment.ts";
import { backupMayAge } from "#shared/portal/province-findings.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { KeyValues } from "#renderer/ui/key-values.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { StateBadge } from "#renderer/ui/state-badge.tsx";

/** What the province stands on: the parts that `/health` asks. */
export function Parts({ health }: { health: PortalHealth }) {
  const words = useWords().portal.admin.health;
  const { bytes } = useFormat();
  const { checks, roomBytes, leastRoom } = health;
  const rows = (["database", "objects", "keys"] as const).map((part) => ({
    name: words.checks[part],
    value: <Standing holds={checks[part]}>{checks[part] ? words.holds[part] : words.fails[part]}</Standing>,
  }));
  const room = roomBytes === undefined ? words.roomUnknown : words.room(bytes(roomBytes), bytes(leastRoom));
  return (
    <Section title={words.parts}>
      <KeyValues
        rows={[...rows, { name: words.checks.room, value: <Standing holds={checks.room}>{room}</Standing> }]}
      />
    </Section>
  );
}

function Standing({ holds, children }: { holds: boolean; children: ReactNode }) {
  const Icon = holds ? IconCircleCheck : IconAlertTriangle;
  return (
    <Group gap="0.4rem" wrap="nowrap" align="flex-start" component="span">
      <Icon
        size="1.15rem"
        aria-hidden
        style={{ flexShrink: 0, marginTop: "0.15rem" }}
        color={`var(--mantine-color-${holds ? "green" : "red"}-text)`}
      />
      {children}
    </Group>
  );
}

/** What the province has before it, and who asked. */
export function Work({ health: { standing, meaning } }: { health: PortalHealth }) {
  const words = useWords().portal.admin.health;
  const { count } = useFormat();
  if (!standing) return null;
  const meaningText = ({ state, why, model, vectors, waiting }: MeaningStanding) =>
    state === "off"
      ? words.meaningOff[why === "" ? "no-model" : why]
      : words.meaningStates[state](model, count(vectors), count(waiting));
  const { wordsWaiting, catalogueWaiting, held, refused, devicesSeen, devicesEnrolled } = standing;
  return (
    <Section title={words.work}>
      <KeyValues
        rows={[
          { name: words.seen, value: words.of(count(devicesSeen), count(devicesEnrolled)) },
          { name: words.held, value: count(held) },
          { name: words.refused, value: count(refused) },
          { name: words.words, value: count(wordsWaiting) },
          { name: words.catalogue, value: count(catalogueWaiting) },
          ...(meaning ? [{ name: words.meaning, value: meaningText(meaning) }] : []),
        ]}
      />
    </Section>
  );
}

/** The last backup of each place: when it was made and read back, how old it is, and whether it is whole. */
export function Backups({ health: { backups, at } }: { health: PortalHealth }) {
  const words = useWords().portal.admin.health;
  const { bytes, count, time } = useFormat();
  const ageOf = (moment: string) => Math.max(0, readMoment(at) - readMoment(moment));
  const written = (age: number) => {
    const hours = Math.floor(age / 3_600_000);
    return hours < 48 ? words.hours(count(hours)) : words.days(count(Math.floor(hours / 24)));
  };
  if (backups.length === 0)
    return (
      <Section title={words.backups} hint={words.backupsHint}>
        <Text c="dimmed">{words.backupsNone}</Text>
      </Section>
    );
  return (
    <Section title={words.backups} hint={words.backupsHint}>
      <Rows name={words.backups} heads={Object.values(words.backupColumns)}>
        {backups.map((one) => {
          const isWhole = one.damaged + one.missing === 0;
          return (
            <Table.Tr key={one.place}>
              <Table.Th scope="row" fw={500} style={{ overflowWrap: "anywhere" }}>
                {one.place}
              </Table.Th>
              <Table.Td className="figures">{time(one.at)}</Table.Td>
              <Table.Td className="figures">{written(ageOf(one.at))}</Table.Td>
              <Table.Td className="figures">{count(one.objects)}</Table.Td>
              <Table.Td className="figures">{bytes(one.objectBytes)}</Table.Td>
              <Table.Td>
                {isWhole ? (
                  <StateBadge
                    Icon={ageOf(one.at) > backupMayAge ? IconClock : IconCircleCheck}
                    color={ageOf(one.at) > backupMayAge ? "yellow" : "green"}
                    label={words.good}
                  />
                ) : (
                  <StateBadge
                    Icon={IconAlertTriangle}
                    color="red"
                    label={words.faulty(count(one.damaged), count(one.missing))}
                  />
                )}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Rows>
    </Section>
  );
}

/** The audit of each district at its last walk. */
export function AuditWalks({ health: { audit } }: { health: PortalHealth }) {
  const words = useWords().portal.admin.health;
  const { count, time } = useFormat();
  if (audit.length === 0)
    return (
      <Section title={words.audit} hint={words.auditHint}>
        <Text c="dimmed">{words.auditNone}</Text>
      </Section>
    );
  return (
    <Section title={words.audit} hint={words.auditHint}>
      <Rows name={words.audit} heads={Object.values(words.columns)}>
        {audit.map(({ scope, name, checkedAt, entries, brokenAt }) => (
          <Table.Tr key={scope}>
            <Table.Th scope="row" fw={500}>
              {name}
            </Table.Th>
            <Table.Td className="figures">{checkedAt === "" ? words.never : time(checkedAt)}</Table.Td>
            <Table.Td className="figures">{count(entries)}</Table.Td>
            <Table.Td>
              {brokenAt !== undefined ? (
                <StateBadge Icon={IconAlertTriangle} color="red" label={words.broken(count(brokenAt))} />
              ) : checkedAt === "" ? (
                <StateBadge Icon={IconClock} color="gray" label={words.never} />
              ) : (
                <StateBadge Icon={IconCircleCheck} color="green" label={words.whole} />
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Rows>
    </Section>
  );
}

function Rows(props: { name: string; heads: readonly string[]; children: ReactNode }) {
  return (
    <Table.ScrollContainer type="native" minWidth={640} tabIndex={0} role="group" aria-label={props.name}>
      <Table aria-label={props.name} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            {props.heads.map((head) => (
              <Table.Th key={head}>{head}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{props.children}</Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
