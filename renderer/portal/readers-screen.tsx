import { Button, Stack } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { givenPassphraseSchema, readerListSchema } from "#shared/contract/portal.ts";
import type { Reader } from "#shared/portal/reader.ts";
import { useWords } from "#renderer/app/words.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { ReasonDialog } from "#renderer/ui/reason-dialog.tsx";
import { ask, tell } from "./ask.ts";
import { GivenSecret } from "./given-secret.tsx";
import { IdentitySection } from "./identity-section.tsx";
import { NewReaderDialog } from "./new-reader-dialog.tsx";
import { PortalFaultView } from "./portal-fault.tsx";
import { ReaderRow } from "./reader-row.tsx";
import { useAnswer } from "./use-answer.ts";

/** The people of the portal: who they are, and letting them in, out and in again. */
export function ReadersScreen() {
  const words = useWords().portal.people;
  const { value, error, again } = useAnswer(readerListSchema, "readers");
  const [adding, setAdding] = useState(false);
  const [given, setGiven] = useState<{ name: string; passphrase: string }>();
  const [changing, setChanging] = useState<Reader>();
  const [resetting, setResetting] = useState<Reader>();
  const [renewing, setRenewing] = useState<Reader>();
  const [failed, setFailed] = useState<unknown>();
  const doing = (work: Promise<unknown>) => {
    setFailed(undefined);
    work.then(again, setFailed);
  };
  return (
    <div>
      <PageHeader
        title={words.title}
        subtitle={words.subtitle}
        actions={
          <Button leftSection={<IconPlus size="1.1rem" />} onClick={() => setAdding(true)} disabled={!value}>
            {words.add}
          </Button>
        }
      />
      {error !== undefined && <PortalFaultView error={error} onRetry={again} />}
      {failed !== undefined && <PortalFaultView error={failed} />}
      {value && (
        <Stack component="section" aria-label={words.list} gap={0}>
          {value.readers.map((reader) => (
            <ReaderRow
              key={reader.id}
              reader={reader}
              unitName={value.units.find(({ scope }) => scope === reader.scope)?.name ?? reader.scope}
              onClosed={() => setChanging(reader)}
              onReset={() => setResetting(reader)}
              onRenew={() => setRenewing(reader)}
            />
          ))}
        </Stack>
      )}
      {value && <IdentitySection readers={value.readers} />}
      {adding && value && (
        <NewReaderDialog
          units={value.units}
          onClose={() => setAdding(false)}
          onAdded={(name, passphrase) => {
            setAdding(false);
            setGiven({ name, passphrase });
            again();
          }}
        />
      )}
      {given && (
        <GivenSecret
          title={words.passphraseTitle}
          hint={words.passphraseHint(given.name)}
          secret={given.passphrase}
          done={words.done}
          onClose={() => setGiven(undefined)}
        />
      )}
      {renewing && (
        <ReasonDialog
          title={words.of(words.renew, renewing.name)}
          hint={words.renewHint(renewing.name)}
          label={words.reason}
          confirm={words.renew}
          cancel={words.cancel}
          maxLength={500}
          shortest={5}
          onConfirm={(reason) => {
            setRenewing(undefined);
            doing(
              ask(givenPassphraseSchema, `readers/${renewing.id}/passphrase`, { reason }).then(
                ({ passphrase }) => setGiven({ name: renewing.name, passphrase }),
              ),
            );
          }}
          onClose={() => setRenewing(undefined)}
        />
      )}
      {resetting && (
        <ReasonDialog
          title={words.of(words.resetFactor, resetting.name)}
          hint={words.resetHint(resetting.name)}
          label={words.reason}
          confirm={words.resetFactor}
          cancel={words.cancel}
          maxLength={500}
          shortest={5}
          onConfirm={(reason) => {
            setResetting(undefined);
            doing(tell(`readers/${resetting.id}/factor-reset`, { reason }));
          }}
          onClose={() => setResetting(undefined)}
        />
      )}
      {changing && (
        <ChangeDialog
          reader={changing}
          onClose={() => setChanging(undefined)}
          onConfirm={(reason) => {
            setChanging(undefined);
            const closed = changing.closedAt === "";
            doing(tell(`readers/${changing.id}/closed`, { closed, reason }));
          }}
        />
      )}
    </div>
  );
}

/** Asks why a person is shut out, or let in again; says what happens. */
function ChangeDialog(props: { reader: Reader; onClose: () => void; onConfirm: (reason: string) => void }) {
  const words = useWords().portal.people;
  const { name, closedAt } = props.reader;
  const act = closedAt === "" ? words.close : words.reopen;
  return (
    <ReasonDialog
      title={words.of(act, name)}
      hint={closedAt === "" ? words.closeHint(name) : words.reopenHint(name)}
      label={words.reason}
      confirm={act}
      cancel={words.cancel}
      maxLength={500}
      shortest={5}
      onConfirm={props.onConfirm}
      onClose={props.onClose}
    />
  );
}
