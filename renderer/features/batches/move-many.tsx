import { Alert, Checkbox, Group, List, Stack, Text } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { useState } from "react";
import { type Batch, type BatchState, refuseMove } from "#shared/archive/batch.ts";
import { refuseByList } from "#shared/rules/own-steps.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useRuleData } from "#renderer/app/use-rule-profile.ts";
import { useWords } from "#renderer/app/words.tsx";
import { type MovedBatches, moveBatches } from "#renderer/work/move-batches.ts";
import { decideReturn } from "#renderer/work/seal-batch.ts";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { ReasonDialog } from "#renderer/ui/reason-dialog.tsx";
import { movesHere, nameOfMove } from "./moves-here.ts";
import { UndoMany } from "./undo-many.tsx";

/** Has the selected batches of one state take a step at once, and says exactly what became of each. */
export function MoveMany(props: {
  state: BatchState;
  batches: readonly Batch[];
  picked: ReadonlySet<string>;
  onPick: (ids: readonly string[]) => void;
}) {
  const { state, batches, picked, onPick } = props;
  const work = useWork();
  const desk = useDesk();
  const all = useWords();
  const words = all.many;
  const { count } = useFormat();
  const { batchSteps } = useRuleData();
  const [asking, setAsking] = useState<BatchState>();
  const [trying, setTrying] = useState<{ tried: number; total: number }>();
  const [moved, setMoved] = useState<MovedBatches>();
  const chosen = batches.filter(({ id }) => picked.has(id));
  const { role } = work.profile;
  const listed = (to: BatchState) =>
    batches.some(({ scope }) => refuseByList(batchSteps, scope, to, role) === undefined);
  const moves = movesHere(state, listed).filter(({ to }) => refuseMove(state, to, role, "-") === undefined);
  const take = async (to: BatchState, reason: string) => {
    setAsking(undefined);
    setMoved(undefined);
    const total = chosen.length;
    setTrying({ tried: 0, total });
    try {
      const told = (tried: number) => setTrying({ tried, total });
      const decide = to === "returned" ? (id: string) => decideReturn(desk, id) : undefined;
      setMoved(await moveBatches(work, chosen, to, reason, told, decide, batchSteps));
      onPick([]);
    } catch (error) {
      notifyFault(all, error);
    } finally {
      setTrying(undefined);
    }
  };
  if (moves.length === 0 && !moved) return null;
  return (
    <Stack gap="xs" mb="md">
      {moves.length > 0 && batches.length > 0 && (
        <Group gap="sm">
          <Checkbox
            label={words.selectAll(count(batches.length))}
            checked={chosen.length === batches.length}
            indeterminate={chosen.length > 0 && chosen.length < batches.length}
            onChange={(event) => onPick(event.currentTarget.checked ? batches.map(({ id }) => id) : [])}
          />
          {moves.map(({ to, needsReason }) => (
            <ExplainedButton
              key={to}
              variant={needsReason || to === "draft" ? "default" : "filled"}
              loading={trying !== undefined}
              reason={chosen.length === 0 ? words.none : undefined}
              onClick={() => (needsReason ? setAsking(to) : void take(to, ""))}
            >
              {words.move(nameOfMove(all, to, needsReason), count(chosen.length))}
            </ExplainedButton>
          ))}
        </Group>
      )}
      {trying && (
        <Text role="status" className="figures">
          {words.moving(count(trying.tried), count(trying.total))}
        </Text>
      )}
      {moved && <Outcome moved={moved} onClose={() => setMoved(undefined)} />}
      {asking && (
        <ReasonDialog
          title={nameOfMove(all, asking, true)}
          hint={words.reasonHint(count(chosen.length))}
          label={all.batches.reason}
          confirm={words.move(nameOfMove(all, asking, true), count(chosen.length))}
          cancel={all.common.cancel}
          maxLength={2000}
          onConfirm={(reason) => void take(asking, reason)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </Stack>
  );
}

function Outcome({ moved, onClose }: { moved: MovedBatches; onClose: () => void }) {
  const all = useWords();
  const { count } = useFormat();
  const { act, done, refused } = moved;
  return (
    <Alert
      role="status"
      variant="light"
      color={refused.length > 0 ? "orange" : "green"}
      icon={<IconInfoCircle aria-hidden />}
      title={all.many.done(count(done.length), count(done.length + refused.length))}
      withCloseButton
      closeButtonLabel={all.common.close}
      onClose={onClose}
    >
      {refused.length > 0 && (
        <>
          <Text>{all.many.refused(count(refused.length))}</Text>
          <List>
            {refused.map(({ number, why }) => (
              <List.Item key={number}>{all.many.one(number, all.common.batchRefusals[why])}</List.Item>
            ))}
          </List>
        </>
      )}
      {done.length > 0 && <UndoMany act={act} />}
    </Alert>
  );
}
