import { Autocomplete, Group, Text } from "@mantine/core";
import { useState } from "react";
import type { ProvinceTerm, ProvinceTermList } from "#shared/contract/province-terms.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { orderFound } from "#renderer/ui/order-found.ts";
import classes from "./terms.module.css";

/** How many labels are offered at once. */
const offeredAtOnce = 8;

/** A name that waits, the label it may be merged into, and the two decisions. */
export function TermLine(props: {
  term: ProvinceTerm;
  accepted: ProvinceTermList["accepted"];
  busy: boolean;
  /** Empty where the name is accepted as it is. */
  onDecide: (into: string) => void;
}) {
  const { term, accepted, busy, onDecide } = props;
  const texts = useWords().terms.province;
  const { count } = useFormat();
  const [typed, setTyped] = useState("");
  const into = typed.normalize("NFC").replace(/\s+/g, " ").trim();
  const busyReason = busy ? texts.deciding : undefined;
  const mergeReason = into === "" ? texts.intoMissing : into === term.label ? texts.intoSame : undefined;
  const acceptReason = into !== "" && into !== term.label ? texts.intoFilled : undefined;
  return (
    <li className={classes["term"]}>
      <div className={classes["name"]}>
        <Text fw={600}>{term.label}</Text>
        <Text size="sm" c="dimmed">
          {texts.lists[term.list]} · {term.unitName}
        </Text>
        {term.units > 1 && <Text size="sm">{texts.units(count(term.units))}</Text>}
      </div>
      <Autocomplete
        className={classes["into"]}
        aria-label={texts.intoOf(term.label)}
        placeholder={texts.into}
        value={typed}
        onChange={setTyped}
        maxLength={200}
        data={[...new Set(accepted.filter(({ list }) => list === term.list).map(({ label }) => label))]}
        filter={({ options, search }) =>
          orderFound(
            options.filter((option) => "value" in option),
            search,
          ).slice(0, offeredAtOnce)
        }
        selectFirstOptionOnChange={false}
        autoSelectOnBlur={false}
        openOnFocus={false}
        autoComplete="off"
      />
      <Group gap="xs" wrap="nowrap">
        <ExplainedButton
          size="compact-md"
          variant="light"
          aria-label={texts.acceptOne(term.label)}
          reason={busyReason ?? acceptReason}
          onClick={() => onDecide("")}
        >
          {texts.accept}
        </ExplainedButton>
        <ExplainedButton
          size="compact-md"
          variant="light"
          aria-label={texts.mergeOne(term.label)}
          reason={busyReason ?? mergeReason}
          onClick={() => onDecide(into)}
        >
          {texts.merge}
        </ExplainedButton>
      </Group>
    </li>
  );
}
