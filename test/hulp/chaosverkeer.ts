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

const BSNS = ['999900006', '999900018', '999900021', '999900033'];

/** @param aantal messages in all @param paren pairs they are spread over; within a pair order counts */
export function maakVerkeer(aantal: number, paren: number, toeval: () => number): Zending[] {
  const kies = <T>(uit: readonly T[]): T => uit[Math.floor(toeval() * uit.length)] as T;
  const nummers = new Map<number, number[]>();
  return Array.from({ length: aantal }, (_, i): Zending => {
    const paar = i % paren;
    const eigen = nummers.get(paar) ?? [];
    nummers.set(paar, eigen);
    const identificatie = `C${i}`;
    const Bsn = BSNS[paar % BSNS.length] as string;
    const nummer = eigen.length === 0 || toeval() < 0.1 ? 900_000 + i : kies(eigen);
    const dag = plusDagen('2026-03-01', Math.floor(toeval() * 200));
    const maak = <B extends Heenbericht>(soort: B, inhoud: Omit<Berichten[B], 'Header'>): Zending => {
      const kop = header(soort, identificatie, '2026-12-01');
      const [gemeente, aanbieder] = [`0${363 + (paar % 3)}`, String(65_000_000 + paar)];
      const Header = soort === 'WMO301' ? { ...kop, Afzender: gemeente, Ontvanger: aanbieder } : { ...kop, Afzender: aanbieder, Ontvanger: gemeente };
      return { paar, soort, identificatie, bytes: schrijfBericht(soort, { Header, ...inhoud } as never) };
    };
    const worp = toeval();
    if (eigen.length === 0 || worp < 0.2) {
      eigen.push(i + 1);
      return maak('WMO301', { Client: { ...wmo301.Client, Bsn, ToegewezenProducten: [
        { ...toegewezenProduct, ToewijzingNummer: i + 1, Product: { Categorie: '11', Code: '11A01' } }] } });
    }
    const Product = { Categorie: '11' as const, Code: '11A01' };
    if (worp < 0.5) {
      return maak('WMO305', { Client: { ...wmo305.Client, Bsn, StartProducten: [
        { ...startProduct, Product, ToewijzingNummer: nummer, Begindatum: dag, StatusAanlevering: toeval() < 0.3 ? '3' : '1' }] } });
    }
    if (worp < 0.65) {
      return maak('WMO307', { Client: { ...wmo307.Client, Bsn, StopProducten: [
        { ...stopProduct, Product, ToewijzingNummer: nummer, Begindatum: dag, Einddatum: plusDagen(dag, 20) }] } });
    }
    if (worp < 0.75) {
      return maak('WMO315', { Client: { ...wmo315.Client, Bsn, AangevraagdeProducten: wmo315.Client.AangevraagdeProducten.map((een, n) => (
        { ...een, ReferentieAanbieder: `R${toeval() < 0.2 ? paar : `${i}-${n}`}` })) } });
    }
    const regels = Array.from({ length: 1 + Math.floor(toeval() * 3) }, (_leeg, n) => ({
      ...prestatie, ToewijzingNummer: nummer, ProductCategorie: '11' as const, ProductCode: '11A01',
      ProductReferentie: { ReferentieNummer: toeval() < 0.1 ? `P${paar}` : `P${i}-${n}` } }));
    return maak('WMO323', { Declaratie: { ...wmo323.Declaratie, DeclaratieNummer: `D${i}`,
      TotaalIngediendBedrag: { TotaalBedrag: regels.reduce((som, { IngediendBedrag }) => som + IngediendBedrag.Bedrag, 0), DebetCredit: 'D' },
      Clienten: [{ Bsn, Prestaties: regels }] } });
  });
}
