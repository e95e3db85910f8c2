/** Mixed traffic of many pairs: good and bad messages of every type that an aanbieder or gemeente sends, the same for the same seed. */
import type { Heenbericht } from '../../src/standaard/berichten/berichtsoorten.js';
import type { Berichten } from '../../src/standaard/berichten/gegenereerd/index.js';
import { plusDagen } from '../../src/standaard/datum.js';
import { schrijfBericht } from '../../src/standaard/xml/schrijven.js';
import { prestatie, startProduct, stopProduct, toegewezenProduct } from './variaties.js';
import { header, wmo301, wmo305, wmo307, wmo315, wmo323 } from './voorbeelden.js';

export interface Zending {
  readonly paar: number;
  readonly soort: Heenbericht;
  readonly identificatie: string;
  readonly bytes: Buffer;
}

const BSNS = ['999900006', '999900018', '999900031', '999900043'];
const GEMEENTEN = ['0363', '0014', '0034'];
const Product = { Categorie: '11' as const, Code: '11A01' };

/** What a pair has going: allocations, and of each since when it is delivered. */
interface Lopend { readonly nummer: number; gestart?: string }

/**
 * Most of it fits the register, so that there is something to compare; the rest contradicts it or repeats itself.
 * @param aantal messages in all @param paren pairs they are spread over; within a pair order counts
 */
export function maakVerkeer(aantal: number, paren: number, toeval: () => number): Zending[] {
  const kies = <T>(uit: readonly T[]): T => uit[Math.floor(toeval() * uit.length)] as T;
  const perPaar = new Map<number, Lopend[]>();
  return Array.from({ length: aantal }, (_, i): Zending => {
    const paar = i % paren;
    const eigen = perPaar.get(paar) ?? [];
    perPaar.set(paar, eigen);
    const identificatie = `C${i}`;
    const Bsn = BSNS[paar % BSNS.length] as string;
    const fout = toeval() < 0.15;
    const keus: Lopend = eigen.length === 0 || (fout && toeval() < 0.5) ? { nummer: 900_000 + i } : kies(eigen);
    const dag = plusDagen('2026-03-01', Math.floor(toeval() * 200));
    const maak = <B extends Heenbericht>(soort: B, inhoud: Omit<Berichten[B], 'Header'>): Zending => {
      const kop = header(soort, identificatie, '2026-12-01');
      const [gemeente, aanbieder] = [GEMEENTEN[paar % GEMEENTEN.length] as string, String(65_000_000 + paar)];
      const Header = soort === 'WMO301' ? { ...kop, Afzender: gemeente, Ontvanger: aanbieder } : { ...kop, Afzender: aanbieder, Ontvanger: gemeente };
      return { paar, soort, identificatie, bytes: schrijfBericht(soort, { Header, ...inhoud } as never) };
    };
    const worp = toeval();
    if (eigen.length === 0 || worp < 0.25) {
      eigen.push({ nummer: i + 1 });
      return maak('WMO301', { Client: { ...wmo301.Client, Bsn, ToegewezenProducten: [{ ...toegewezenProduct, ToewijzingNummer: i + 1, Product }] } });
    }
    if (worp < 0.6) {
      // Delivery begins and ends in turn; what goes wrong does the same thing twice, or takes back a start that was.
      const begint = (keus.gestart === undefined) !== fout;
      const Begindatum = keus.gestart ?? dag;
      if (begint) keus.gestart = Begindatum;
      else delete keus.gestart;
      if (begint) {
        return maak('WMO305', { Client: { ...wmo305.Client, Bsn, StartProducten: [
          { ...startProduct, Product, ToewijzingNummer: keus.nummer, Begindatum, StatusAanlevering: fout && toeval() < 0.5 ? '3' : '1' }] } });
      }
      return maak('WMO307', { Client: { ...wmo307.Client, Bsn, StopProducten: [
        { ...stopProduct, Product, ToewijzingNummer: keus.nummer, Begindatum, Einddatum: plusDagen(Begindatum, 5) }] } });
    }
    if (worp < 0.75) {
      return maak('WMO315', { Client: { ...wmo315.Client, Bsn, AangevraagdeProducten: wmo315.Client.AangevraagdeProducten.map((een, n) => (
        { ...een, ReferentieAanbieder: `R${fout ? paar : `${i}-${n}`}` })) } });
    }
    const nummers = [...new Set([keus.nummer, kies(eigen).nummer, kies(eigen).nummer])];
    const regels = nummers.map((ToewijzingNummer, n) => ({ ...prestatie, ToewijzingNummer, ProductCategorie: '11' as const, ProductCode: '11A01',
      ProductReferentie: { ReferentieNummer: fout ? `P${paar}` : `P${i}-${n}` } }));
    return maak('WMO323', { Declaratie: { ...wmo323.Declaratie, DeclaratieNummer: `D${i}`,
      TotaalIngediendBedrag: { TotaalBedrag: regels.reduce((som, { IngediendBedrag }) => som + IngediendBedrag.Bedrag, 0), DebetCredit: 'D' },
      Clienten: [{ Bsn, Prestaties: regels }] } });
  });
}
