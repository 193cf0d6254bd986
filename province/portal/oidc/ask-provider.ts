import {
  allowInsecureRequests,
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type ClientAuth,
  ClientError,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  type IDToken,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import { Refused } from "#province/routes/typed.ts";
import { isOwnMachine, type ProviderClaim, type ProviderPlace, wayBack } from "./provider-place.ts";

/** What a sign-in that was begun is held against when it comes back. */
export type Begun = { state: string; nonce: string; verifier: string };

/** Whom a provider has let in. */
export type ProviderIdentity = {
  issuer: string;
  subject: string;
  /** What the claim of the setting says, where the provider vouches for it. */
  known: string | undefined;
  /** The ID token says that a second factor was asked, in words that the setting trusts. */
  hasSecond: boolean;
};

export type Provider = {
  /** Where a browser signs in; throws `oidc-away` where the provider does not answer. */
  begin(): Promise<{ address: URL; begun: Begun }>;
  /** Who came back with this question (`?code=…&state=…`); throws a `Refused` that says why nobody did. */
  finish(question: string, begun: Begun): Promise<ProviderIdentity>;
};

const secondsToAnswer = 10;
const scopes: Record<ProviderClaim, string> = { email: "openid email", preferred_username: "openid profile" };

/**
 * A provider that is asked by the authorization code flow with PKCE (OpenID Connect Core 1.0, 3.1; RFC 7636). Nothing is
 * asked of it before the first sign-in, and what it says of itself is read at the beginning of each.
 */
export function openProvider(place: ProviderPlace, report: (fault: unknown) => void): Provider {
  const back = new URL(wayBack, place.portal);
  let known: Configuration | undefined;
  const describe = async (): Promise<Configuration> => {
    known = await discovery(place.issuer, place.clientId, {}, secretOf(place), {
      timeout: secondsToAnswer,
      // The ID token's own signature is held against the provider's keys, beside the line it came by.
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to stand out: loopback alone is without TLS
      execute: [enableNonRepudiationChecks, ...(isOwnMachine(place.issuer) ? [allowInsecureRequests] : [])],
    });
    return known;
  };
  const asked = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await work();
    } catch (fault) {
      const told = refusalOf(fault);
      // Who turned back is no fault; of the rest the administrator reads the cause, which is in no answer.
      if (told.code !== "oidc-denied") report(fault);
      throw told;
    }
  };
  return {
    begin: () =>
      asked(async () => {
        // Asked each time: nobody is sent to a provider that is away, where nothing of ours could tell them.
        const config = await describe();
        const begun = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
        const acr = place.trusted.filter((one) => one.startsWith("acr:")).map((one) => one.slice(4));
        const address = buildAuthorizationUrl(config, {
          redirect_uri: back.href,
          scope: scopes[place.claim],
          state: begun.state,
          nonce: begun.nonce,
          code_challenge: await calculatePKCECodeChallenge(begun.verifier),
          code_challenge_method: "S256",
          ...(acr.length > 0 && { acr_values: acr.join(" ") }),
        });
        return { address, begun };
      }),
    finish: (question, { state, nonce, verifier }) =>
      asked(async () => {
        const config = known ?? (await describe());
        const tokens = await authorizationCodeGrant(config, new URL(question, back), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const token = tokens.claims();
        // A provider for many houses names another issuer in its tokens than it was asked as: none of those is ours.
        if (!token || new URL(token.iss).href !== place.issuer.href)
          throw new Refused(401, "oidc-answer", "an ID token of another issuer");
        const hasUserInfo = config.serverMetadata().userinfo_endpoint !== undefined;
        const more =
          token[place.claim] === undefined && hasUserInfo
            ? await fetchUserInfo(config, tokens.access_token, token.sub)
            : token;
        return {
          issuer: token.iss,
          subject: token.sub,
          known: knownBy(more, place.claim),
          hasSecond: saysSecond(token, place.trusted),
        };
      }),
  };
}

/** As the provider takes the client's secret: in the header, as RFC 6749 (2.3.1) has it, unless it says otherwise. */
function secretOf({ clientSecret }: ProviderPlace): ClientAuth {
  const [basic, post] = [ClientSecretBasic(clientSecret), ClientSecretPost(clientSecret)];
  return (server, ...rest) => {
    const ways = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    const way = ways.includes("client_secret_basic") ? basic : post;
    way(server, ...rest);
  };
}

/** An e-mail address counts only where the provider says that it is verified. */
function knownBy(claims: Record<string, unknown>, claim: ProviderClaim): string | undefined {
  if (claim === "email" && claims["email_verified"] !== true) return undefined;
  const value = claims[claim];
  return typeof value === "string" ? value : undefined;
}

function saysSecond(token: IDToken, trusted: readonly string[]): boolean {
  const { amr, acr } = token;
  const means: unknown[] = Array.isArray(amr) ? amr : [];
  return trusted.some((one) =>
    one.startsWith("amr:") ? means.includes(one.slice(4)) : acr === one.slice(4),
  );
}

/** What went wrong, for who signs in. */
function refusalOf(fault: unknown): Refused {
  if (fault instanceof Refused) return fault;
  if (fault instanceof AuthorizationResponseError)
    return fault.error === "access_denied"
      ? new Refused(401, "oidc-denied", "the provider let nobody in")
      : new Refused(401, "oidc-refused", "the provider answered with an error");
  const code = fault instanceof ClientError ? fault.code : undefined;
  const isSilent = fault instanceof TypeError || code === "OAUTH_TIMEOUT" || code === "OAUTH_ABORT";
  return isSilent || code === "OAUTH_RESPONSE_IS_NOT_CONFORM"
    ? new Refused(503, "oidc-away", "the provider does not answer")
    : new Refused(401, "oidc-answer", "the provider's answer is not to be trusted");
}
