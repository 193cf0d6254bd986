import { Button, Group, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconBan, IconCalendarTime } from "@tabler/icons-react";
import { useState } from "react";
import type { PortalUnits, ShownPlan } from "#shared/contract/portal-units.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ReasonDialog } from "#renderer/ui/reason-dialog.tsx";
import { StateBadge } from "#renderer/ui/state-badge.tsx";
import { tell } from "#renderer/portal/ask.ts";
import { PortalFaultView } from "#renderer/portal/portal-fault.tsx";
import { FaultList } from "./fault-list.tsx";
import { useUnitWords } from "./use-unit-words.ts";

/** What was decided ahead of its day, each with the way to withdraw it; what was withdrawn stays with its reason. */
export function PlannedList({ tables, onChanged }: { tables: PortalUnits; onChanged: () => void }) {
  const words = useWords().portal.admin.units;
  const { date } = useFormat();
  const [leaving, setLeaving] = useState<ShownPlan>();
  const [failed, setFailed] = useState<unknown>();
  const withdraw = ({ place }: ShownPlan, reason: string) => {
    setLeaving(undefined);
    setFailed(undefined);
    tell("admin/units/withdrawn", { place, reason }).catch(setFailed).finally(onChanged);
  };
  return (
    <Stack gap={0}>
      {failed !== undefined && <PortalFaultView error={failed} />}
      {tables.planned.map((plan) => (
        <PlanRow key={plan.place} {...{ tables, plan }} onWithdraw={() => setLeaving(plan)} />
      ))}
      {leaving && (
        <ReasonDialog
          title={words.withdrawOf(date(leaving.due))}
          hint={words.withdrawHint}
          label={words.withdrawReason}
          confirm={words.withdraw}
          cancel={words.cancel}
          maxLength={500}
          shortest={5}
          onConfirm={(reason) => withdraw(leaving, reason)}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </Stack>
  );
}

function PlanRow(props: { tables: PortalUnits; plan: ShownPlan; onWithdraw: () => void }) {
  const { tables, plan, onWithdraw } = props;
  const words = useWords().portal.admin.units;
  const { date, time } = useFormat();
  const { said } = useUnitWords(tables);
  const told = said(plan.change, plan.formerName, plan.due);
  const { withdrawn } = plan;
  return (
    <Group
      component="article"
      aria-label={told}
      align="flex-start"
      justify="space-between"
      gap="md"
      py="sm"
      style={{ borderBottom: "1px solid var(--mantine-color-default-border)" }}
    >
      <Stack gap="0.25rem" flex="1 1 16rem" miw={0}>
        <Group gap="0.15rem 0.75rem">
          <Standing plan={plan} />
          <Text size="sm" c="dimmed" className="figures">
            {words.plannedBy(plan.by, time(plan.at))}
          </Text>
        </Group>
        <Text {...(withdrawn && { td: "line-through", c: "dimmed" })}>{told}</Text>
        <Text size="sm">{words.actOf(plan.act)}</Text>
        <Text size="sm">{words.reasonOf(plan.reason)}</Text>
        {withdrawn && (
          <>
            <Text size="sm" className="figures">
              {words.withdrawn(withdrawn.by, time(withdrawn.at))}
            </Text>
            <Text size="sm">{words.reasonOf(withdrawn.reason)}</Text>
          </>
        )}
        {plan.faults.length > 0 && (
          <FaultList
            color="orange"
            title={plan.state === "stuck" ? words.stuck(date(plan.due)) : words.unfitThen}
            faults={plan.faults}
            {...(plan.state === "stuck" && { hint: words.stuckHint })}
          />
        )}
      </Stack>
      {!withdrawn && (
        <Button
          variant="default"
          size="compact-md"
          aria-label={`${words.withdraw}: ${told}`}
          onClick={onWithdraw}
        >
          {words.withdraw}
        </Button>
      )}
    </Group>
  );
}

function Standing({ plan: { state, due } }: { plan: ShownPlan }) {
  const words = useWords().portal.admin.units;
  const { date } = useFormat();
  const label = words.due(date(due));
  if (state === "withdrawn") return <StateBadge Icon={IconBan} label={words.isWithdrawn} color="gray" />;
  if (state === "stuck") return <StateBadge Icon={IconAlertTriangle} label={label} color="orange" />;
  return <StateBadge Icon={IconCalendarTime} label={label} color="blue" />;
}
