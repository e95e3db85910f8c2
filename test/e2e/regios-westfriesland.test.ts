/**
 * Wmo in Westfriesland over HTTP, on the shipped policy file: one scenario for each rule of the questions and answers.
 *
 *  1 paid per unit, claimed by month
 *  2 allocated in total (Frequentie 6): a busy month does not bounce as long as the total fits, and the register shows what is left
 *  3 the evaluation halfway sees how it was spread over the months
 *  4 two forms of begeleiding at the same time: one decision, two allocations
 *  5 dagbesteding in dagdelen; one a week is allowed
 *  6 attachments do not travel: anything but a message of the standard is refused at the door
 *  7 huishoudelijke hulp toelage: at most 36 hours a year (the signal on what was claimed: geld.test.ts)
 *  8 arrangements of before stay valid until 1 July 2027 beside the new products, with a tariff for each year
 *  9 eight weeks from request to allocation
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schrijfBericht } from '../../src/standaard/xml/schrijven.js';
import { nieuweClient, Regio, ruimOp, startRegio, type Dagen, type Declaratieregel, type Hoeveel, type Toegewezen } from '../hulp/regio.js';
import { wmo315 } from '../hulp/voorbeelden.js';

const VANDAAG = '2027-02-10';
const HOORN = '0405';
const [BASIS, PRAKTISCH, DAGBESTEDING, HULP, TOELAGE, ARRANGEMENT] = ['02W01', '02W02', '07W01', '01W01', '01W02', '02A01'] as const;
const JAAR: Dagen = ['2026-01-01', '2026-12-31'];
const STRAKS: Dagen = ['2027-03-01', '2027-12-31'];
const uren = (aantal: number): Hoeveel => [aantal, '04', '6'];

const opruimen: (() => Promise<unknown>)[] = [];
let hoorn: Regio;
beforeAll(async () => { hoorn = new Regio((await startRegio(opruimen, VANDAAG)).gateway, HOORN, VANDAAG); });
afterAll(() => ruimOp(opruimen));

interface Client { readonly bsn: string; readonly op: Toegewezen }
async function clientMet(code: string, dagen: Dagen, omvang: Hoeveel): Promise<Client> {
  const bsn = nieuweClient();
  return { bsn, op: await hoorn.bestel(bsn, code, dagen, omvang) };
}
const regel = ({ bsn, op }: Client, maand: string, volume: number, velden: Partial<Declaratieregel> = {}): Declaratieregel => ({
  bsn, op, volume, eenheid: '04', tarief: 6200, referentie: `${op.toewijzingNummer}-${maand}`, dagen: [`2026-${maand}-01`, `2026-${maand}-${DAGEN[maand] ?? '31'}`],
  ...velden });
const DAGEN: Readonly<Record<string, string>> = { '02': '28', '04': '30' };
/** All claims are of January 2027: earlier lines may come later, an earlier claim may not. */
const declareer = (...regels: readonly Declaratieregel[]) => hoorn.declareer('2027-01', VANDAAG, ...regels);
const regels = ({ bevindingen }: { bevindingen: readonly { regel: string }[] }): string[] => bevindingen.map((een) => een.regel);
const bestelFout = (...argumenten: Parameters<Regio['bestelling']>): Promise<string[]> =>
  hoorn.geweigerd('/v1/productbestellingen', hoorn.bestelling(...argumenten));

describe('1 per eenheid, per maand', () => {
  it('het bedrag is het aantal uren maal het tarief', async () => {
    const client = await clientMet(BASIS, JAAR, uren(100));
    expect(regels(await declareer(regel(client, '01', 10, { bedrag: 62_001, referentie: 'BEDRAG' })))).toEqual(['TR346']);
    expect(regels(await declareer(regel(client, '01', 10, { tarief: 6000, referentie: 'TARIEF' })))).toEqual(['TR418']);
    expect((await declareer(regel(client, '01', 10))).status).toBe('goedgekeurd');
    expect(await hoorn.zoek(client.bsn)).toMatchObject([{ gedeclareerd: { volume: 10, bedrag: 62_000 } }]);
  });

  it('niet per vier weken', async () => {
    const client = await clientMet(BASIS, JAAR, uren(100));
    expect(regels(await declareer(regel(client, '03', 10, { dagen: ['2026-03-02', '2026-03-29'] })))).toEqual(['TR387', 'TR388']);
  });
});

describe('2 en 3 een totaal voor de hele looptijd', () => {
  it.each(['2', '4'] as const)('toewijzen met frequentie %s kan niet', async (frequentie) => {
    expect(await bestelFout(nieuweClient(), BASIS, STRAKS, [4, '04', frequentie])).toEqual(['verkeerde-frequentie']);
    expect(await hoorn.geweigerd('/v1/toewijzingen', hoorn.opdracht(nieuweClient(), [BASIS, STRAKS, [4, '04', frequentie]]))).toEqual(['verkeerde-frequentie']);
  });

  it('een drukke maand en een maand zonder uren kunnen, tot het totaal op is; wat rest en de maanden zijn te zien', async () => {
    const client = await clientMet(BASIS, JAAR, uren(120));
    const { op: { toewijzingNummer } } = client;
    const stand = async () => (await hoorn.zoek(client.bsn)).map(({ gedeclareerd, resterend }) => [gedeclareerd.volume, resterend?.volume]);
    expect(await stand()).toEqual([[0, 120]]);
    expect((await declareer(regel(client, '01', 10))).status).toBe('goedgekeurd');
    // Ten hours is what a month has on average; nothing in February, ninety in March.
    expect((await declareer(regel(client, '03', 90))).status).toBe('goedgekeurd');
    expect(await stand()).toEqual([[100, 20]]);
    expect(regels(await declareer(regel(client, '04', 21, { referentie: 'TE-VEEL' })))).toEqual(['TR322']);
    expect((await declareer(regel(client, '04', 20))).status).toBe('goedgekeurd');
    expect(await stand()).toEqual([[120, 0]]);
    interface Regel { toewijzingNummer: number; periode: { begindatum: string }; volume: number; betaalbaar: boolean }
    const betaald = (await hoorn.lijst<Regel>('betaalregels')).filter((een) => een.toewijzingNummer === toewijzingNummer);
    expect(betaald.map(({ periode, volume, betaalbaar }) => [periode.begindatum, volume, betaalbaar])).toEqual([
      ['2026-01-01', 10, true], ['2026-03-01', 90, true], ['2026-04-01', 20, true]]);
  });

  it('de productie per maand laat de drukte zien', async () => {
    const client = await clientMet(HULP, JAAR, uren(50));
    await declareer(regel(client, '05', 5, { tarief: 3500 }), regel(client, '07', 40, { tarief: 3500 }));
    const { items } = await hoorn.gateway.haal<{ items: { maand: string; product: { code: string }; volume: number }[] }>(
      `/v1/productie?gemeente=${HOORN}&per=product,maand`);
    expect(items.filter(({ product }) => product.code === HULP).map(({ maand, volume }) => [maand, volume])).toEqual([['2026-05', 5], ['2026-07', 40]]);
  });
});

describe('4 twee vormen van begeleiding', () => {
  it('gaan in een WMO301 uit als twee toewijzingen, en worden over dezelfde maand betaald', async () => {
    const bsn = nieuweClient();
    const { bericht, toewijzingen: [basis, praktisch] } = await hoorn.wijsToe(bsn, [BASIS, JAAR, uren(100)], [PRAKTISCH, JAAR, uren(50)]);
    const { Client } = await hoorn.lees('WMO301', bericht.id);
    expect(Client.ToegewezenProducten.map(({ Product, Ingangsdatum, Einddatum }) => [Product?.Code, Ingangsdatum, Einddatum]))
      .toEqual([[BASIS, ...JAAR], [PRAKTISCH, ...JAAR]]);
    const declaratie = await declareer(regel({ bsn, op: basis as Toegewezen }, '08', 8), regel({ bsn, op: praktisch as Toegewezen }, '08', 4, { tarief: 5200 }));
    expect(declaratie.status).toBe('goedgekeurd');
    const nummers = [basis, praktisch].map((een) => `${een?.toewijzingNummer}-08`);
    expect(Object.values(await hoorn.betaalregels(...nummers)).map(({ betaalbaar }) => betaalbaar)).toEqual([true, true]);
  });
});

describe('5 dagbesteding', () => {
  it('in dagdelen, ook een per week; niet in uren', async () => {
    expect((await clientMet(DAGBESTEDING, STRAKS, [1, '16', '2'])).op.product.code).toBe(DAGBESTEDING);
    expect(await bestelFout(nieuweClient(), DAGBESTEDING, STRAKS, [4, '04', '2'])).toEqual(['verkeerde-eenheid']);
  });
});

describe('6 geen bijlagen', () => {
  const bericht = new TextDecoder().decode(schrijfBericht('WMO315', wmo315));
  const met = (type: string, inhoud: string): Promise<Response> => hoorn.gateway.post(inhoud, { 'Content-Type': type });
  it.each<[string, string, string, number, string]>([
    ['een pdf', 'application/pdf', '%PDF-1.7', 415, 'mediatype-niet-ondersteund'],
    ['een bericht met bijlage', 'multipart/form-data; boundary=x', `--x\r\n\r\n${bericht}\r\n--x--\r\n`, 415, 'mediatype-niet-ondersteund'],
    ['een formulier', 'application/xml', '<Normenkader xmlns="urn:voorbeeld"/>', 422, 'berichtsoort-onbekend'],
    ['een bericht met een element erbij', 'application/xml', bericht.replace(/(<\/[^>]*Client>)/, '<Bijlage>JVBERi0=</Bijlage>$1'), 422, 'xsd-ongeldig'],
  ])('%s wordt aan de deur geweigerd', async (_naam, type, inhoud, status, code) => {
    const antwoord = await met(type, inhoud);
    expect(antwoord.status).toBe(status);
    expect(await antwoord.json()).toMatchObject({ code });
  });

  it('het bericht zelf niet', async () => {
    expect((await met('application/xml', bericht)).status).toBe(202);
  });
});

describe('7 huishoudelijke hulp toelage', () => {
  it('hoogstens 36 uur per jaar, van alle toewijzingen samen', async () => {
    expect(await bestelFout(nieuweClient(), TOELAGE, STRAKS, uren(37))).toEqual(['hht-zesendertig-uur']);
    const { bsn } = await clientMet(TOELAGE, ['2027-03-01', '2027-06-30'], uren(30));
    expect(await bestelFout(bsn, TOELAGE, ['2027-07-01', '2027-12-31'], uren(7))).toEqual(['hht-zesendertig-uur']);
    await hoorn.bestel(bsn, TOELAGE, ['2027-07-01', '2027-12-31'], uren(6));
    expect((await hoorn.bestel(bsn, TOELAGE, ['2028-01-01', '2028-12-31'], uren(36))).product.code).toBe(TOELAGE);
  });

  it('een aanbieder die meer vraagt wordt afgewezen met reden 7, anders volgt onderzoek', async () => {
    const { bsn } = await clientMet(BASIS, STRAKS, uren(10));
    expect(await hoorn.vraag(bsn, TOELAGE, STRAKS, uren(37))).toMatchObject({ soort: 'WMO319', antwoord: { VerzoekAntwoord: '1', RedenAfwijzingVerzoek: '7' } });
    expect(await hoorn.vraag(bsn, TOELAGE, STRAKS, uren(36))).toMatchObject({ soort: 'WMO319', antwoord: { VerzoekAntwoord: '2' } });
  });
});

describe('8 arrangementen van voor 1 juli 2025', () => {
  const STUKS: Hoeveel = [1, '82', '4'];
  it('gelden tot 1 juli 2027, naast de nieuwe producten', async () => {
    const { bsn } = await clientMet(BASIS, STRAKS, uren(10));
    expect(await bestelFout(bsn, ARRANGEMENT, ['2027-03-01', '2027-07-01'], STUKS)).toEqual(['product-niet-geldig']);
    await hoorn.bestel(bsn, ARRANGEMENT, ['2027-03-01', '2027-06-30'], STUKS);
    expect((await hoorn.zoek(bsn)).map(({ product }) => product.code)).toEqual([BASIS, ARRANGEMENT]);
  });

  it('met elk jaar op 1 januari een nieuw tarief', async () => {
    const bsn = nieuweClient();
    const client = { bsn, op: await hoorn.toewijzingsbericht(bsn, 900_001, ARRANGEMENT, ['2025-01-01', '2027-06-30'], '2024-12-16', STUKS) };
    const MAANDEN: [Declaratieregel['dagen'], number, number][] = [
      [['2025-12-01', '2025-12-31'], 40_000, 41_600], [['2026-01-01', '2026-01-31'], 41_600, 40_000], [['2027-01-01', '2027-01-31'], 43_000, 41_600]];
    for (const [dagen, tarief, ander] of MAANDEN) {
      const maand = (velden: Partial<Declaratieregel>) => regel(client, '', 1, { eenheid: '82', ...velden, ...(dagen === undefined ? {} : { dagen }) });
      expect(regels(await declareer(maand({ tarief: ander, referentie: `FOUT-${dagen?.[0]}` })))).toEqual(['TR418']);
      expect((await declareer(maand({ tarief, referentie: `GOED-${dagen?.[0]}` }))).status).toBe('goedgekeurd');
    }
  });
});

describe('9 acht weken van aanvraag tot toewijzing', () => {
  it('de aanvraag gaat in onderzoek, en de toewijzing sluit de termijn', async () => {
    const { bsn } = await clientMet(BASIS, STRAKS, uren(10));
    const referentie = await hoorn.vraagAan(bsn, PRAKTISCH, STRAKS, uren(20));
    const afloop = await hoorn.afloop(referentie);
    expect(afloop).toMatchObject({ soort: 'WMO319', antwoord: { VerzoekAntwoord: '2' } });
    const termijn = async () => (await hoorn.termijnen('besluit-op-aanvraag')).find(({ referentieAanbieder }) => referentieAanbieder === referentie);
    expect(await termijn()).toMatchObject({ bron: 'beleid', partij: 'gemeente', start: VANDAAG, vervaldatum: '2027-04-07', status: 'open' });
    expect((await hoorn.besluit(afloop.id, { besluit: 'toewijzen' })).status).toBe(200);
    expect(await termijn()).toMatchObject({ geslotenOp: VANDAAG, status: 'gehaald' });
    expect((await hoorn.laatste('WMO301')).Client.ToegewezenProducten.map(({ Product, ReferentieAanbieder }) => [Product?.Code, ReferentieAanbieder]))
      .toEqual([[BASIS, undefined], [PRAKTISCH, referentie]]);
  });
});
