/** SQL that holds where the scope in `column` is that of parameter `$param` or lies below it (as `covers`). */
export function lies(column: string, param: number): string {
  return `starts_with(${column} || '.', $${param}::text || '.')`;
}

/** SQL that holds where the scope in `column` is that of parameter `$param`, lies below it or above it. */
export function meets(column: string, other: string): string {
  return `(starts_with(${column} || '.', ${other} || '.') or starts_with(${other} || '.', ${column} || '.'))`;
}

/** SQL for the districts that a device of the scope in `$param` may read: its own, or all of its province. */
export function districtLies(column: string, param: number): string {
  return `(${column} = split_part($${param}::text, '.', 1) || '.' || split_part($${param}::text, '.', 2)
    or starts_with(${column} || '.', $${param}::text || '.'))`;
}

/** SQL that holds where a row of `table` may be read by a device whose scope is parameter `$1`. */
export function readable(table: string): string {
  return `${districtLies(`${table}.district`, 1)} and ${lies(`${table}.scope`, 1)}`;
}
