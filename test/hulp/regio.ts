/**
 * A region at work: the built service on policy files, the messages that an aanbieder sends to one of its gemeenten, and what the gemeente does.
 * Every message is dated today, unless said otherwise.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { Berichten, WMO301, WMO305, WMO307, WMO317, WMO319, WMO323 } from '../../src/standaard/berichten/gegenereerd/index.js';
import { laatsteVanMaand } from '../../src/standaard/datum.js';
import { voldoetAanElfproef } from '../../src/standaard/regels/niveau2/elfproef.js';
import type { Eenheid, Frequentie } from '../../src/standaard/volume/omvang.js';
import { leesBericht } from '../../src/standaard/xml/lezen.js';
import { verseDatabase } from './database.js';
import { startInHuis } from './huis.js';
import { Aansluiting, type Dienst, type Resource } from './server.js';
import { AANBIEDER, header, wmo301, wmo305, wmo307, wmo315, wmo317 } from './voorbeelden.js';

/** The policy files as they are shipped. */
const REGIOMAP = fileURLToPath(new URL('../../regio/', import.meta.url));

/** The service at work on the policy files as they are shipped. */
export class Regiodienst {
  readonly gateway: Aansluiting;
  constructor(private readonly server: Dienst, private readonly map: string) {
    this.gateway = new Aansluiting(server.adres);
  }

  /**
   * Sends SIGHUP and waits until the main process has said this. It passes the signal on in the same turn, so the worker has it before any
   * request that is sent after this.
   */
  private async herlaad(tekst: RegExp): Promise<void> {
    const geteld = (): number => this.server.uitvoer().match(new RegExp(tekst, 'g'))?.length ?? 0;
    const eerder = geteld();
    this.server.herlaad();
    await expect.poll(geteld, { timeout: 15_000 }).toBe(eerder + 1);
  }

  /**
   * Changes one line of a file, lets the running service read it, and puts everything back afterwards.
   * @param van what the line holds; one line of the file does
   * @param gezegd what the service says after reading
   */
  async metEenRegelAnders(
    bestand: string, van: RegExp, naar: string, doe: () => Promise<void>, gezegd = /Beleid opnieuw ingelezen/,
  ): Promise<void> {
    const pad = join(this.map, bestand);
    const tekst = readFileSync(pad, 'utf8');
    const regels = tekst.split('\n');
    expect(regels.filter((regel) => van.test(regel))).toHaveLength(1);
    writeFileSync(pad, regels.map((regel) => regel.replace(van, naar)).join('\n'));
    try {
      await this.herlaad(gezegd);
      await doe();
    } finally {
      writeFileSync(pad, tekst);
      await this.herlaad(/Beleid opnieuw ingelezen/);
    }
  }
}

/** Starts the service on a database of its own; what it leaves behind is put in `opruimen`, to be undone in reverse order. */
export async function startRegio(
  opruimen: (() => Promise<unknown>)[], VANDAAG: string, start: (env: Record<string, string>) => Promise<Dienst> = startInHuis,
): Promise<Regiodienst> {
  const map = mkdtempSync(join(tmpdir(), 'iwmo-regio-'));
  opruimen.push(async () => { rmSync(map, { recursive: true, force: true }); });
  cpSync(REGIOMAP, map, { recursive: true });
  const database = await verseDatabase();
  opruimen.push(() => database.verwijder());
  const server = await start({ DATABASE_URL: database.url, REGIO_DIR: map, VANDAAG });
  opruimen.push(() => server.stop());
  return new Regiodienst(server, map);
}

/** Undoes in reverse order, all of it. */
export async function ruimOp(opruimen: (() => Promise<unknown>)[]): Promise<void> {
  while (opruimen.length > 0) await opruimen.pop()?.();
}

let laatsteBsn = 999_900_100;
/** A fictitious client that no other test has. */
export function nieuweClient(): string {
  do laatsteBsn++; while (!voldoetAanElfproef(String(laatsteBsn)));
  return String(laatsteBsn);
}

/** Volume, Eenheid, Frequentie. */
export type Hoeveel = readonly [volume: number, eenheid: Eenheid, frequentie: Frequentie];
export type Dagen = readonly [van: string, totEnMet?: string];

export interface Toegewezen {
  readonly toewijzingNummer: number; readonly aanbieder: string; readonly ingangsdatum: string; readonly einddatum?: string;
  readonly product: { readonly categorie: string; readonly code: string };
  readonly gedeclareerd: { readonly volume?: number; readonly bedrag: number }; readonly resterend?: { readonly volume?: number };
}
export interface Gemaakt { readonly bericht: Resource; readonly toewijzingen: readonly Toegewezen[] }
export interface Fout { readonly regel?: string; readonly pad: string; readonly melding: string }
export interface Termijn {
  readonly soort: string; readonly bron: string; readonly partij: string; readonly start: string; readonly vervaldatum: string;
  readonly geslotenOp?: string; readonly status: string; readonly berichtId?: string; readonly toewijzingNummer?: number;
  readonly referentieAanbieder?: string;
  readonly vooraankondigingId?: string;
}
export interface Betaalregel { readonly referentieNummer: string; readonly betaalbaar: boolean; readonly reden?: string; readonly regels?: readonly string[] }
interface Lijst<T> { readonly items: readonly T[] }

/** How a request ended: the message that came of it, or what it waits for. */
export type Afloop =
  | { readonly soort: 'WMO301'; readonly id: string; readonly producten: readonly WMO301.ToegewezenProduct[] }
  | { readonly soort: 'WMO319'; readonly id: string; readonly antwoord: Omit<WMO319.Antwoord, 'ReferentieAanbieder'> }
  | { readonly soort: 'wacht'; readonly id: string; readonly wachtOp: readonly string[] };

/** One line of a claim. */
export interface Declaratieregel {
  readonly bsn: string;
  readonly op: Toegewezen;
  readonly volume: number;
  readonly eenheid: Eenheid;
  /** Cents. */
  readonly tarief: number;
  /** Cents; absent: volume times tariff. */
  readonly bedrag?: number;
  readonly referentie: string;
  /** Makes it a credit of this line. */
  readonly vorige?: string;
  /** Absent: the whole month of the claim. */
  readonly dagen?: readonly [string, string];
}

const CLIENT = {
  Geboortedatum: { Datum: '1967-08-13' }, Geslacht: '1', Naam: { Geslachtsnaam: { Achternaam: 'Vos' }, NaamGebruik: '1' },
  Contactgegevens: [{ Soort: '01', Adres: { Huis: { Huisnummer: 10 }, Postcode: '1234AB', LandCode: 'NL' } }],
};
const productVan = (code: string) => ({ categorie: code.slice(0, 2), code });
const ProductVan = (code: string) => ({ Categorie: code.slice(0, 2) as WMO323.Prestatie['ProductCategorie'], Code: code });
const kortOmvang = ([volume, eenheid, frequentie]: Hoeveel) => ({ volume, eenheid, frequentie });
const Omvang = ([Volume, Eenheid, Frequentie]: Hoeveel) => ({ Volume, Eenheid, Frequentie });

let volgnummer = 0;

/** One gemeente and one aanbieder of a region. */
export class Regio {
  constructor(readonly gateway: Aansluiting, readonly gemeente: string, readonly vandaag: string, readonly aanbieder = AANBIEDER) {}

  /** The same gemeente with another aanbieder. */
  met(aanbieder: string): Regio {
    return new Regio(this.gateway, this.gemeente, this.vandaag, aanbieder);
  }

  post(pad: string, body: unknown): Promise<Response> {
    return fetch(this.gateway.adres + pad, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  }

  /** A call that has to succeed with this status. */
  async goed<T>(pad: string, body: unknown, status = 200): Promise<T> {
    const antwoord = await this.post(pad, body);
    if (antwoord.status !== status) throw new Error(`${antwoord.status}: ${await antwoord.text()}`);
    return await antwoord.json() as T;
  }

  /** A call that has to be refused with 422: the names of the rules. */
  async geweigerd(pad: string, body: unknown): Promise<string[]> {
    const antwoord = await this.post(pad, body);
    expect(antwoord.status).toBe(422);
    return (await antwoord.json() as { fouten: Fout[] }).fouten.map(({ regel }) => regel ?? '');
  }

  private wie(bsn: string) {
    return { gemeente: this.gemeente, aanbieder: this.aanbieder, bsn, client: CLIENT };
  }

  /** Body of an order of the access team. */
  bestelling(bsn: string, code: string, [ingangsdatum, einddatum]: Dagen, omvang?: Hoeveel): Record<string, unknown> {
    return { ...this.wie(bsn), product: productVan(code), ingangsdatum, ...(einddatum === undefined ? {} : { einddatum }),
      ...(omvang === undefined ? {} : { omvang: kortOmvang(omvang) }) };
  }

  /** The access team orders; gives the allocation that was made. */
  async bestel(bsn: string, code: string, dagen: Dagen, omvang?: Hoeveel): Promise<Toegewezen> {
    const { toewijzingen } = await this.goed<Gemaakt>('/v1/productbestellingen', this.bestelling(bsn, code, dagen, omvang), 201);
    return toewijzingen.at(-1) as Toegewezen;
  }

  /** Body of an order of the back office. */
  opdracht(bsn: string, ...producten: readonly (readonly [code: string, dagen: Dagen, omvang: Hoeveel])[]): Record<string, unknown> {
    return { ...this.wie(bsn), producten: producten.map(([code, [ingangsdatum, einddatum], omvang]) => ({
      actie: 'nieuw', product: productVan(code), ingangsdatum, ...(einddatum === undefined ? {} : { einddatum }), omvang: kortOmvang(omvang) })) };
  }

  /** The back office allocates. */
  wijsToe(bsn: string, ...producten: Parameters<Regio['opdracht']>[1][]): Promise<Gemaakt> {
    return this.goed<Gemaakt>('/v1/toewijzingen', this.opdracht(bsn, ...producten), 201);
  }

  async zoek(bsn: string): Promise<readonly Toegewezen[]> {
    return (await this.goed<Lijst<Toegewezen>>('/v1/toewijzingen/zoek', { gemeente: this.gemeente, aanbieder: this.aanbieder, bsn })).items;
  }

  private kop(soort: 'WMO301' | 'WMO305' | 'WMO307' | 'WMO315' | 'WMO317' | 'WMO323', dagtekening = this.vandaag) {
    const kop = header(soort, `R${++volgnummer}`, dagtekening);
    const [Afzender, Ontvanger] = soort === 'WMO301' ? [this.gemeente, this.aanbieder] : [this.aanbieder, this.gemeente];
    return { ...kop, Afzender, Ontvanger };
  }

  /** A message that has to be approved. */
  private async stuur<B extends 'WMO301' | 'WMO305' | 'WMO307' | 'WMO315' | 'WMO317'>(soort: B, bericht: Berichten[B]): Promise<Resource> {
    const resource = await this.gateway.lever(soort, bericht);
    expect(resource.bevindingen).toEqual([]);
    return resource;
  }

  /** A WMO301 that the gemeente sent from its own software, on an earlier day; four hours a week unless said otherwise. */
  async toewijzingsbericht(
    bsn: string, toewijzingNummer: number, code: string, [Ingangsdatum, Einddatum]: Dagen, dagtekening: string, omvang: Hoeveel = [4, '04', '2'],
  ): Promise<Toegewezen> {
    await this.stuur('WMO301', { Header: this.kop('WMO301', dagtekening), Client: { ...wmo301.Client, Bsn: bsn, ToegewezenProducten: [{
      ToewijzingNummer: toewijzingNummer, Product: ProductVan(code), Toewijzingsdatum: dagtekening, Toewijzingstijd: '10:15:00', Ingangsdatum,
      ...(Einddatum === undefined ? {} : { Einddatum }), Omvang: Omvang(omvang) }] } });
    const gevonden = (await this.zoek(bsn)).find((een) => een.toewijzingNummer === toewijzingNummer);
    return gevonden as Toegewezen;
  }

  /** A WMO315 for one product, which passes the rules of the standard; gives its reference. */
  async vraagAan(bsn: string, code: string, [van, totEnMet]: Dagen, omvang: Hoeveel, dagtekening?: string): Promise<string> {
    const Header = this.kop('WMO315', dagtekening);
    const ReferentieAanbieder = `V-${volgnummer}`;
    const { antwoord } = await this.stuur('WMO315', { Header, Client: { ...wmo315.Client, Bsn: bsn, AangevraagdeProducten: [{
      ReferentieAanbieder, Product: ProductVan(code), ToewijzingIngangsdatum: van,
      ...(totEnMet === undefined ? {} : { ToewijzingEinddatum: totEnMet }), Omvang: Omvang(omvang), Verwijzer: { Type: '01' } }] } });
    expect(antwoord?.berichtsoort).toBe('WMO316');
    return ReferentieAanbieder;
  }

  /** A WMO317, which passes the rules of the standard; gives its reference. */
  async vraagWijziging(bsn: string, verzoek: Omit<WMO317.Verzoek, 'RedenVerzoek' | 'ReferentieAanbieder'>, dagtekening?: string): Promise<string> {
    const Header = this.kop('WMO317', dagtekening);
    const ReferentieAanbieder = `W-${volgnummer}`;
    const { antwoord } = await this.stuur('WMO317', { Header, Client: { ...wmo317.Client, Bsn: bsn, Verzoek: {
      ReferentieAanbieder, RedenVerzoek: '1', ...verzoek } } });
    expect(antwoord?.berichtsoort).toBe('WMO318');
    return ReferentieAanbieder;
  }

  /** What became of a request, once policy looked at it. */
  async afloop(referentie: string): Promise<Afloop> {
    type Verzoek = { id: string; referentieAanbieder: string; status: string; wachtOp: string[] };
    let verzoek: Verzoek | undefined;
    await expect.poll(async () => {
      const { items } = await this.gateway.haal<Lijst<Verzoek>>(`/v1/verzoeken?gemeente=${this.gemeente}&limiet=200`);
      verzoek = items.find(({ referentieAanbieder }) => referentieAanbieder === referentie);
      return verzoek !== undefined && (verzoek.status !== 'onderhanden' || verzoek.wachtOp.length > 0);
    }, { timeout: 15_000 }).toBe(true);
    const { id, status, wachtOp } = verzoek as Verzoek;
    if (status === 'onderhanden') return { soort: 'wacht', id, wachtOp };
    if (status === 'toegewezen') {
      const { Client: { ToegewezenProducten } } = await this.laatste('WMO301');
      expect(ToegewezenProducten.map(({ ReferentieAanbieder }) => ReferentieAanbieder)).toContain(referentie);
      return { soort: 'WMO301', id, producten: ToegewezenProducten };
    }
    const { Antwoord: { ReferentieAanbieder, ...antwoord } } = await this.laatste('WMO319');
    expect(ReferentieAanbieder).toBe(referentie);
    return { soort: 'WMO319', id, antwoord };
  }

  /** A WMO315 and what became of it. */
  async vraag(bsn: string, code: string, dagen: Dagen, omvang: Hoeveel): Promise<Afloop> {
    return this.afloop(await this.vraagAan(bsn, code, dagen, omvang));
  }

  /** What a person decides on a request. */
  besluit(id: string, body: Record<string, unknown>): Promise<Response> {
    return this.post(`/v1/verzoeken/${id}/besluit`, body);
  }

  /** The newest message of a kind to this aanbieder. */
  async laatste<B extends 'WMO301' | 'WMO319'>(soort: B): Promise<Berichten[B]> {
    const { items: [bericht] } = await this.gateway.haal<Lijst<Resource>>(
      `/v1/berichten?berichtsoort=${soort}&afzender=${this.gemeente}&ontvanger=${this.aanbieder}&limiet=1`);
    expect(bericht?.status).toBe('goedgekeurd');
    return this.lees(soort, (bericht as Resource).id);
  }

  async lees<B extends 'WMO301' | 'WMO319'>(soort: B, id: string): Promise<Berichten[B]> {
    const xml = await fetch(`${this.gateway.adres}/v1/berichten/${id}/xml`);
    return leesBericht(soort, new Uint8Array(await xml.arrayBuffer()));
  }

  private levering({ toewijzingNummer, product: { code }, ingangsdatum }: Toegewezen) {
    return { ToewijzingNummer: toewijzingNummer, Product: ProductVan(code), ToewijzingIngangsdatum: ingangsdatum };
  }

  start(bsn: string, op: Toegewezen, Begindatum: string, dagtekening?: string): Promise<Resource> {
    const StartProducten: WMO305.StartProduct[] = [{ ...this.levering(op), Begindatum, StatusAanlevering: '1' }];
    return this.stuur('WMO305', { Header: this.kop('WMO305', dagtekening), Client: { ...wmo305.Client, Bsn: bsn, StartProducten } });
  }

  stop(
    bsn: string, op: Toegewezen, Begindatum: string, Einddatum: string, RedenBeeindiging: WMO307.StopProduct['RedenBeeindiging'], dagtekening?: string,
  ): Promise<Resource> {
    const StopProducten: WMO307.StopProduct[] = [{ ...this.levering(op), Begindatum, Einddatum, RedenBeeindiging, StatusAanlevering: '1' }];
    return this.stuur('WMO307', { Header: this.kop('WMO307', dagtekening), Client: { ...wmo307.Client, Bsn: bsn, StopProducten } });
  }

  /** A claim over one month (YYYY-MM); what is wrong with it is for the caller. */
  declareer(maand: string, dagtekening: string, ...regels: readonly Declaratieregel[]): Promise<Resource> {
    const periode = { Begindatum: `${maand}-01`, Einddatum: laatsteVanMaand(`${maand}-01`) };
    const Header = this.kop('WMO323', dagtekening);
    const prestatie = ({ op, volume, eenheid, tarief, bedrag = volume * tarief, referentie, vorige, dagen }: Declaratieregel): WMO323.Prestatie => ({
      ProductReferentie: { ReferentieNummer: referentie, ...(vorige === undefined ? {} : { VorigReferentieNummer: vorige }) },
      ToewijzingNummer: op.toewijzingNummer, ProductCategorie: ProductVan(op.product.code).Categorie, ProductCode: op.product.code,
      ProductPeriode: dagen === undefined ? periode : { Begindatum: dagen[0], Einddatum: dagen[1] }, GeleverdVolume: volume, Eenheid: eenheid,
      ProductTarief: tarief, IngediendBedrag: { Bedrag: bedrag, DebetCredit: vorige === undefined ? 'D' : 'C' } });
    const totaal = regels.reduce((som, { volume, tarief, bedrag = volume * tarief, vorige }) => som + (vorige === undefined ? bedrag : -bedrag), 0);
    return this.gateway.lever('WMO323', { Header, Declaratie: {
      DeclaratieNummer: `DN${volgnummer}`, DeclaratiePeriode: periode, DeclaratieDagtekening: dagtekening,
      TotaalIngediendBedrag: { TotaalBedrag: Math.abs(totaal), DebetCredit: totaal < 0 ? 'C' : 'D' },
      Clienten: [...new Set(regels.map(({ bsn }) => bsn))].map((Bsn) => ({
        Bsn, Prestaties: regels.filter(({ bsn }) => bsn === Bsn).map(prestatie) })) } });
  }

  async termijnen(soort: string): Promise<Termijn[]> {
    const { items } = await this.gateway.haal<Lijst<Termijn>>(`/v1/termijnen?gemeente=${this.gemeente}&limiet=200`);
    return items.filter((termijn) => termijn.soort === soort);
  }

  async lijst<T>(naam: 'wachtlijst' | 'eigen-bijdrage' | 'betaalregels' | 'signalen', vraag = ''): Promise<readonly T[]> {
    return (await this.gateway.haal<Lijst<T>>(`/v1/${naam}?gemeente=${this.gemeente}${vraag}`)).items;
  }

  /** The payable lines by reference number. */
  async betaalregels(...referenties: readonly string[]): Promise<Record<string, Betaalregel>> {
    const regels = await this.lijst<Betaalregel>('betaalregels', '&limiet=1000');
    return Object.fromEntries(regels.filter(({ referentieNummer }) => referenties.includes(referentieNummer))
      .map((regel) => [regel.referentieNummer, regel]));
  }
}
