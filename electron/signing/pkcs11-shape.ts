/** What a token gives to call one of its things by. */
export type Handle = Buffer;

type Attribute = { type: number; value?: number | Buffer };

/** An open module of a token, as far as it is used here: its calls under their names in PKCS#11. */
export type Pkcs11Token = {
  load(module: string): void;
  close(): void;
  C_Initialize(): void;
  C_Finalize(): void;
  C_GetSlotList(tokenPresent: boolean): Handle[];
  C_GetTokenInfo(slot: Handle): { flags: number };
  C_OpenSession(slot: Handle, flags: number): Handle;
  C_Login(session: Handle, user: number, pin: string): void;
  C_FindObjectsInit(session: Handle, template: Attribute[]): void;
  C_FindObjects(session: Handle, most: number): Handle[];
  C_FindObjectsFinal(session: Handle): void;
  C_GetAttributeValue(session: Handle, object: Handle, template: Attribute[]): Attribute[];
  C_SignInit(session: Handle, mechanism: { mechanism: number }, key: Handle): void;
  C_SignAsync(session: Handle, input: Buffer, output: Buffer): Promise<Buffer>;
};

/**
 * pkcs11js, as far as it is used here. Told here and not taken from the package: that is compiled at install and is not
 * there on every machine, and the sources have to be checked there too.
 */
export type Pkcs11Library = { PKCS11: new () => Pkcs11Token } & Readonly<
  Record<
    | "CKF_TOKEN_INITIALIZED"
    | "CKF_SERIAL_SESSION"
    | "CKU_USER"
    | "CKU_CONTEXT_SPECIFIC"
    | "CKO_CERTIFICATE"
    | "CKO_PRIVATE_KEY"
    | "CKA_CLASS"
    | "CKA_VALUE"
    | "CKA_ID"
    | "CKA_ALWAYS_AUTHENTICATE"
    | "CKM_ECDSA"
    | "CKM_RSA_PKCS",
    number
  >
>;
