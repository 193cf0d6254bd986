import { readFileSync } from "node:fs";

/** By which claim a person is known at their first sign-in. */
export const providerClaims = ["email", "preferred_username"] as const;

export type ProviderClaim = (typeof providerClaims)[number];

/** The OpenID provider that people of the portal sign in by. It bears a secret: not to be shown. */
export type ProviderPlace = {
  issuer: URL;
  clientId: string;
  clientSecret: string;
  /** The portal as browsers reach it: where the provider sends them back to. */
  portal: URL;
  /** The words on the button; empty for the usual ones. */
  button: string;
  claim: ProviderClaim;
  /** What of an ID token says that a second factor was asked, as `amr:mfa` or `acr:…`; trusts nothing where empty. */
  trusted: readonly string[];
};

type Environment = Readonly<Record<string, string | undefined>>;

/** The provider's way back to the portal, below its address. */
export const wayBack = "/portal/oidc/back";

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Whether an address is on this very machine, the only place that is reached without TLS. */
export function isOwnMachine(address: URL): boolean {
  return loopback.test(address.hostname);
}

/** Reads by which provider people sign in; nothing where `MUCLUC_OIDC_ISSUER` is not set. Throws on what cannot be meant. */
export function readProviderPlace(environment: Environment): ProviderPlace | undefined {
  if (!environment["MUCLUC_OIDC_ISSUER"]) return undefined;
  const issuer = addressIn("MUCLUC_OIDC_ISSUER", environment["MUCLUC_OIDC_ISSUER"]);
  const from = environment["MUCLUC_OIDC_PORTAL"] ? "MUCLUC_OIDC_PORTAL" : "MUCLUC_PROVINCE_ADDRESS";
  const portal = addressIn(from, environment[from] ?? "");
  if (portal.pathname !== "/") throw new Error(`${from} has a path: the portal stands at its address itself`);
  const clientId = environment["MUCLUC_OIDC_CLIENT_ID"] ?? "";
  if (clientId === "") throw new Error("MUCLUC_OIDC_CLIENT_ID does not say under which name the portal asks");
  const claim = providerClaims.find((known) => known === (environment["MUCLUC_OIDC_CLAIM"] || "email"));
  if (!claim) throw new Error(`MUCLUC_OIDC_CLAIM is none of ${providerClaims.join(", ")}`);
  const trusted = (environment["MUCLUC_OIDC_SECOND_FACTOR"] ?? "")
    .split(/[\s,]+/)
    .filter((one) => one !== "");
  if (!trusted.every((one) => /^(?:amr|acr):./.test(one)))
    throw new Error("MUCLUC_OIDC_SECOND_FACTOR is a list such as amr:mfa,acr:https://refeds.org/profile/mfa");
  const button = (environment["MUCLUC_OIDC_BUTTON"] ?? "").normalize("NFC").trim().slice(0, 80);
  return { issuer, clientId, clientSecret: secretIn(environment), portal, button, claim, trusted };
}

function addressIn(name: string, text: string): URL {
  const address = URL.canParse(text) ? new URL(text) : undefined;
  if (!address || !["http:", "https:"].includes(address.protocol))
    throw new Error(`${name} is no address such as https://dangnhap.example.vn`);
  if (address.username !== "" || address.password !== "" || address.search !== "" || address.hash !== "")
    throw new Error(`${name} is an address alone: no name, passphrase, question or fragment`);
  if (address.protocol !== "https:" && !isOwnMachine(address))
    throw new Error(`${name} is on another machine and not https: who signs in could be read and taken over`);
  return address;
}

function secretIn(environment: Environment): string {
  const file = environment["MUCLUC_OIDC_CLIENT_SECRET_FILE"] ?? "";
  const secret = file === "" ? (environment["MUCLUC_OIDC_CLIENT_SECRET"] ?? "") : readFileSync(file, "utf8");
  const text = secret.trim();
  if (text === "")
    throw new Error("neither MUCLUC_OIDC_CLIENT_SECRET nor MUCLUC_OIDC_CLIENT_SECRET_FILE gives a secret");
  return text;
}
