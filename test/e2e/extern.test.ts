/** Parties whose own software answers: their messages are handed over, their return messages taken in, and what they say is done. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPool, type Pool } from '../../src/platform/database.js';
import type { Antwoordbericht, Heenbericht } from '../../src/standaard/berichten/berichtsoorten.js';
import type { Berichten, WMO323 } from '../../src/standaard/berichten/gegenereerd/index.js';
import type { RetourCode } from '../../src/standaard/regels/regel.js';
import { klassenVan, type Voorkomen } from '../../src/standaard/regels/voorkomens.js';
import { stelAntwoordOp } from '../../src/standaard/retour/retour.js';
import { leesBericht } from '../../src/standaard/xml/lezen.js';
import { schrijfBericht } from '../../src/standaard/xml/schrijven.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { Aansluiting, startServer, type Resource, type Uitvoering } from '../hulp/server.js';
import { AANBIEDER, BSN, header, wmo301, wmo305, wmo315, wmo323 } from '../hulp/voorbeelden.js';

/** A gemeente with software of its own, one without, and an aanbieder with. */
const EXTERN = '0268';
const GEWOON = '0363';
const EXTERNE_AANBIEDER = '11111111';
const VANDAAG = '2026-06-30';

let database: Testdatabase;
let server: Uitvoering;
let gateway: Aansluiting;
let pool: Pool;
beforeAll(async () => {
  database = await verseDatabase();
  server = await startServer({ DATABASE_URL: database.url, VANDAAG });
  gateway = new Aansluiting(server.adres);
  pool = openPool(database.url, 2);
  // The gemeente allocated before it got software of its own.
  for (const nummer of [1, 2, 3]) expect((await gateway.lever('WMO301', toewijzing(EXTERN, AANBIEDER, nummer))).status).toBe('goedgekeurd');
  for (const partij of [EXTERN, EXTERNE_AANBIEDER]) expect((await vraag('PUT', `/v1/partijen/${partij}`, { extern: true })).status).toBe(200);
});
afterAll(async () => {
  await pool?.end();
  await server?.stop();
  await database?.verwijder();
});

const vraag = (methode: string, pad: string, inhoud?: object): Promise<Response> => fetch(gateway.adres + pad, {
  method: methode, ...(inhoud === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(inhoud) }) });

let volgnummer = 0;
const kop = <S extends Heenbericht>(soort: S, Afzender: string, Ontvanger: string) => ({ ...header(soort, `X${++volgnummer}`, '2026-06-01'), Afzender, Ontvanger });
function toewijzing(gemeente: string, aanbieder: string, nummer: number): Berichten['WMO301'] {
  return { Header: kop('WMO301', gemeente, aanbieder),
    Client: { ...wmo301.Client, ToegewezenProducten: wmo301.Client.ToegewezenProducten.map((product) => ({ ...product, ToewijzingNummer: nummer })) } };
}
function start(gemeente: string, nummer: number, Begindatum = '2026-03-03'): Berichten['WMO305'] {
  return { Header: kop('WMO305', AANBIEDER, gemeente),
    Client: { ...wmo305.Client, StartProducten: wmo305.Client.StartProducten.map((product) => ({ ...product, ToewijzingNummer: nummer, Begindatum })) } };
}

/** The answer that the other software composes: codes per class, anything else approved. */
function antwoordOp<B extends Heenbericht>(soort: B, bericht: Berichten[B], codes: Readonly<Record<string, RetourCode>> = {}, dagtekening = VANDAAG): {
  readonly soort: Antwoordbericht; readonly bericht: Berichten[Antwoordbericht] } {
  const voorkomens = [...klassenVan(soort, bericht).values()].flat();
  const codeVan = ({ klasse, index }: Voorkomen): RetourCode | undefined => codes[index > 0 ? `${klasse}[${index}]` : klasse];
  const bevindingen = voorkomens.flatMap((bij) => {
    const retourcode = codeVan(bij);
    return retourcode === undefined ? [] : [{ regel: 'extern', retourcode, niveau: 3 as const, klasse: bij.klasse, pad: '', melding: '', bij }];
  });
  const nietBeoordeeld = new Set(voorkomens.filter(({ ouder }) => ouder?.klasse === 'Client' && codeVan(ouder) !== undefined));
  const { berichtsoort, bericht: antwoord } = stelAntwoordOp(soort, bericht, { bevindingen, nietBeoordeeld }, { identificatie: `A${++volgnummer}`, dagtekening });
  return { soort: berichtsoort, bericht: antwoord };
}
async function lever(soort: Heenbericht | Antwoordbericht, bericht: object, wacht = 0): Promise<{ status: number; json: Resource & { code?: string } }> {
  const antwoord = await gateway.post(schrijfBericht(soort, bericht as never), wacht > 0 ? { Prefer: `wait=${wacht}` } : {});
  return { status: antwoord.status, json: await antwoord.json() as Resource & { code?: string } };
}
const haal = (id: string): Promise<Resource> => gateway.haal(`/v1/berichten/${id}`);
/** Delivers to a party that answers itself, and waits until it was handed over. */
async function stuurDoor(soort: Heenbericht, bericht: object): Promise<Resource> {
  const { status, json } = await lever(soort, bericht);
  expect(status).toBe(202);
  await expect.poll(async () => (await haal(json.id)).status, { timeout: 20_000, interval: 20 }).toBe('doorgestuurd');
  return haal(json.id);
}
/** Delivers an answer and waits until it was handled. */
async function antwoord({ soort, bericht }: { soort: Antwoordbericht; bericht: object }): Promise<Resource> {
  const { status, json } = await lever(soort, bericht, 30);
  expect([status, json.status]).toEqual([200, 'klaargezet']);
  return json;
}
const problemen = async ({ soort, bericht }: { soort: Antwoordbericht; bericht: object }): Promise<unknown> => {
  const { status, json } = await lever(soort, bericht);
  return [status, json.code];
};
const postvak = async (partij: string): Promise<readonly { id: string; berichtsoort: string; antwoordOp?: string }[]> =>
  (await gateway.haal<{ items: { id: string; berichtsoort: string; antwoordOp?: string }[] }>(`/v1/postvak?partij=${partij}&limiet=200`)).items;
const aantal = async (vraagtekst: string, ...waarden: unknown[]): Promise<number> =>
  (await pool.query<{ n: number }>(`select count(*)::int as n from ${vraagtekst}`, waarden)).rows[0]?.n ?? 0;
interface Termijn { readonly soort: string; readonly bron: string; readonly partij: string; readonly vervaldatum: string; readonly status: string; readonly berichtId?: string }
const termijnVan = async (gemeente: string, id: string): Promise<Termijn | undefined> =>
  (await gateway.haal<{ items: Termijn[] }>(`/v1/termijnen?gemeente=${gemeente}&limiet=200`)).items.find(({ berichtId, soort }) => berichtId === id && /retourbericht|declaratie-antwoord/.test(soort));

describe('WMO305 aan een gemeente met eigen software', () => {
  it('wordt doorgestuurd in plaats van beoordeeld, met een termijn voor het antwoord', async () => {
    const heen = await stuurDoor('WMO305', start(EXTERN, 1));
    expect(heen).not.toHaveProperty('antwoord');
    expect(heen).not.toHaveProperty('beoordeeldOp');
    expect((await postvak(EXTERN)).at(-1)).toMatchObject({ id: heen.id, berichtsoort: 'WMO305' });
    expect(await aantal('start_product where bericht_id = $1', heen.id)).toBe(0);
    // Three working days after today, a Tuesday.
    expect(await termijnVan(EXTERN, heen.id)).toMatchObject({ bron: 'OP090', partij: 'gemeente', vervaldatum: '2026-07-03', status: 'open' });
    const nog = await fetch(`${gateway.adres}/v1/berichten/${heen.id}/antwoord`, { headers: { Prefer: 'wait=1' } });
    expect([nog.status, nog.headers.get('preference-applied')]).toEqual([404, null]);
  });

  it('goedgekeurd: het WMO306 is het antwoord, byte voor byte, en het register en de termijn volgen', async () => {
    const bericht = start(EXTERN, 2);
    const heen = await stuurDoor('WMO305', bericht);
    const { soort, bericht: retour } = antwoordOp('WMO305', bericht);
    const bytes = schrijfBericht(soort as 'WMO306', retour as Berichten['WMO306']);
    const wachtend = fetch(`${gateway.adres}/v1/berichten/${heen.id}/antwoord`, { headers: { Prefer: 'wait=30' } });
    const resource = await antwoord({ soort, bericht: retour });
    expect(resource).toMatchObject({ richting: 'inkomend', berichtsoort: 'WMO306' });
    expect(Buffer.from(await (await wachtend).arrayBuffer()).equals(bytes)).toBe(true);
    expect(await haal(heen.id)).toMatchObject({ status: 'goedgekeurd', bevindingen: [], antwoord: { id: resource.id, berichtsoort: 'WMO306' } });
    expect((await postvak(AANBIEDER)).at(-1)).toMatchObject({ id: resource.id, berichtsoort: 'WMO306', antwoordOp: heen.id });
    expect(await aantal('start_product where bericht_id = $1 and toewijzing_nummer = 2', heen.id)).toBe(1);
    expect(await termijnVan(EXTERN, heen.id)).toMatchObject({ status: 'gehaald' });
    // Measured with the start itself, as for every other (OP271).
    expect(await aantal(`termijn where bericht_id = $1 and bron = 'OP271'`, heen.id)).toBe(1);
  });

  it('afgekeurd: de codes worden bevindingen, het register blijft zoals het was', async () => {
    const bericht = start(EXTERN, 3);
    const heen = await stuurDoor('WMO305', bericht);
    await antwoord(antwoordOp('WMO305', bericht, { 'StartProduct[1]': '9074' }, '2026-07-30'));
    expect(await haal(heen.id)).toMatchObject({
      status: 'afgekeurd', bevindingen: [{ regel: 'TR074', retourcode: '9074', klasse: 'StartProduct', pad: '/Bericht/Client/StartProducten/StartProduct[1]' }] });
    expect(await aantal('start_product where bericht_id = $1', heen.id)).toBe(0);
    expect(await termijnVan(EXTERN, heen.id)).toMatchObject({ status: 'te-laat' });
  });

  it('goedgekeurd wat hier niet kan: dat staat erbij, en houdt niets tegen', async () => {
    const [dubbel, erna] = [start(EXTERN, 2), start(EXTERN, 3, '2026-03-09')];
    const heen = await stuurDoor('WMO305', dubbel);
    const volgende = await stuurDoor('WMO305', erna);
    await antwoord(antwoordOp('WMO305', dubbel));
    await antwoord(antwoordOp('WMO305', erna));
    expect(await haal(heen.id)).toMatchObject({ status: 'goedgekeurd', bevindingen: [{ regel: 'register' }], antwoord: { berichtsoort: 'WMO306' } });
    expect(await aantal('start_product where bericht_id = $1', heen.id)).toBe(0);
    expect(await aantal('identificatie where bericht_id = $1', heen.id)).toBe(0);
    expect(await haal(volgende.id)).toMatchObject({ status: 'goedgekeurd', bevindingen: [] });
    expect(await aantal('start_product where bericht_id = $1', volgende.id)).toBe(1);
  });
});

describe('een antwoord', () => {
  it('dat herhaalt, wordt geweigerd; ook als het ineens anders zegt, en ook vijf keer tegelijk', async () => {
    const bericht = start(EXTERN, 1, '2026-03-10');
    const heen = await stuurDoor('WMO305', bericht);
    const [goed, fout] = [antwoordOp('WMO305', bericht), antwoordOp('WMO305', bericht, { Client: '9019' })];
    const tegelijk = await Promise.all([1, 2, 3, 4, 5].map(() => lever(goed.soort, goed.bericht)));
    expect(tegelijk.map(({ status }) => status).sort()).toEqual([202, 409, 409, 409, 409]);
    await expect.poll(async () => (await haal(heen.id)).status, { timeout: 20_000, interval: 20 }).toBe('goedgekeurd');
    for (const een of [goed, fout]) expect(await problemen(een)).toEqual([409, 'al-beantwoord']);
    expect(await aantal('bericht where antwoord_op = $1', heen.id)).toBe(1);
    expect((await haal(heen.id)).status).toBe('goedgekeurd');
    expect(await aantal(`weigering where reden = 'al-beantwoord'`)).toBe(6);
  });

  it('met dezelfde Idempotency-Key is hetzelfde antwoord', async () => {
    const bericht = start(EXTERN, 1, '2026-03-11');
    await stuurDoor('WMO305', bericht);
    const { soort, bericht: retour } = antwoordOp('WMO305', bericht);
    const ids = new Set<string>();
    for (let keer = 0; keer < 2; keer++) {
      const uit = await gateway.post(schrijfBericht(soort, retour as never), { 'Idempotency-Key': 'retour-1', Prefer: 'wait=30' });
      expect(uit.status).toBe(200);
      ids.add((await uit.json() as Resource).id);
    }
    expect(ids.size).toBe(1);
  });

  it('dat bij niets hoort, wordt geweigerd en verandert niets', async () => {
    const bericht = start(EXTERN, 1, '2026-03-12');
    const heen = await stuurDoor('WMO305', bericht);
    const { soort, bericht: goed } = antwoordOp('WMO305', bericht);
    const { Header } = goed as Berichten['WMO306'];
    const anders = {
      Identificatie: { BerichtIdentificatie: { ...Header.BerichtIdentificatie, Identificatie: 'ANDERS' } },
      Dagtekening: { BerichtIdentificatie: { ...Header.BerichtIdentificatie, Dagtekening: '2026-03-04' } }, Afzender: { Afzender: '22222222' } };
    for (const [wat, velden] of Object.entries(anders)) {
      expect(await problemen({ soort, bericht: { Header: { ...Header, ...velden } } }), wat).toEqual([422, 'geen-bericht-bij-retour']);
    }
    // Right in everything but its type.
    const stop = { ...Header, BerichtCode: '421' };
    expect(await problemen({ soort: 'WMO308', bericht: { Header: stop } })).toEqual([422, 'geen-bericht-bij-retour']);
    expect((await haal(heen.id)).status).toBe('doorgestuurd');
    await antwoord({ soort, bericht: goed });
  });

  it('van een partij die niet zelf antwoordt blijft wat het was: geen heenbericht', async () => {
    await gateway.lever('WMO301', toewijzing(GEWOON, AANBIEDER, 1));
    const bericht = start(GEWOON, 1);
    expect((await gateway.lever('WMO305', bericht)).status).toBe('goedgekeurd');
    expect(await problemen(antwoordOp('WMO305', bericht))).toEqual([422, 'geen-heenbericht']);
  });

  it('op een bericht dat twee keer is gestuurd, is er een voor elk: het eerste voor wat het eerst is doorgestuurd', async () => {
    const bericht = start(EXTERN, 1, '2026-03-13');
    const [eerste, tweede] = [await stuurDoor('WMO305', bericht), await stuurDoor('WMO305', bericht)];
    await antwoord(antwoordOp('WMO305', bericht));
    await antwoord(antwoordOp('WMO305', bericht, { Header: '9056' }));
    expect(await problemen(antwoordOp('WMO305', bericht))).toEqual([409, 'al-beantwoord']);
    expect([(await haal(eerste.id)).status, (await haal(tweede.id)).status]).toEqual(['goedgekeurd', 'afgekeurd']);
    expect((await haal(tweede.id)).bevindingen).toMatchObject([{ regel: 'TR056', klasse: 'Header' }]);
  });

  it('mag nog komen als de partij niet langer zelf antwoordt; wat daarna komt beoordeelt de gateway', async () => {
    const bericht = start(EXTERN, 1, '2026-03-14');
    const heen = await stuurDoor('WMO305', bericht);
    await vraag('PUT', `/v1/partijen/${EXTERN}`, { extern: false });
    expect((await haal(heen.id)).status).toBe('doorgestuurd');
    await antwoord(antwoordOp('WMO305', bericht));
    expect((await haal(heen.id)).status).toBe('goedgekeurd');
    expect((await gateway.lever('WMO305', start(EXTERN, 1, '2026-03-14'))).bevindingen).not.toEqual([]);
    await vraag('PUT', `/v1/partijen/${EXTERN}`, { extern: true });
  });
});

describe('WMO301 aan een aanbieder met eigen software', () => {
  it('goedgekeurd met een WMO302: dan pas staat de toewijzing in het register', async () => {
    const bericht = toewijzing(GEWOON, EXTERNE_AANBIEDER, 501);
    const heen = await stuurDoor('WMO301', bericht);
    expect((await postvak(EXTERNE_AANBIEDER)).at(-1)).toMatchObject({ id: heen.id, berichtsoort: 'WMO301' });
    expect(await aantal('toewijzing where gemeente = $1 and toewijzing_nummer = 501', GEWOON)).toBe(0);
    expect(await termijnVan(GEWOON, heen.id)).toMatchObject({ bron: 'OP090', partij: 'aanbieder', status: 'open' });
    const retour = await antwoord(antwoordOp('WMO301', bericht));
    expect(await haal(heen.id)).toMatchObject({ status: 'goedgekeurd', antwoord: { id: retour.id, berichtsoort: 'WMO302' } });
    expect(await aantal('toewijzing where gemeente = $1 and toewijzing_nummer = 501', GEWOON)).toBe(1);
    expect((await postvak(GEWOON)).at(-1)).toMatchObject({ id: retour.id, berichtsoort: 'WMO302', antwoordOp: heen.id });
    expect(await termijnVan(GEWOON, heen.id)).toMatchObject({ status: 'gehaald' });
  });

  it('hier gemaakt: het register is meteen bijgewerkt, en het antwoord verandert dat niet', async () => {
    const { ToegewezenProducten: _, Bsn: __, ...client } = wmo301.Client;
    const gemaakt = await vraag('POST', '/v1/toewijzingen', {
      gemeente: GEWOON, aanbieder: EXTERNE_AANBIEDER, bsn: BSN, client,
      producten: [{ actie: 'nieuw', product: { categorie: '02', code: '02A05' }, ingangsdatum: '2026-07-01', einddatum: '2026-12-31', omvang: { volume: 4, eenheid: '04', frequentie: '2' } }] });
    expect(gemaakt.status).toBe(201);
    const { bericht: heen, toewijzingen: [gegeven] } = await gemaakt.json() as { bericht: Resource; toewijzingen: { toewijzingNummer: number }[] };
    expect(heen).toMatchObject({ status: 'doorgestuurd', richting: 'uitgaand', berichtsoort: 'WMO301' });
    expect(heen).not.toHaveProperty('antwoord');
    expect((await postvak(EXTERNE_AANBIEDER)).filter(({ id }) => id === heen.id)).toHaveLength(1);
    const versies = (): Promise<number> => aantal('toewijzing_versie where gemeente = $1 and toewijzing_nummer = $2', GEWOON, gegeven?.toewijzingNummer);
    expect(await versies()).toBe(1);
    const xml = new Uint8Array(await (await fetch(`${gateway.adres}/v1/berichten/${heen.id}/xml`)).arrayBuffer());
    await antwoord(antwoordOp('WMO301', leesBericht('WMO301', xml), { Client: '9384' }));
    expect(await haal(heen.id)).toMatchObject({ status: 'afgekeurd', bevindingen: [{ retourcode: '9384', klasse: 'Client' }] });
    expect(await versies()).toBe(1);
    expect((await postvak(GEWOON)).at(-1)).toMatchObject({ berichtsoort: 'WMO302', antwoordOp: heen.id });
  });
});

describe('WMO323 aan een gemeente met eigen software', () => {
  const [client] = wmo323.Declaratie.Clienten as [WMO323.Client];
  const [prestatie] = client.Prestaties as [WMO323.Prestatie];
  function declaratie(nummer: string, aantalRegels: number): Berichten['WMO323'] {
    const Prestaties = Array.from({ length: aantalRegels }, (_, i) => ({
      ...prestatie, ProductReferentie: { ReferentieNummer: `${nummer}-${i + 1}` }, ToewijzingNummer: 1, ProductPeriode: { Begindatum: `2026-03-0${i + 1}`, Einddatum: `2026-03-0${i + 1}` } }));
    return { Header: kop('WMO323', AANBIEDER, EXTERN), Declaratie: { ...wmo323.Declaratie, DeclaratieNummer: nummer, Clienten: [{ ...client, Prestaties }],
      TotaalIngediendBedrag: { TotaalBedrag: 60_000 * aantalRegels, DebetCredit: 'D' } } };
  }
  const toegekend = async (id: string): Promise<unknown> => (await pool.query(
    `select d.toegekend::int as toegekend, (select json_agg(p.goedgekeurd order by p.referentie_nummer) from prestatie p where p.bericht_id = d.bericht_id) as regels
     from declaratie d where d.bericht_id = $1`, [id])).rows;

  it('wordt per prestatie gevolgd: wat het WMO325 afkeurt telt niet, de rest wel', async () => {
    const bericht = declaratie('E1', 3);
    const heen = await stuurDoor('WMO323', bericht);
    expect(await termijnVan(EXTERN, heen.id)).toMatchObject({ bron: 'OP090x4', vervaldatum: '2026-07-14', status: 'open' });
    const uit = antwoordOp('WMO323', bericht, { 'Prestatie[2]': '9340' });
    // The WMO325 stands on its own: Afzender and Ontvanger the other way around, an Identificatie of its own, and the claim by name.
    expect((uit.bericht as Berichten['WMO325']).Header).toMatchObject({ Afzender: EXTERN, Ontvanger: AANBIEDER, DeclaratieIdentificatie: bericht.Header.BerichtIdentificatie });
    const resource = await antwoord(uit);
    expect(await haal(heen.id)).toMatchObject({ status: 'deels-goedgekeurd', antwoord: { id: resource.id, berichtsoort: 'WMO325' },
      bevindingen: [{ regel: 'TR340', retourcode: '9340', klasse: 'Prestatie', pad: '/Bericht/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[2]' }] });
    expect(await toegekend(heen.id)).toEqual([{ toegekend: 120_000, regels: [true, false, true] }]);
    expect((await postvak(AANBIEDER)).at(-1)).toMatchObject({ id: resource.id, berichtsoort: 'WMO325', antwoordOp: heen.id });
    expect(await termijnVan(EXTERN, heen.id)).toMatchObject({ status: 'gehaald' });
    expect(await problemen(uit)).toEqual([409, 'al-beantwoord']);
  });

  it('geheel toegekend, per prestatie geheel afgekeurd, en als geheel geweigerd', async () => {
    const [alles, niets, geweigerd] = [declaratie('E2', 1), declaratie('E3', 2), declaratie('E4', 1)];
    const verschoven = { ...alles, Declaratie: { ...alles.Declaratie, Clienten: alles.Declaratie.Clienten.map((een) => ({
      ...een, Prestaties: een.Prestaties.map((p) => ({ ...p, ProductPeriode: { Begindatum: '2026-03-20', Einddatum: '2026-03-20' } })) })) } };
    const heen = [await stuurDoor('WMO323', verschoven), await stuurDoor('WMO323', niets), await stuurDoor('WMO323', geweigerd)].map(({ id }) => id) as [string, string, string];
    await antwoord(antwoordOp('WMO323', verschoven));
    await antwoord(antwoordOp('WMO323', niets, { 'Client[1]': '8187' }));
    await antwoord(antwoordOp('WMO323', geweigerd, { Declaratie: '9333' }));
    expect(await Promise.all(heen.map(async (id) => (await haal(id)).status))).toEqual(['goedgekeurd', 'afgekeurd', 'afgekeurd']);
    expect(await Promise.all(heen.map(toegekend))).toEqual([[{ toegekend: 60_000, regels: [true] }], [{ toegekend: 0, regels: [false, false] }], []]);
  });

  it('een WMO325 bij een declaratie die er niet is wordt geweigerd', async () => {
    const bericht = declaratie('E5', 1);
    expect(await problemen(antwoordOp('WMO323', bericht))).toEqual([422, 'geen-bericht-bij-retour']);
  });
});

describe('een verzoek aan een gemeente met eigen software', () => {
  it('wordt na haar WMO316 een verzoek, waarop zij zelf besluit', async () => {
    const bericht = { ...wmo315, Header: kop('WMO315', AANBIEDER, EXTERN) };
    const heen = await stuurDoor('WMO315', bericht);
    await antwoord(antwoordOp('WMO315', bericht));
    expect((await haal(heen.id)).status).toBe('goedgekeurd');
    const { items } = await gateway.haal<{ items: { status: string; wachtOp: string[] }[] }>(`/v1/verzoeken?gemeente=${EXTERN}`);
    expect(items).toMatchObject([{ status: 'onderhanden', wachtOp: [] }]);
    expect(await aantal(`verzoek where bericht_id = $1 and bekeken_op is null`, heen.id)).toBe(0);
    expect(await aantal(`bericht where gemeente = $1 and berichtsoort in ('WMO301', 'WMO319') and richting = 'uitgaand'`, EXTERN)).toBe(0);
  });
});
