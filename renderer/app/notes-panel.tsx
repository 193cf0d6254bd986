import { Badge, Button, Group, Select, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { may } from "#shared/archive/permissions.ts";
import { type Note, type noteSubjects } from "#shared/archive/note.ts";
import { standOfThread } from "#shared/archive/note-thread.ts";
import { CallPeople } from "#renderer/app/call-people.tsx";
import { FaultView, notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { ReasonDialog } from "#renderer/ui/reason-dialog.tsx";

const begun = ["note", "question", "correction"] as const;

type About = { subject: (typeof noteSubjects)[number]; subjectId: string };

/** What people noted on a record, with the answers below each question, and room for another. */
export function NotesPanel({ subject, subjectId }: About) {
  const desk = useDesk();
  const words = useWords().notes;
  const { profile } = useWork();
  const asked = useAskedAgain(`notes ${subjectId}`, () => desk.call("notes.of", { subject, subjectId }), [
    "records.changed",
  ]);
  const notes = asked.value?.notes;
  const heads = notes?.filter(({ answers }) => !notes.some(({ id }) => id === answers)) ?? [];
  return (
    <Stack gap="md">
      {asked.error !== undefined && <FaultView error={asked.error} onRetry={asked.ask} />}
      {notes?.length === 0 && <Text c="dimmed">{words.none}</Text>}
      <Stack component="ul" gap="md" m={0} p={0} style={{ listStyle: "none" }}>
        {heads.map((head) => (
          <Thread
            key={head.id}
            head={head}
            answers={notes?.filter(({ answers }) => answers === head.id) ?? []}
            onDone={asked.ask}
          />
        ))}
      </Stack>
      {may(profile.role, "note") && (
        <WriteNote about={{ subject, subjectId }} answers="" label={words.text} onDone={asked.ask} />
      )}
    </Stack>
  );
}

/** A note, its answers, and what may be done with it. */
function Thread({ head, answers, onDone }: { head: Note; answers: readonly Note[]; onDone: () => void }) {
  const all = useWords();
  const words = all.notes;
  const format = useFormat();
  const desk = useDesk();
  const { profile } = useWork();
  const [answering, setAnswering] = useState(false);
  const writes = may(profile.role, "note");
  const solve = (solved: boolean) => {
    desk
      .call("notes.solve", { id: head.id, solved })
      .then(onDone, (error: unknown) => notifyFault(all, error));
  };
  return (
    <Stack component="li" gap="xs">
      <OneNote note={head} onDone={onDone} />
      {answers.length > 0 && (
        <Stack component="ul" gap="xs" m={0} pl="lg" style={{ listStyle: "none" }}>
          {answers.map((note) => (
            <li key={note.id}>
              <OneNote note={note} onDone={onDone} />
            </li>
          ))}
        </Stack>
      )}
      {head.solvedAt !== "" && (
        <Text size="sm" c="dimmed">
          {words.solved(head.solvedBy, format.time(head.solvedAt))}
        </Text>
      )}
      {writes && (
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={() => setAnswering(!answering)}>
            {words.answer}
          </Button>
          {standOfThread({ head, replies: answers }) !== "noted" && (
            <Button size="xs" variant="default" onClick={() => solve(head.solvedAt === "")}>
              {head.solvedAt === "" ? words.solve : words.reopen}
            </Button>
          )}
        </Group>
      )}
      {answering && (
        <WriteNote
          about={head}
          answers={head.id}
          label={words.answerTo(head.by)}
          onDone={() => {
            setAnswering(false);
            onDone();
          }}
        />
      )}
    </Stack>
  );
}

function OneNote({ note, onDone }: { note: Note; onDone: () => void }) {
  const all = useWords();
  const words = all.notes;
  const format = useFormat();
  const desk = useDesk();
  const { profile } = useWork();
  const [asking, setAsking] = useState(false);
  const withdraw = (reason: string) => {
    setAsking(false);
    desk
      .call("notes.withdraw", { id: note.id, reason })
      .then(onDone, (error: unknown) => notifyFault(all, error));
  };
  return (
    <Stack gap="0.15rem">
      <Group gap="xs">
        <Badge variant="default" tt="none" fw={500}>
          {words.kinds[note.kind]}
        </Badge>
        <Text size="sm" c="dimmed" className="figures">
          {words.by(note.by, format.time(note.at))}
        </Text>
        {note.by === profile.name && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setAsking(true)}>
            {words.withdraw}
          </Button>
        )}
      </Group>
      <Text style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>{note.text}</Text>
      {note.mentions.length > 0 && (
        <Text size="sm" c="dimmed">
          {words.called(note.mentions.join(", "))}
        </Text>
      )}
      {asking && (
        <ReasonDialog
          title={words.withdrawTitle}
          hint={words.reason}
          label={words.reason}
          confirm={words.withdraw}
          cancel={all.common.cancel}
          maxLength={500}
          onConfirm={withdraw}
          onClose={() => setAsking(false)}
        />
      )}
    </Stack>
  );
}

function WriteNote(props: { about: About; answers: string; label: string; onDone: () => void }) {
  const { about, answers, label, onDone } = props;
  const all = useWords();
  const words = all.notes;
  const desk = useDesk();
  const [text, setText] = useState("");
  const [kind, setKind] = useState<(typeof begun)[number]>("note");
  const [called, setCalled] = useState<readonly string[]>([]);
  const write = () => {
    const { subject, subjectId } = about;
    const said = { subject, subjectId, kind: answers === "" ? kind : ("answer" as const), text, answers };
    desk.call("notes.write", { ...said, mentions: [...called] }).then(
      () => {
        setText("");
        setCalled([]);
        onDone();
      },
      (error: unknown) => notifyFault(all, error),
    );
  };
  return (
    <Stack gap="xs">
      <Textarea
        label={label}
        description={answers === "" ? words.hint : undefined}
        autosize
        minRows={2}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {text.trim() !== "" && <CallPeople called={called} onCalled={setCalled} />}
      <Group gap="sm" align="flex-end">
        {answers === "" && (
          <Select
            label={words.kind}
            data={begun.map((value) => ({ value, label: words.kinds[value] }))}
            value={kind}
            onChange={(value) => setKind(begun.find((one) => one === value) ?? kind)}
            allowDeselect={false}
            w="12rem"
          />
        )}
        <ExplainedButton reason={text.trim() === "" ? words.empty : undefined} onClick={write}>
          {words.write}
        </ExplainedButton>
      </Group>
    </Stack>
  );
}
