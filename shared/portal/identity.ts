/** As whom a person is known at a provider: an e-mail address or a name, in ASCII, so that no two letters look alike. */
export const identityPattern = "^[\\x21-\\x7e]{2,200}$";
