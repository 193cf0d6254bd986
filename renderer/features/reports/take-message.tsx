import { Alert, Button, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import type { MessageAnswer } from "#shared/contract/reports.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useUnitNames } from "#renderer/app/unit-names.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ReadCode } from "./read-code.tsx";

/** Takes a report out of a message that was pasted, and says what became of it. */
export function TakeMessage(props: { opened: boolean; onClose: () => void; onTaken: () => void }) {
  const { opened, onClose, onTaken } = props;
  const all = useWords();
  const words = all.reports.rollUp;
  const desk = useDesk();
  const nameOf = useUnitNames();
  const { count, date } = useFormat();
  const [text, setText] = useState("");
  const [answer, setAnswer] = useState<MessageAnswer>();
  const take = () => {
    desk.call("reports.takeMessage", { text }).then(
      (given) => {
        setAnswer(given);
        if (given.outcome !== "taken" && given.outcome !== "known") return;
        setText("");
        onTaken();
      },
      (error: unknown) => notifyFault(all, error),
    );
  };
  const lineOf = ({ outcome, district, day, pages }: MessageAnswer) => {
    if (outcome === "taken") return words.outcomes.taken(nameOf(district), date(day), count(pages));
    return outcome === "known" ? words.outcomes.known(nameOf(district), date(day)) : words.outcomes[outcome];
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={words.takeTitle}
      size="lg"
      centered
      closeButtonProps={{ "aria-label": all.common.close }}
    >
      <Stack gap="md">
        <Text size="sm">{words.takeHint}</Text>
        <Textarea
          label={words.text}
          value={text}
          autosize
          minRows={4}
          maxLength={5000}
          data-autofocus
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <ReadCode
          onRead={(line) => {
            setAnswer(undefined);
            setText(line);
          }}
        />
        {answer && (
          <Alert
            role="status"
            variant="light"
            color={answer.outcome === "taken" || answer.outcome === "known" ? "green" : "red"}
          >
            {lineOf(answer)}
          </Alert>
        )}
        <Button w="fit-content" disabled={text.trim() === ""} onClick={take}>
          {words.take}
        </Button>
      </Stack>
    </Modal>
  );
}
