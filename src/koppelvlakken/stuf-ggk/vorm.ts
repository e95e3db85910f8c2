/** The form `stuf-ggk` of a webhook: a message in its envelope, or a Fo01, in SOAP; taken in when the receiver says Bv03. */
import type { Bevraagbaar } from '../../platform/database.js';
import type { Opmaak, Verzoek } from '../webhook/vormen.js';
import { SoapFout } from './codes.js';
import { BERICHTNAMEN, STUF, XML_TYPE } from './namen.js';
import { zoekBeantwoord } from './opslag.js';
import { kinderenVan, metSoap, schrijfSoap } from './soap.js';
import { verpak } from './uitgaand.js';

/** @param nu time of the attempt; the envelope is made at the first and stays the same after that */
export function alsStuf(db: Bevraagbaar, nu: () => Date): Opmaak {
  return async (bericht) => {
    if (bericht.berichtsoort === 'Fo01') return alsVerzoek(bericht.inhoud.toString('utf8'), BERICHTNAMEN.Fo01.soapAction, bericht.id);
    const heen = bericht.antwoordOp === undefined ? undefined : await zoekBeantwoord(db, bericht.id);
    const { element, soapAction, referentienummer } = await verpak(db, bericht, bericht.inhoud, heen, nu());
    return alsVerzoek(element, soapAction, referentienummer);
  };
}

const alsVerzoek = (element: string, soapAction: string, referentienummer: string): Verzoek => ({
  inhoud: Buffer.from(schrijfSoap(element), 'utf8'), koppen: { 'content-type': XML_TYPE, soapaction: `"${soapAction}"` },
  accepteert: ({ inhoud }) => isBevestiging(inhoud, referentienummer),
});

/** Whether an answer is the Bv03 to the envelope or fault message with this number. */
export function isBevestiging(antwoord: Buffer, referentienummer: string): boolean {
  try {
    return metSoap(antwoord, ({ inhoud }) => {
      if (inhoud.name !== 'Bv03Bericht' || inhoud.namespaceUri !== STUF) return false;
      const stuurgegevens = kinderenVan(inhoud).find(({ name }) => name === 'stuurgegevens');
      return stuurgegevens !== undefined
        && kinderenVan(stuurgegevens).some(({ name, content }) => name === 'crossRefnummer' && content === referentienummer);
    });
  } catch (fout) {
    if (fout instanceof SoapFout) return false;
    throw fout;
  }
}
