/**
 * Scaling Thuisplus up and down over HTTP, on the shipped policy file: one scenario for each rule of the document.
 *
 *  1 three bands, each a product with a tariff of its own
 *  2 what is structurally above or below the band is announced in the month in which it happens; the band that is wanted fits that direction
 *  3 an aanbieder changes band by the announcement, not by a message
 *  4 the access team brings the evaluation forward or opens a report, or turns it down
 *  5 the change takes effect on the date of the definitive report
 *  6 the investigation is done within ten days
 *  7 the decision follows the signed report; a step out of order is refused and the steps allowed are named
 *  8 one WMO301 ends the old band the day before and begins the new one
 *  9 a planned evaluation and a client start the same flow
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nieuweClient, Regio, ruimOp, startRegio, type Dagen, type Hoeveel, type Toegewezen } from '../hulp/regio.js';

const VANDAAG = '2026-06-10';
const ALMERE = '0034';
const [EEN, TWEE, DRIE] = ['15TP1', '15TP2', '15TP3'] as const;
const TARIEF = { [EEN]: 3000, [TWEE]: 4500, [DRIE]: 6000 };
const JAAR: Dagen = ['2026-01-01', '2026-12-31'];
const WEEK: Hoeveel = [7, '14', '2'];

const opruimen: (() => Promise<unknown>)[] = [];
let almere: Regio;
beforeAll(async () => { almere = new Regio((await startRegio(opruimen, VANDAAG)).gateway, ALMERE, VANDAAG); });
afterAll(() => ruimOp(opruimen));

interface Client { readonly bsn: string; readonly oud: Toegewezen }
interface Aankondiging {
  readonly id: string; readonly status: string; readonly stappen: readonly string[]; readonly definitiefOp?: string; readonly bericht?: { readonly id: string };
  readonly historie: readonly { readonly stap: string; readonly datum: string }[]; readonly termijn?: { readonly vervaldatum: string };
}

async function clientMet(code: string): Promise<Client> {
  const bsn = nieuweClient();
  return { bsn, oud: await almere.bestel(bsn, code, JAAR, WEEK) };
}
const aankondiging = ({ bsn, oud }: Client, naar: string, velden: Record<string, unknown> = {}) => ({
  gemeente: ALMERE, aanbieder: almere.aanbieder, bsn, toewijzingNummer: oud.toewijzingNummer, richting: naar > oud.product.code ? 'op' : 'af',
  gewenstProduct: { categorie: '15', code: naar }, vanaf: '2026-05-20', ...velden });
const dienIn = (client: Client, naar: string, velden?: Record<string, unknown>): Promise<Aankondiging> =>
  almere.goed('/v1/vooraankondigingen', aankondiging(client, naar, velden), 201);
const stap = (id: string, naam: string, velden: Record<string, unknown> = {}): Promise<Response> =>
  almere.post(`/v1/vooraankondigingen/${id}/stappen`, { stap: naam, ...velden });
async function zet(id: string, naam: string, velden?: Record<string, unknown>): Promise<Aankondiging> {
  const antwoord = await stap(id, naam, velden);
  if (antwoord.status !== 200) throw new Error(`${antwoord.status}: ${await antwoord.text()}`);
  return await antwoord.json() as Aankondiging;
}
const producten = async (bsn: string): Promise<unknown[]> =>
  (await almere.zoek(bsn)).map(({ product, ingangsdatum, einddatum }) => [product.code, ingangsdatum, einddatum]);

describe('1 drie bandbreedtes met een eigen tarief', () => {
  it.each([[EEN, TWEE], [TWEE, DRIE], [DRIE, EEN]] as const)('%s wordt betaald tegen het eigen tarief, niet tegen dat van %s', async (code, ander) => {
    const { bsn, oud } = await clientMet(code);
    const regel = { bsn, op: oud, volume: 31, eenheid: '14', tarief: TARIEF[ander], referentie: `${code}-A` } as const;
    const fout = await almere.declareer('2026-05', '2026-06-02', regel);
    expect(fout.bevindingen.map(({ regel: naam }) => naam)).toContain('TR418');
    expect((await almere.declareer('2026-05', '2026-06-03', { ...regel, tarief: TARIEF[code], referentie: `${code}-B` })).status).toBe('goedgekeurd');
    expect(Object.keys(await almere.betaalregels(`${code}-A`, `${code}-B`))).toEqual([`${code}-B`]);
  });
});

describe('2 een vooraankondiging in de maand waarin het gebeurt', () => {
  it.each([['2026-05-20', '2026-06-20', 'gehaald'], ['2026-05-10', '2026-06-10', 'gehaald'], ['2026-05-09', '2026-06-09', 'te-laat']])(
    'sinds %s kan tot en met %s: %s', async (vanaf, vervaldatum, status) => {
      const { id } = await dienIn(await clientMet(EEN), TWEE, { vanaf });
      const termijnen = (await almere.termijnen('vooraankondiging')).filter(({ vooraankondigingId }) => vooraankondigingId === id);
      expect(termijnen).toMatchObject([{ bron: 'beleid', partij: 'aanbieder', start: vanaf, vervaldatum, geslotenOp: VANDAAG, status }]);
    });

  it.each([[EEN, TWEE, 'af'], [DRIE, EEN, 'op'], [TWEE, TWEE, 'op']])('van %s naar %s is geen %s', async (van, naar, richting) => {
    expect(await almere.geweigerd('/v1/vooraankondigingen', aankondiging(await clientMet(van), naar, { richting }))).toEqual(['richting']);
  });

  it('alleen op een eigen toewijzing, en een tegelijk', async () => {
    const client = await clientMet(EEN);
    expect(await almere.geweigerd('/v1/vooraankondigingen', aankondiging({ ...client, bsn: nieuweClient() }, TWEE))).toEqual(['toewijzing']);
    await dienIn(client, TWEE);
    expect((await almere.post('/v1/vooraankondigingen', aankondiging(client, TWEE))).status).toBe(409);
  });
});

describe('3 een aanbieder wisselt niet van band met een bericht', () => {
  it('een WMO315 en een WMO317 worden afgewezen met reden 7', async () => {
    const { bsn, oud } = await clientMet(EEN);
    const afgewezen = { soort: 'WMO319', antwoord: { VerzoekAntwoord: '1', RedenAfwijzingVerzoek: '7' } };
    expect(await almere.vraag(bsn, TWEE, ['2026-07-01', '2026-12-31'], WEEK)).toMatchObject(afgewezen);
    const wissel = await almere.vraagWijziging(bsn, {
      TeWijzigenProducten: [{ ToewijzingNummer: oud.toewijzingNummer, GewensteIngangsdatum: '2026-01-01', Einddatum: '2026-06-30',
        Omvang: { Volume: 7, Eenheid: '14', Frequentie: '2' } }],
      NieuweProducten: [{ Product: { Categorie: '15', Code: TWEE }, GewensteIngangsdatum: '2026-07-01', Einddatum: '2026-12-31',
        Omvang: { Volume: 7, Eenheid: '14', Frequentie: '2' } }] });
    expect(await almere.afloop(wissel)).toMatchObject(afgewezen);
    expect(await producten(bsn)).toEqual([[EEN, ...JAAR]]);
  });
});

describe('4 tot en met 8 van vooraankondiging naar toewijzing', () => {
  const EERSTE = ['evaluatie-vervroegd', 'melding-geopend'] as const;

  it.each([[EERSTE[0], EEN, DRIE], [EERSTE[1], DRIE, TWEE]] as const)('via %s van %s naar %s', async (eerste, van, naar) => {
    const client = await clientMet(van);
    const { id, stappen, historie } = await dienIn(client, naar);
    expect([stappen, historie]).toEqual([[...EERSTE, 'afwijzen'], []]);
    expect(await zet(id, eerste, { datum: '2026-06-01' })).toMatchObject({ status: eerste, stappen: ['melding-definitief', 'afwijzen'] });
    // 6: ten days after the definitive report, which is the day on which the change takes effect (5).
    expect(await zet(id, 'melding-definitief', { datum: '2026-06-05' })).toMatchObject({
      definitiefOp: '2026-06-05', termijn: { vervaldatum: '2026-06-15' }, stappen: ['verslag-ondertekend', 'afwijzen'] });
    const onderzoek = async () => (await almere.termijnen('onderzoek-tien-dagen')).find(({ vooraankondigingId }) => vooraankondigingId === id);
    expect(await onderzoek()).toMatchObject({ bron: 'beleid', partij: 'gemeente', start: '2026-06-05', status: 'open' });
    expect(await producten(client.bsn)).toEqual([[van, ...JAAR]]);
    await zet(id, 'verslag-ondertekend', { datum: '2026-06-09' });
    expect(await onderzoek()).toMatchObject({ geslotenOp: '2026-06-09', status: 'gehaald' });
    const klaar = await zet(id, 'toewijzen');
    expect(klaar).toMatchObject({ status: 'toegewezen', stappen: [] });
    expect(klaar.historie.map((regel) => [regel.stap, regel.datum])).toEqual([
      [eerste, '2026-06-01'], ['melding-definitief', '2026-06-05'], ['verslag-ondertekend', '2026-06-09'], ['toewijzen', VANDAAG]]);
    // 8: one message with both.
    const { Client } = await almere.lees('WMO301', klaar.bericht?.id ?? '');
    expect(Client.ToegewezenProducten.map(({ Product, Ingangsdatum, Einddatum, RedenWijziging }) => [
      Product?.Code, Ingangsdatum, Einddatum, RedenWijziging])).toEqual([
      [van, '2026-01-01', '2026-06-04', '08'], [naar, '2026-06-05', '2026-12-31', undefined]]);
  });

  it('een onderzoek van meer dan tien dagen is te laat', async () => {
    const { id } = await dienIn(await clientMet(EEN), TWEE);
    await zet(id, 'melding-geopend', { datum: '2026-05-20' });
    await zet(id, 'melding-definitief', { datum: '2026-05-25' });
    const status = async () => (await almere.termijnen('onderzoek-tien-dagen')).find(({ vooraankondigingId }) => vooraankondigingId === id)?.status;
    expect(await status()).toBe('verlopen');
    await zet(id, 'verslag-ondertekend');
    expect(await status()).toBe('te-laat');
  });

  it('een stap buiten de volgorde wordt geweigerd en noemt wat wel mag', async () => {
    const { id } = await dienIn(await clientMet(EEN), TWEE);
    const geweigerd = async (...namen: readonly string[]): Promise<unknown[]> => Promise.all(namen.map(async (naam) => {
      const antwoord = await stap(id, naam);
      return [antwoord.status, (await antwoord.json() as { toegestaan: string[] }).toegestaan];
    }));
    expect(await geweigerd('melding-definitief', 'verslag-ondertekend', 'toewijzen')).toEqual(Array(3).fill([409, [...EERSTE, 'afwijzen']]));
    await zet(id, 'melding-geopend');
    await zet(id, 'melding-definitief');
    expect(await geweigerd('toewijzen', 'melding-geopend')).toEqual(Array(2).fill([409, ['verslag-ondertekend', 'afwijzen']]));
  });

  it('de toegang wijst af uit elke stand, en dan verandert er niets', async () => {
    for (const eerder of [[], ['evaluatie-vervroegd'], ['melding-geopend', 'melding-definitief'], ['melding-geopend', 'melding-definitief', 'verslag-ondertekend']]) {
      const client = await clientMet(EEN);
      const { id } = await dienIn(client, TWEE);
      for (const naam of eerder) await zet(id, naam);
      expect(await zet(id, 'afwijzen')).toMatchObject({ status: 'afgewezen', stappen: [] });
      expect(await producten(client.bsn)).toEqual([[EEN, ...JAAR]]);
      expect((await almere.termijnen('onderzoek-tien-dagen')).filter(({ vooraankondigingId, status }) => vooraankondigingId === id && status === 'open'))
        .toEqual([]);
    }
  });

  it('wat niet kan worden toegewezen laat de stand zoals zij was', async () => {
    const client = await clientMet(EEN);
    const { id } = await dienIn(client, TWEE);
    for (const naam of ['melding-geopend', 'melding-definitief', 'verslag-ondertekend']) await zet(id, naam);
    const perMaand = await stap(id, 'toewijzen', { omvang: { volume: 30, eenheid: '14', frequentie: '4' } });
    expect(perMaand.status).toBe(422);
    expect((await perMaand.json() as { fouten: { regel: string }[] }).fouten.map(({ regel }) => regel)).toEqual(['verkeerde-frequentie']);
    expect(await almere.gateway.haal(`/v1/vooraankondigingen/${id}`)).toMatchObject({ status: 'verslag-ondertekend', stappen: ['toewijzen', 'afwijzen'] });
    expect(await producten(client.bsn)).toEqual([[EEN, ...JAAR]]);
  });
});

describe('9 een ingeplande evaluatie en een client beginnen hetzelfde', () => {
  it.each(['Uit de ingeplande evaluatie.', 'Op verzoek van de client.'])('%s', async (toelichting) => {
    const client = await clientMet(TWEE);
    const { id } = await dienIn(client, EEN, { vanaf: VANDAAG, toelichting });
    for (const naam of ['evaluatie-vervroegd', 'melding-definitief', 'verslag-ondertekend', 'toewijzen']) await zet(id, naam);
    expect(await almere.gateway.haal(`/v1/vooraankondigingen/${id}`)).toMatchObject({ status: 'toegewezen', toelichting });
    expect(await producten(client.bsn)).toEqual([[TWEE, '2026-01-01', '2026-06-09'], [EEN, VANDAAG, '2026-12-31']]);
  });
});
