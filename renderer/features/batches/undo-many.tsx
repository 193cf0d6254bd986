import { Button, List, Modal, Stack, Text, Textarea } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { useState } from "react";
import { type MassAct, massActs } from "#shared/archive/undo-step.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useWork } from "#renderer/app/session.tsx";
import { useBatches } from "#renderer/app/use-batches.ts";
import { useRuleData } from "#renderer/app/use-rule-profile.ts";
import { useWords } from "#renderer/app/words.tsx";
import { undoMassStep, type UndoneBatches } from "#renderer/work/undo-mass-step.ts";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { nameOfAct } from "./moves-here.ts";

/** Takes a step of many batches back: says before how many can go back and why others stay, and after what became of each. */
export function UndoMany({ act: id }: { act: string }) {
  const { profile } = useWork();
  const all = useWords();
  const words = all.many;
  const { time, count } = useFormat();
  const batches = useBatches() ?? [];
  const [asking, setAsking] = useState(false);
  const [undone, setUndone] = useState<UndoneBatches>();
  const act = massActs(batches, { by: profile.name, role: profile.role }).find((one) => one.id === id);
  if (!act) return null;
  const open = act.batches.filter(({ stands }) => stands === "open");
  const name = nameOfAct(all, act);
  return (
    <Stack gap="xs" align="flex-start" mt="xs">
      {undone ? (
        <Became undone={undone} />
      ) : (
        <Text className="figures">
          {act.batches.every(({ stands }) => stands === "undone")
            ? words.allUndone
            : words.open(count(open.length), count(act.batches.length))}
        </Text>
      )}
      {open.length > 0 && (
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size="1.1rem" aria-hidden />}
          aria-label={words.undoOf(name, time(act.at))}
          onClick={() => setAsking(true)}
        >
          {words.undo}
        </Button>
      )}
      {asking && <AskUndo act={act} name={name} onUndone={setUndone} onClose={() => setAsking(false)} />}
    </Stack>
  );
}

function Became({ undone: { undone, left } }: { undone: UndoneBatches }) {
  const { many: words, common } = useWords();
  const { count } = useFormat();
  return (
    <div role="status">
      <Text fw={600}>{words.undone(count(undone.length), count(undone.length + left.length))}</Text>
      {left.length > 0 && (
        <>
          <Text>{words.staying(count(left.length))}</Text>
          <List>
            {left.map(({ number, why }) => (
              <List.Item key={number}>{words.one(number, common.batchRefusals[why])}</List.Item>
            ))}
          </List>
        </>
      )}
    </div>
  );
}

function AskUndo(props: {
  act: MassAct;
  name: string;
  onUndone: (undone: UndoneBatches) => void;
  onClose: () => void;
}) {
  const { act, name, onUndone, onClose } = props;
  const work = useWork();
  const all = useWords();
  const words = all.many;
  const { time, count } = useFormat();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState<number>();
  const { batchSteps: list, quality } = useRuleData();
  const open = act.batches.filter(({ stands }) => stands === "open");
  const staying = act.batches.filter(({ stands }) => stands !== "open" && stands !== "undone");
  const undo = async () => {
    setTried(0);
    try {
      onUndone(await undoMassStep(work, act.id, reason, setTried, { list, quality }));
    } catch (error) {
      notifyFault(all, error);
    }
    onClose();
  };
  return (
    <Modal
      opened
      centered
      title={words.undoOf(name, time(act.at))}
      onClose={onClose}
      closeButtonProps={{ "aria-label": all.common.cancel }}
    >
      <Stack>
        <Text>{words.undoHint(count(open.length), count(act.batches.length))}</Text>
        {staying.length > 0 && (
          <div>
            <Text>{words.staying(count(staying.length))}</Text>
            <List>
              {staying.map(({ batch, stands, movedBy }) => (
                <List.Item key={batch.id}>
                  {movedBy !== undefined
                    ? words.movedBy(batch.number, movedBy, all.common.batchStates[batch.state])
                    : stands !== "open" && stands !== "undone"
                      ? words.one(batch.number, all.common.batchRefusals[stands])
                      : ""}
                </List.Item>
              ))}
            </List>
          </div>
        )}
        <Textarea
          data-autofocus
          withAsterisk
          autosize
          minRows={2}
          maxLength={2000}
          label={all.batches.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {tried !== undefined && (
          <Text role="status" className="figures">
            {words.undoing(count(tried), count(open.length))}
          </Text>
        )}
        <ExplainedButton
          loading={tried !== undefined}
          reason={reason.trim() === "" ? all.common.batchRefusals["reason-missing"] : undefined}
          onClick={() => void undo()}
        >
          {words.undoNow(count(open.length))}
        </ExplainedButton>
      </Stack>
    </Modal>
  );
}
