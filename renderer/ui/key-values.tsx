import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./key-values.module.css";

/** Names and values side by side; rows with an empty value show a dash. */
export function KeyValues(props: { rows: readonly { name: string; value: ReactNode }[] }) {
  return (
    <dl className={classes["list"]}>
      {props.rows.map(({ name, value }) => (
        <div key={name} className={classes["row"]}>
          <Text component="dt" size="sm" c="dimmed">
            {name}
          </Text>
          <Text component="dd" m={0} style={{ overflowWrap: "anywhere" }}>
            {value === "" || value === undefined ? "–" : value}
          </Text>
        </div>
      ))}
    </dl>
  );
}
