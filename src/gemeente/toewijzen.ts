/** Makes the WMO301 of an order: every current allocation of the client and aanbieder plus those that change now (OP087). */
import type { Berichten } from '../standaard/berichten/gegenereerd/index.js';
import { bekendeClientgegevens } from './clientgegevens.js';
import { nieuweNummersVoor, stelProductenOp, type Moment, type Verzoekreferentie } from './opstellen.js';
import type { Opdrachtfout, Toewijzingsopdracht } from './opdracht.js';
import { nieuweNummers, NummersOp, toewijzingenVan, type Paar } from './plaatsing.js';

/** The order cannot be carried out; nothing was stored. */
export class OpdrachtOngeldig extends Error {
  override readonly name = 'OpdrachtOngeldig';
  constructor(readonly fouten: readonly Opdrachtfout[]) {
    super('opdracht ongeldig');
  }
}

const OP = 'De gemeente heeft geen hogere toewijzingnummers van negen cijfers meer. Een beheerder moet nagaan welke toewijzing het hoogste heeft.';

export interface Toewijzingsbericht {
  readonly inhoud: Omit<Berichten['WMO301'], 'Header'>;
  /** ToewijzingNummers that were made or changed. */
  readonly geraakt: readonly number[];
}

/**
 * Call inside the transaction that holds the pair.
 * @throws OpdrachtOngeldig when the order does not fit what the register holds
 */
export async function maakToewijzing(
  paar: Paar, opdracht: Toewijzingsopdracht, moment: Moment, referentie?: Verzoekreferentie,
): Promise<Toewijzingsbericht> {
  const client = opdracht.client ?? await bekendeClientgegevens(paar, opdracht.bsn);
  if (client === undefined) {
    throw new OpdrachtOngeldig([{ regel: 'client', pad: '/client',
      melding: 'Deze cliënt is nog niet bekend. Geef de gegevens van de cliënt mee.' }]);
  }
  const huidig = await toewijzingenVan(paar, opdracht.bsn);
  const nummers = await nieuweNummers(paar, nieuweNummersVoor(opdracht.producten)).catch((fout: unknown) => {
    throw fout instanceof NummersOp ? new OpdrachtOngeldig([{ regel: 'nummers', pad: '/producten', melding: OP }]) : fout;
  });
  const opstelling = stelProductenOp(opdracht.producten, huidig, moment, nummers, referentie);
  if ('fouten' in opstelling) throw new OpdrachtOngeldig(opstelling.fouten);
  return {
    inhoud: { Client: { Bsn: opdracht.bsn, ...client, ToegewezenProducten: opstelling.producten } },
    geraakt: opstelling.geraakt,
  };
}
