/** Where the embedding model answers, and by which name it is asked. */
export type EmbedPlace = { address: URL; model: string };

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Reads where the model is; nothing where `MUCLUC_EMBED_URL` is not set. Texts of the archive go there, so it is on this
 * machine, unless `MUCLUC_EMBED_ELSEWHERE=1` says that it may be on another, and then by TLS alone. Throws otherwise.
 */
export function readEmbedPlace(
  environment: Readonly<Record<string, string | undefined>>,
): EmbedPlace | undefined {
  const text = environment["MUCLUC_EMBED_URL"] ?? "";
  if (text === "") return undefined;
  const address = URL.canParse(text) ? new URL(text) : undefined;
  if (!address || !["http:", "https:"].includes(address.protocol))
    throw new Error("MUCLUC_EMBED_URL is no address such as http://127.0.0.1:11434/v1");
  if (address.username !== "" || address.password !== "")
    throw new Error("MUCLUC_EMBED_URL has a name or a passphrase in it, which would stand in logs");
  if (!loopback.test(address.hostname)) {
    if (environment["MUCLUC_EMBED_ELSEWHERE"] !== "1")
      throw new Error(
        "MUCLUC_EMBED_URL is not on this machine (127.0.0.1): texts of the archive would leave it. " +
          "Set MUCLUC_EMBED_ELSEWHERE=1 where that is meant",
      );
    if (address.protocol !== "https:")
      throw new Error("MUCLUC_EMBED_URL is on another machine and not https: texts would go openly");
  }
  const model = environment["MUCLUC_EMBED_MODEL"] ?? "";
  if (model === "") throw new Error("MUCLUC_EMBED_MODEL does not say which model to ask, such as bge-m3");
  const path = address.pathname.replace(/\/+$/, "");
  address.pathname = path.endsWith("/embeddings") ? path : `${path}/embeddings`;
  return { address, model };
}
