import { Box, Button, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconCircleCheck, IconRefresh } from "@tabler/icons-react";
import { useRef, useState } from "react";
import type { FondsPair } from "#shared/contract/province-same-fonds.ts";
import { FaultView, notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { ReasonDialog } from "#renderer/ui/reason-dialog.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { FondsPairLine, type PairChoice } from "./fonds-pair.tsx";
import classes from "./terms.module.css";

/** Pairs shown at first, and added each time. */
const step = 20;

/** Entries of several units that may be of one fonds, each pair to be decided on with a reason, and again. */
export function SameFondsScreen() {
  const all = useWords();
  const words = all.sameFonds;
  const desk = useDesk();
  const { count } = useFormat();
  const asked = useAskedAgain("fonds queue", () => desk.call("province.fondsQueue", {}), ["sync.changed"]);
  const [choice, setChoice] = useState<PairChoice>();
  const [busy, setBusy] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const { value } = asked;

  const decide = async ({ pair, subject, into, verdict }: PairChoice, why: string) => {
    setChoice(undefined);
    setBusy(true);
    try {
      const { done } = await desk.call("province.decideFonds", {
        subject,
        into,
        verdict,
        why,
        seen: pair.seen,
      });
      notifications.show(
        done
          ? { message: words.done, color: "green" }
          : { message: words.changed, color: "yellow", autoClose: false },
      );
    } catch (error) {
      notifyFault(all, error);
    }
    setBusy(false);
    asked.ask();
    // The buttons go with their pair; who works by keyboard goes on from the list.
    place.current?.focus();
  };
  const nameIn = ({ pair: { one, other } }: PairChoice, id: string) => (one.id === id ? one : other).name;
  const list = (title: string, pairs: readonly FondsPair[]) => (
    <Pairs key={title} title={title} pairs={pairs} busy={busy} onChoose={setChoice} />
  );
  return (
    <Stack gap="lg" ref={place} tabIndex={-1}>
      <PageHeader
        title={words.title}
        subtitle={words.subtitle}
        back={{ to: "/province", label: all.province.title }}
        actions={
          <Button variant="default" leftSection={<IconRefresh size="1.1rem" />} onClick={asked.ask}>
            {words.refresh}
          </Button>
        }
      />
      {asked.error !== undefined && <FaultView error={asked.error} onRetry={asked.ask} />}
      {value?.waiting === 0 && <EmptyState Icon={IconCircleCheck} title={words.none} hint={words.noneHint} />}
      {value && value.pairs.length > 0 && (
        <Section title={words.waiting} hint={words.waitingHint}>
          <Text size="sm" mb="xs" role="status">
            {words.progress(count(value.waiting))}
          </Text>
          {list(words.waiting, value.pairs)}
        </Section>
      )}
      {value && value.decided.length > 0 && (
        <Section title={words.decided} hint={words.decidedHint}>
          {list(words.decided, value.decided)}
        </Section>
      )}
      {choice && (
        <ReasonDialog
          title={words.verdicts[choice.verdict]}
          hint={words.ask(
            words.meaning[choice.verdict](nameIn(choice, choice.subject), nameIn(choice, choice.into)),
          )}
          label={words.why}
          confirm={words.decide}
          cancel={words.cancel}
          maxLength={500}
          shortest={3}
          onConfirm={(why) => void decide(choice, why)}
          onClose={() => setChoice(undefined)}
        />
      )}
    </Stack>
  );
}

function Pairs(props: {
  title: string;
  pairs: readonly FondsPair[];
  busy: boolean;
  onChoose: (choice: PairChoice) => void;
}) {
  const { title, pairs, busy, onChoose } = props;
  const words = useWords().sameFonds;
  const { count } = useFormat();
  const [limit, setLimit] = useState(step);
  return (
    <Box>
      <ul className={classes["terms"]} aria-label={title}>
        {pairs.slice(0, limit).map((pair) => (
          <FondsPairLine
            key={`${pair.one.id} ${pair.other.id} ${pair.seen}`}
            pair={pair}
            busy={busy}
            onChoose={onChoose}
          />
        ))}
      </ul>
      {pairs.length > limit && (
        <Button variant="subtle" mt="sm" onClick={() => setLimit(limit + step)}>
          {words.more(count(Math.min(step, pairs.length - limit)))}
        </Button>
      )}
    </Box>
  );
}
