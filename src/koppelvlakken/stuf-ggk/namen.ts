/** Names that the envelope standard fixes: namespaces, elements, SOAPActions, versions and the values that every envelope carries. */

export const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
export const STUF = 'http://www.egem.nl/StUF/StUF0301';
export const GGK = 'http://www.stufstandaarden.nl/sectormodel/ggk/0210';
export const XMIME = 'http://www.w3.org/2005/05/xmlmime';

/** Path of the endpoint; its WSDL and schemas stand beside it. */
export const PAD = '/stuf/ggk/OntvangAsynchroon';

/** What comes in. */
export type Envelopsoort = 'Di01' | 'Du01' | 'Fo01';

export interface Berichtnaam {
  readonly ruimte: string;
  readonly element: string;
  readonly soapAction: string;
}

export const BERICHTNAMEN: { readonly [S in Envelopsoort]: Berichtnaam } = {
  Di01: { ruimte: GGK, element: 'envelopHeenbericht-ggk_Di01', soapAction: `${GGK}/ggk_Di01` },
  Du01: { ruimte: GGK, element: 'envelopRetourbericht-ggk_Du01', soapAction: `${GGK}/ggk_Du01` },
  Fo01: { ruimte: STUF, element: 'Fo01Bericht', soapAction: `${STUF}/Fo01` },
};

/** Version of the sector model, in words, for who sends another. */
export const VERSIE = `StUF-GGk 2.1 (${GGK})`;

/** The application that has to stand on an envelope as its receiver. */
export const ONTVANGENDE_APPLICATIE = 'GGk';

/** How this gateway names itself on an envelope that it makes. A name without a version. */
export const APPLICATIE = { naam: 'iWmo-gateway', versie: '0001', subversie: '0000' } as const;

/** Version of the messages inside: iWmo 3.2. */
export const FUNCTIE = { versie: '0003', subversie: '0002' } as const;

/** Media type of a SOAP 1.1 message. */
export const XML_TYPE = 'text/xml; charset=utf-8';

/** Media type that an envelope gives to the message inside. */
export const INHOUDSTYPE = 'application/xml';

/** Parties that pass messages on and may report a fault about one that was not for them. */
export const KETENPARTIJEN: ReadonlySet<string> = new Set(['IB', 'RINIS', 'VECOZO']);
