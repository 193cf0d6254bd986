import { Radio, Select, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { foldedFilter } from "./folded-filter.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import type { GridColumn } from "#renderer/ui/grid/grid-types.ts";
import { AskDialog } from "./ask-dialog.tsx";

/** Asks which field of how many rows gets which value; all filtered rows only when that is said. */
export function BulkDialog(props: {
  columns: readonly GridColumn[];
  field: string | undefined;
  selected: number;
  filtered: number;
  /** What is wrong with a value, in words. */
  problemOf: (field: string, text: string) => string | undefined;
  onEdit: (column: GridColumn, text: string, all: boolean) => void;
  onClose: () => void;
}) {
  const all = useWords();
  const words = all.grid.bulkDialog;
  const { count } = useFormat();
  const [field, setField] = useState(props.field);
  const [text, setText] = useState("");
  const [everything, setEverything] = useState(props.selected === 0);
  const column = props.columns.find(({ key }) => key === field);
  const rows = count(everything ? props.filtered : props.selected);
  const problem = column && props.problemOf(column.key, text);
  return (
    <AskDialog
      title={words.title(rows)}
      confirm={words.confirm(column?.title ?? "…", rows)}
      reason={column ? problem : words.fieldMissing}
      onConfirm={() => column && props.onEdit(column, text, everything)}
      onClose={props.onClose}
    >
      <Select
        data-autofocus
        label={words.field}
        data={props.columns.map(({ key, title }) => ({ value: key, label: title }))}
        value={field ?? null}
        onChange={(value) => {
          setField(value ?? undefined);
          setText("");
        }}
        searchable
        filter={foldedFilter}
        nothingFoundMessage={all.grid.noOption}
      />
      {column?.kind === "choice" ? (
        <Select
          label={words.value}
          data={(column.options ?? []).map(({ value, label }) => ({ value: value || emptyValue, label }))}
          value={text || emptyValue}
          onChange={(value) => setText(value === null || value === emptyValue ? "" : value)}
          searchable
          filter={foldedFilter}
          nothingFoundMessage={all.grid.noOption}
        />
      ) : (
        <TextInput
          label={words.value}
          description={words.empty}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={text === "" ? undefined : problem}
          autoComplete="off"
        />
      )}
      <Radio.Group
        label={words.which}
        value={everything ? "all" : "selected"}
        onChange={(value) => setEverything(value === "all")}
      >
        <Stack gap="xs" mt="xs">
          {props.selected > 0 && <Radio value="selected" label={words.selectedOnly(count(props.selected))} />}
          <Radio value="all" label={words.all(count(props.filtered))} />
        </Stack>
      </Radio.Group>
      {problem !== undefined && column?.kind === "choice" && <Text>{problem}</Text>}
    </AskDialog>
  );
}

/** Mantine's select takes the empty text for nothing chosen. */
const emptyValue = "-";
