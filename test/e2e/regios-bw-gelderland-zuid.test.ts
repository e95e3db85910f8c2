/**
 * Beschermd Wonen in Gelderland-Zuid over HTTP, on the shipped policy file: one scenario for each rule of the document.
 *
 *  1 the access team picks product and aanbieder and orders; the back office in Nijmegen sends the WMO301; an aanbieder cannot ask for it
 *  2 without a choice the lightest product of the group is allocated
 *  3 the aanbieder starts within a month, else the waiting list and the term show it
 *  4 dagbesteding: by WMO315, confirmed by a WMO301; at most five dagdelen a week; only beside Beschermd Wonen; more only by the access team;
 *    another aanbieder than the one that houses the client may ask too
 *  5 wachtzorg: by WMO315, beside intramuraal or Trainingshuis that was allocated and did not start
 *  6 toeslag wakende wacht: by WMO315, only beside intramuraal middel or zwaar, for the same period
 *  7 afwezigheidsdag: by WMO315, in place of Beschermd Wonen, never claimed for the same days; sixty days a calendar year, more is investigated
 *  8 meerzorg: only by the access team, only beside wachtzorg, Beschermd Thuis zwaar, Trainingshuis middel or Beschermd Wonen zwaar
 *  9 vervoer bij dagbesteding: only by the access team
 * 10 scaling up between groups only by the access team, scaling down without it
 * 11 whether an aanbieder scales within a group by WMO315 is a switch, off as shipped
 * 12 a product moves to the access team by changing one line
 * 13 the client contribution begins on the start date of the WMO305 and stops on the end date of the WMO307
 * 14 a change in the past on which claims were approved waits until those are credited
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nieuweClient, Regio, ruimOp, startRegio, type Afloop, type Dagen, type Hoeveel, type Regiodienst, type Toegewezen } from '../hulp/regio.js';
import { startServer } from '../hulp/server.js';

const VANDAAG = '2026-06-10';
const NIJMEGEN = '0268';
const ALLEEN_DAGBESTEDING = '65656056';
const BT = { licht: '15N02', middel: '15F03', zwaar: '15F04' } as const;
const TH = { licht: '15N14', middel: '15F15' } as const;
const BW = { licht: '15N11', middel: '15F12', zwaar: '15F13' } as const;
const [DAGBESTEDING, VERVOER, WACHTZORG, MEERZORG, WAKENDE_WACHT, AFWEZIG] = ['07F01', '08F01', '15F20', '15F21', '15F22', '15F23'] as const;
const JAAR: Dagen = ['2026-01-01', '2026-12-31'];
const STRAKS: Dagen = ['2026-07-01', '2026-12-31'];
const WEEK: Hoeveel = [7, '14', '2'];
const dagdelen = (aantal: number): Hoeveel => [aantal, '16', '2'];
const etmalen = (aantal: number): Hoeveel => [aantal, '14', '6'];

const opruimen: (() => Promise<unknown>)[] = [];
let dienst: Regiodienst;
let nijmegen: Regio;
beforeAll(async () => {
  dienst = await startRegio(opruimen, VANDAAG, startServer);
  nijmegen = new Regio(dienst.gateway, NIJMEGEN, VANDAAG);
});
afterAll(() => ruimOp(opruimen));

/** A client who has these products, ordered by the access team for the whole year. */
async function clientMet(...codes: readonly string[]): Promise<{ bsn: string; wonen: Toegewezen }> {
  const bsn = nieuweClient();
  let wonen: Toegewezen | undefined;
  for (const code of codes) wonen = await nijmegen.bestel(bsn, code, JAAR, WEEK);
  return { bsn, wonen: wonen as Toegewezen };
}
const afgewezen = (RedenAfwijzingVerzoek: string) => ({ soort: 'WMO319', antwoord: { VerzoekAntwoord: '1', RedenAfwijzingVerzoek } });
const IN_ONDERZOEK = { soort: 'WMO319', antwoord: { VerzoekAntwoord: '2' } };
const TOEGEWEZEN = { soort: 'WMO301' };
/** The products of the WMO301, each with its days. */
const producten = (afloop: Afloop): unknown[] => (afloop.soort !== 'WMO301' ? [afloop.soort]
  : afloop.producten.map(({ Product, Ingangsdatum, Einddatum }) => [Product?.Code, Ingangsdatum, Einddatum]));

describe('1 de toegang kiest product en aanbieder', () => {
  it('haar bestelling wordt een WMO301 van Nijmegen aan die aanbieder', async () => {
    const bestelling = nijmegen.bestelling(nieuweClient(), BW.licht, STRAKS, WEEK);
    const { bericht } = await nijmegen.goed<{ bericht: unknown }>('/v1/productbestellingen', bestelling, 201);
    expect(bericht).toMatchObject({ berichtsoort: 'WMO301', afzender: NIJMEGEN, ontvanger: nijmegen.aanbieder, status: 'goedgekeurd' });
  });

  it.each([BT.licht, TH.licht, BW.licht])('een aanbieder die zelf %s vraagt wordt afgewezen met reden 7', async (code) => {
    expect(await nijmegen.vraag(nieuweClient(), code, STRAKS, WEEK)).toMatchObject(afgewezen('7'));
  });

  it('een aanbieder zonder contract voor het product krijgt het niet, en er wordt niets opgeslagen', async () => {
    const bsn = nieuweClient();
    const ander = nijmegen.met(ALLEEN_DAGBESTEDING);
    expect(await ander.geweigerd('/v1/productbestellingen', ander.bestelling(bsn, BW.licht, STRAKS, WEEK))).toEqual(['product-niet-in-contract']);
    expect(await ander.zoek(bsn)).toEqual([]);
  });
});

describe('2 zonder keuze het lichtste product van de groep', () => {
  const perGroep = (groep: string, van: string): Record<string, unknown> => {
    const { product: _product, ...rest } = nijmegen.bestelling(nieuweClient(), '', [van, '2026-12-31'], WEEK);
    return { ...rest, groep };
  };
  it.each([['beschermd-thuis', BT.licht], ['trainingshuis', TH.licht], ['bw-intramuraal', BW.licht]])('%s wordt %s', async (groep, code) => {
    const { toewijzingen } = await nijmegen.goed<{ toewijzingen: Toegewezen[] }>('/v1/productbestellingen', perGroep(groep, '2026-07-01'), 201);
    expect(toewijzingen.map(({ product }) => product)).toEqual([{ categorie: '15', code }]);
  });

  it('een groep die er niet is, of toen geen product had, en beide of geen van beide', async () => {
    for (const body of [perGroep('onbekend', '2026-07-01'), perGroep('bw-intramuraal', '2024-12-31')]) {
      expect(await nijmegen.geweigerd('/v1/productbestellingen', body)).toEqual(['onbekende-groep']);
    }
    const { groep: _groep, ...geen } = perGroep('bw-intramuraal', '2026-07-01');
    for (const body of [geen, { ...geen, groep: 'bw-intramuraal', product: { categorie: '15', code: BW.zwaar } }]) {
      expect((await nijmegen.post('/v1/productbestellingen', body)).status).toBe(400);
    }
  });
});

describe('3 starten binnen een maand', () => {
  const termijn = async ({ toewijzingNummer }: { toewijzingNummer: number }) =>
    (await nijmegen.termijnen('start-binnen-een-maand')).find((een) => een.toewijzingNummer === toewijzingNummer);
  const wachtend = async ({ toewijzingNummer }: { toewijzingNummer: number }) =>
    (await nijmegen.lijst<{ toewijzingNummer: number; dagenGewacht: number }>('wachtlijst', '&limiet=200'))
      .find((een) => een.toewijzingNummer === toewijzingNummer);

  it('wie nog niet is gestart staat op de wachtlijst, en de start sluit de termijn', async () => {
    const { bsn, wonen } = await clientMet(BW.licht);
    expect(await termijn(wonen)).toMatchObject({ partij: 'aanbieder', start: VANDAAG, vervaldatum: '2026-07-10', status: 'open' });
    expect(await wachtend(wonen)).toMatchObject({ dagenGewacht: 0 });
    await nijmegen.start(bsn, wonen, '2026-06-08');
    expect(await termijn(wonen)).toMatchObject({ geslotenOp: '2026-06-08', status: 'gehaald' });
    expect(await wachtend(wonen)).toBeUndefined();
  });

  it('na een maand is de termijn verlopen, en telt de wachtlijst door', async () => {
    const oud = { toewijzingNummer: 900_001 };
    await nijmegen.toewijzingsbericht(nieuweClient(), oud.toewijzingNummer, BW.licht, ['2026-04-20', '2026-12-31'], '2026-05-01');
    expect(await termijn(oud)).toMatchObject({ start: '2026-05-01', vervaldatum: '2026-06-01', status: 'verlopen' });
    expect(await wachtend(oud)).toMatchObject({ dagenGewacht: 40 });
  });
});

describe('4 dagbesteding', () => {
  it.each([BT.licht, TH.licht, BW.licht])('vijf dagdelen per week naast %s, bevestigd met een WMO301', async (wonen) => {
    const { bsn } = await clientMet(wonen);
    const afloop = await nijmegen.vraag(bsn, DAGBESTEDING, STRAKS, dagdelen(5));
    expect(producten(afloop)).toEqual([[wonen, ...JAAR], [DAGBESTEDING, ...STRAKS]]);
  });

  it('een zesde dagdeel wordt afgewezen, ook als het een tweede aanvraag is', async () => {
    const { bsn } = await clientMet(BW.licht);
    expect(await nijmegen.vraag(bsn, DAGBESTEDING, STRAKS, dagdelen(6))).toMatchObject(afgewezen('7'));
    expect(await nijmegen.vraag(bsn, DAGBESTEDING, STRAKS, dagdelen(3))).toMatchObject(TOEGEWEZEN);
    const ander = nijmegen.met(ALLEEN_DAGBESTEDING);
    expect(await ander.vraag(bsn, DAGBESTEDING, STRAKS, dagdelen(3))).toMatchObject(afgewezen('7'));
    expect(await ander.vraag(bsn, DAGBESTEDING, STRAKS, dagdelen(2))).toMatchObject(TOEGEWEZEN);
  });

  it('zonder Beschermd Wonen wordt het afgewezen', async () => {
    expect(await nijmegen.vraag(nieuweClient(), DAGBESTEDING, STRAKS, dagdelen(5))).toMatchObject(afgewezen('7'));
    const bsn = nieuweClient();
    await nijmegen.bestel(bsn, BW.licht, ['2026-01-01', '2026-06-30'], WEEK);
    expect(await nijmegen.vraag(bsn, DAGBESTEDING, STRAKS, dagdelen(5))).toMatchObject(afgewezen('7'));
  });

  it('meer kan alleen de toegang toekennen, en ook zij niet zonder Beschermd Wonen', async () => {
    const { bsn } = await clientMet(BW.licht);
    expect((await nijmegen.bestel(bsn, DAGBESTEDING, STRAKS, dagdelen(8))).product.code).toBe(DAGBESTEDING);
    const bestelling = nijmegen.bestelling(nieuweClient(), DAGBESTEDING, STRAKS, dagdelen(8));
    expect(await nijmegen.geweigerd('/v1/productbestellingen', bestelling)).toEqual(['dagbesteding-bij-wonen']);
  });

  it('ook een andere aanbieder dan die waar de client woont vraagt het, zonder dat iemand gegevens overtikt', async () => {
    const bsn = nieuweClient();
    const { client, ...bestelling } = nijmegen.bestelling(bsn, BW.middel, JAAR, WEEK);
    await nijmegen.goed('/v1/productbestellingen', { ...bestelling, client: { ...client as object, Commentaar: 'Alleen voor het wonen.' } }, 201);
    const ander = nijmegen.met(ALLEEN_DAGBESTEDING);
    expect(producten(await ander.vraag(bsn, DAGBESTEDING, STRAKS, dagdelen(5)))).toEqual([[DAGBESTEDING, ...STRAKS]]);
    const { Client } = await ander.laatste('WMO301');
    expect(Client).toMatchObject({ Bsn: bsn, Naam: { Geslachtsnaam: { Achternaam: 'Vos' } } });
    expect(Client.Commentaar).toBeUndefined();
  });
});

describe('5 wachtzorg', () => {
  it.each([TH.licht, BW.middel])('naast %s dat nog niet is gestart, daarna niet meer', async (code) => {
    const { bsn, wonen } = await clientMet(code);
    expect(producten(await nijmegen.vraag(bsn, WACHTZORG, STRAKS, WEEK))).toContainEqual([WACHTZORG, ...STRAKS]);
    const gestart = await clientMet(code);
    await nijmegen.start(gestart.bsn, gestart.wonen, '2026-06-08');
    expect(await nijmegen.vraag(gestart.bsn, WACHTZORG, STRAKS, WEEK)).toMatchObject(afgewezen('7'));
    expect(wonen.product.code).toBe(code);
  });

  it('niet naast Beschermd Thuis', async () => {
    const { bsn } = await clientMet(BT.zwaar);
    expect(await nijmegen.vraag(bsn, WACHTZORG, STRAKS, WEEK)).toMatchObject(afgewezen('7'));
  });
});

describe('6 toeslag wakende wacht', () => {
  it.each([BW.middel, BW.zwaar])('naast %s, voor dezelfde periode en geen dag langer', async (code) => {
    const { bsn } = await clientMet(code);
    expect(await nijmegen.vraag(bsn, WAKENDE_WACHT, ['2026-07-01', '2027-01-01'], WEEK)).toMatchObject(afgewezen('7'));
    expect(producten(await nijmegen.vraag(bsn, WAKENDE_WACHT, STRAKS, WEEK))).toEqual([[code, ...JAAR], [WAKENDE_WACHT, ...STRAKS]]);
  });

  it.each([BW.licht, TH.middel, BT.zwaar])('niet naast %s', async (code) => {
    const { bsn } = await clientMet(code);
    expect(await nijmegen.vraag(bsn, WAKENDE_WACHT, STRAKS, WEEK)).toMatchObject(afgewezen('7'));
  });
});

describe('7 afwezigheidsdag', () => {
  it.each(Object.values(BW))('wordt toegewezen naast %s dat doorloopt', async (code) => {
    const { bsn } = await clientMet(code);
    expect(producten(await nijmegen.vraag(bsn, AFWEZIG, STRAKS, etmalen(20)))).toEqual([[code, ...JAAR], [AFWEZIG, ...STRAKS]]);
  });

  it('niet zonder toegewezen wonen op al die dagen: dan is er niets waarvoor het in de plaats komt', async () => {
    const { bsn } = await clientMet(TH.middel);
    expect(await nijmegen.vraag(bsn, AFWEZIG, STRAKS, etmalen(20))).toMatchObject(afgewezen('7'));
    const korter = nieuweClient();
    await nijmegen.bestel(korter, BW.licht, ['2026-01-01', '2026-12-30'], WEEK);
    expect(await nijmegen.vraag(korter, AFWEZIG, STRAKS, etmalen(20))).toMatchObject(afgewezen('7'));
  });

  it('zestig dagen in een kalenderjaar; een dag meer gaat in onderzoek, en kan dan worden toegewezen', async () => {
    const { bsn } = await clientMet(BW.licht);
    expect(await nijmegen.vraag(bsn, AFWEZIG, ['2026-07-01', '2026-09-30'], etmalen(60))).toMatchObject(TOEGEWEZEN);
    const meer = await nijmegen.vraag(bsn, AFWEZIG, ['2026-10-01', '2026-12-31'], etmalen(1));
    expect(meer).toMatchObject(IN_ONDERZOEK);
    expect((await nijmegen.besluit(meer.id, { besluit: 'toewijzen' })).status).toBe(200);
    expect((await nijmegen.zoek(bsn)).map(({ product }) => product.code)).toEqual([BW.licht, AFWEZIG, AFWEZIG]);
  });

  it('wonen en afwezigheid op dezelfde dag gedeclareerd wordt niet betaald tot er een is gecrediteerd', async () => {
    const { bsn, wonen } = await clientMet(BW.zwaar);
    const afwezig = nijmegen.vraag(bsn, AFWEZIG, ['2026-04-01', '2026-05-31'], etmalen(40));
    expect(await afwezig).toMatchObject(TOEGEWEZEN);
    const op = (await nijmegen.zoek(bsn)).find(({ product }) => product.code === AFWEZIG) as Toegewezen;
    const regel = (referentie: string, wat: Toegewezen, volume: number, vorige?: string) => ({
      bsn, op: wat, volume, eenheid: '14', tarief: wat === op ? 5000 : 14_000, referentie, ...(vorige === undefined ? {} : { vorige }) } as const);
    // April has thirty days: twelve at home and eighteen away fit, in May twenty and twelve are one too many.
    const april = await nijmegen.declareer('2026-04', '2026-05-04', regel('BW-APR', wonen, 12), regel('AF-APR', op, 18));
    const mei = await nijmegen.declareer('2026-05', '2026-06-02', regel('BW-MEI', wonen, 20), regel('AF-MEI', op, 12));
    expect([april.status, mei.status]).toEqual(['goedgekeurd', 'goedgekeurd']);
    const betaald = () => nijmegen.betaalregels('BW-APR', 'AF-APR', 'BW-MEI', 'AF-MEI', 'BW-MEI2');
    expect(await betaald()).toMatchObject({
      'BW-APR': { betaalbaar: true }, 'AF-APR': { betaalbaar: true },
      'BW-MEI': { betaalbaar: false, regels: ['afwezig-in-plaats-van-wonen'] }, 'AF-MEI': { betaalbaar: false, regels: ['afwezig-in-plaats-van-wonen'] } });
    expect((await betaald())['AF-MEI']?.reden).toMatch(/Crediteer een van beide/);
    await nijmegen.declareer('2026-05', '2026-06-08', regel('BW-MEIC', wonen, 20, 'BW-MEI'), regel('BW-MEI2', wonen, 19));
    expect(await betaald()).toMatchObject({ 'AF-MEI': { betaalbaar: true }, 'BW-MEI2': { betaalbaar: true } });
  });
});

describe('8 meerzorg', () => {
  const UREN: Hoeveel = [4, '04', '2'];
  it.each([BT.zwaar, TH.middel, BW.zwaar])('op bestelling van de toegang naast %s, niet op verzoek van de aanbieder', async (code) => {
    const { bsn } = await clientMet(code);
    expect(await nijmegen.vraag(bsn, MEERZORG, STRAKS, UREN)).toMatchObject(afgewezen('7'));
    expect((await nijmegen.bestel(bsn, MEERZORG, STRAKS, UREN)).product.code).toBe(MEERZORG);
  });

  it('ook naast wachtzorg', async () => {
    const { bsn } = await clientMet(BW.licht);
    expect(await nijmegen.geweigerd('/v1/productbestellingen', nijmegen.bestelling(bsn, MEERZORG, STRAKS, UREN))).toEqual(['meerzorg-bij-zwaar']);
    expect(await nijmegen.vraag(bsn, WACHTZORG, STRAKS, WEEK)).toMatchObject(TOEGEWEZEN);
    expect((await nijmegen.bestel(bsn, MEERZORG, STRAKS, UREN)).product.code).toBe(MEERZORG);
  });

  it.each([BT.middel, TH.licht, BW.middel])('ook de toegang niet naast %s', async (code) => {
    const { bsn } = await clientMet(code);
    expect(await nijmegen.geweigerd('/v1/productbestellingen', nijmegen.bestelling(bsn, MEERZORG, STRAKS, UREN))).toEqual(['meerzorg-bij-zwaar']);
  });
});

describe('9 vervoer bij dagbesteding', () => {
  it('op bestelling van de toegang, niet op verzoek van de aanbieder', async () => {
    const { bsn } = await clientMet(BW.licht);
    const ritten: Hoeveel = [4, '82', '2'];
    expect(await nijmegen.vraag(bsn, VERVOER, STRAKS, ritten)).toMatchObject(afgewezen('7'));
    expect((await nijmegen.bestel(bsn, VERVOER, STRAKS, ritten)).product.code).toBe(VERVOER);
  });
});

describe('10 op- en afschalen tussen groepen', () => {
  it.each([[BT.zwaar, TH.licht], [BT.licht, BW.licht], [TH.middel, BW.licht]])('op van %s naar %s alleen door de toegang', async (van, naar) => {
    const { bsn } = await clientMet(van);
    expect(await nijmegen.vraag(bsn, naar, STRAKS, WEEK)).toMatchObject(afgewezen('7'));
    await nijmegen.bestel(bsn, naar, STRAKS, WEEK);
    expect((await nijmegen.zoek(bsn)).map(({ product, ingangsdatum, einddatum }) => [product.code, ingangsdatum, einddatum]))
      .toEqual([[van, '2026-01-01', '2026-06-30'], [naar, ...STRAKS]]);
  });

  it.each([[BW.licht, TH.middel], [BW.zwaar, BT.zwaar], [TH.licht, BT.licht]])('af van %s naar %s zonder de toegang', async (van, naar) => {
    const { bsn } = await clientMet(van);
    expect(producten(await nijmegen.vraag(bsn, naar, STRAKS, WEEK))).toEqual([[van, '2026-01-01', '2026-06-30'], [naar, ...STRAKS]]);
  });
});

const BESTAND = 'bw-gelderland-zuid.yaml';

describe('11 binnen een groep schalen met een WMO315', () => {
  const STAPPEN = [[BW.licht, BW.zwaar], [BW.zwaar, BW.licht], [BT.licht, BT.middel]] as const;
  it.each(STAPPEN)('zoals meegeleverd niet: %s naar %s wordt afgewezen', async (van, naar) => {
    const { bsn } = await clientMet(van);
    expect(await nijmegen.vraag(bsn, naar, STRAKS, WEEK)).toMatchObject(afgewezen('7'));
    expect((await nijmegen.zoek(bsn)).map(({ product }) => product.code)).toEqual([van]);
  });

  it('met de schakelaar aan wel, in plaats van het oude product; tussen groepen omhoog nog steeds niet', async () => {
    await dienst.metEenRegelAnders(BESTAND, /binnenGroepMet315: uit/, 'binnenGroepMet315: aan', async () => {
      for (const [van, naar] of STAPPEN) {
        const { bsn } = await clientMet(van);
        expect(producten(await nijmegen.vraag(bsn, naar, STRAKS, WEEK))).toEqual([[van, '2026-01-01', '2026-06-30'], [naar, ...STRAKS]]);
      }
      const { bsn } = await clientMet(BT.licht);
      expect(await nijmegen.vraag(bsn, BW.licht, STRAKS, WEEK)).toMatchObject(afgewezen('7'));
    });
  });
});

describe('12 een product naar de toegang verplaatsen', () => {
  const bestel = async (): Promise<Response> => {
    const { bsn } = await clientMet(BW.zwaar);
    return nijmegen.post('/v1/productbestellingen', nijmegen.bestelling(bsn, WAKENDE_WACHT, STRAKS, WEEK));
  };
  const vraag = async (code: string, omvang: Hoeveel): Promise<Afloop> => nijmegen.vraag((await clientMet(BW.zwaar)).bsn, code, STRAKS, omvang);

  it('is een regel van aanvraagroutes: dan bestelt de toegang het, en wacht een WMO315 op een medewerker', async () => {
    expect((await bestel()).status).toBe(422);
    await dienst.metEenRegelAnders(BESTAND, /(voor: \[15F22\], via: )\[WMO315\]/, '$1[toegang]', async () => {
      expect((await bestel()).status).toBe(201);
      expect(await vraag(WAKENDE_WACHT, WEEK)).toMatchObject({ soort: 'wacht', wachtOp: [expect.stringMatching(/via de toegang/)] });
      // The products beside it stay as they were.
      expect(await vraag(AFWEZIG, etmalen(20))).toMatchObject(TOEGEWEZEN);
    });
    expect(await vraag(WAKENDE_WACHT, WEEK)).toMatchObject(TOEGEWEZEN);
  });

  it('met een regel die niet klopt blijft alles zoals het was', async () => {
    await dienst.metEenRegelAnders(BESTAND, /(voor: \[15F22\], via: )\[WMO315\]/, '$1[WMO305]', async () => {
      expect(await vraag(WAKENDE_WACHT, WEEK)).toMatchObject(TOEGEWEZEN);
    }, /Het oude beleid blijft gelden/);
  });
});

describe('13 eigen bijdrage', () => {
  it('begint op de begindatum van het WMO305 en stopt op de einddatum van het WMO307', async () => {
    const { bsn, wonen } = await clientMet(BW.licht);
    const bijdrage = async () => (await nijmegen.lijst<{ toewijzingNummer: number }>('eigen-bijdrage', '&vanaf=2020-01-01'))
      .find(({ toewijzingNummer }) => toewijzingNummer === wonen.toewijzingNummer);
    expect(await bijdrage()).toBeUndefined();
    await nijmegen.start(bsn, wonen, '2026-04-13');
    expect(await bijdrage()).toMatchObject({ bsn, startdatum: '2026-04-13' });
    expect(await bijdrage()).not.toHaveProperty('stopdatum');
    await nijmegen.stop(bsn, wonen, '2026-04-13', '2026-05-31', '19');
    expect(await bijdrage()).toMatchObject({ startdatum: '2026-04-13', stopdatum: '2026-05-31' });
  });
});

describe('14 een wijziging in het verleden', () => {
  it('waarover is gedeclareerd wacht tot dat is gecrediteerd', async () => {
    const { bsn, wonen } = await clientMet(BW.licht);
    const regel = { bsn, op: wonen, volume: 30, eenheid: '14', tarief: 10_000, referentie: 'OUD' } as const;
    expect((await nijmegen.declareer('2026-05', '2026-06-03', regel)).status).toBe('goedgekeurd');
    const afloop = await nijmegen.vraag(bsn, BT.licht, ['2026-05-15', '2026-12-31'], WEEK);
    expect(afloop).toMatchObject({ soort: 'wacht', wachtOp: [expect.stringMatching(/[Cc]rediteer/)] });
    // Nor can the access team order it.
    const bestelling = nijmegen.bestelling(bsn, BT.licht, ['2026-05-15', '2026-12-31'], WEEK);
    expect(await nijmegen.geweigerd('/v1/productbestellingen', bestelling)).toEqual(['eerst-crediteren']);
    await nijmegen.declareer('2026-05', '2026-06-09', { ...regel, referentie: 'OUD-C', vorige: 'OUD' });
    expect((await nijmegen.besluit(afloop.id, { besluit: 'toewijzen' })).status).toBe(200);
    expect((await nijmegen.zoek(bsn)).map(({ product, ingangsdatum, einddatum }) => [product.code, ingangsdatum, einddatum]))
      .toEqual([[BW.licht, '2026-01-01', '2026-05-14'], [BT.licht, '2026-05-15', '2026-12-31']]);
  });
});
