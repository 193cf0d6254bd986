import { Box, Button, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRef, useState } from "react";
import type { ProvinceTerm, ProvinceTermList } from "#shared/contract/province-terms.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { TermLine } from "./term-line.tsx";
import classes from "./terms.module.css";

/** Rows shown at first, and added each time. */
const step = 20;

/** The names that units added to the lists, each to be accepted or merged into the right one. */
export function TermsToDecide({ list, onDone }: { list: ProvinceTermList; onDone: () => void }) {
  const all = useWords();
  const texts = all.terms.province;
  const { count } = useFormat();
  const desk = useDesk();
  const [limit, setLimit] = useState(step);
  const [busy, setBusy] = useState(false);
  const place = useRef<HTMLDivElement>(null);

  const decide = async ({ id, label }: ProvinceTerm, into: string) => {
    setBusy(true);
    try {
      const { done } = await desk.call("province.decideTerm", { id, label, into });
      if (!done) notifications.show({ message: texts.changed(label), color: "yellow", autoClose: false });
      else
        notifications.show({
          message: into === "" ? texts.accepted(label) : texts.merged(label, into),
          color: "green",
        });
    } catch (error) {
      notifyFault(all, error);
    }
    setBusy(false);
    onDone();
    // The button that was pressed goes with its row; who works by keyboard goes on from the list.
    place.current?.focus();
  };

  if (list.terms.length === 0)
    return (
      <Section title={texts.title}>
        <Text role="status">{texts.none}</Text>
      </Section>
    );
  return (
    <Box ref={place} tabIndex={-1}>
      <Section title={texts.title} hint={texts.hint}>
        <Text size="sm" mb="xs" role="status">
          {texts.progress(count(list.waiting))}
        </Text>
        <ul className={classes["terms"]} aria-label={texts.title}>
          {list.terms.slice(0, limit).map((term) => (
            <TermLine
              key={term.id}
              term={term}
              accepted={list.accepted}
              busy={busy}
              onDecide={(into) => void decide(term, into)}
            />
          ))}
        </ul>
        {list.terms.length > limit && (
          <Button variant="subtle" mt="sm" onClick={() => setLimit(limit + step)}>
            {texts.more(count(Math.min(step, list.terms.length - limit)))}
          </Button>
        )}
      </Section>
    </Box>
  );
}
