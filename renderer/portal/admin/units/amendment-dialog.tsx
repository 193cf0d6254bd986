import { Alert, Button, Group, List, Modal, Stack, Text } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { type SubmitEvent, useEffect, useRef, useState } from "react";
import type { Unit } from "#shared/archive/unit.ts";
import {
  type AmendmentEffect,
  type PortalUnits,
  type Published,
  publishedSchema,
  type TriedAnswer,
  triedAnswerSchema,
} from "#shared/contract/portal-units.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ask } from "#renderer/portal/ask.ts";
import { PortalFaultView } from "#renderer/portal/portal-fault.tsx";
import { AmendmentForm } from "./amendment-form.tsx";
import { FaultList } from "./fault-list.tsx";
import { blankUnitDraft, changeOf, dayOfName, type UnitDraft } from "./unit-draft.ts";

/** An amendment of the tables: what changes, by which act and why; its effect is shown before it can be published. */
export function AmendmentDialog(props: {
  tables: PortalUnits;
  unit: Unit | undefined;
  onClose: () => void;
  onPublished: (published: Published) => void;
  /** Something was published or decided meanwhile: the tables are to be read again. */
  onMoved: () => void;
}) {
  const { tables, onPublished, onMoved } = props;
  const words = useWords().portal.admin.units;
  const [draft, setDraft] = useState<UnitDraft>(() => blankUnitDraft(props.unit));
  const [tried, setTried] = useState<TriedAnswer>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const told = useRef<HTMLDivElement>(null);
  // On a small screen what was asked for would come below the edge.
  useEffect(() => {
    if (tried) told.current?.scrollIntoView({ block: "nearest" });
  }, [tried]);
  const change = changeOf(draft);
  const run = (work: Promise<unknown>) => {
    setBusy(true);
    setError(undefined);
    work.catch(setError).finally(() => setBusy(false));
  };
  const publish = async () => {
    const { act, reason } = draft;
    const seen = { seen: tables.amendments.length, plannedSeen: tables.plannedSteps };
    const body = { change, ...dayOfName(draft), act: act.trim(), reason: reason.trim(), ...seen };
    try {
      onPublished(await ask(publishedSchema, "admin/units", body));
    } catch (fault) {
      setTried(undefined);
      onMoved();
      throw fault;
    }
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!change) return;
    if (tried?.effect) run(publish());
    else run(ask(triedAnswerSchema, "admin/units/tried", { change, ...dayOfName(draft) }).then(setTried));
  };
  return (
    <Modal
      opened
      size="lg"
      onClose={props.onClose}
      title={words.add}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": words.cancel }}
    >
      <form onSubmit={submit}>
        <Stack>
          <AmendmentForm
            {...{ tables, draft }}
            onChange={(changed) => {
              setDraft((before) => ({ ...before, ...changed }));
              // What was shown is of another change.
              setTried(undefined);
            }}
          />
          {error !== undefined && <PortalFaultView error={error} />}
          <div role="status" ref={told} style={{ scrollMarginBottom: "5rem" }}>
            {tried && tried.faults.length > 0 && (
              <FaultList title={words.wrong} color="red" faults={tried.faults} />
            )}
            {tried?.effect && <Effect {...tried.effect} due={tried.due} />}
          </div>
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {words.cancel}
            </Button>
            <Button type="submit" loading={busy} disabled={!change}>
              {!tried?.effect ? words.try : tried.due === undefined ? words.publish : words.plan}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** What would be found elsewhere, called otherwise, or seen by nobody any more. */
function Effect({ moved, renamed, readers, due }: AmendmentEffect & { due: string | undefined }) {
  const words = useWords().portal.admin.units;
  const { count, date } = useFormat();
  const title = due === undefined ? words.effect : words.effectOn(date(due));
  const namesOf = (names: readonly string[]) => (names.length === 0 ? words.nowhere : names.join(", "));
  return (
    <Alert variant="light" icon={<IconInfoCircle aria-hidden />} title={title}>
      <Stack gap="xs">
        {due !== undefined && (
          <Text size="sm" fw={600}>
            {words.dueHint(date(due))}
          </Text>
        )}
        {moved.length === 0 && <Text size="sm">{words.effectNone}</Text>}
        {moved.length > 0 && (
          <List size="sm" spacing="xs">
            {moved.map(({ unitName, from, to, files, items }) => (
              <List.Item key={`${unitName} ${from.join()} ${to.join()}`}>
                {words.movedFrom(unitName, namesOf(from), namesOf(to))}
                <Text size="sm" fw={600} className="figures">
                  {words.moved(count(files), count(items))}
                </Text>
              </List.Item>
            ))}
          </List>
        )}
        {renamed > 0 && <Text size="sm">{words.renamed(count(renamed))}</Text>}
        {readers > 0 && (
          <Text size="sm" fw={600}>
            {words.readers(count(readers))}
          </Text>
        )}
        <Text size="sm">{words.stays}</Text>
      </Stack>
    </Alert>
  );
}
