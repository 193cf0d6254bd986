import { Alert, Button, Group, Kbd, Stack, Text } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { IconArrowsExchange, IconHighlight } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useLocation, useParams } from "wouter";
import { may } from "#shared/archive/permissions.ts";
import { type RecordedField, recordedFields } from "#shared/archive/reading.ts";
import { awaitsPerson } from "#shared/reading/stand-of-field.ts";
import { type EarlierRow, type SuggestedField, suggestFor } from "#shared/reading/suggest.ts";
import { toReading } from "#renderer/app/addresses.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWork } from "#renderer/app/session.tsx";
import { useHistory } from "#renderer/app/use-history.tsx";
import { useNarrow } from "#renderer/app/use-narrow.ts";
import { usePageLook } from "#renderer/app/use-page-look.ts";
import { useTerms } from "#renderer/app/use-terms.ts";
import { useWords } from "#renderer/app/words.tsx";
import { useLive } from "#renderer/db/use-live.ts";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { useKeptNumber } from "#renderer/ui/kept-number.ts";
import { PageView } from "#renderer/ui/page-view.tsx";
import { ZoneLayer } from "#renderer/ui/zone-layer.tsx";
import type { Document } from "#renderer/work/batch-documents.ts";
import { termsBeside } from "#renderer/work/note-terms.ts";
import { watchItemPages } from "#renderer/work/watch-documents.ts";
import { AlsoRead } from "./also-read.tsx";
import { fillField } from "./field-draft.ts";
import { ReadingField, readingFieldId } from "./reading-field.tsx";
import classes from "./reading.module.css";
import { SecretDecision } from "./secret-decision.tsx";
import { useFieldDraft } from "./use-field-draft.ts";
import { usePageWords, useReading } from "./use-reading.ts";
import { zonesOf } from "./zones-of.ts";

const suggested: readonly RecordedField[] = ["issuer", "signer", "type"] satisfies SuggestedField[];

/** One item: its scan at one side, its fields at the other, and the keys that confirm them. */
export function ReadItem(props: {
  batchId: string;
  document: Document;
  /** The items before it in the batch, and the kinds of its fonds' others: what they have is suggested. */
  earlier: readonly EarlierRow[];
  previous: string | undefined;
  next: string | undefined;
}) {
  const { batchId, document, earlier, previous, next } = props;
  const { item } = document;
  const words = useWords();
  const texts = words.reading;
  const work = useWork();
  const narrow = useNarrow();
  const { count } = useFormat();
  const history = useHistory();
  const { isKnown } = useTerms(item.scope, "");
  const [, go] = useLocation();
  const [swapped, setSwapped] = useKeptNumber("mucluc.reading.swapped", 0, [0, 1]);
  const { field: named } = useParams<{ field?: string }>();
  const asked = recordedFields.find((field) => field === named);
  const [focused, setFocused] = useState<RecordedField>(asked ?? "number");
  const [shown, setShown] = useState(0);
  const layer = useRef<HTMLDivElement>(null);
  const pages = useLive(`pages/${item.id}`, () => watchItemPages(work, item.id)) ?? [];
  const { reading, broken } = useReading(item.readingDigest);
  const form = useFieldDraft(item, reading);
  const page = pages[Math.min(shown, Math.max(0, pages.length - 1))];
  const pageWords = usePageWords(page);
  const look = usePageLook(pages, shown, ({ ordinal }) => words.check.item.image(ordinal, item.subject));
  const found = reading?.fields[focused];
  const zones = page && found?.pageId === page.id ? zonesOf(found.boxes, page) : undefined;
  const mine = may(work.profile.role, "edit-items");
  const stopped = item.hold === "secret";
  const closed = !mine
    ? texts.notYours
    : item.checkedAt !== ""
      ? texts.checked
      : stopped
        ? texts.secret.title
        : "";

  const goTo = (id: string | undefined) => {
    if (id) go(toReading(batchId, id));
  };
  const focus = (field: RecordedField) => {
    setFocused(field);
    const pageId = reading?.fields[field]?.pageId;
    const at = pages.findIndex(({ id }) => id === pageId);
    if (at >= 0) setShown(at);
  };
  const goToField = (field: RecordedField | undefined) =>
    window.document.getElementById(field ? readingFieldId(field) : "")?.focus();
  useEffect(() => {
    if (asked) window.document.getElementById(readingFieldId(asked))?.focus();
  }, [asked]);
  const confirm = async (fields: readonly RecordedField[]): Promise<boolean> => {
    if (closed !== "") return false;
    const edit = form.confirm(fields);
    if (!edit) return false;
    const [only = "number"] = fields;
    const label =
      fields.length === 1 ? texts.steps.one(texts.fields[only]) : texts.steps.all(count(fields.length));
    await history.record(label, [edit, ...(await termsBeside(work, [edit], isKnown))], fields.length > 1);
    return true;
  };
  const confirmOne = async (field: RecordedField) => {
    if (!(await confirm([field]))) return;
    const after = recordedFields.slice(recordedFields.indexOf(field) + 1);
    goToField(after.find((one) => awaitsPerson(form.stands[one])) ?? after[0]);
  };
  const waiting = recordedFields.filter(
    (field) => form.draft[field] !== "" && (form.stands[field] !== "person" || form.isTyped(field)),
  );
  const confirmAll = async () => {
    if (waiting.length === 0 || (await confirm(waiting))) goTo(next);
  };
  const pick = () => layer.current?.focus();
  useHotkeys(
    [
      ["mod+Enter", () => void confirmAll()],
      ["F2", pick],
    ],
    [],
  );

  return (
    <div
      className={classes["split"]}
      data-narrow={narrow || undefined}
      data-swapped={swapped === 1 || undefined}
    >
      <div className={classes["look"]}>
        <PageView
          {...look}
          caption={words.viewer.page(Math.min(shown + 1, pages.length), pages.length)}
          texts={words.viewer}
          zone={zones?.whole}
          onPrevious={shown > 0 ? () => setShown(shown - 1) : undefined}
          onNext={shown < pages.length - 1 ? () => setShown(shown + 1) : undefined}
          overlay={
            pageWords && !stopped ? (
              <ZoneLayer
                ref={layer}
                words={pageWords}
                marked={zones?.parts ?? []}
                label={texts.layer.name(texts.fields[focused])}
                onTake={(taken) => {
                  if (closed !== "") return;
                  form.set(focused, fillField(focused, taken));
                  goToField(focused);
                }}
                onLeave={() => goToField(focused)}
              />
            ) : undefined
          }
        />
      </div>
      <Stack gap="md">
        <Group gap="sm">
          <ExplainedButton
            reason={closed || (waiting.length === 0 && !next ? texts.nothingToConfirm : undefined)}
            onClick={() => void confirmAll()}
          >
            {texts.confirmAll}
          </ExplainedButton>
          <ExplainedButton
            variant="default"
            reason={previous ? undefined : texts.isFirst}
            onClick={() => goTo(previous)}
          >
            {texts.previous}
          </ExplainedButton>
          <ExplainedButton
            variant="default"
            reason={next ? undefined : texts.isLast}
            onClick={() => goTo(next)}
          >
            {texts.next}
          </ExplainedButton>
          <Button
            variant="subtle"
            leftSection={<IconArrowsExchange size="1.1rem" />}
            onClick={() => setSwapped(1 - swapped)}
          >
            {texts.swap}
          </Button>
        </Group>
        <Text>
          <Text span fw={600} className="figures">
            {`${document.file.code}.${item.ordinal}`}
          </Text>{" "}
          {document.file.title}
        </Text>
        {stopped && <SecretDecision document={document} pages={pages} mayDecide={mine} />}
        {!stopped && closed !== "" && <Alert variant="light">{closed}</Alert>}
        {!stopped && item.readingDigest === "" && <Alert variant="light">{texts.notRead}</Alert>}
        {broken && (
          <Alert color="yellow" variant="light">
            {texts.broken}
          </Alert>
        )}
        {!stopped && (
          <>
            {recordedFields.map((field) => (
              <ReadingField
                key={field}
                field={field}
                value={form.draft[field]}
                stand={form.stands[field]}
                typed={form.isTyped(field)}
                found={reading?.fields[field]}
                suggestions={
                  suggested.includes(field)
                    ? suggestFor(field as SuggestedField, form.values(), earlier).filter(
                        ({ value }) => value !== form.draft[field],
                      )
                    : []
                }
                problem={form.problems[field]}
                readOnly={closed !== ""}
                onFocus={() => focus(field)}
                onChange={(value) => form.set(field, value)}
                onConfirm={() => void confirmOne(field)}
                onPick={pick}
              />
            ))}
            <AlsoRead reading={reading} />
            <Group gap="sm">
              <ExplainedButton
                variant="light"
                leftSection={<IconHighlight size="1.1rem" />}
                reason={pageWords ? undefined : texts.wordsMissing}
                onClick={pick}
              >
                {texts.layer.pick}
              </ExplainedButton>
            </Group>
            <Text size="sm" c="dimmed">
              {texts.layer.hint}
            </Text>
            <Text size="sm" c="dimmed">
              <Kbd>{texts.keys}</Kbd>
            </Text>
          </>
        )}
      </Stack>
    </div>
  );
}
