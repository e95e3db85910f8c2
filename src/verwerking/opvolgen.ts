/** Follows up a notice of structural change: steps in their order, the term for the investigation, and in the end the WMO301. */
import { onderwerpTekst, openBeleidstermijnen, openTermijn, openTermijnen, sluitTermijnen } from '../gemeente/termijnenregister.js';
import { alsTermijnsoort, geldtVoor, regelsVan, type Termijnsoort } from '../gemeente/termijnsoorten.js';
import { bezwarenTegen } from '../gemeente/beleidscontrole.js';
import { laadSituatie, neemSituatie } from '../gemeente/situatie.js';
import { bsnsVan } from '../register/personen.js';
import { maakToewijzing, OpdrachtOngeldig } from '../gemeente/toewijzen.js';
import type { Omvang, Toewijzingsopdracht } from '../gemeente/opdracht.js';
import {
  dienIn, persoonBij, toegestaneStappen, zetStap, zoekVooraankondiging, type Nieuw, type Stap, type Vooraankondiging,
} from '../gemeente/vooraankondigingen.js';
import { inTransactie, type Bevraagbaar } from '../platform/database.js';
import { schaalrichting } from '../regio/index.js';
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

/**
 * Files a notice. Whether it came in time is measured with it: a term of policy counts from the day on which the delivery left its band.
 * @param melding without a bsn it is about the client of the allocation
 * @returns as dienIn
 * @throws OpdrachtOngeldig when the product that is wanted does not lie in the direction of the notice, according to policy
 */
export async function meldVooraankondiging(
  { beoordelaar: { pool, klok }, beleid }: Beslisser, melding: Omit<Nieuw, 'ingediendOp' | 'bsn'> & { readonly bsn?: string },
): ReturnType<typeof dienIn> {
  const { gemeente, aanbieder, toewijzingNummer, gewenstProduct: { code: gewenst } } = melding;
  const ingediendOp = klok.vandaag();
  return inTransactie(pool, async (db) => {
    const bsn = melding.bsn ?? await bsnBij(db, melding);
    if (bsn === undefined) return undefined;
    const { toewijzingen } = await laadSituatie(db, gemeente, bsn, ingediendOp);
    const huidig = toewijzingen.find(({ toewijzing }) => toewijzing.nummer === toewijzingNummer && toewijzing.aanbieder === aanbieder)
      ?.toewijzing.code;
    const richting = huidig === undefined || gewenst === undefined ? undefined : schaalrichting(beleid(), gemeente, huidig, gewenst);
    if (richting !== undefined && richting !== melding.richting) {
      throw new OpdrachtOngeldig([{ regel: 'richting', pad: '/gewenstProduct',
        melding: `Het gewenste product is ${LIGGING[richting]} dan wat is toegewezen. Kies een ander product of de andere richting.` }]);
    }
    const gemaakt = await dienIn(db, { ...melding, bsn, ingediendOp });
    if (gemaakt === undefined || gemaakt === 'dubbel') return gemaakt;
    const onderwerp = { vooraankondigingId: gemaakt.id };
    const regels = regelsVan(beleid().voor(gemeente)?.termijnen ?? [], ['structurele-wijziging'], ['vooraankondiging']);
    await openTermijnen({ db, gemeente, aanbieder }, regels.filter((regel) => geldtVoor(regel, gewenst)).map((regel) => ({
      ...onderwerp, onderwerp: onderwerpTekst(onderwerp), soort: alsTermijnsoort(regel), start: melding.vanaf, geslotenOp: ingediendOp })));
    return gemaakt;
  });
}

async function bsnBij(db: Bevraagbaar, toewijzing: Parameters<typeof persoonBij>[1]): Promise<string | undefined> {
  const persoon = await persoonBij(db, toewijzing);
  return persoon === undefined ? undefined : (await bsnsVan(db, [persoon])).get(persoon);
}

const LIGGING = { op: 'zwaarder', af: 'lichter', gelijk: 'niet lichter of zwaarder' } as const;

const INGETROKKEN: basis.LDT_RedenWijziging = '08';

/** The WMO301: the old allocation ends the day before the definitive notice, the new one begins on it. */
async function wijsToe(
  { beoordelaar, beleid }: Beslisser, id: string, gevonden: Vooraankondiging, opdracht: Stapopdracht, client: string,
): Promise<void> {
  const vandaag = beoordelaar.klok.vandaag();
  await verstuur(beoordelaar, gevonden.gemeente, gevonden.aanbieder, client, async (paar) => {
    const vooraankondiging = await zoekVooraankondiging(paar.db, id, true);
    controleer(vooraankondiging, 'toewijzen');
    const { persoon, toewijzingNummer, gewenstProduct, definitiefOp = vandaag } = vooraankondiging;
    const bsn = (await bsnsVan(paar.db, [persoon])).get(persoon) ?? '';
    const situatie = await neemSituatie(paar.db, paar.gemeente, bsn, vandaag);
    const oud = situatie.toewijzingen.find(({ toewijzing }) => toewijzing.nummer === toewijzingNummer);
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
    const wissel: Toewijzingsopdracht = { gemeente: paar.gemeente, aanbieder: paar.aanbieder, bsn, producten: [
      { actie: 'inkorten', toewijzingNummer, einddatum: sluiting, redenWijziging: INGETROKKEN },
      { actie: 'nieuw', product: gewenstProduct, ingangsdatum: definitiefOp, ...(einddatum === undefined ? {} : { einddatum }),
        ...(omvang === undefined ? {} : { omvang }), ...(omvang !== undefined || budget === undefined ? {} : { budget }) },
    ] };
    const bezwaren = bezwarenTegen(beleid(), wissel, situatie, 'toegang');
    if (bezwaren.length > 0) throw new OpdrachtOngeldig(bezwaren.map((bezwaar) => ({ ...bezwaar, pad: '/stap' })));
    const { inhoud } = await maakToewijzing(paar, wissel, { datum: vandaag, tijd: tijdVan(beoordelaar.klok.nu()) });
    return {
      bericht: { soort: 'WMO301', inhoud }, resultaat: undefined,
      na: async (berichtId) => {
        await zetStap(paar, vooraankondiging, 'toewijzen', opdracht.datum ?? vandaag, client, berichtId);
        await sluitTermijnen(paar, { vooraankondigingId: id }, vandaag);
      },
    };
  });
}
