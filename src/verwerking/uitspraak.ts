/** The verdict on one message: assess it, change the register, compose the answer, and close. All inside the caller's transaction. */
import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { verwerkTermijnen } from '../gemeente/termijnen.js';
import type { Beleidstermijn } from '../gemeente/termijnsoorten.js';
import type { Bevraagbaar, Pool } from '../platform/database.js';
import { pakIn } from '../platform/inhoud.js';
import type { Klok } from '../platform/klok.js';
import { kluisVan } from '../platform/kluis/kluis.js';
import { werkRegisterBij } from '../register/bijwerken.js';
import { laadDossier } from '../register/dossier.js';
import { koppelPersonen, zoekPersonen, type Personen } from '../register/personen.js';
import { verwijzingenVan } from '../register/verwijzingen.js';
import { paarVan, wegVan, type Antwoordbericht, type Heenbericht } from '../standaard/berichten/berichtsoorten.js';
import type { Berichten } from '../standaard/berichten/gegenereerd/index.js';
import { beoordeelNiveau2, beoordeelNiveau3En4, contextVan, zonderPlaats, type Beoordeling } from '../standaard/regels/beoordelen.js';
import type { Buitenwereld } from '../standaard/regels/dossier.js';
import { stelAntwoordOp, type Antwoord } from '../standaard/retour/retour.js';
import { controleerNiveau1, type Kop, type Schemas } from '../standaard/xml/niveau1.js';
import { schrijfBericht } from '../standaard/xml/schrijven.js';
import type { Berichtstatus } from './bericht.js';
import type { Meter } from './meter.js';
import { rondAf } from './opslag.js';

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

/** An assessment, and the clients of the message that the register knew when it was made. */
export interface Oordeel extends Beoordeling {
  readonly bekend: Personen;
}

/** A number as an Identificatie: twelve characters, unique for this gateway. */
export function alsIdentificatie(nummer: number): string {
  return nummer.toString(36).toUpperCase().padStart(12, '0');
}

/** What an assessment comes down to: the status, and whether the message counts as sent. */
export interface Uitslag {
  readonly status: Berichtstatus;
  readonly verwerkt: boolean;
}

/**
 * Changes the register and the terms as a message does that counts as sent.
 * @throws RegisterGewijzigd when the register contradicts the verdict
 */
export async function verwerk<B extends Heenbericht>(
  beoordelaar: Beoordelaar, db: Bevraagbaar, { id, berichtsoort }: Pick<TeBeoordelen<B>, 'id' | 'berichtsoort'>, bericht: Berichten[B],
  { bekend, ...beoordeling }: Oordeel, status: Berichtstatus,
): Promise<void> {
  await beoordelaar.meter.stap('register', async () => {
    const { clienten } = verwijzingenVan(berichtsoort, bericht);
    const personen = await koppelPersonen(db, clienten, bekend);
    await werkRegisterBij(db, id, berichtsoort, bericht, beoordeling, personen);
    const paar = paarVan(berichtsoort, bericht.Header.Afzender, bericht.Header.Ontvanger);
    await verwerkTermijnen(db, {
      berichtId: id, soort: berichtsoort, bericht, ...paar, status, persoon: personen.get(clienten[0] ?? ''),
      vandaag: beoordelaar.klok.vandaag(), beleidstermijnen: beoordelaar.termijnbeleid?.(paar.gemeente) ?? [],
    });
  });
}

/** Changes the register as the verdict says, composes and stores the answer, and closes the assessment. */
export async function rondBerichtAf<B extends Heenbericht>(
  beoordelaar: Beoordelaar, db: Bevraagbaar, bezig: TeBeoordelen<B>, bericht: Berichten[B], oordeel: Oordeel,
): Promise<void> {
  const { meter, klok } = beoordelaar;
  const { id, berichtsoort, nummer } = bezig;
  const { bekend: _, ...beoordeling } = oordeel;
  const { status, verwerkt } = uitslagVan(berichtsoort, bericht, beoordeling);
  if (verwerkt) await verwerk(beoordelaar, db, bezig, bericht, oordeel, status);
  const { bytes, berichtsoort: antwoordsoort, kop } = meter.nu('antwoord', () => schrijfAntwoord(
    beoordelaar.schemas, stelAntwoordOp(berichtsoort, bericht, beoordeling, {
      identificatie: alsIdentificatie(nummer), dagtekening: klok.vandaag() })));
  const hash = createHash('sha256').update(bytes).digest();
  const antwoordId = uuid();
  await meter.stap('opslaan', async () => rondAf(db, {
    id, status, bevindingen: beoordeling.bevindingen.map(zonderPlaats), partij: wegVan(antwoordsoort, kop.afzender, kop.ontvanger).voor,
    antwoord: { id: antwoordId, berichtsoort: antwoordsoort, kop, hash, omvang: bytes.length, client: 'gateway', op: klok.nu() },
  }, await pakIn(kluisVan(db), antwoordId, bytes)));
  meter.beoordeeld(berichtsoort, status, id);
}

/** All levels, as the receiver of the message would assess it. */
export async function beoordeel<B extends Heenbericht>(
  { meter, klok, contracten }: Beoordelaar, db: Bevraagbaar, soort: B, bericht: Berichten[B],
): Promise<Oordeel> {
  const context = contextVan(soort, bericht);
  const niveau2 = meter.nu('niveau2', () => beoordeelNiveau2(context));
  if (niveau2.length > 0) return { bevindingen: niveau2, nietBeoordeeld: new Set(), bekend: new Map() };
  const { gemeente, aanbieder } = paarVan(soort, bericht.Header.Afzender, bericht.Header.Ontvanger);
  const buitenwereld = { systeemdatum: klok.vandaag(), contract: contracten(gemeente, aanbieder), creditGelijkAanDebet: false };
  const { bekend, dossier } = await meter.stap('dossier', async () => {
    const personen = await zoekPersonen(db, verwijzingenVan(soort, bericht).clienten);
    return { bekend: personen, dossier: await laadDossier(db, soort, bericht, buitenwereld, personen) };
  });
  return { ...meter.nu('niveau3En4', () => beoordeelNiveau3En4(context, dossier)), bekend };
}

/**
 * The status, and whether the message counts as sent. A claim is decided per Prestatie and counts as sent even when every line is
 * rejected; every other message is taken or rejected as a whole (IV032, IV087).
 */
export function uitslagVan(soort: Heenbericht, bericht: Berichten[Heenbericht], { bevindingen }: Beoordeling): Uitslag {
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
