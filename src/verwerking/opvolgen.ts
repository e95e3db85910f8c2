/** Follows up a notice of structural change: steps in their order, the term for the investigation, and in the end the WMO301. */
import { openBeleidstermijnen, openTermijn, sluitTermijnen } from '../gemeente/termijnenregister.js';
import type { Termijnsoort } from '../gemeente/termijnsoorten.js';
import { laadSituatie } from '../gemeente/situatie.js';
import { maakToewijzing, OpdrachtOngeldig } from '../gemeente/toewijzen.js';
import type { Omvang } from '../gemeente/opdracht.js';
import { toegestaneStappen, zetStap, zoekVooraankondiging, type Stap, type Vooraankondiging } from '../gemeente/vooraankondigingen.js';
import { inTransactie } from '../platform/database.js';
import type { basis } from '../standaard/berichten/gegenereerd/index.js';
import { na, opOfVoor, plusDagen } from '../standaard/datum.js';
import { tijdVan, type Beslisser } from './beslissen.js';
import { verstuur } from './versturen.js';

/** The step is not allowed now. */
export class StapNietMogelijk extends Error {
  override readonly name = 'StapNietMogelijk';
  constructor(readonly toegestaan: readonly Stap[]) {
    super('stap niet mogelijk');
  }
}

export interface Stapopdracht {
  readonly stap: Stap;
  /** When the step was taken; today when absent. The definitive notice takes effect on it. */
  readonly datum?: string;
  /** For `toewijzen`: the extent of the new allocation; that of the old one when absent. */
  readonly omvang?: Omvang;
}

/** Days within which the investigation is to be finished where policy does not say otherwise. */
const ONDERZOEK: Termijnsoort = {
  soort: 'onderzoek', bron: 'vooraankondiging', partij: 'gemeente', gevolg: 'onderzoek-afgerond', duur: { aantal: 10, eenheid: 'dagen' },
};

function controleer(vooraankondiging: Vooraankondiging | undefined, stap: Stap): asserts vooraankondiging is Vooraankondiging {
  const toegestaan = vooraankondiging === undefined ? [] : toegestaneStappen(vooraankondiging.status);
  if (!toegestaan.includes(stap)) throw new StapNietMogelijk(toegestaan);
}

/**
 * Takes one step.
 * @throws StapNietMogelijk out of order; for `toewijzen` also what sending throws
 */
export async function zetVolgendeStap(beslisser: Beslisser, id: string, opdracht: Stapopdracht, client: string): Promise<void> {
  const { beoordelaar, beleid } = beslisser;
  const vandaag = beoordelaar.klok.vandaag();
  const datum = opdracht.datum ?? vandaag;
  const gevonden = await zoekVooraankondiging(beoordelaar.pool, id);
  controleer(gevonden, opdracht.stap);
  if (opdracht.stap === 'toewijzen') return wijsToe(beslisser, id, gevonden, opdracht, client);
  await inTransactie(beoordelaar.pool, async (db) => {
    const vooraankondiging = await zoekVooraankondiging(db, id, true);
    controleer(vooraankondiging, opdracht.stap);
    await zetStap({ db }, vooraankondiging, opdracht.stap, datum, client);
    const plaats = { db, gemeente: vooraankondiging.gemeente, aanbieder: vooraankondiging.aanbieder };
    const onderwerp = { vooraankondigingId: id };
    if (opdracht.stap === 'melding-definitief') {
      const eigen = beleid().voor(vooraankondiging.gemeente)?.termijnen ?? [];
      const geopend = await openBeleidstermijnen(plaats, eigen, 'melding-definitief', onderwerp, datum, vooraankondiging.gewenstProduct.code);
      if (geopend === 0) await openTermijn(plaats, ONDERZOEK, onderwerp, datum);
    } else if (opdracht.stap === 'verslag-ondertekend' || opdracht.stap === 'afwijzen') await sluitTermijnen(plaats, onderwerp, datum);
  });
}

const INGETROKKEN: basis.LDT_RedenWijziging = '08';

/** The WMO301: the old allocation ends the day before the definitive notice, the new one begins on it. */
async function wijsToe(
  { beoordelaar }: Beslisser, id: string, gevonden: Vooraankondiging, opdracht: Stapopdracht, client: string,
): Promise<void> {
  const vandaag = beoordelaar.klok.vandaag();
  await verstuur(beoordelaar, gevonden.gemeente, gevonden.aanbieder, client, async (paar) => {
    const vooraankondiging = await zoekVooraankondiging(paar.db, id, true);
    controleer(vooraankondiging, 'toewijzen');
    const { bsn, toewijzingNummer, gewenstProduct, definitiefOp = vandaag } = vooraankondiging;
    const { toewijzingen } = await laadSituatie(paar.db, paar.gemeente, bsn, vandaag);
    const oud = toewijzingen.find(({ toewijzing }) => toewijzing.nummer === toewijzingNummer);
    const sluiting = plusDagen(definitiefOp, -1);
    if (oud === undefined || opOfVoor(definitiefOp, oud.toewijzing.ingangsdatum)
      || (oud.toewijzing.einddatum !== undefined && na(definitiefOp, oud.toewijzing.einddatum))) {
      throw new OpdrachtOngeldig([{ regel: 'vooraankondiging', pad: '/stap',
        melding: 'De toewijzing loopt niet op de datum van de definitieve melding.' }]);
    }
    if (oud.gedeclareerdTotEnMet !== undefined && na(oud.gedeclareerdTotEnMet, sluiting)) {
      throw new OpdrachtOngeldig([{ regel: 'crediteren', pad: '/stap',
        melding: 'Op de periode die vervalt zijn declaraties goedgekeurd. Toewijzen kan nadat die zijn gecrediteerd.' }]);
    }
    const { volume, eenheid, frequentie, einddatum, budget } = oud.toewijzing;
    const omvang = opdracht.omvang ?? (volume === undefined || eenheid === undefined || frequentie === undefined ? undefined
      : { volume, eenheid: eenheid as Omvang['eenheid'], frequentie: frequentie as Omvang['frequentie'] });
    const { inhoud } = await maakToewijzing(paar, { gemeente: paar.gemeente, aanbieder: paar.aanbieder, bsn, producten: [
      { actie: 'inkorten', toewijzingNummer, einddatum: sluiting, redenWijziging: INGETROKKEN },
      { actie: 'nieuw', product: gewenstProduct, ingangsdatum: definitiefOp, ...(einddatum === undefined ? {} : { einddatum }),
        ...(omvang === undefined ? {} : { omvang }), ...(omvang !== undefined || budget === undefined ? {} : { budget }) },
    ] }, { datum: vandaag, tijd: tijdVan(beoordelaar.klok.nu()) });
    return {
      bericht: { soort: 'WMO301', inhoud }, resultaat: undefined,
      na: async (berichtId) => {
        await zetStap(paar, vooraankondiging, 'toewijzen', opdracht.datum ?? vandaag, client, berichtId);
        await sluitTermijnen(paar, { vooraankondigingId: id }, vandaag);
      },
    };
  });
}
