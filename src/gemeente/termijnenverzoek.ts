/** Terms that a request opens: for its answer, for the decision, and whether a follow-up was asked for in time. */
import type { Bevraagbaar } from '../platform/database.js';
import type { Berichten } from '../standaard/berichten/gegenereerd/index.js';
import { na, plusDagen, type Datum } from '../standaard/datum.js';
import { verwijderd } from './gestart.js';
import { dagtekening, type Verwerkt } from './termijnenbericht.js';
import { onderwerpTekst, openTermijnen, type NieuweTermijn } from './termijnenregister.js';
import {
  alsTermijnsoort, ANTWOORD_OP_VERZOEK, geldtVoor, regelsVan, type Beleidstermijn, type Gevolg,
} from './termijnsoorten.js';

/** An allocation of the client, as far as its end and product matter here. */
interface Lopend {
  readonly nummer: number;
  readonly categorie: string | null;
  readonly code: string | null;
  readonly einddatum: Datum | null;
}

/** What is asked under one reference. */
interface Gevraagd {
  readonly referentie: string;
  readonly codes: readonly (string | undefined)[];
  /** Allocations that it wants to last longer, or to be followed without a day in between. */
  readonly vervolgOp: readonly Lopend[];
}

/**
 * Answer and decision count from receipt; a region's term for a follow-up counts back from the end of what it
 * follows.
 */
export async function verzoekTermijnen(db: Bevraagbaar, verwerkt: Verwerkt<'WMO315' | 'WMO317'>): Promise<void> {
  const { berichtId, soort, bericht, gemeente, aanbieder, vandaag, beleidstermijnen } = verwerkt;
  const besluiten = regelsVan(beleidstermijnen, ['aanvraag', soort], ['besluit', 'toewijzing', 'WMO301', 'WMO319']);
  const verlengingen = regelsVan(beleidstermijnen, ['toewijzing-einde'], ['verlengingsverzoek', soort], 'voor');
  const lopend = besluiten.length + verlengingen.length === 0 ? [] : await laadLopend(db, gemeente, aanbieder, bericht.Client.Bsn);
  const gevraagd = 'Verzoek' in bericht.Client ? [wijziging(bericht.Client, lopend)] : producten(bericht.Client, lopend);
  await openTermijnen({ db, gemeente, aanbieder, berichtId }, gevraagd.flatMap(({ referentie, codes, vervolgOp }) => {
    const onderwerp = onderwerpTekst({ referentieAanbieder: referentie });
    return [
      { soort: ANTWOORD_OP_VERZOEK[soort], onderwerp, start: vandaag, referentieAanbieder: referentie },
      ...besluiten.filter((regel) => regel.regel.voor === undefined || codes.some((code) => geldtVoor(regel, code))).map((regel): NieuweTermijn => ({
        soort: alsTermijnsoort(regel, gevolgVan(regel)), onderwerp, start: vandaag, referentieAanbieder: referentie })),
      ...verlengingen.flatMap((regel) => vervolgOp.filter(({ code }) => geldtVoor(regel, code ?? undefined))
        .map((toewijzing) => verlenging(verwerkt, regel, referentie, toewijzing))),
    ];
  }));
}

/** Whether any answer will do, or only a decision: a WMO301 or a rejection. */
function gevolgVan({ regel }: Beleidstermijn): Gevolg {
  return regel.gevolg === 'WMO319' ? 'antwoord' : 'besluit';
}

function verlenging(
  { bericht }: Verwerkt<'WMO315' | 'WMO317'>, regel: Beleidstermijn, referentie: string, { nummer, einddatum }: Lopend,
): NieuweTermijn {
  return {
    soort: alsTermijnsoort(regel), onderwerp: `verlenging ${nummer} ${referentie}`, start: einddatum ?? '',
    geslotenOp: bericht.Header.BerichtIdentificatie.Dagtekening, toewijzingNummer: nummer, referentieAanbieder: referentie,
  };
}

async function laadLopend(db: Bevraagbaar, gemeente: string, aanbieder: string, bsn: string): Promise<Lopend[]> {
  const { rows } = await db.query<{ [K in keyof Lopend]: Lopend[K] }>(
    `select w.toewijzing_nummer as nummer, w.categorie, w.code, w.einddatum from toewijzing w
     where w.gemeente = $1 and w.aanbieder = $2 and w.bsn = $3 and not ${verwijderd('w')} order by w.toewijzing_nummer`, [gemeente, aanbieder, bsn]);
  return rows;
}

const sleutel = (categorie: string | null | undefined, code: string | null | undefined, dag: Datum): string =>
  `${categorie ?? ''} ${dag} ${code ?? ''}`;

/** The allocation of a product that ends the day before; the one with the highest number when there are more. */
function aansluitend(lopend: readonly Lopend[]): (product: { Categorie?: string; Code?: string } | undefined, ingang: Datum) => Lopend[] {
  const opvolging = new Map<string, Lopend>();
  for (const toewijzing of lopend) {
    if (toewijzing.einddatum === null) continue;
    opvolging.set(sleutel(toewijzing.categorie, toewijzing.code, plusDagen(toewijzing.einddatum, 1)), toewijzing);
  }
  return (product, ingang) => {
    const voorganger = opvolging.get(sleutel(product?.Categorie, product?.Code, ingang));
    return voorganger === undefined ? [] : [voorganger];
  };
}

/** Every AangevraagdProduct of a WMO315 is a request of its own. */
function producten({ AangevraagdeProducten }: Berichten['WMO315']['Client'], lopend: readonly Lopend[]): Gevraagd[] {
  const na315 = aansluitend(lopend);
  return AangevraagdeProducten.map(({ ReferentieAanbieder, Product, ToewijzingIngangsdatum }) => ({
    referentie: ReferentieAanbieder, codes: [Product?.Code], vervolgOp: na315(Product, ToewijzingIngangsdatum) }));
}

/** A WMO317 is one request, about all that it changes or adds. */
function wijziging({ Verzoek }: Berichten['WMO317']['Client'], lopend: readonly Lopend[]): Gevraagd {
  const { ReferentieAanbieder, TeWijzigenProducten = [], NieuweProducten = [] } = Verzoek;
  const opNummer = new Map(lopend.map((toewijzing) => [toewijzing.nummer, toewijzing]));
  const na317 = aansluitend(lopend);
  const langer = TeWijzigenProducten.flatMap(({ ToewijzingNummer, Einddatum }) => {
    const toewijzing = opNummer.get(ToewijzingNummer);
    return toewijzing === undefined || toewijzing.einddatum === null || (Einddatum !== undefined && !na(Einddatum, toewijzing.einddatum))
      ? [] : [toewijzing];
  });
  return {
    referentie: ReferentieAanbieder,
    codes: [...TeWijzigenProducten.map((p) => opNummer.get(p.ToewijzingNummer)?.code ?? undefined), ...NieuweProducten.map((p) => p.Product?.Code)],
    vervolgOp: [...new Set([...langer, ...NieuweProducten.flatMap((p) => na317(p.Product, p.GewensteIngangsdatum))])],
  };
}
