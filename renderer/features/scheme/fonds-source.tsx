import { NativeSelect, Text } from "@mantine/core";
import { combineLatest, map } from "rxjs";
import { useEffect, useState } from "react";
import type { Fonds } from "#shared/archive/fonds.ts";
import type { Group } from "#shared/archive/group.ts";
import { linesOfScheme } from "#shared/inventory/scheme-lines.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { useLive } from "#renderer/db/use-live.ts";
import type { OnLines } from "./grow-dialog.tsx";

type Owned = { fonds: Fonds; groups: Group[] };

/** Another fonds on this machine whose scheme is copied. */
export function FondsSource({ fondsId, onLines }: { fondsId: string; onLines: OnLines }) {
  const { db } = useWork();
  const words = useWords().scheme;
  const { count } = useFormat();
  const [chosen, setChosen] = useState("");
  const owned = useLive("schemes", () =>
    combineLatest([
      db.fonds.find({ selector: { withdrawn: "" }, sort: [{ code: "asc" }], index: ["code"] }).$,
      db.groups.find({ selector: { withdrawn: "" } }).$,
    ]).pipe(
      map(([fonds, groups]) =>
        fonds.map((one): Owned => {
          const own = groups.filter((group) => group.fondsId === one.id);
          return { fonds: one.toJSON(), groups: own.map((group) => group.toJSON()) };
        }),
      ),
    ),
  );
  const others = owned?.filter(({ fonds, groups }) => fonds.id !== fondsId && groups.length > 0);
  const source = others?.find(({ fonds }) => fonds.id === chosen) ?? others?.[0];
  useEffect(() => onLines(source && linesOfScheme(source.groups)), [source, onLines]);
  if (!others) return null;
  if (others.length === 0) return <Text>{words.noOtherFonds}</Text>;
  return (
    <NativeSelect
      data-autofocus
      label={words.otherFonds}
      data={others.map(({ fonds, groups }) => ({
        value: fonds.id,
        label: words.groupsOf(fonds.name, count(groups.length)),
      }))}
      value={source?.fonds.id ?? ""}
      onChange={(event) => setChosen(event.currentTarget.value)}
    />
  );
}
