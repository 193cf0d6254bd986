/** What an operation gave: a value, or a fault that the caller must look at. */
export type Result<Value, Fault> = { ok: true; value: Value } | { ok: false; fault: Fault };

export function ok<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

export function fail<Fault>(fault: Fault): { ok: false; fault: Fault } {
  return { ok: false, fault };
}
