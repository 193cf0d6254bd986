import type { Static, TSchema } from "typebox";
import { Check } from "typebox/value";

/** What the portal's server refused, by its code; `offline` where it did not answer, `other` where it is none of ours. */
export class PortalFault extends Error {
  readonly code: string;

  constructor(code: string, detail = "") {
    super(detail || code);
    this.name = "PortalFault";
    this.code = code;
  }
}

/** Asks the server that the page came from, and checks the shape of what it answers; throws a `PortalFault`. */
export async function ask<Shape extends TSchema>(
  shape: Shape,
  address: string,
  body?: object,
): Promise<Static<Shape>> {
  const answer = await send(address, body);
  if (!answer.ok) throw await faultOf(answer);
  const value: unknown = await answer.json().catch(() => undefined);
  if (!Check(shape, value)) throw new PortalFault("other", `another answer than expected at ${address}`);
  return value;
}

/** Tells the server something, where nothing is asked. */
export async function tell(address: string, body: object = {}): Promise<void> {
  const answer = await send(address, body);
  if (!answer.ok) throw await faultOf(answer);
}

async function send(address: string, body: object | undefined): Promise<Response> {
  const url = `/portal/${address}`;
  try {
    if (body === undefined) return await fetch(url);
    return await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    throw new PortalFault("offline");
  }
}

/** What the server refused, of an answer that is not as it was hoped for. */
export async function faultOf(answer: Response): Promise<PortalFault> {
  return new PortalFault(codeOf(await answer.json().catch(() => undefined)));
}

function codeOf(value: unknown): string {
  const code: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "code") : undefined;
  return typeof code === "string" ? code : "other";
}
