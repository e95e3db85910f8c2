/** The verdict on one message: assess it, change the register, compose the answer, and close. All inside the caller's transaction. */
import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { verwerkTermijnen } from '../gemeente/termijnen.js';
import type { Beleidstermijn } from '../gemeente/termijnsoorten.js';
import type { Bevraagbaar, Pool } from '../platform/database.js';
import type { Klok } from '../platform/klok.js';
import { werkRegisterBij } from '../register/bijwerken.js';
import { laadDossier } from '../register/dossier.js';
import { BERICHTSOORTEN, paarVan, type Antwoordbericht, type Heenbericht } from '../standaard/berichten/berichtsoorten.js';
import type { Berichten } from '../standaard/berichten/gegenereerd/index.js';
import { beoordeelNiveau2, beoordeelNiveau3En4, contextVan, zonderPlaats, type Beoordeling } from '../standaard/regels/beoordelen.js';
import type { Buitenwereld } from '../standaard/regels/dossier.js';
import { stelAntwoordOp, type Antwoord } from '../standaard/retour/retour.js';
import { controleerNiveau1, type Kop, type Schemas } from '../standaard/xml/niveau1.js';
import { schrijfBericht } from '../standaard/xml/schrijven.js';
import type { Berichtstatus } from './bericht.js';
import type { Meter } from './meter.js';
import { pakIn, rondAf } from './opslag.js';

export interface Beoordelaar {
  readonly pool: Pool;
  readonly klok: Klok;
  readonly schemas: Schemas;
  readonly meter: Meter;
  /** Agreed products of a pair, where its gemeente has configured them. */
  readonly contracten: (gemeente: string, aanbieder: string) => Buitenwereld['contract'];
  /** Terms of the policy of a gemeente; absent: only those of the standard. */
  readonly termijnbeleid?: (gemeente: string) => readonly Beleidstermijn[];
}

/** A message in the store that is being assessed. */
export interface TeBeoordelen<B extends Heenbericht = Heenbericht> {
  readonly id: string;
  readonly berichtsoort: B;
  /** Number for the identification of the answer. */
  readonly nummer: number;
}

/** A number as an Identificatie: twelve characters, unique for this gateway. */
export function alsIdentificatie(nummer: number): string {
  return nummer.toString(36).toUpperCase().padStart(12, '0');
}

/** Changes the register as the verdict says, composes and stores the answer, and closes the assessment. */
export async function rondBerichtAf<B extends Heenbericht>(
  beoordelaar: Beoordelaar, db: Bevraagbaar, { id, berichtsoort, nummer }: TeBeoordelen<B>, bericht: Berichten[B], beoordeling: Beoordeling,
): Promise<void> {
  const { meter, klok } = beoordelaar;
  const { status, verwerkt } = uitslagVan(berichtsoort, bericht, beoordeling);
  if (verwerkt) {
    await meter.stap('register', async () => {
      await werkRegisterBij(db, id, berichtsoort, bericht, beoordeling);
      const paar = paarVan(berichtsoort, bericht.Header.Afzender, bericht.Header.Ontvanger);
      await verwerkTermijnen(db, {
        berichtId: id, soort: berichtsoort, bericht, ...paar, status, vandaag: klok.vandaag(),
        beleidstermijnen: beoordelaar.termijnbeleid?.(paar.gemeente) ?? [],
      });
    });
  }
  const { bytes, berichtsoort: antwoordsoort, kop } = meter.nu('antwoord', () => schrijfAntwoord(
    beoordelaar.schemas, stelAntwoordOp(berichtsoort, bericht, beoordeling, {
      identificatie: alsIdentificatie(nummer), dagtekening: klok.vandaag() })));
  const hash = createHash('sha256').update(bytes).digest();
  await meter.stap('opslaan', async () => rondAf(db, {
    id, status, bevindingen: beoordeling.bevindingen.map(zonderPlaats), partij: partijVoor(antwoordsoort, kop),
    antwoord: { id: uuid(), berichtsoort: antwoordsoort, kop, hash, omvang: bytes.length, client: 'gateway', op: klok.nu() },
  }, await pakIn(bytes)));
  meter.beoordeeld(berichtsoort, status);
}

/** All levels, as the receiver of the message would assess it. */
export async function beoordeel<B extends Heenbericht>(
  { meter, klok, contracten }: Beoordelaar, db: Bevraagbaar, soort: B, bericht: Berichten[B],
): Promise<Beoordeling> {
  const context = contextVan(soort, bericht);
  const niveau2 = meter.nu('niveau2', () => beoordeelNiveau2(context));
  if (niveau2.length > 0) return { bevindingen: niveau2, nietBeoordeeld: new Set() };
  const { gemeente, aanbieder } = paarVan(soort, bericht.Header.Afzender, bericht.Header.Ontvanger);
  const buitenwereld = { systeemdatum: klok.vandaag(), contract: contracten(gemeente, aanbieder), creditGelijkAanDebet: false };
  const dossier = await meter.stap('dossier', () => laadDossier(db, soort, bericht, buitenwereld));
  return meter.nu('niveau3En4', () => beoordeelNiveau3En4(context, dossier));
}

/**
 * The status, and whether the message counts as sent. A claim is decided per Prestatie and counts as sent even when every line is
 * rejected; every other message is taken or rejected as a whole (IV032, IV087).
 */
function uitslagVan(
  soort: Heenbericht, bericht: Berichten[Heenbericht], { bevindingen }: Beoordeling,
): { status: Berichtstatus; verwerkt: boolean } {
  if (bevindingen.length === 0) return { status: 'goedgekeurd', verwerkt: true };
  const perPrestatie = bevindingen.every(({ klasse, niveau }) => niveau > 2 && (klasse === 'Client' || klasse === 'Prestatie'));
  if (soort !== 'WMO323' || !perPrestatie) return { status: 'afgekeurd', verwerkt: false };
  const geraakt = new Set(bevindingen.map(({ bij }) => bij.waarde));
  const ietsToegekend = (bericht as Berichten['WMO323']).Declaratie.Clienten
    .some((client) => !geraakt.has(client) && client.Prestaties.some((prestatie) => !geraakt.has(prestatie)));
  return { status: ietsToegekend ? 'deels-goedgekeurd' : 'afgekeurd', verwerkt: true };
}

/** Writes the answer and checks it against its own schema: an answer that is not valid never leaves. */
function schrijfAntwoord(schemas: Schemas, antwoord: Antwoord): { berichtsoort: Antwoordbericht; bytes: Buffer; kop: Kop } {
  const bytes = schrijfBericht(antwoord.berichtsoort, antwoord.bericht);
  const controle = controleerNiveau1(bytes, schemas);
  if (!controle.geldig) throw new Error(`Opgesteld ${antwoord.berichtsoort} voldoet niet aan het schema`);
  return { berichtsoort: antwoord.berichtsoort, bytes, kop: controle.kop };
}

/** A return message keeps Afzender and Ontvanger of the original, so it goes to its Afzender when the other party composed it. */
function partijVoor(soort: Antwoordbericht, kop: Kop): string {
  const { opsteller, afzender } = BERICHTSOORTEN[soort];
  return opsteller === afzender ? kop.ontvanger : kop.afzender;
}
