/**
 * Decides on requests: by policy as soon as a request came in, or as a person says. Granting makes a WMO301, rejecting and putting under
 * investigation a WMO319. What policy or the law leaves open waits for a person with the reasons.
 */
import { weegVerzoek, type Afweging } from '../gemeente/afweging.js';
import { bekendeClientgegevens } from '../gemeente/clientgegevens.js';
import type { Clientgegevens, Productopdracht } from '../gemeente/opdracht.js';
import type { Paar } from '../gemeente/plaatsing.js';
import { laadSituatie, neemSituatie } from '../gemeente/situatie.js';
import { maakToewijzing, OpdrachtOngeldig } from '../gemeente/toewijzen.js';
import type { Bezwaar } from '../gemeente/wensen.js';
import { eersteTeBekijken, noteerBekeken, zoekVerzoek, type Verzoek } from '../gemeente/verzoeken.js';
import type { Beleid } from '../regio/index.js';
import type { basis } from '../standaard/berichten/gegenereerd/index.js';
import type { Beoordelaar } from './uitspraak.js';
import { Afgekeurd, maakVoorbeeld, verstuur, type Inhoud, type Verzonden, type Voorbeeld } from './versturen.js';

export interface Beslisser {
  readonly beoordelaar: Beoordelaar;
  /** The policy that holds now. */
  readonly beleid: () => Beleid;
}

/** What a person, or policy, decides. */
export type Beslissing =
  | {
    readonly besluit: 'toewijzen'; readonly ingangsdatum?: string; readonly client?: Clientgegevens;
    /** Codes of the objections that this person saw and grants in spite of; absent: objections are not looked at. */
    readonly ondanks?: readonly string[];
  }
  | { readonly besluit: 'onderzoek' }
  | { readonly besluit: 'afwijzen'; readonly redenAfwijzing: basis.LDT_RedenAfwijzingVerzoek };

/** The request is not in a state in which this can be decided. */
export class BesluitNietMogelijk extends Error {
  override readonly name = 'BesluitNietMogelijk';
  constructor(readonly uitleg: string) {
    super('besluit niet mogelijk');
  }
}

const STAND: Readonly<Record<string, string>> = {
  toegewezen: 'Dit verzoek is al toegewezen.', afgewezen: 'Dit verzoek is al afgewezen.', 'in-onderzoek': 'Dit verzoek is al in onderzoek.',
};

/** RedenAfwijzingVerzoek (WJ759) when policy rejects and names none. */
const INHOUDELIJK: basis.LDT_RedenAfwijzingVerzoek = '7';

/** Time of day of what is allocated now. */
export function tijdVan(nu: Date): string {
  return new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', hour: '2-digit', minute: '2-digit', second: '2-digit',
    hourCycle: 'h23' }).format(nu);
}

/** What policy does with a request: decide, or leave it to a person for these reasons. */
function volgensBeleid({ besluit, bezwaren }: Afweging): Beslissing | { readonly wachtOp: readonly string[] } {
  const redenen = [...new Set(besluit.redenen.map(({ melding }) => melding))];
  switch (besluit.uitkomst) {
    case 'wachten': return { wachtOp: redenen.length > 0 ? redenen : ['Het beleid laat dit aan een medewerker over.'] };
    case 'toewijzen': return bezwaren.length > 0 ? { wachtOp: bezwaren.map(({ melding }) => melding) } : { besluit: 'toewijzen' };
    case 'onderzoek': return { besluit: 'onderzoek' };
    case 'afwijzen': return { besluit: 'afwijzen', redenAfwijzing: besluit.redenAfwijzing ?? INHOUDELIJK };
  }
}

/** Policy leaves the request to a person after all. */
class VraagtPersoon extends Error {
  override readonly name = 'VraagtPersoon';
  constructor(readonly wachtOp: readonly string[]) {
    super('vraagt een medewerker');
  }
}

/**
 * Looks at every request of the pair that policy has not seen, and carries out what it says.
 * @throws when the database cannot be reached; the sweep then comes back to it
 */
export async function beslisOpenstaande(beslisser: Beslisser, gemeente: string, aanbieder: string): Promise<void> {
  const { beoordelaar: { pool, klok }, beleid } = beslisser;
  for (;;) {
    const verzoek = await eersteTeBekijken(pool, gemeente, aanbieder);
    if (verzoek === undefined) return;
    const keuze = volgensBeleid(weegVerzoek(beleid(), verzoek, await laadSituatie(pool, gemeente, verzoek.bsn, klok.vandaag())));
    const wachtOp = 'wachtOp' in keuze ? keuze.wachtOp : await volgBeleid(beslisser, verzoek);
    if (wachtOp !== undefined) await noteerBekeken(pool, verzoek.id, wachtOp);
  }
}

/** Carries out what policy decides; gives why it waits for a person when it turns out not to be possible. */
async function volgBeleid(beslisser: Beslisser, verzoek: Verzoek): Promise<readonly string[] | undefined> {
  const { beoordelaar: { klok }, beleid } = beslisser;
  try {
    await zendBesluit(beslisser, verzoek, 'beleid', async ({ db }) => {
      // Weighed again while the client is held: meanwhile another aanbieder may have got what this one asks for.
      const afweging = weegVerzoek(beleid(), verzoek, await neemSituatie(db, verzoek.gemeente, verzoek.bsn, klok.vandaag()));
      const beslissing = volgensBeleid(afweging);
      if ('wachtOp' in beslissing) throw new VraagtPersoon(beslissing.wachtOp);
      return { beslissing, opdrachten: afweging.opdrachten };
    });
    return undefined;
  } catch (fout) {
    if (fout instanceof BesluitNietMogelijk) return undefined;
    if (fout instanceof VraagtPersoon) return fout.wachtOp;
    if (fout instanceof OpdrachtOngeldig) return fout.fouten.map(({ melding }) => melding);
    if (fout instanceof Afgekeurd) return [...fout.bevindingen.map(({ melding }) => melding), ...fout.fouten.map(({ melding }) => melding)];
    throw fout;
  }
}

/**
 * Decides on a request as a person says, and sends the message of it.
 * @throws BesluitNietMogelijk when it was decided already, OpdrachtOngeldig or Afgekeurd when it cannot be carried out, PaarBezet
 */
export async function beslis(beslisser: Beslisser, id: string, beslissing: Beslissing, client: string): Promise<Verzonden<undefined>> {
  const verzoek = await bestaand(beslisser, id);
  return zendBesluit(beslisser, verzoek, client, zoalsGezegd(beslisser, verzoek, beslissing));
}

/** What a person would send, and what there is against it. */
export interface Besluitvoorbeeld extends Pick<Voorbeeld<undefined>, 'soort' | 'bericht' | 'bytes'> {
  readonly bezwaren: readonly Bezwaar[];
}

/** The message that `beslis` would send now; nothing is stored. @throws as beslis */
export async function voorbeeldVan(beslisser: Beslisser, id: string, beslissing: Beslissing): Promise<Besluitvoorbeeld> {
  const verzoek = await bestaand(beslisser, id);
  let bezwaren: readonly Bezwaar[] = [];
  const { soort, bericht, bytes } = await maakVoorbeeld(beslisser.beoordelaar, verzoek.gemeente, verzoek.aanbieder,
    besluitmaker(beslisser, verzoek, async (paar) => {
      const keuze = await zoalsGezegd(beslisser, verzoek, beslissing)(paar);
      bezwaren = keuze.bezwaren;
      return keuze;
    }));
  return { soort, bericht, bytes, bezwaren };
}

async function bestaand({ beoordelaar: { pool } }: Beslisser, id: string): Promise<Verzoek> {
  const verzoek = await zoekVerzoek(pool, id);
  if (verzoek === undefined) throw new BesluitNietMogelijk('Dit verzoek bestaat niet.');
  return verzoek;
}

/** @throws OpdrachtOngeldig when there is an objection that the person looked for and does not name */
function zoalsGezegd({ beoordelaar: { klok }, beleid }: Beslisser, verzoek: Verzoek, beslissing: Beslissing) {
  return async ({ db }: Paar): Promise<Keuze & { readonly bezwaren: readonly Bezwaar[] }> => {
    if (beslissing.besluit !== 'toewijzen') return { beslissing, opdrachten: [], bezwaren: [] };
    const { ingangsdatum, ondanks } = beslissing;
    const situatie = await neemSituatie(db, verzoek.gemeente, verzoek.bsn, klok.vandaag());
    const { opdrachten, bezwaren } = weegVerzoek(beleid(), verzoek, situatie, ingangsdatum);
    const onbevestigd = bezwaren.filter(({ code }) => ondanks?.includes(code) === false);
    if (onbevestigd.length > 0) throw new OpdrachtOngeldig(onbevestigd.map(({ code, melding }) => ({ regel: code, pad: '/ondanks', melding })));
    return { beslissing, opdrachten, bezwaren };
  };
}

interface Keuze {
  readonly beslissing: Beslissing;
  /** What carries out an allocation. */
  readonly opdrachten: readonly Productopdracht[];
}

async function zendBesluit(
  beslisser: Beslisser, verzoek: Verzoek, client: string, kies: (paar: Paar) => Promise<Keuze>,
): Promise<Verzonden<undefined>> {
  return verstuur(beslisser.beoordelaar, verzoek.gemeente, verzoek.aanbieder, client, besluitmaker(beslisser, verzoek, kies));
}

/** Makes the message of a decision, for sending it or for looking at it first. */
function besluitmaker({ beoordelaar: { klok } }: Beslisser, verzoek: Verzoek, kies: (paar: Paar) => Promise<Keuze>) {
  const { gemeente, aanbieder, bsn, referentie, berichtsoort } = verzoek;
  return async (paar: Paar): Promise<{ bericht: Inhoud; resultaat: undefined }> => {
    const { beslissing, opdrachten } = await kies(paar);
    await neemVerzoek(paar, verzoek, beslissing);
    if (beslissing.besluit !== 'toewijzen') return { bericht: antwoord(verzoek, beslissing), resultaat: undefined };
    const gegevens = await bekendeClientgegevens(paar, bsn) ?? beslissing.client;
    const { inhoud } = await maakToewijzing(paar, {
      gemeente, aanbieder, bsn, producten: opdrachten, ...(gegevens === undefined ? {} : { client: gegevens }),
    }, { datum: klok.vandaag(), tijd: tijdVan(klok.nu()) },
    { waarde: referentie, bereik: berichtsoort === 'WMO317' ? 'alles' : 'nieuw' });
    return { bericht: { soort: 'WMO301', inhoud }, resultaat: undefined };
  };
}

/** Locks the request and looks whether it can still be decided this way. */
async function neemVerzoek({ db }: Paar, verzoek: Verzoek, { besluit }: Beslissing): Promise<void> {
  const { rows } = await db.query<{ status: string }>('select status from verzoek where id = $1 for update', [verzoek.id]);
  const status = rows[0]?.status ?? '';
  const kan = status === 'onderhanden' || (status === 'in-onderzoek' && besluit !== 'onderzoek');
  if (!kan) throw new BesluitNietMogelijk(STAND[status] ?? 'Dit verzoek bestaat niet.');
  await db.query(`update verzoek set bekeken_op = coalesce(bekeken_op, now()), wacht_op = '{}' where id = $1`, [verzoek.id]);
}

function antwoord(verzoek: Verzoek, beslissing: Exclude<Beslissing, { besluit: 'toewijzen' }>): Inhoud {
  return { soort: 'WMO319', inhoud: { Antwoord: {
    ReferentieAanbieder: verzoek.referentie, VerzoekAntwoord: beslissing.besluit === 'afwijzen' ? '1' : '2',
    ...(beslissing.besluit === 'afwijzen' ? { RedenAfwijzingVerzoek: beslissing.redenAfwijzing } : {}) } } };
}
