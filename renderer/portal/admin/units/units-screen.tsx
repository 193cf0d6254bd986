import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { IconCircleCheck, IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import type { Unit } from "#shared/archive/unit.ts";
import { type PortalUnits, portalUnitsSchema, type Published } from "#shared/contract/portal-units.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { AdminFrame } from "#renderer/portal/admin/admin-frame.tsx";
import { PortalFaultView } from "#renderer/portal/portal-fault.tsx";
import { useAnswer } from "#renderer/portal/use-answer.ts";
import { AmendmentDialog } from "./amendment-dialog.tsx";
import { FaultList } from "./fault-list.tsx";
import { PlannedList } from "./planned-list.tsx";
import { UnitList } from "./unit-list.tsx";
import { useUnitWords } from "./use-unit-words.ts";

/** The tables of units and their mergers, and the province's amendments of them. */
export function UnitsScreen() {
  const words = useWords().portal.admin.units;
  const { date } = useFormat();
  const { value, error, again } = useAnswer(portalUnitsSchema, "admin/units");
  const [amending, setAmending] = useState<{ unit: Unit | undefined }>();
  const [published, setPublished] = useState<Published>();
  return (
    <AdminFrame>
      <div>
        <PageHeader
          title={words.title}
          subtitle={words.subtitle}
          actions={
            <Button
              leftSection={<IconPencil size="1.1rem" aria-hidden />}
              disabled={!value}
              onClick={() => setAmending({ unit: undefined })}
            >
              {words.add}
            </Button>
          }
        />
        {error !== undefined && <PortalFaultView error={error} onRetry={again} />}
        <div role="status">
          {published !== undefined && (
            <Alert color="green" variant="light" mb="lg" icon={<IconCircleCheck aria-hidden />}>
              {published.due === undefined
                ? words.published(String(published.number ?? ""))
                : words.planned(date(published.due))}
            </Alert>
          )}
        </div>
        {value && (
          <Stack gap="lg">
            {value.planned.length > 0 && (
              <Section title={words.plans} hint={words.plansHint}>
                <PlannedList
                  tables={value}
                  onChanged={() => {
                    setPublished(undefined);
                    again();
                  }}
                />
              </Section>
            )}
            <Section title={words.amendments} hint={words.amendmentsHint}>
              {value.amendments.length === 0 ? (
                <Text c="dimmed">{words.amendmentsNone}</Text>
              ) : (
                <Amendments tables={value} />
              )}
            </Section>
            <Section title={words.list}>
              <UnitList tables={value} onChange={(unit) => setAmending({ unit })} />
            </Section>
          </Stack>
        )}
      </div>
      {amending && value && (
        <AmendmentDialog
          tables={value}
          unit={amending.unit}
          onClose={() => setAmending(undefined)}
          onMoved={again}
          onPublished={(kept) => {
            setAmending(undefined);
            setPublished(kept);
            again();
          }}
        />
      )}
    </AdminFrame>
  );
}

function Amendments({ tables }: { tables: PortalUnits }) {
  const words = useWords().portal.admin.units;
  const { time } = useFormat();
  const { said } = useUnitWords(tables);
  return (
    <Stack gap={0}>
      {tables.amendments.map((one) => (
        <Stack
          key={one.number}
          component="article"
          aria-label={words.number(String(one.number))}
          gap="0.25rem"
          py="sm"
          style={{ borderBottom: "1px solid var(--mantine-color-default-border)" }}
        >
          <Group gap="0.15rem 0.75rem">
            <Text fw={600} className="figures">
              {words.number(String(one.number))}
            </Text>
            <Text size="sm" c="dimmed" className="figures">
              {words.by(one.by, time(one.at))}
            </Text>
          </Group>
          <Text>{said(one.change, one.formerName)}</Text>
          <Text size="sm">{words.actOf(one.act)}</Text>
          <Text size="sm">{words.reasonOf(one.reason)}</Text>
          {one.faults.length > 0 && <FaultList title={words.unfit} color="orange" faults={one.faults} />}
        </Stack>
      ))}
    </Stack>
  );
}
