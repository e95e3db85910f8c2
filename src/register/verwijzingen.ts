/** What a message refers to in the register, gathered in one pass, so that the dossier can be loaded set-wise. */
import type { Heenbericht } from '../standaard/berichten/berichtsoorten.js';
import type { Berichten, WMO323 } from '../standaard/berichten/gegenereerd/index.js';
import { prestatiesleutel } from '../standaard/regels/dossier.js';

export interface Verwijzingen {
  readonly clienten: readonly string[];
  readonly toewijzingNummers: readonly number[];
  /** Allocations of which the claims matter. */
  readonly gedeclareerdOp: readonly number[];
  readonly leveringen: boolean;
  /** References of requests, whether asked, answered or honoured. */
  readonly verzoeken: readonly string[];
  /** All allocations of the client matter, and so do pending requests (WMO317); only the latter (WMO315). */
  readonly alleToewijzingen: boolean;
  readonly lopendeVerzoeken: boolean;
  readonly declaratie: Declaratieverwijzingen | undefined;
}

export interface Declaratieverwijzingen {
  readonly nummer: string;
  readonly referenties: readonly string[];
  /** References of the debits that credits of the message take back. */
  readonly vorige: readonly string[];
  /** One debit per key is enough to look for a repeated claim. */
  readonly debetten: readonly WMO323.Prestatie[];
}

const NIETS: Verwijzingen = {
  clienten: [], toewijzingNummers: [], gedeclareerdOp: [], leveringen: false, verzoeken: [], alleToewijzingen: false,
  lopendeVerzoeken: false, declaratie: undefined,
};

const uniek = <T>(waarden: readonly (T | undefined)[]): T[] => [...new Set(waarden.filter((waarde) => waarde !== undefined))];

export function verwijzingenVan<B extends Heenbericht>(soort: B, bericht: Berichten[B]): Verwijzingen {
  return PER_SOORT[soort](bericht);
}

const PER_SOORT: { readonly [B in Heenbericht]: (bericht: Berichten[B]) => Verwijzingen } = {
  WMO301: ({ Client }) => ({
    ...NIETS, clienten: [Client.Bsn],
    toewijzingNummers: uniek(Client.ToegewezenProducten.map((p) => p.ToewijzingNummer)),
    gedeclareerdOp: uniek(Client.ToegewezenProducten.map((p) => (p.RedenWijziging === '13' ? p.ToewijzingNummer : undefined))),
    verzoeken: uniek(Client.ToegewezenProducten.map((p) => p.ReferentieAanbieder)),
  }),
  WMO305: ({ Client }) => ({
    ...NIETS, clienten: [Client.Bsn], toewijzingNummers: uniek(Client.StartProducten.map((p) => p.ToewijzingNummer)), leveringen: true }),
  WMO307: ({ Client }) => ({
    ...NIETS, clienten: [Client.Bsn], toewijzingNummers: uniek(Client.StopProducten.map((p) => p.ToewijzingNummer)), leveringen: true }),
  WMO315: ({ Client }) => ({
    ...NIETS, clienten: [Client.Bsn], verzoeken: uniek(Client.AangevraagdeProducten.map((p) => p.ReferentieAanbieder)),
    lopendeVerzoeken: true,
  }),
  WMO317: ({ Client }) => ({
    ...NIETS, clienten: [Client.Bsn], verzoeken: [Client.Verzoek.ReferentieAanbieder], alleToewijzingen: true, lopendeVerzoeken: true,
    toewijzingNummers: uniek([
      ...(Client.Verzoek.OngewijzigdeProducten ?? []), ...(Client.Verzoek.TeWijzigenProducten ?? [])].map((p) => p.ToewijzingNummer)),
  }),
  WMO319: ({ Antwoord }) => ({ ...NIETS, verzoeken: [Antwoord.ReferentieAanbieder] }),
  WMO323: ({ Declaratie }) => {
    const toewijzingNummers = new Set<number>();
    const referenties = new Set<string>();
    const vorige = new Set<string>();
    const debetten = new Map<string, WMO323.Prestatie>();
    for (const client of Declaratie.Clienten) {
      for (const prestatie of client.Prestaties) {
        toewijzingNummers.add(prestatie.ToewijzingNummer);
        referenties.add(prestatie.ProductReferentie.ReferentieNummer);
        if (prestatie.IngediendBedrag.DebetCredit === 'D') debetten.set(sleutelVan(prestatie), prestatie);
        else if (prestatie.ProductReferentie.VorigReferentieNummer !== undefined) vorige.add(prestatie.ProductReferentie.VorigReferentieNummer);
      }
    }
    return {
      ...NIETS, clienten: uniek(Declaratie.Clienten.map((c) => c.Bsn)), toewijzingNummers: [...toewijzingNummers],
      gedeclareerdOp: [...toewijzingNummers],
      declaratie: {
        nummer: Declaratie.DeclaratieNummer, referenties: [...referenties], vorige: [...vorige], debetten: [...debetten.values()] },
    };
  },
};

function sleutelVan(p: WMO323.Prestatie): string {
  return prestatiesleutel(p.ToewijzingNummer, p.ProductCategorie, p.ProductCode, p.ProductPeriode.Begindatum, p.ProductPeriode.Einddatum);
}
