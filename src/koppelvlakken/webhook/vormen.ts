/** How a message becomes a request: one function per form. */
import type { TeBezorgen, Vorm } from '../../verwerking/bezorgen/bezorging.js';

/** What the receiver answered. */
export interface Antwoord {
  readonly status: number;
  /** At most the first 64 kB. */
  readonly inhoud: Buffer;
}

/** A request as it goes out; what signs and identifies it is added to it. */
export interface Verzoek {
  readonly inhoud: Buffer;
  readonly koppen: Readonly<Record<string, string>>;
  /** Whether the answer says that the message was taken in; absent: status 2xx says so. */
  readonly accepteert?: (antwoord: Antwoord) => boolean;
}

/** Puts a message in a request. Called again for every attempt. */
export type Opmaak = (bericht: TeBezorgen) => Verzoek | Promise<Verzoek>;

/** A form that is absent cannot be sent. */
export type Vormen = { readonly [V in Vorm]?: Opmaak };

/** The message in JSON, byte for byte as base64. @param nu time of the attempt */
export function alsJson(nu: () => Date): Opmaak {
  return ({ id, berichtsoort, afzender, ontvanger, antwoordOp, inhoud }) => {
    const begin = JSON.stringify({
      type: 'bericht.bezorgd', timestamp: nu().toISOString(),
      data: { id, berichtsoort, afzender, ontvanger, ...(antwoordOp === undefined ? {} : { antwoordOp }), inhoud: '' },
    }).slice(0, -'"}}'.length);
    // Base64 needs no escaping; a message of 25 MB is not copied more often than it has to.
    const kop = Buffer.byteLength(begin);
    const lengte = 4 * Math.ceil(inhoud.length / 3);
    const geheel = Buffer.allocUnsafe(kop + lengte + 3);
    geheel.write(begin, 0);
    geheel.write(inhoud.toString('base64'), kop, 'latin1');
    geheel.write('"}}', kop + lengte);
    return { inhoud: geheel, koppen: { 'content-type': 'application/json' } };
  };
}
