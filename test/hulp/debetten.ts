/** What a dossier knows of debits of earlier messages, and credits that take them back. */
import { eersteVanMaand, laatsteVanMaand } from '../../src/standaard/datum.js';
import { prestatiesleutel, type Dossier, type EerderDebet } from '../../src/standaard/regels/dossier.js';
import type { WMO323 } from '../../src/standaard/berichten/gegenereerd/index.js';
import { prestatie } from './variaties.js';
import { BSN } from './voorbeelden.js';

/** An approved debit with the parts of it that the register keeps elsewhere. */
export interface Debet extends EerderDebet {
  readonly prestatie: WMO323.Prestatie;
}

/** An approved debit of an earlier message: that of the WMO323 example, with some parts replaced. */
export function debet(
  referentieNummer: string, delen: Partial<WMO323.Prestatie> = {}, anders: Partial<EerderDebet> = {},
): Debet {
  return debetVan(referentieNummer, { ...prestatie, ...delen }, anders);
}

/** A Prestatie as an approved debit of an earlier message, under this number. */
export function debetVan(referentieNummer: string, een: WMO323.Prestatie, anders: Partial<EerderDebet> = {}): Debet {
  const geheel: WMO323.Prestatie = { ...een, ProductReferentie: { ReferentieNummer: referentieNummer } };
  const { ToewijzingNummer, ProductCategorie, ProductCode, ProductPeriode: { Begindatum, Einddatum } } = geheel;
  return {
    referentieNummer, bsn: BSN, toewijzingNummer: ToewijzingNummer,
    sleutel: prestatiesleutel(ToewijzingNummer, ProductCategorie, ProductCode, Begindatum, Einddatum),
    volume: geheel.GeleverdVolume, eenheid: geheel.Eenheid, tarief: geheel.ProductTarief,
    bedrag: geheel.IngediendBedrag.Bedrag, gecrediteerd: false, prestatie: geheel, ...anders,
  };
}

/** A credit that takes a debit back and for the rest is the same. */
export function creditOp({ prestatie: origineel }: Debet, referentieNummer = 'CN0001'): WMO323.Prestatie {
  const { ReferentieNummer: VorigReferentieNummer } = origineel.ProductReferentie;
  return {
    ...origineel, ProductReferentie: { ReferentieNummer: referentieNummer, VorigReferentieNummer },
    IngediendBedrag: { ...origineel.IngediendBedrag, DebetCredit: 'C' },
  };
}

function som(debetten: readonly Debet[], waarde: (een: Debet) => number): number {
  return debetten.reduce((totaal, een) => totaal + waarde(een), 0);
}

/** A dossier that knows these debits: by number, as open ones, and as what stands claimed on their allocations. */
export function metDebetten(
  ...debetten: readonly Debet[]
): Pick<Dossier, 'debetten' | 'openDebetten' | 'gedeclareerd'> {
  const open = debetten.filter(({ gecrediteerd }) => !gecrediteerd);
  const nummers = new Set(open.map(({ toewijzingNummer }) => toewijzingNummer));
  return {
    debetten: new Map(debetten.map((een) => [een.referentieNummer, een])),
    openDebetten: new Map(open.map((een) => [een.sleutel, een.referentieNummer])),
    gedeclareerd: new Map([...nummers].map((nummer) => {
      const daarop = open.filter(({ toewijzingNummer }) => toewijzingNummer === nummer);
      const perEenheid = (eenheid: string) =>
        som(daarop.filter((een) => een.eenheid === eenheid), ({ volume }) => volume);
      return [nummer, {
        volumes: new Map(daarop.map(({ eenheid }) => [eenheid, perEenheid(eenheid)])),
        bedrag: som(daarop, ({ bedrag }) => bedrag),
        totEnMet: daarop.map((een) => een.prestatie.ProductPeriode.Einddatum).sort().at(-1),
      }];
    })),
  };
}

/** A claim over a month of its own, sent when everything in it has been delivered. */
export function declaratieOver(maand: string, bericht: WMO323.Bericht): WMO323.Bericht {
  const Begindatum = eersteVanMaand(`${maand}-01`);
  const Einddatum = laatsteVanMaand(Begindatum);
  const DeclaratieDagtekening = '2028-12-31';
  const BerichtIdentificatie = { ...bericht.Header.BerichtIdentificatie, Dagtekening: DeclaratieDagtekening };
  return {
    Header: { ...bericht.Header, BerichtIdentificatie },
    Declaratie: { ...bericht.Declaratie, DeclaratiePeriode: { Begindatum, Einddatum }, DeclaratieDagtekening },
  };
}
