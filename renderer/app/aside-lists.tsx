import { Button, SegmentedControl, Stack, Text, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { foldedWords } from "#shared/base/fold.ts";
import {
  type AsideKind,
  asideKinds,
  type AsideQuestion,
  type AsideRow,
  type ProvinceAside,
} from "#shared/contract/province-aside.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { AsideRows, keyOfAside } from "./aside-rows.tsx";

const shownAtOnce = 50;

type Further = { rows: readonly AsideRow[]; next: string };

/**
 * What machines sent and the province's store does not hold, a kind at a time; what lies beyond the first answer is
 * asked for page by page, and stays until the lists are shown anew.
 */
export function AsideLists(props: {
  aside: ProvinceAside;
  ask: (question: AsideQuestion) => Promise<ProvinceAside>;
  fault: (error: unknown) => ReactNode;
}) {
  const words = useWords().aside;
  const { count } = useFormat();
  const { aside } = props;
  const [chosen, setChosen] = useState<AsideKind>();
  const [text, setText] = useState("");
  const [shown, setShown] = useState(shownAtOnce);
  const kind = chosen ?? (aside.held.total > 0 ? "held" : "refused");
  const { rows, next, load, busy, error } = useFurther(aside, kind, props.ask);
  const { total } = aside[kind];
  const wanted = foldedWords(text);
  const found = rows.filter((row) => {
    const inRow = foldedWords(`${row.label} ${row.device} ${row.unitName}`);
    return wanted.every((word) => inRow.some((one) => one.startsWith(word)));
  });
  const showMore = () => {
    setShown(shown + shownAtOnce);
    if (found.length <= shown + shownAtOnce && next !== "") load();
  };
  return (
    <Section
      title={words.list}
      hint={kind === "held" ? words.heldHint : words.refusedHint}
      actions={
        <SegmentedControl
          aria-label={words.which}
          value={kind}
          onChange={(value) => {
            setChosen(asideKinds.find((one) => one === value));
            setShown(shownAtOnce);
          }}
          data={asideKinds.map((value) => ({ value, label: words[value](count(aside[value].total)) }))}
        />
      }
    >
      <Stack gap="md">
        <TextInput
          label={words.find}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          maw="28rem"
        />
        {found.length === 0 ? (
          <Text c="dimmed" role="status">
            {words.nothing}
          </Text>
        ) : (
          <AsideRows rows={found.slice(0, shown)} />
        )}
        {error !== undefined && props.fault(error)}
        {(found.length > shown || next !== "") && (
          <Button variant="default" w="fit-content" onClick={showMore} loading={busy}>
            {words.more}
          </Button>
        )}
        {total > rows.length && <Text size="sm">{words.latest(count(rows.length), count(total))}</Text>}
      </Stack>
    </Section>
  );
}

/** The rows of a kind: those of the first answer, and those of the pages asked for after it, each once. */
function useFurther(
  aside: ProvinceAside,
  kind: AsideKind,
  ask: (question: AsideQuestion) => Promise<ProvinceAside>,
) {
  const [further, setFurther] = useState<Partial<Record<AsideKind, Further>>>({});
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const own = further[kind];
  const first = aside[kind].rows;
  const known = new Set(first.map(keyOfAside));
  const next = own?.next ?? aside[kind].next ?? "";
  const load = () => {
    setBusy(true);
    setError(undefined);
    ask({ kind, after: next })
      .then((answer) => {
        const { rows, next: beyond = "" } = answer[kind];
        setFurther((before) => ({
          ...before,
          [kind]: { rows: [...(before[kind]?.rows ?? []), ...rows], next: beyond },
        }));
      }, setError)
      .finally(() => setBusy(false));
  };
  const rows = [...first, ...(own?.rows ?? []).filter((row) => !known.has(keyOfAside(row)))];
  return { rows, next, load, busy, error };
}
