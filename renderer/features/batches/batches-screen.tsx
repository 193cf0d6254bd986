import { Anchor, Button, Checkbox, Chip, Group, Text } from "@mantine/core";
import { IconPackages, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useLocation, useParams } from "wouter";
import { batchMoves, batchStates, refuseMove } from "#shared/archive/batch.ts";
import { may } from "#shared/archive/permissions.ts";
import { daysLate, lateFirst } from "#shared/rules/deadlines.ts";
import { toBatch, toBatches } from "#renderer/app/addresses.ts";
import { BatchTable } from "#renderer/app/batch-table.tsx";
import { addressViews } from "#renderer/app/saved-views.ts";
import { useWork } from "#renderer/app/session.tsx";
import { useBatches } from "#renderer/app/use-batches.ts";
import { useRuleData } from "#renderer/app/use-rule-profile.ts";
import { useToday } from "#renderer/app/use-today.ts";
import { ViewsMenu } from "#renderer/app/views-menu.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { SideSheet } from "#renderer/ui/side-sheet.tsx";
import { BatchForm } from "./batch-form.tsx";
import { MoveMany } from "./move-many.tsx";
import { movesHere } from "./moves-here.ts";
import { RecentActs } from "./recent-acts.tsx";

const batchViews = addressViews(toBatches());

/** All batches, filtered by state; those that make batches make one here. */
export function BatchesScreen() {
  const { profile } = useWork();
  const all = useWords();
  const words = all.batches;
  const batches = useBatches();
  const [, go] = useLocation();
  const { which = "" } = useParams();
  const today = useToday();
  const rules = useRuleData();
  const late = batches?.filter((batch) => daysLate(batch, today, rules) > 0) ?? [];
  const state = which === "late" ? which : (batchStates.find((known) => known === which) ?? "");
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [making, setMaking] = useState(false);
  const makes = batchMoves.some((move) => move.from === "draft" && move.roles.includes(profile.role));
  const moves = batchMoves.some((move) => move.roles.includes(profile.role));
  const make = makes && (
    <Button leftSection={<IconPlus size="1.1rem" />} onClick={() => setMaking(true)}>
      {words.make}
    </Button>
  );
  const inState = state === "late" ? late : batches?.filter((batch) => state === "" || batch.state === state);
  const shown = lateFirst([...(inState ?? [])].reverse(), today, rules);
  const chosenState = batchStates.find((known) => known === state);
  const ticks =
    chosenState !== undefined &&
    movesHere(chosenState).some(({ to }) => refuseMove(chosenState, to, profile.role, "-") === undefined);
  const pick = (id: string, is: boolean) =>
    setPicked(new Set(is ? [...picked, id] : [...picked].filter((one) => one !== id)));
  const show = (address: string) => {
    go(address, { replace: true });
    setPicked(new Set());
  };
  const counts = batchStates.map((known) => ({
    known,
    count: batches?.filter((batch) => batch.state === known).length ?? 0,
  }));
  return (
    <>
      <PageHeader
        title={words.title}
        subtitle={words.subtitle}
        actions={
          <>
            {may(profile.role, "receive") && (
              <Button component={Link} href="/chase" variant="default">
                {all.chase.open}
              </Button>
            )}
            {batches?.length !== 0 && (
              <ViewsMenu
                list={batchViews}
                keeps="filter"
                current={{ address: toBatches(state === "" ? undefined : state) }}
                onView={({ address }) => show(address)}
              />
            )}
            {batches?.length !== 0 && make}
          </>
        }
      />
      {batches?.length === 0 && (
        <EmptyState
          Icon={IconPackages}
          title={words.none}
          hint={makes ? words.noneHint : words.noneHintReader}
        >
          {make}
        </EmptyState>
      )}
      {batches && batches.length > 0 && (
        <>
          <Chip.Group
            value={state}
            onChange={(next) =>
              show(
                toBatches(
                  batchStates.find((known) => known === next) ?? (next === "late" ? next : undefined),
                ),
              )
            }
          >
            <Group gap="xs" mb="md" role="radiogroup" aria-label={words.filter}>
              <Chip value="">{words.state(words.all, batches.length)}</Chip>
              {(late.length > 0 || state === "late") && (
                <Chip value="late">{all.dues.lateOnly(late.length)}</Chip>
              )}
              {counts
                .filter(({ count, known }) => count > 0 || known === state)
                .map(({ known, count }) => (
                  <Chip key={known} value={known}>
                    {words.state(all.common.batchStates[known], count)}
                  </Chip>
                ))}
            </Group>
          </Chip.Group>
          {chosenState === undefined && moves && (
            <Text c="dimmed" size="sm" mb="xs">
              {all.many.hint}
            </Text>
          )}
          {chosenState !== undefined && (
            <MoveMany
              key={chosenState}
              state={chosenState}
              batches={shown}
              picked={picked}
              onPick={(ids) => setPicked(new Set(ids))}
            />
          )}
          <RecentActs batches={batches} />
          <BatchTable
            label={words.list}
            batches={shown}
            renderTick={
              ticks
                ? (batch) => (
                    <Checkbox
                      aria-label={all.many.select(batch.number)}
                      checked={picked.has(batch.id)}
                      onChange={(event) => pick(batch.id, event.currentTarget.checked)}
                    />
                  )
                : undefined
            }
            renderAction={(batch) => (
              <Anchor
                component={Link}
                href={toBatch(batch.id)}
                fw={600}
                py="0.35rem"
                aria-label={`${all.common.open} ${batch.number}`}
              >
                {all.common.open}
              </Anchor>
            )}
          />
        </>
      )}
      {making && (
        <SideSheet title={words.make} close={all.common.close} onClose={() => setMaking(false)}>
          <BatchForm onMade={(batch) => go(toBatch(batch.id))} onCancel={() => setMaking(false)} />
        </SideSheet>
      )}
    </>
  );
}
