import { Group, NativeSelect, SegmentedControl, Stack, Switch, Text } from "@mantine/core";
import { retentionCodes, type RetentionCode } from "#shared/archive/codes.ts";
import { type FormKind, formatsOfForm, isBoxForm } from "#shared/contract/forms.ts";
import type { InventoryTree, ListingFacets } from "#shared/contract/listing.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import type { Choices } from "./kept-choices.ts";

/** Which files a form covers: a retention class, an inventory, boxes from one to another; undefined does not narrow. */
export type Coverage = {
  retention: RetentionCode | undefined;
  inventory: string | undefined;
  firstBox: string;
  lastBox: string;
};

export const wholeFonds: Coverage = {
  retention: undefined,
  inventory: undefined,
  firstBox: "",
  lastBox: "",
};

/** The choice of what a form covers, with how many files each choice has. */
export function FormCoverage(props: {
  kind: FormKind;
  coverage: Coverage;
  facets: ListingFacets;
  tree: InventoryTree;
  onChange: (coverage: Coverage) => void;
}) {
  const { kind, coverage, facets, tree, onChange } = props;
  const all = useWords();
  const words = all.forms;
  const format = useFormat();
  const classes = facets.facets.retention;
  const countOf = (code: RetentionCode) => classes.find(({ value }) => value === code)?.count ?? 0;
  const shown = tree.inventories.filter(
    ({ inventory }) => coverage.inventory === undefined || inventory === coverage.inventory,
  );
  const boxes = [
    ...new Set(shown.flatMap((one) => one.boxes.map(({ box }) => box).filter((box) => box !== ""))),
  ];
  const boxOptions = [{ value: "", label: words.anyBox }, ...boxes.map((value) => ({ value, label: value }))];
  return (
    <Stack gap="sm">
      {!isBoxForm(kind) && (
        <NativeSelect
          label={words.retention}
          value={coverage.retention ?? "all"}
          onChange={(event) => {
            const code = retentionCodes.find((known) => known === event.currentTarget.value);
            onChange({ ...coverage, retention: code });
          }}
          data={[
            { value: "all", label: words.allRetention(format.count(facets.total)) },
            ...retentionCodes
              .filter((code) => countOf(code) > 0)
              .map((value) => ({
                value,
                label: words.counted(all.common.retention[value], format.count(countOf(value))),
              })),
          ]}
        />
      )}
      <NativeSelect
        label={words.inventory}
        value={coverage.inventory === undefined ? "all" : `=${coverage.inventory}`}
        onChange={(event) => {
          const { value } = event.currentTarget;
          const inventory = value === "all" ? undefined : value.slice(1);
          onChange({ ...coverage, inventory, firstBox: "", lastBox: "" });
        }}
        data={[
          { value: "all", label: words.allInventories },
          ...tree.inventories.map(({ inventory, files }) => ({
            value: `=${inventory}`,
            label: words.counted(inventory === "" ? words.noInventory : inventory, format.count(files)),
          })),
        ]}
      />
      {boxes.length > 0 && (
        <Group grow align="flex-start">
          <NativeSelect
            label={words.firstBox}
            value={coverage.firstBox}
            onChange={(event) => onChange({ ...coverage, firstBox: event.currentTarget.value })}
            data={boxOptions}
          />
          <NativeSelect
            label={words.lastBox}
            value={coverage.lastBox}
            onChange={(event) => onChange({ ...coverage, lastBox: event.currentTarget.value })}
            data={boxOptions}
          />
        </Group>
      )}
    </Stack>
  );
}

/** How a form is written: paper of labels, the columns of arranged fonds, the format of lists. */
export function FormManner(props: { choices: Choices; onChange: (choices: Choices) => void }) {
  const { choices, onChange } = props;
  const words = useWords().forms;
  if (choices.kind === "box-labels" || choices.kind === "file-labels") {
    const papers = choices.kind === "box-labels" ? words.labelPapers : words.fileLabelPapers;
    return (
      <NativeSelect
        label={words.labels}
        value={choices.labels}
        onChange={(event) =>
          onChange({ ...choices, labels: event.currentTarget.value === "thermal" ? "thermal" : "a4" })
        }
        data={[
          { value: "a4", label: papers.a4 },
          { value: "thermal", label: papers.thermal },
        ]}
      />
    );
  }
  const formats = formatsOfForm[choices.kind];
  if (formats.length === 1) return null;
  return (
    <>
      {choices.kind === "file-inventory" && (
        <Switch
          label={words.arranged}
          checked={choices.arranged}
          onChange={(event) => onChange({ ...choices, arranged: event.currentTarget.checked })}
        />
      )}
      <Stack gap="0.3rem">
        <Text fw={500} size="sm">
          {words.format}
        </Text>
        <SegmentedControl
          aria-label={words.format}
          value={formats.includes(choices.format) ? choices.format : "pdf"}
          onChange={(format) => onChange({ ...choices, format })}
          data={formats.map((value) => ({ value, label: words.formats[value] }))}
        />
      </Stack>
    </>
  );
}
