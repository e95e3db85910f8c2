/**
 * Decides on requests: by policy as soon as a request came in, or as a person says. Granting makes a WMO301, rejecting and putting under
 * investigation a WMO319. What policy or the law leaves open waits for a person with the reasons.
 */
import { bekendeClientgegevens } from '../gemeente/clientgegevens.js';
import type { Clientgegevens } from '../gemeente/opdracht.js';
import type { Paar } from '../gemeente/plaatsing.js';
import { laadSituatie } from '../gemeente/situatie.js';
import { maakToewijzing, OpdrachtOngeldig } from '../gemeente/toewijzen.js';
import { eersteTeBekijken, noteerBekeken, zoekVerzoek, type Verzoek } from '../gemeente/verzoeken.js';
import { werkAanvraagUit, werkWijzigingUit, type Uitwerking } from '../gemeente/wensen.js';
import type { Beleid } from '../regio/beleid.js';
import type { Besluit, Situatie } from '../regio/besluit.js';
import { beoordeelAanvraag } from '../regio/beoordelen.js';
import type { basis } from '../standaard/berichten/gegenereerd/index.js';
import type { Beoordelaar } from './uitspraak.js';
import { Afgekeurd, PaarBezet, verstuur, type Inhoud, type Verzonden } from './versturen.js';

export interface Beslisser {
  readonly beoordelaar: Beoordelaar;
  /** The policy that holds now. */
  readonly beleid: () => Beleid;
}

/** What a person, or policy, decides. */
export type Beslissing =
  | { readonly besluit: 'toewijzen'; readonly ingangsdatum?: string; readonly client?: Clientgegevens }
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

/** Time of day of what is allocated now. */
export function tijdVan(nu: Date): string {
  return new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', hour: '2-digit', minute: '2-digit', second: '2-digit',
    hourCycle: 'h23' }).format(nu);
}

/** How the request would be carried out now, and what policy says of it. */
interface Afweging {
  readonly uitwerking: Uitwerking;
  readonly besluit: Besluit;
}

function weegAf(beleid: Beleid, verzoek: Verzoek, situatie: Situatie, verschuif?: string): Afweging {
  const { gemeente, aanbieder, dagtekening, berichtsoort } = verzoek;
  const paar = { gemeente, aanbieder };
  const oordeel = (uitwerking: Uitwerking): Besluit[] =>
    uitwerking.wensen.map((wens) => beoordeelAanvraag(beleid, { ...wens, route: berichtsoort, dagtekening }, situatie));
  if (verzoek.berichtsoort === 'WMO315') {
    const [eerste] = oordeel(werkAanvraagUit(paar, verzoek.product, situatie));
    const uitwerking = werkAanvraagUit(paar, verzoek.product, situatie, eerste?.vervangt ?? []);
    return { uitwerking, besluit: strengste([eerste]) };
  }
  const uitwerking = werkWijzigingUit(paar, verzoek.verzoek, situatie, verschuif);
  return { uitwerking, besluit: strengste(oordeel(uitwerking)) };
}

const VOLGORDE: readonly Besluit['uitkomst'][] = ['afwijzen', 'onderzoek', 'wachten', 'toewijzen'];

/** A change request is granted or rejected as one: the strictest of its parts. */
function strengste(besluiten: readonly (Besluit | undefined)[]): Besluit {
  const alle = besluiten.filter((besluit) => besluit !== undefined);
  const [eerste] = VOLGORDE.flatMap((uitkomst) => alle.filter((besluit) => besluit.uitkomst === uitkomst));
  return { ...(eerste ?? { uitkomst: 'wachten' as const, vervangt: [] }), redenen: alle.flatMap(({ redenen }) => redenen) };
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
    const situatie = await laadSituatie(pool, gemeente, verzoek.bsn, klok.vandaag());
    const { uitwerking, besluit } = weegAf(beleid(), verzoek, situatie);
    const redenen = besluit.redenen.map(({ melding }) => melding);
    if (besluit.uitkomst === 'wachten') {
      await noteerBekeken(pool, verzoek.id, redenen.length > 0 ? redenen : ['Het beleid laat dit aan een medewerker over.']);
    } else if (besluit.uitkomst === 'toewijzen' && uitwerking.bezwaren.length > 0) {
      await noteerBekeken(pool, verzoek.id, uitwerking.bezwaren);
    } else {
      const beslissing: Beslissing = besluit.uitkomst === 'afwijzen' ? { besluit: 'afwijzen', redenAfwijzing: besluit.redenAfwijzing ?? '7' }
        : { besluit: besluit.uitkomst };
      await volgBeleid(beslisser, verzoek, beslissing);
    }
  }
}

/** Carries out what policy decided; what turns out not to be possible waits for a person. */
async function volgBeleid(beslisser: Beslisser, verzoek: Verzoek, beslissing: Beslissing): Promise<void> {
  try {
    await beslis(beslisser, verzoek.id, beslissing, 'beleid');
  } catch (fout) {
    if (fout instanceof BesluitNietMogelijk) return;
    if (fout instanceof PaarBezet) throw fout;
    const redenen = fout instanceof OpdrachtOngeldig ? fout.fouten.map(({ melding }) => melding)
      : fout instanceof Afgekeurd ? [...fout.bevindingen.map(({ melding }) => melding), ...fout.fouten.map(({ melding }) => melding)] : undefined;
    if (redenen === undefined) throw fout;
    await noteerBekeken(beslisser.beoordelaar.pool, verzoek.id, redenen);
  }
}

/**
 * Decides on a request and sends the message of it.
 * @throws BesluitNietMogelijk when it was decided already, OpdrachtOngeldig or Afgekeurd when it cannot be carried out, PaarBezet
 */
export async function beslis(beslisser: Beslisser, id: string, beslissing: Beslissing, client: string): Promise<Verzonden<undefined>> {
  const { beoordelaar, beleid } = beslisser;
  const verzoek = await zoekVerzoek(beoordelaar.pool, id);
  if (verzoek === undefined) throw new BesluitNietMogelijk('Dit verzoek bestaat niet.');
  return verstuur(beoordelaar, verzoek.gemeente, verzoek.aanbieder, client, async (paar) => {
    await neemVerzoek(paar, verzoek, beslissing);
    if (beslissing.besluit !== 'toewijzen') return { bericht: antwoord(verzoek, beslissing), resultaat: undefined };
    const situatie = await laadSituatie(paar.db, verzoek.gemeente, verzoek.bsn, beoordelaar.klok.vandaag());
    const { uitwerking } = weegAf(beleid(), verzoek, situatie, beslissing.ingangsdatum);
    const gegevens = await bekendeClientgegevens(paar, verzoek.bsn) ?? beslissing.client;
    const { inhoud } = await maakToewijzing(paar, {
      gemeente: verzoek.gemeente, aanbieder: verzoek.aanbieder, bsn: verzoek.bsn, producten: uitwerking.opdrachten,
      ...(gegevens === undefined ? {} : { client: gegevens }),
    }, { datum: beoordelaar.klok.vandaag(), tijd: tijdVan(beoordelaar.klok.nu()) },
    { waarde: verzoek.referentie, bereik: verzoek.berichtsoort === 'WMO317' ? 'alles' : 'nieuw' });
    return { bericht: { soort: 'WMO301', inhoud }, resultaat: undefined };
  });
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
