/** The form with which somebody decides: what was filled in, what is missing, and what is sent to the API. */
import type { JSX } from 'preact';
import type { Probleemdocument } from '../../api.js';
import { Formulier, Foutoverzicht, Keuze, Keuzerondjes, Knop, Knoppen, Tekstveld, Vinkje, type Velden } from '../../opmaak/formulier.js';
import { Alinea, Gegevens, Kop2, Kop3, Melding } from '../../opmaak/onderdelen.js';
import { datum, keuzesUit, metLabel } from '../../opmaak/tekst.js';
import type { Besluitsoort, Verzoek } from './typen.js';

/** A fault and the field where it is. */
export interface Veldfout { readonly veld?: string; readonly melding: string }

const REDENEN = keuzesUit('LDT_RedenAfwijzingVerzoek');
const NAAM: Readonly<Record<Besluitsoort, string>> = { toewijzen: 'Toewijzen', onderzoek: 'In onderzoek', afwijzen: 'Afwijzen' };
const BEVESTIGING = 'ondanks-';

const isBesluit = (waarde: string | undefined): waarde is Besluitsoort => waarde !== undefined && Object.hasOwn(NAAM, waarde);
export const besluitnaam = (besluit: Besluitsoort): string => NAAM[besluit];

/** Whether the address of the client has to be given with a grant. */
const vraagtClient = ({ client }: Verzoek): boolean => !client.bekend && client.gegevens !== undefined;

/** What can be seen to be wrong without asking the API. */
export function controleer(velden: Velden, verzoek: Verzoek, definitief: boolean): readonly Veldfout[] {
  const { besluit } = velden;
  if (!isBesluit(besluit)) return [{ veld: 'besluit-toewijzen', melding: 'Kies een besluit.' }];
  if (besluit === 'afwijzen') return velden['redenAfwijzing'] ? [] : [{ veld: 'redenAfwijzing', melding: 'Kies een reden van afwijzing.' }];
  if (besluit !== 'toewijzen') return [];
  const adres = vraagtClient(verzoek) ? [
    ...(/^[1-9]\d{3} ?[A-Za-z]{2}$/.test(velden['postcode'] ?? '') ? [] : [{ veld: 'postcode', melding: 'Vul een postcode in, zoals 1234 AB.' }]),
    ...(/^\d{1,5}$/.test(velden['huisnummer'] ?? '') ? [] : [{ veld: 'huisnummer', melding: 'Vul een huisnummer in, alleen cijfers.' }]),
  ] : [];
  const onbevestigd = definitief ? verzoek.beleid.bezwaren.filter(({ code }) => velden[BEVESTIGING + code] !== 'ja' && geldt(code, velden)) : [];
  return [...adres, ...onbevestigd.map(({ code, melding }) => ({ veld: BEVESTIGING + code, melding: `Bevestig dat u toewijst ondanks: ${melding}` }))];
}

/** An objection to a day that is past goes with another day. */
const geldt = (code: string, velden: Velden): boolean => code !== 'ingangsdatum-voorbij' || !velden['ingangsdatum'];

/** The body of the decision. @param definitief with what is confirmed; without, it is only looked at */
export function alsBesluit(velden: Velden, verzoek: Verzoek, definitief: boolean): Record<string, unknown> {
  const { besluit, redenAfwijzing, ingangsdatum } = velden;
  if (besluit === 'afwijzen') return { besluit, redenAfwijzing };
  if (besluit !== 'toewijzen') return { besluit };
  return {
    besluit, ...(ingangsdatum ? { ingangsdatum } : {}), ...(vraagtClient(verzoek) ? { client: clientVan(velden, verzoek) } : {}),
    ...(definitief ? { ondanks: Object.keys(velden).filter((naam) => naam.startsWith(BEVESTIGING)).map((naam) => naam.slice(BEVESTIGING.length)) } : {}),
  };
}

/** The client as the request names them, with the address that was filled in. */
function clientVan(velden: Velden, { client: { gegevens } }: Verzoek): object {
  const { postcode = '', huisnummer, huisletter, toevoeging } = velden;
  return {
    ...gegevens, Naam: { ...gegevens?.Naam, NaamGebruik: '1' },
    Contactgegevens: [{ Soort: '01', Adres: {
      Huis: { Huisnummer: Number(huisnummer), ...(huisletter ? { Huisletter: huisletter.toUpperCase() } : {}), ...(toevoeging ? { HuisnummerToevoeging: toevoeging } : {}) },
      Postcode: postcode.replace(' ', '').toUpperCase(), LandCode: 'NL' } }],
  };
}

/** Faults that the API named, at the fields of this form. */
export function foutenUit({ code, detail, fouten }: Probleemdocument): readonly Veldfout[] {
  if (fouten === undefined || fouten.length === 0) return [{ ...(code === 'ongeldige-aanvraag' && /ingangsdatum/i.test(detail) ? { veld: 'ingangsdatum' } : {}), melding: detail }];
  return fouten.map(({ pad, regel, melding }) => ({
    melding,
    ...(pad === '/ondanks' ? { veld: `${BEVESTIGING}${String(regel)}` } : pad?.startsWith('/client') === true ? { veld: 'postcode' } : {}),
  }));
}

export function Besluitformulier({ verzoek, csrf, velden, fouten }: {
  readonly verzoek: Verzoek; readonly csrf: string; readonly velden: Velden; readonly fouten: readonly Veldfout[];
}): JSX.Element {
  const fout = (veld: string): string | undefined => fouten.find((een) => een.veld === veld)?.melding;
  const inOnderzoek = verzoek.status === 'in-onderzoek';
  const { bezwaren } = verzoek.beleid;
  const { gegevens } = verzoek.client;
  return (
    <section aria-labelledby="besluit">
      <Kop2 id="besluit">Besluit</Kop2>
      <Foutoverzicht fouten={fouten} />
      <Formulier naar={`/verzoeken/${verzoek.id}`} csrf={csrf} naam="Besluit">
        <Keuzerondjes naam="besluit" label="Wat besluit u?" waarde={velden['besluit']} fout={fout('besluit-toewijzen')} verplicht keuzes={[
          { waarde: 'toewijzen', label: 'Toewijzen', uitleg: 'De aanbieder krijgt een WMO301.' },
          ...(inOnderzoek ? [] : [{ waarde: 'onderzoek', label: 'In onderzoek', uitleg: 'De aanbieder krijgt een WMO319; u beslist later.' }]),
          { waarde: 'afwijzen', label: 'Afwijzen', uitleg: 'De aanbieder krijgt een WMO319 met de reden.' },
        ]} />
        <div class="iwmo-naast">
          <div>
            <Kop3>Bij toewijzen</Kop3>
            {verzoek.berichtsoort === 'WMO317' ? (
              <Tekstveld naam="ingangsdatum" label="Andere ingangsdatum" soort="date" waarde={velden['ingangsdatum']} fout={fout('ingangsdatum')} verplicht={false}
                uitleg="Voor wat in het verleden had moeten ingaan. Wat later ingaat blijft zoals gevraagd." />)
              : <Alinea klein>Een aanvraag wordt toegewezen zoals zij is gevraagd. Klopt dat niet, wijs haar dan af en vraag om een nieuwe.</Alinea>}
            {bezwaren.map(({ code, melding }) => (
              <div class={fout(BEVESTIGING + code) === undefined ? undefined : 'utrecht-form-field--invalid'}>
                <Vinkje naam={BEVESTIGING + code} label={`Ik wijs toe ondanks: ${melding}`} aan={velden[BEVESTIGING + code] === 'ja'} />
              </div>))}
            {vraagtClient(verzoek) && gegevens !== undefined ? (
              <>
                <Alinea klein>De gemeente heeft deze cliënt nog niet toegewezen. Naam, geslacht en geboortedatum komen uit de aanvraag; vul het adres in.</Alinea>
                <Gegevens items={[
                  ['Naam', [gegevens.Naam.Voornamen, gegevens.Naam.Geslachtsnaam.Voorvoegsel, gegevens.Naam.Geslachtsnaam.Achternaam].filter(Boolean).join(' ')],
                  ['Geboren', datum(gegevens.Geboortedatum.Datum)], ['Geslacht', metLabel('LDT_Geslacht', gegevens.Geslacht)]]} />
                <Tekstveld naam="postcode" label="Postcode" waarde={velden['postcode']} fout={fout('postcode')} maxLengte={7} />
                <Tekstveld naam="huisnummer" label="Huisnummer" waarde={velden['huisnummer']} fout={fout('huisnummer')} invoermodus="numeric" maxLengte={5} />
                <Tekstveld naam="huisletter" label="Huisletter" waarde={velden['huisletter']} maxLengte={1} verplicht={false} />
                <Tekstveld naam="toevoeging" label="Toevoeging" waarde={velden['toevoeging']} maxLengte={4} verplicht={false} />
              </>) : null}
          </div>
          <div>
            <Kop3>Bij afwijzen</Kop3>
            <Keuze naam="redenAfwijzing" label="Reden van afwijzing" leeg="Kies een reden" waarde={velden['redenAfwijzing'] ?? verzoek.beleid.redenAfwijzing}
              fout={fout('redenAfwijzing')} keuzes={REDENEN} />
          </div>
        </div>
        <Knoppen>
          <Knop naam="actie" waarde="voorbeeld" soort="secondary-action">Bekijk het bericht</Knop>
          <Knop naam="actie" waarde="besluit">Besluit en verstuur</Knop>
        </Knoppen>
      </Formulier>
    </section>
  );
}

/** What somebody had filled in for a decision that came too late. */
export const Ingevuld = ({ velden, verzoek }: { readonly velden: Velden; readonly verzoek: Verzoek }): JSX.Element | null => {
  const { besluit, redenAfwijzing, ingangsdatum, postcode, huisnummer, huisletter = '', toevoeging = '' } = velden;
  if (!isBesluit(besluit)) return null;
  return (
    <Melding titel="Wat u had ingevuld">
      <Gegevens items={[
        ['Besluit', NAAM[besluit]],
        besluit === 'afwijzen' ? ['Reden', metLabel('LDT_RedenAfwijzingVerzoek', redenAfwijzing)] : undefined,
        ingangsdatum ? ['Andere ingangsdatum', datum(ingangsdatum)] : undefined,
        postcode ? ['Adres', `${postcode}, ${huisnummer ?? ''}${huisletter}${toevoeging}`] : undefined,
        ...verzoek.beleid.bezwaren.filter(({ code }) => velden[BEVESTIGING + code] === 'ja').map(({ melding }) => ['Ondanks', melding] as const),
      ]} />
    </Melding>
  );
};
