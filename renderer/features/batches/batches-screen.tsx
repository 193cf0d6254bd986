import { Anchor, Button, Chip, Group } from "@mantine/core";
import { IconPackages, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import { batchMoves, batchStates } from "#shared/archive/batch.ts";
import { may } from "#shared/archive/permissions.ts";
import { toBatch } from "#renderer/app/addresses.ts";
import { BatchTable } from "#renderer/app/batch-table.tsx";
import { useWork } from "#renderer/app/session.tsx";
import { useBatches } from "#renderer/app/use-batches.ts";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { SideSheet } from "#renderer/ui/side-sheet.tsx";
import { BatchForm } from "./batch-form.tsx";

/** All batches, filtered by state; those that make batches make one here. */
export function BatchesScreen() {
  const { profile } = useWork();
  const all = useWords();
  const words = all.batches;
  const batches = useBatches();
  const [, go] = useLocation();
  const [state, setState] = useState("");
  const [making, setMaking] = useState(false);
  const makes = batchMoves.some((move) => move.from === "draft" && move.roles.includes(profile.role));
  const make = makes && (
    <Button leftSection={<IconPlus size="1.1rem" />} onClick={() => setMaking(true)}>
      {words.make}
    </Button>
  );
  const shown = batches?.filter((batch) => state === "" || batch.state === state).reverse();
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
          <Chip.Group value={state} onChange={setState}>
            <Group gap="xs" mb="md" role="radiogroup" aria-label={words.filter}>
              <Chip value="">{words.state(words.all, batches.length)}</Chip>
              {counts
                .filter(({ count, known }) => count > 0 || known === state)
                .map(({ known, count }) => (
                  <Chip key={known} value={known}>
                    {words.state(all.common.batchStates[known], count)}
                  </Chip>
                ))}
            </Group>
          </Chip.Group>
          <BatchTable
            label={words.list}
            batches={shown ?? []}
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
