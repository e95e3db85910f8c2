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

/** One that ends, so that it can be followed. */
type Eindig = Lopend & { readonly einddatum: Datum };

function isEindig(toewijzing: Lopend): toewijzing is Eindig {
  return toewijzing.einddatum !== null;
}

/** What is asked under one reference. */
interface Gevraagd {
  readonly referentie: string;
  readonly codes: readonly (string | undefined)[];
  /** Allocations that it wants to last longer, or to be followed without a day in between. */
  readonly vervolgOp: readonly Eindig[];
}

/**
 * Answer and decision count from receipt; a region's term for a follow-up counts back from the end of what it
 * follows.
 */
export async function verzoekTermijnen(db: Bevraagbaar, verwerkt: Verwerkt<'WMO315' | 'WMO317'>): Promise<void> {
  const { berichtId, soort, bericht: { Client }, gemeente, aanbieder, vandaag, beleidstermijnen } = verwerkt;
  const besluiten = regelsVan(beleidstermijnen, ['aanvraag', soort], ['besluit', 'toewijzing', 'WMO301', 'WMO319']);
  const verlengingen = regelsVan(beleidstermijnen, ['toewijzing-einde'], ['verlengingsverzoek', soort], 'voor');
  const nodig = besluiten.length + verlengingen.length > 0;
  const lopend = nodig ? await laadLopend(db, gemeente, aanbieder, verwerkt.persoon) : [];
  const gevraagd = 'Verzoek' in Client ? [wijziging(Client, lopend)] : producten(Client, lopend);
  const nieuw = gevraagd.flatMap(({ referentie, codes, vervolgOp }) => {
    const verzoek = {
      onderwerp: onderwerpTekst({ referentieAanbieder: referentie }), start: vandaag, referentieAanbieder: referentie };
    const eigen = besluiten.filter((termijn) =>
      termijn.regel.voor === undefined || codes.some((code) => geldtVoor(termijn, code)));
    return [
      { ...verzoek, soort: ANTWOORD_OP_VERZOEK[soort] },
      ...eigen.map((termijn): NieuweTermijn => ({ ...verzoek, soort: alsTermijnsoort(termijn, gevolgVan(termijn)) })),
      ...verlengingen.flatMap((termijn) => vervolgOp.filter(({ code }) => geldtVoor(termijn, code ?? undefined))
        .map((toewijzing) => verlenging(verwerkt, termijn, referentie, toewijzing))),
    ];
  });
  await openTermijnen({ db, gemeente, aanbieder, berichtId }, nieuw);
}

/** Whether any answer will do, or only a decision: a WMO301 or a rejection. */
function gevolgVan({ regel }: Beleidstermijn): Gevolg {
  return regel.gevolg === 'WMO319' ? 'antwoord' : 'besluit';
}

/** Measured with the request: whoever asks for no follow-up is not late. */
function verlenging(
  verwerkt: Verwerkt<'WMO315' | 'WMO317'>, termijn: Beleidstermijn, referentie: string, { nummer, einddatum }: Eindig,
): NieuweTermijn {
  return {
    soort: alsTermijnsoort(termijn), onderwerp: `verlenging ${nummer} ${referentie}`, start: einddatum,
    geslotenOp: dagtekening(verwerkt), toewijzingNummer: nummer, referentieAanbieder: referentie,
  };
}

const LOPEND = `
  select w.toewijzing_nummer as nummer, w.categorie, w.code, w.einddatum from toewijzing w
  where w.gemeente = $1 and w.aanbieder = $2 and w.persoon = $3 and not ${verwijderd('w')} order by w.toewijzing_nummer`;

async function laadLopend(db: Bevraagbaar, gemeente: string, aanbieder: string, persoon: number | undefined): Promise<Lopend[]> {
  const { rows } = await db.query<{ [K in keyof Lopend]: Lopend[K] }>(
    { name: 'termijnen_lopend', text: LOPEND, values: [gemeente, aanbieder, persoon] });
  return rows;
}

const sleutel = (categorie: string | null | undefined, code: string | null | undefined, dag: Datum): string =>
  `${categorie ?? ''} ${dag} ${code ?? ''}`;

type Product = { readonly Categorie?: string; readonly Code?: string } | undefined;

/** The allocation of a product that ends the day before; the one with the highest number when there are more. */
function aansluitend(lopend: readonly Lopend[]): (product: Product, ingang: Datum) => Eindig[] {
  const opvolging = new Map<string, Eindig>();
  for (const toewijzing of lopend) {
    if (!isEindig(toewijzing)) continue;
    opvolging.set(sleutel(toewijzing.categorie, toewijzing.code, plusDagen(toewijzing.einddatum, 1)), toewijzing);
  }
  return (product, ingang) => {
    const voorganger = opvolging.get(sleutel(product?.Categorie, product?.Code, ingang));
    return voorganger === undefined ? [] : [voorganger];
  };
}

/** Every AangevraagdProduct of a WMO315 is a request of its own. */
function producten({ AangevraagdeProducten }: Berichten['WMO315']['Client'], lopend: readonly Lopend[]): Gevraagd[] {
  const voorgangers = aansluitend(lopend);
  return AangevraagdeProducten.map(({ ReferentieAanbieder, Product, ToewijzingIngangsdatum }) => ({
    referentie: ReferentieAanbieder, codes: [Product?.Code],
    vervolgOp: voorgangers(Product, ToewijzingIngangsdatum),
  }));
}

/** A WMO317 is one request, about all that it changes or adds. */
function wijziging({ Verzoek }: Berichten['WMO317']['Client'], lopend: readonly Lopend[]): Gevraagd {
  const { ReferentieAanbieder, TeWijzigenProducten = [], NieuweProducten = [] } = Verzoek;
  const opNummer = new Map(lopend.map((toewijzing) => [toewijzing.nummer, toewijzing]));
  const voorgangers = aansluitend(lopend);
  const langer = TeWijzigenProducten.flatMap(({ ToewijzingNummer, Einddatum }) => {
    const toewijzing = opNummer.get(ToewijzingNummer);
    if (toewijzing === undefined || !isEindig(toewijzing)) return [];
    return Einddatum === undefined || na(Einddatum, toewijzing.einddatum) ? [toewijzing] : [];
  });
  const gevolgd = NieuweProducten.flatMap((p) => voorgangers(p.Product, p.GewensteIngangsdatum));
  return {
    referentie: ReferentieAanbieder, vervolgOp: [...new Set([...langer, ...gevolgd])],
    codes: [
      ...TeWijzigenProducten.map((p) => opNummer.get(p.ToewijzingNummer)?.code ?? undefined),
      ...NieuweProducten.map((p) => p.Product?.Code)],
  };
}
