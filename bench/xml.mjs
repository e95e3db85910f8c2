/**
 * What level 1 and reading cost above libxml2's bare parse and validation, and what writing costs, for a WMO323 of 5 kB and one of 24 MB.
 * Rounds are interleaved and medians taken, so that a busy machine slows both sides of a ratio alike.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ParseOption, XmlBufferInputProvider, XmlDocument, XsdValidator, xmlCleanupInputProvider, xmlRegisterInputProvider } from 'libxml2-wasm';

const WORTEL = fileURLToPath(new URL('..', import.meta.url));
const bron = (pad) => import(new URL(`../dist/standaard/xml/${pad}.js`, import.meta.url).href);
const XsdVersie = { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' };

/** A WMO323 with this many prestaties, thirty a client, as a message object. */
export function declaratie(prestaties) {
  const perClient = 30;
  return {
    Header: { BerichtCode: '484', BerichtVersie: 3, BerichtSubversie: 2, Afzender: '65656055', Ontvanger: '0363',
      BerichtIdentificatie: { Identificatie: 'B1', Dagtekening: '2026-02-03' }, XsdVersie },
    Declaratie: {
      DeclaratieNummer: 'N1', DeclaratiePeriode: { Begindatum: '2026-01-01', Einddatum: '2026-01-31' }, DeclaratieDagtekening: '2026-02-03',
      TotaalIngediendBedrag: { TotaalBedrag: prestaties * 48_000, DebetCredit: 'D' },
      Clienten: Array.from({ length: Math.ceil(prestaties / perClient) }, (_, c) => ({ Bsn: '999900006',
        Prestaties: Array.from({ length: Math.min(perClient, prestaties - c * perClient) }, (_, p) => ({
          ProductReferentie: { ReferentieNummer: `R${c * perClient + p}` }, ToewijzingNummer: c * perClient + p + 1, ProductCategorie: '02', ProductCode: '02A03',
          ProductPeriode: { Begindatum: '2026-01-01', Einddatum: '2026-01-31' }, GeleverdVolume: 8, Eenheid: '04', ProductTarief: 6000,
          IngediendBedrag: { Bedrag: 48_000, DebetCredit: 'D' } })) })),
    },
  };
}

/** libxml2-wasm as its documentation has it: parse, validate, dispose. */
function kaleLibxml(bestanden) {
  xmlRegisterInputProvider(new XmlBufferInputProvider(bestanden));
  const schema = XmlDocument.fromBuffer(bestanden['wmo323.xsd'], { url: 'wmo323.xsd' });
  const validator = XsdValidator.fromDoc(schema);
  schema.dispose();
  xmlCleanupInputProvider();
  return (bytes) => {
    const document = XmlDocument.fromBuffer(bytes, { option: ParseOption.XML_PARSE_NONET });
    validator.validate(document);
    document.dispose();
  };
}

/** Median milliseconds a call of each function, from rounds in which they take turns. */
export function mediaan(functies, rondes, keer) {
  const tijden = functies.map(() => []);
  for (let ronde = -Math.ceil(rondes / 10); ronde < rondes; ronde++) {
    functies.forEach((functie, i) => {
      const begin = performance.now();
      for (let k = 0; k < keer; k++) functie();
      if (ronde >= 0) tijden[i].push((performance.now() - begin) / keer);
    });
  }
  return tijden.map((reeks) => reeks.sort((a, b) => a - b)[reeks.length >> 1]);
}

/** @returns rows {naam, waarde, eenheid, doel?} */
export async function meet() {
  const [{ compileerSchemas, controleerNiveau1 }, { leesBericht }, { schrijfBericht }] = await Promise.all(['niveau1', 'lezen', 'schrijven'].map(bron));
  const map = join(WORTEL, 'schemas/iwmo/3.2');
  const bestanden = Object.fromEntries(readdirSync(map).map((naam) => [naam, readFileSync(join(map, naam))]));
  const schemas = compileerSchemas(bestanden);
  const kaal = kaleLibxml(bestanden);
  const rijen = [];
  for (const { naam, prestaties, rondes, keer } of [
    { naam: '5 kB', prestaties: 4, rondes: 60, keer: 50 }, { naam: '24 MB', prestaties: 25_500, rondes: 9, keer: 1 }]) {
    const bericht = declaratie(prestaties);
    const bytes = schrijfBericht('WMO323', bericht);
    if (!controleerNiveau1(bytes, schemas).geldig) throw new Error('het meetbericht is niet geldig');
    const omvang = `${naam} (${bytes.length.toLocaleString('nl-NL')} bytes)`;
    const [bloot, niveau1, lezen, schrijven] = mediaan([() => kaal(bytes), () => controleerNiveau1(bytes, schemas),
      () => leesBericht('WMO323', bytes), () => schrijfBericht('WMO323', bericht)], rondes, keer);
    rijen.push(
      { naam: `libxml2 ontleden en valideren, ${omvang}`, waarde: bloot, eenheid: 'ms' },
      { naam: `niveau 1, ${naam}`, waarde: niveau1, eenheid: 'ms' },
      { naam: `lezen, ${naam}`, waarde: lezen, eenheid: 'ms' },
      { naam: `niveau 1 en lezen ten opzichte van libxml2, ${naam}`, waarde: (niveau1 + lezen) / bloot, eenheid: '×', doel: '≤ 3' },
      { naam: `schrijven, ${naam}`, waarde: schrijven, eenheid: 'ms' });
  }
  return rijen;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rijen = await meet();
  console.table(rijen.map((rij) => ({ ...rij, waarde: Number(rij.waarde.toPrecision(4)) })));
}
