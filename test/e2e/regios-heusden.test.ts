/**
 * Ten steps in Heusden over HTTP, on the shipped policy file: one scenario for each rule of the document.
 *
 *  1 a WMO302 within three days of the WMO301, a WMO306 within three days of the WMO305, a WMO325 within ten working days of the WMO323
 *  2 a WMO305 within five working days of the start
 *  3 claims monthly, and within three months after the month
 *  4 a WMO307 also for a pause of more than a month
 *  5 an extension is asked for eight weeks before the end, and the access team decides on it
 *  6 no payment without a start message: no return code, but a payment that is held up with its reason
 *  7 only correct lines are paid
 *  8 the start feeds the signal for the client contribution and the waiting list
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Berichten } from '../../src/standaard/berichten/gegenereerd/index.js';
import { schrijfBericht } from '../../src/standaard/xml/schrijven.js';
import { nieuweClient, Regio, ruimOp, startRegio, type Dagen, type Declaratieregel, type Hoeveel, type Termijn, type Toegewezen } from '../hulp/regio.js';
import { wmo301, wmo305, wmo323 } from '../hulp/voorbeelden.js';

const VANDAAG = '2026-06-10';
const HEUSDEN = '0797';
const ONDERSTEUNING = '02F01';
const JAAR: Dagen = ['2026-01-01', '2026-12-31'];
const UREN: Hoeveel = [10, '04', '2'];

const opruimen: (() => Promise<unknown>)[] = [];
let heusden: Regio;
beforeAll(async () => { heusden = new Regio((await startRegio(opruimen, VANDAAG)).gateway, HEUSDEN, VANDAAG); });
afterAll(() => ruimOp(opruimen));

interface Client { readonly bsn: string; readonly op: Toegewezen }
let nummer = 800_000;
/** A client whose allocation was sent before it began. */
async function clientSinds(dagen: Dagen): Promise<Client> {
  const bsn = nieuweClient();
  return { bsn, op: await heusden.toewijzingsbericht(bsn, ++nummer, ONDERSTEUNING, dagen, '2025-12-15') };
}
const regel = ({ bsn, op }: Client, referentie: string, velden: Partial<Declaratieregel> = {}): Declaratieregel =>
  ({ bsn, op, volume: 10, eenheid: '04', tarief: 6000, referentie, ...velden });
const termijn = async (soort: string, { op }: Client) =>
  (await heusden.termijnen(soort)).filter(({ toewijzingNummer }) => toewijzingNummer === op.toewijzingNummer);

describe('1 retourberichten', () => {
  it('volgen op de dag zelf, dus binnen drie dagen en tien werkdagen; er blijft geen termijn open', async () => {
    const bsn = nieuweClient();
    const { bericht, toewijzingen: [op] } = await heusden.wijsToe(bsn, [ONDERSTEUNING, JAAR, UREN]);
    const client: Client = { bsn, op: op as Toegewezen };
    const start = await heusden.start(bsn, client.op, '2026-01-05');
    const declaratie = await heusden.declareer('2026-01', VANDAAG, regel(client, 'RETOUR'));
    const dagen = [
      (await heusden.gateway.antwoord(bericht, 'WMO302')).Header.DagtekeningRetour,
      (await heusden.gateway.antwoord(start, 'WMO306')).Header.DagtekeningRetour,
      (await heusden.gateway.antwoord(declaratie, 'WMO325')).Header.BerichtIdentificatie.Dagtekening];
    expect(dagen).toEqual([VANDAAG, VANDAAG, VANDAAG]);
    for (const soort of ['retour-op-toewijzing', 'retour-op-start', 'declaratieantwoord', 'retourbericht', 'declaratie-antwoord']) {
      expect(await heusden.termijnen(soort)).toEqual([]);
    }
  });
});

describe('2 een startbericht binnen vijf werkdagen', () => {
  // Friday 24 April; King's Day (27 April) and Liberation Day (5 May) are no working days.
  it.each([['2026-05-04', 'gehaald'], ['2026-05-06', 'te-laat']])('begonnen op 24 april, verstuurd op %s: %s', async (verstuurd, status) => {
    const client = await clientSinds(JAAR);
    await heusden.start(client.bsn, client.op, '2026-04-24', verstuurd);
    expect(await termijn('startbericht', client)).toMatchObject([{ partij: 'aanbieder', start: '2026-04-24', vervaldatum: '2026-05-04', geslotenOp: verstuurd, status }]);
  });
});

describe('3 declareren', () => {
  it('per hele maand', async () => {
    const client = await clientSinds(JAAR);
    const tweeMaanden = await heusden.declareer('2026-03', '2026-05-04', regel(client, 'TWEE', { dagen: ['2026-02-01', '2026-03-31'] }));
    expect(tweeMaanden.bevindingen.map(({ regel: naam }) => naam)).toEqual(['CS337']);
    const vierWeken = await heusden.declareer('2026-03', '2026-05-04', regel(client, 'WEKEN', { dagen: ['2026-03-02', '2026-03-29'] }));
    expect(vierWeken.bevindingen.map(({ regel: naam }) => naam)).toEqual(['TR387', 'TR388']);
  });

  it('uiterlijk drie maanden na de maand; wat later komt wordt niet afgekeurd maar niet betaald', async () => {
    const client = await clientSinds(JAAR);
    await heusden.start(client.bsn, client.op, '2026-01-05');
    const bericht = await heusden.declareer('2026-05', '2026-05-31',
      regel(client, 'JAN', { dagen: ['2026-01-01', '2026-01-31'] }), regel(client, 'FEB', { dagen: ['2026-02-01', '2026-02-28'] }));
    expect(bericht.status).toBe('goedgekeurd');
    const gemeten = (await heusden.termijnen('declareren')).filter(({ berichtId }) => berichtId === bericht.id);
    expect(gemeten.map(({ start, vervaldatum, status }) => [start, vervaldatum, status])).toEqual([
      ['2026-01-31', '2026-04-30', 'te-laat'], ['2026-02-28', '2026-05-31', 'gehaald']]);
    expect(await heusden.betaalregels('JAN', 'FEB')).toMatchObject({
      JAN: { betaalbaar: false, regels: ['betalen-na-start-en-op-tijd'], reden: expect.stringMatching(/later ingediend/) as string }, FEB: { betaalbaar: true } });
  });
});

describe('4 een stopbericht, ook bij een pauze', () => {
  it.each([['2026-04-30', 'gehaald'], ['2026-05-01', 'te-laat']])('gestopt sinds 31 maart, bericht van %s: %s', async (verstuurd, status) => {
    const client = await clientSinds(JAAR);
    await heusden.start(client.bsn, client.op, '2026-01-05', '2026-01-07');
    await heusden.stop(client.bsn, client.op, '2026-01-05', '2026-03-31', '20', verstuurd);
    expect(await termijn('stopbericht-bij-pauze', client)).toMatchObject([{ bron: 'beleid', partij: 'aanbieder', start: '2026-03-31', vervaldatum: '2026-04-30', status }]);
  });

  it('een pauze is geen einde: de eigen bijdrage loopt door, en de client wacht niet', async () => {
    const client = await clientSinds(JAAR);
    await heusden.start(client.bsn, client.op, '2026-01-05', '2026-01-07');
    await heusden.stop(client.bsn, client.op, '2026-01-05', '2026-03-31', '20', '2026-04-07');
    const bijdrage = async () => (await heusden.lijst<{ toewijzingNummer: number }>('eigen-bijdrage', '&vanaf=2020-01-01'))
      .find(({ toewijzingNummer }) => toewijzingNummer === client.op.toewijzingNummer);
    expect(await bijdrage()).toMatchObject({ startdatum: '2026-01-05', tijdelijkeStops: [{ stopdatum: '2026-03-31' }] });
    expect(await bijdrage()).not.toHaveProperty('stopdatum');
    const wachtlijst = await heusden.lijst<{ toewijzingNummer: number }>('wachtlijst');
    expect(wachtlijst.map(({ toewijzingNummer }) => toewijzingNummer)).not.toContain(client.op.toewijzingNummer);
  });

  it('een definitieve stop is geen pauze', async () => {
    const client = await clientSinds(JAAR);
    await heusden.start(client.bsn, client.op, '2026-01-05', '2026-01-07');
    await heusden.stop(client.bsn, client.op, '2026-01-05', '2026-03-31', '19', '2026-04-07');
    expect(await termijn('stopbericht', client)).toHaveLength(1);
    expect(await termijn('stopbericht-bij-pauze', client)).toEqual([]);
  });
});

describe('5 verlengen', () => {
  it.each([['2026-08-05', '2026-06-10', 'gehaald'], ['2026-08-04', '2026-06-09', 'te-laat']])(
    'een vervolg op wat eindigt op %s kan tot en met %s: %s', async (einde, vervaldatum, status) => {
      const client = await clientSinds(['2026-01-01', einde]);
      const afloop = await heusden.afloop(await heusden.vraagWijziging(client.bsn, { TeWijzigenProducten: [{
        ToewijzingNummer: client.op.toewijzingNummer, GewensteIngangsdatum: '2026-01-01', Einddatum: '2026-12-31',
        Omvang: { Volume: 4, Eenheid: '04', Frequentie: '2' } }] }));
      expect(await termijn('verlenging-aanvragen', client)).toMatchObject([{ bron: 'beleid', start: einde, vervaldatum, geslotenOp: VANDAAG, status }]);
      // The access team agrees, or not.
      expect(afloop).toMatchObject({ soort: 'wacht', wachtOp: [expect.stringMatching(/medewerker/)] });
      expect((await heusden.besluit(afloop.id, { besluit: 'toewijzen' })).status).toBe(200);
      expect(await heusden.zoek(client.bsn)).toMatchObject([{ toewijzingNummer: client.op.toewijzingNummer, einddatum: '2026-12-31' }]);
    });

  it('ook met een WMO315 dat op de toewijzing aansluit', async () => {
    const client = await clientSinds(['2026-01-01', '2026-08-31']);
    const afloop = await heusden.vraag(client.bsn, ONDERSTEUNING, ['2026-09-01', '2026-12-31'], UREN);
    expect(await termijn('verlenging-aanvragen', client)).toMatchObject([{ start: '2026-08-31', vervaldatum: '2026-07-06', status: 'gehaald' }]);
    expect((await heusden.besluit(afloop.id, { besluit: 'afwijzen', redenAfwijzing: '7' })).status).toBe(200);
    expect((await heusden.laatste('WMO319')).Antwoord).toMatchObject({ VerzoekAntwoord: '1', RedenAfwijzingVerzoek: '7' });
  });
});

describe('6 en 7 betalen', () => {
  it('zonder startbericht goedgekeurd maar niet betaald, met de reden; na de start wel', async () => {
    const client = await clientSinds(JAAR);
    const bericht = await heusden.declareer('2026-05', '2026-06-02', regel(client, 'NIET-GESTART'));
    expect([bericht.status, bericht.bevindingen]).toEqual(['goedgekeurd', []]);
    expect(await heusden.betaalregels('NIET-GESTART')).toMatchObject({ 'NIET-GESTART': {
      betaalbaar: false, regels: ['betalen-na-start-en-op-tijd'], reden: expect.stringMatching(/WMO305/) as string } });
    await heusden.start(client.bsn, client.op, '2026-05-04');
    expect((await heusden.betaalregels('NIET-GESTART'))['NIET-GESTART']).toMatchObject({ betaalbaar: true });
  });

  it('alleen de regels die kloppen', async () => {
    const [goed, fout] = [await clientSinds(JAAR), await clientSinds(JAAR)];
    for (const { bsn, op } of [goed, fout]) await heusden.start(bsn, op, '2026-01-05');
    const bericht = await heusden.declareer('2026-05', '2026-06-03', regel(goed, 'KLOPT'), regel(fout, 'KLOPT-NIET', { tarief: 6001 }));
    expect(bericht.status).toBe('deels-goedgekeurd');
    const { DeclaratieAntwoord } = await heusden.gateway.antwoord(bericht, 'WMO325');
    expect(DeclaratieAntwoord?.TotaalToegekendBedrag.TotaalBedrag).toBe(60_000);
    expect(await heusden.betaalregels('KLOPT', 'KLOPT-NIET')).toEqual({ KLOPT: expect.objectContaining({ betaalbaar: true }) as unknown });
  });
});

describe('8 de start', () => {
  it('begint de eigen bijdrage en haalt de client van de wachtlijst', async () => {
    const client = await clientSinds(['2026-05-01', '2026-12-31']);
    const staatOp = async (lijst: 'wachtlijst' | 'eigen-bijdrage', vraag = ''): Promise<unknown> =>
      (await heusden.lijst<{ toewijzingNummer: number }>(lijst, vraag)).find(({ toewijzingNummer }) => toewijzingNummer === client.op.toewijzingNummer);
    expect(await staatOp('wachtlijst')).toMatchObject({ dagenGewacht: 40 });
    expect(await staatOp('eigen-bijdrage', '&vanaf=2020-01-01')).toBeUndefined();
    await heusden.start(client.bsn, client.op, '2026-06-08');
    expect(await staatOp('wachtlijst')).toBeUndefined();
    expect(await staatOp('eigen-bijdrage', '&vanaf=2020-01-01')).toMatchObject({ bsn: client.bsn, startdatum: '2026-06-08' });
  });
});

describe('1 retourberichten van wie met eigen software antwoordt', () => {
  /** Hands a message over to a party that answers itself; gives the terms that it opened. */
  async function stuurDoor<B extends 'WMO301' | 'WMO305' | 'WMO323'>(partij: string, soort: B, { Header, ...inhoud }: Berichten[B]): Promise<unknown[]> {
    const extern = async (aan: boolean): Promise<void> => {
      const antwoord = await fetch(`${heusden.gateway.adres}/v1/partijen/${partij}`, {
        method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ extern: aan }) });
      expect(antwoord.status).toBe(200);
    };
    await extern(true);
    const [Afzender, Ontvanger] = soort === 'WMO301' ? [HEUSDEN, heusden.aanbieder] : [heusden.aanbieder, HEUSDEN];
    const antwoord = await heusden.gateway.post(schrijfBericht(soort, { Header: { ...Header, Afzender, Ontvanger }, ...inhoud } as Berichten[B]));
    const { id } = await antwoord.json() as { id: string };
    const termijnen = async () => (await heusden.gateway.haal<{ items: Termijn[] }>(`/v1/termijnen?gemeente=${HEUSDEN}&limiet=200`)).items
      .filter(({ berichtId }) => berichtId === id);
    await expect.poll(async () => (await termijnen()).length, { timeout: 15_000 }).toBeGreaterThan(0);
    await extern(false);
    return (await termijnen()).map(({ soort: naam, bron, partij: wie, vervaldatum, status }) => [naam, bron, wie, vervaldatum, status]);
  }

  it('op een toewijzing: drie dagen voor Heusden, naast de drie werkdagen van de standaard', async () => {
    expect(await stuurDoor(heusden.aanbieder, 'WMO301', wmo301)).toEqual([
      ['retour-op-toewijzing', 'beleid', 'aanbieder', '2026-06-13', 'open'], ['retourbericht', 'OP090', 'aanbieder', '2026-06-15', 'open']]);
  });

  it('op een start: drie dagen voor Heusden, naast de drie werkdagen van de standaard', async () => {
    expect(await stuurDoor(HEUSDEN, 'WMO305', wmo305)).toEqual([
      ['retour-op-start', 'beleid', 'gemeente', '2026-06-13', 'open'], ['retourbericht', 'OP090', 'gemeente', '2026-06-15', 'open']]);
  });

  it('op een declaratie: tien werkdagen, die zo ook in de standaard staan', async () => {
    expect(await stuurDoor(HEUSDEN, 'WMO323', wmo323)).toEqual([['declaratie-antwoord', 'OP090x4', 'gemeente', '2026-06-24', 'open']]);
  });
});
