import { Alert, Button, Group, List, Modal, Radio, Stack, Text } from "@mantine/core";
import { IconArrowBackUp, IconChecks, IconInfoCircle } from "@tabler/icons-react";
import { useState } from "react";
import type { Batch } from "#shared/archive/batch.ts";
import { refuseChecking } from "#shared/archive/check.ts";
import { refuseTogether, sortTogether } from "#shared/rules/pass-together.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useWork } from "#renderer/app/session.tsx";
import { useRuleData } from "#renderer/app/use-rule-profile.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import type { Document } from "#renderer/work/batch-documents.ts";
import { type CheckedMany, checkMany, uncheckMany } from "#renderer/work/check-many.ts";

const shown = 8;

/**
 * Passes the items together that a passed sample of their batch stands for, with their exact number before and what
 * became of each after; those of permanent value are opened one by one. Nothing where the batch has no such sample.
 */
export function PassMany(props: {
  batch: Batch;
  documents: readonly Document[];
  /** The file that is looked at. */
  file: Document["file"] | undefined;
  /** True while its dialog asks: the keys of the screen below are not meant then. */
  asking: boolean;
  onAsk: (asking: boolean) => void;
}) {
  const all = useWords();
  const words = all.check.many;
  const work = useWork();
  const { quality } = useRuleData();
  const { count } = useFormat();
  const [trying, setTrying] = useState<{ tried: number; total: number }>();
  const [checked, setChecked] = useState<CheckedMany>();
  const { batch, documents, file, asking, onAsk } = props;
  const refusal = refuseTogether(batch);
  const closed = refuseChecking(batch.state, work.profile.role);
  const { together, oneByOne } = sortTogether(batch, documents);
  if (refusal === "no-sample" || (together.length === 0 && refusal === undefined && !checked)) return null;
  const run = async (chosen: readonly Document[]) => {
    onAsk(false);
    setChecked(undefined);
    setTrying({ tried: 0, total: chosen.length });
    try {
      setChecked(
        await checkMany(work, chosen, quality, (tried) => setTrying({ tried, total: chosen.length })),
      );
    } catch (error) {
      notifyFault(all, error);
    } finally {
      setTrying(undefined);
    }
  };
  return (
    <Stack gap="xs" mb="md" align="flex-start">
      {(together.length > 0 || refusal) && (
        <ExplainedButton
          variant="default"
          leftSection={<IconChecks size="1.1rem" aria-hidden />}
          loading={trying !== undefined}
          reason={(refusal && words.sampleOpen) ?? (closed && all.check.refusals[closed])}
          onClick={() => onAsk(true)}
        >
          {words.open(count(together.length))}
        </ExplainedButton>
      )}
      {trying && (
        <Text role="status" className="figures">
          {words.doing(count(trying.tried), count(trying.total))}
        </Text>
      )}
      {checked && <Outcome checked={checked} onClose={() => setChecked(undefined)} />}
      {asking && (
        <AskMany
          {...{ together, file, whole: oneByOne.length }}
          onConfirm={(chosen) => void run(chosen)}
          onClose={() => onAsk(false)}
        />
      )}
    </Stack>
  );
}

function AskMany(props: {
  together: readonly Document[];
  file: Document["file"] | undefined;
  whole: number;
  onConfirm: (chosen: readonly Document[]) => void;
  onClose: () => void;
}) {
  const all = useWords();
  const words = all.check.many;
  const { count } = useFormat();
  const { together, file, whole, onConfirm, onClose } = props;
  const [only, setOnly] = useState("all");
  const ofFile = together.filter((document) => document.file.id === file?.id);
  const chosen = only === "all" ? together : ofFile;
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.title}
      centered
      closeButtonProps={{ "aria-label": all.common.close, size: "2.25rem" }}
    >
      <Stack>
        <Text>{words.hint}</Text>
        {whole > 0 && <Text>{words.whole(count(whole))}</Text>}
        {file && ofFile.length > 0 && ofFile.length < together.length && (
          <Radio.Group value={only} onChange={setOnly} label={words.which}>
            <Stack gap="xs" mt="xs">
              <Radio value="all" label={words.all(count(together.length))} />
              <Radio value="file" label={words.ofFile(file.code, count(ofFile.length))} />
            </Stack>
          </Radio.Group>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {all.common.cancel}
          </Button>
          <Button data-autofocus onClick={() => onConfirm(chosen)}>
            {words.confirm(count(chosen.length))}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Outcome({ checked: { done, left }, onClose }: { checked: CheckedMany; onClose: () => void }) {
  const all = useWords();
  const words = all.check.many;
  const work = useWork();
  const { count } = useFormat();
  const [undone, setUndone] = useState<number>();
  const undo = () => uncheckMany(work, done).then(setUndone, (error: unknown) => notifyFault(all, error));
  return (
    <Alert
      role="status"
      variant="light"
      w="100%"
      color={left.length > 0 ? "orange" : "green"}
      icon={<IconInfoCircle aria-hidden />}
      title={words.done(count(done.length), count(done.length + left.length))}
      withCloseButton
      closeButtonLabel={all.common.close}
      onClose={onClose}
    >
      {left.length > 0 && (
        <>
          <Text>{words.left(count(left.length))}</Text>
          <List>
            {left.slice(0, shown).map(({ title, why }) => (
              <List.Item key={title}>{words.one(title, all.check.refusals[why])}</List.Item>
            ))}
            {left.length > shown && <List.Item>{words.more(count(left.length - shown))}</List.Item>}
          </List>
        </>
      )}
      {undone !== undefined && <Text>{words.undone(count(undone), count(done.length))}</Text>}
      {done.length > 0 && undone === undefined && (
        <Button
          mt="xs"
          variant="default"
          leftSection={<IconArrowBackUp size="1.1rem" aria-hidden />}
          onClick={() => void undo()}
        >
          {words.undo(count(done.length))}
        </Button>
      )}
    </Alert>
  );
}
