/** Why somebody does not come in. What is said goes to the caller, so it never quotes a token. */

/** No token, or one that does not hold. */
export class NietAangemeld extends Error {
  override readonly name = 'NietAangemeld';

  constructor(
    /** `ontbreekt`: nothing was shown, so there is nothing wrong with it either (RFC 6750, 3.1). */
    readonly soort: 'ontbreekt' | 'ongeldig',
    /** What is wrong and what to do; Dutch. */
    readonly uitleg: string,
  ) {
    super(soort);
  }
}

/** The token holds, but this gateway does not know the client. */
export class OnbekendeClient extends Error {
  override readonly name = 'OnbekendeClient';
}

/** Whether the token holds cannot be told now. Not the fault of the caller. */
export class UitgeverOnbereikbaar extends Error {
  override readonly name = 'UitgeverOnbereikbaar';
}
