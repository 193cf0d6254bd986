import { Flex, Radio, Stack } from "@mantine/core";
import { IconFiles } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useParams } from "wouter";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Fonds } from "#shared/archive/fonds.ts";
import {
  type FormKind,
  formKinds,
  type FormOrder,
  formatsOfForm,
  isBoxForm,
  isListForm,
  type MadeForm,
} from "#shared/contract/forms.ts";
import { firstWords } from "#shared/forms/first-words.ts";
import { byNumber } from "#shared/forms/place-order.ts";
import { toBoxes, toFile, toFonds } from "#renderer/app/addresses.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { MissingRecord } from "#renderer/app/missing-record.tsx";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useUnitNames } from "#renderer/app/unit-names.ts";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useRecord } from "#renderer/app/use-record.ts";
import { useNarrow } from "#renderer/app/use-narrow.ts";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { type Coverage, FormCoverage, FormManner, wholeFonds } from "./form-coverage.tsx";
import { FormWordsFields, typedDate } from "./form-words-fields.tsx";
import { type Choices, keepChoices, readChoices } from "./kept-choices.ts";
import { MadeFormView, MakingForm, NoFormYet } from "#renderer/app/made-form.tsx";

/** "In và xuất": the official forms of a fonds, or of one of its files where the address names it. */
export function FormsScreen() {
  const { fondsId = "", fileId = "", box } = useParams();
  const words = useWords().inventory;
  const fonds = useRecord("fonds", fondsId);
  const file = useRecord("files", fileId);
  if (fonds === undefined || (fileId !== "" && file === undefined)) return null;
  if (fonds === null || (fileId !== "" && !file)) {
    return <MissingRecord back={{ to: "/inventory", label: words.title }} />;
  }
  return (
    <FormsPage
      key={`${fondsId} ${fileId} ${box ?? ""}`}
      fonds={fonds}
      file={file ?? undefined}
      box={box === undefined ? undefined : new URLSearchParams(box)}
    />
  );
}

type State =
  | { step: "none" }
  | { step: "making"; done: number; total: number }
  | { step: "made"; made: MadeForm }
  | { step: "failed"; error: unknown };

const formsOfFile: readonly FormKind[] = [
  "item-inventory",
  "file-cover",
  "file-closing",
  "file-labels",
  "routing-slips",
];

function FormsPage(props: {
  fonds: Fonds;
  file: ArchiveFile | undefined;
  /** The box that is printed for, `inventory` and `number`, where the address names one. */
  box: URLSearchParams | undefined;
}) {
  const { fonds, file, box } = props;
  const desk = useDesk();
  const { profile } = useWork();
  const narrow = useNarrow();
  const { forms: words, boxes: boxWords } = useWords();
  const nameOf = useUnitNames();
  const [choices, setChoices] = useState<Choices>(() => {
    const kept = readChoices(fonds.id, {
      kind: "file-inventory",
      format: "pdf",
      arranged: false,
      labels: "a4",
      words: { ...firstWords(fonds, nameOf), date: "", preparer: profile.name, position: "", year: "" },
    });
    if (box && !isBoxForm(kept.kind)) return { ...kept, kind: "box-contents" };
    return file && !formsOfFile.includes(kept.kind) ? { ...kept, kind: "item-inventory" } : kept;
  });
  const [coverage, setCoverage] = useState<Coverage>(box ? coverageOfBox(box) : wholeFonds);
  const [state, setState] = useState<State>({ step: "none" });
  const filter = { fondsId: fonds.id };
  const facets = useAskedAgain(
    `forms facets ${fonds.id}`,
    () => desk.call("listing.facets", { collection: "files", filter }),
    ["records.changed"],
  );
  const tree = useAskedAgain(`forms tree ${fonds.id}`, () => desk.call("listing.tree", filter), [
    "records.changed",
  ]);
  useEffect(
    () =>
      desk.on("forms.progress", (progress) =>
        setState((before) => (before.step === "making" ? { step: "making", ...progress } : before)),
      ),
    [desk],
  );
  const change = (next: Choices) => {
    setChoices(next);
    keepChoices(fonds.id, next);
  };
  const isList = isListForm(choices.kind);
  const date = typedDate(choices.words.date);
  const reversed =
    coverage.firstBox !== "" && coverage.lastBox !== "" && byNumber(coverage.firstBox, coverage.lastBox) > 0;
  const why =
    state.step === "making"
      ? words.making
      : date === undefined
        ? words.dateNotRead
        : reversed
          ? words.boxesReversed
          : undefined;
  const make = () => {
    setState({ step: "making", done: 0, total: 0 });
    desk.call("forms.make", orderOf(fonds.id, file, choices, coverage, tree.value)).then(
      (made) => setState({ step: "made", made }),
      (error: unknown) => setState({ step: "failed", error }),
    );
  };
  const back = file
    ? { to: toFile(file.id), label: file.code }
    : box
      ? { to: toBoxes(fonds.id), label: boxWords.title }
      : { to: toFonds(fonds.id), label: fonds.name };
  const header = (
    <PageHeader
      title={words.title}
      subtitle={file ? words.ofFile(`${file.code} · ${file.title}`) : `${fonds.name} · ${fonds.code}`}
      back={back}
    />
  );
  const failure = facets.error ?? tree.error;
  if (failure !== undefined) return <FaultView error={failure} onRetry={facets.ask} />;
  if (!facets.value || !tree.value) return header;
  if (facets.value.total === 0) {
    return (
      <>
        {header}
        <EmptyState Icon={IconFiles} title={words.noFiles} hint={words.noFilesHint} />
      </>
    );
  }
  return (
    <>
      {header}
      <Flex gap="lg" align="flex-start" direction={narrow ? "column" : "row"}>
        <Stack w={narrow ? "100%" : "24rem"} style={{ flexShrink: 0 }}>
          <Section title={words.which}>
            <Radio.Group
              aria-label={words.which}
              value={choices.kind}
              onChange={(kind) =>
                change({ ...choices, kind: formKinds.find((known) => known === kind) ?? choices.kind })
              }
            >
              <Stack gap="sm">
                {(file ? formsOfFile : formKinds).map((kind) => (
                  <Radio
                    key={kind}
                    value={kind}
                    label={words.kinds[kind].name}
                    description={words.kinds[kind].hint}
                  />
                ))}
              </Stack>
            </Radio.Group>
          </Section>
          <Section title={words.covers}>
            <Stack gap="md">
              {!file && (
                <FormCoverage
                  kind={choices.kind}
                  coverage={coverage}
                  facets={facets.value}
                  tree={tree.value}
                  onChange={setCoverage}
                />
              )}
              <FormManner choices={choices} onChange={change} />
            </Stack>
          </Section>
          <Section title={words.words} hint={words.wordsHint}>
            <FormWordsFields
              words={choices.words}
              lists={isList || choices.kind === "file-closing"}
              onChange={(given) => change({ ...choices, words: given })}
            />
          </Section>
          <ExplainedButton reason={why} onClick={make} loading={state.step === "making"} size="md">
            {words.make}
          </ExplainedButton>
        </Stack>
        {/* Made from a button far below, the form is shown where the person is. */}
        <Stack flex={1} miw={0} w="100%" style={narrow ? {} : { position: "sticky", top: "4.5rem" }}>
          {state.step === "none" && <NoFormYet />}
          {state.step === "making" && <MakingForm done={state.done} total={state.total} />}
          {state.step === "failed" && <FaultView error={state.error} />}
          {state.step === "made" && <MadeFormView made={state.made} />}
        </Stack>
      </Flex>
    </>
  );
}

function coverageOfBox(box: URLSearchParams): Coverage {
  const number = box.get("number") ?? "";
  return {
    retention: undefined,
    inventory: box.get("inventory") ?? "",
    firstBox: number,
    lastBox: number,
  };
}

function orderOf(
  fondsId: string,
  file: ArchiveFile | undefined,
  choices: Choices,
  coverage: Coverage,
  tree: { inventories: { boxes: { box: string }[] }[] } | undefined,
): FormOrder {
  const { kind, arranged, labels, words } = choices;
  const common = {
    ...{ kind, arranged, labels, fondsId },
    format: formatsOfForm[kind].includes(choices.format) ? choices.format : ("pdf" as const),
    words: { ...words, date: typedDate(words.date) ?? "" },
  };
  if (file) return { ...common, fileId: file.id };
  const { firstBox, lastBox, retention, inventory } = coverage;
  const boxes = (tree?.inventories ?? [])
    .flatMap((one) => one.boxes.map(({ box }) => box))
    .filter((box) => box !== "")
    .sort(byNumber);
  const [first, last] = [firstBox || boxes[0], lastBox || boxes.at(-1)];
  const narrowed = (firstBox !== "" || lastBox !== "") && first !== undefined && last !== undefined;
  return {
    ...common,
    ...(retention === undefined || isBoxForm(kind) ? {} : { retention }),
    ...(inventory === undefined ? {} : { inventory }),
    ...(narrowed ? { boxes: { first, last } } : {}),
  };
}
