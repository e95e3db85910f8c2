/** Looking messages up: filters and a page at a time, newest first. */
import type { JSX } from 'preact';
import { ALLE_BERICHTSOORTEN } from '../../../../standaard/berichten/berichtsoorten.js';
import { codelijstVan } from '../../../../standaard/codelijsten/index.js';
import { Apifout, metVraag } from '../../api.js';
import { kan, type Bezoek } from '../../bezoek.js';
import { pagina, type Kamer } from '../../kamer.js';
import { Filter, Foutoverzicht, Keuze, Tekstveld } from '../../opmaak/formulier.js';
import { Alinea, Bladeren, Koppeling, Label, Melding, Tabel, type Kolom } from '../../opmaak/onderdelen.js';
import { partijnaam, tijdstip } from '../../opmaak/tekst.js';
import { berichtadres, soortnaam, STATUS, statusVan, TERZIJDE, type Bericht } from './vormen.js';

interface Lijst { readonly items: readonly Bericht[]; readonly volgende?: string }

const PER_PAGINA = 50;
const VELDEN = ['soort', 'status', 'richting', 'afzender', 'ontvanger', 'van', 'tot', 'code', 'identificatie'] as const;
type Veld = (typeof VELDEN)[number];
type Gevraagd = Readonly<Partial<Record<Veld, string>>>;

const PARTIJ = 'Vul een gemeentecode van vier of een AGB-code van acht cijfers in.';
const KLOPT: Readonly<Partial<Record<Veld, readonly [RegExp, string]>>> = {
  afzender: [/^(\d{4}|\d{8})$/, PARTIJ], ontvanger: [/^(\d{4}|\d{8})$/, PARTIJ], code: [/^\d{4}$/, 'Een retourcode heeft vier cijfers, bijvoorbeeld 9063.'],
  identificatie: [/^.{1,12}$/, 'Een identificatie heeft hooguit twaalf tekens.'],
  van: [/^\d{4}-\d{2}-\d{2}$/, 'Vul een datum in.'], tot: [/^\d{4}-\d{2}-\d{2}$/, 'Vul een datum in.'],
};

/** Codes of three figures or less are no return codes; the list helps whoever knows the meaning and not the code. */
const CODES = [...codelijstVan('LDT_RetourCode')?.codes ?? []].map(([waarde, betekenis]) => ({ waarde, label: `${waarde} ${betekenis}` }));

/** The day after; undefined for what is no day. */
function dagNa(datum: string | undefined): string | undefined {
  const op = datum === undefined ? Number.NaN : Date.parse(`${datum}T00:00:00Z`);
  return Number.isNaN(op) ? datum : new Date(op + 86_400_000).toISOString().slice(0, 10);
}

function vraagVan(bezoek: Bezoek, { soort, status, richting, afzender, ontvanger, van, tot, code, identificatie }: Gevraagd): Record<string, string | boolean | undefined> {
  const terzijde = status === 'terzijde';
  // Who looks after the gateway sees of everybody what was set aside.
  const partij = terzijde && kan(bezoek, 'beheer') ? undefined : bezoek.partij;
  return {
    partij, berichtsoort: soort, status: terzijde ? undefined : status, terzijde: terzijde ? true : undefined, richting, afzender, ontvanger,
    vanaf: van, tot: dagNa(tot), retourcode: code, identificatie,
  };
}

const KOLOMMEN: readonly Kolom<Bericht>[] = [
  { kop: 'Ontvangen', cel: ({ ontvangenOp }) => tijdstip(ontvangenOp) },
  { kop: 'Bericht', rijkop: true, cel: ({ id, berichtsoort }) => <Koppeling naar={berichtadres(id)}>{soortnaam(berichtsoort)}</Koppeling> },
  { kop: 'Identificatie', cel: ({ identificatie }) => <span class="iwmo-kenmerk">{identificatie}</span> },
  { kop: 'Afzender', cel: ({ afzender }) => partijnaam(afzender) },
  { kop: 'Ontvanger', cel: ({ ontvanger }) => partijnaam(ontvanger) },
  { kop: 'Status', cel: (bericht) => {
    const [naam, soort] = statusVan(bericht);
    return <Label soort={soort}>{naam}</Label>;
  } },
  { kop: 'Codes', cel: ({ bevindingen }) => codes(bevindingen) },
];

const MAX_CODES = 4;
function codes(bevindingen: Bericht['bevindingen']): string {
  const alle = [...new Set(bevindingen.map(({ retourcode, regel }) => retourcode ?? regel))];
  return alle.length > MAX_CODES ? `${alle.slice(0, MAX_CODES).join(', ')} en ${alle.length - MAX_CODES} meer` : alle.join(', ');
}

function Zoekformulier({ gevraagd, fouten }: { readonly gevraagd: Gevraagd; readonly fouten: Gevraagd }): JSX.Element {
  const veld = (naam: Veld, label: string) => ({ naam, label, waarde: gevraagd[naam], fout: fouten[naam] });
  return (
    <Filter naar="/berichten">
      <Keuze {...veld('soort', 'Bericht')} leeg="Alle" keuzes={ALLE_BERICHTSOORTEN.map((waarde) => ({ waarde, label: soortnaam(waarde) }))} />
      <Keuze {...veld('status', 'Status')} leeg="Alle" keuzes={[...Object.entries(STATUS), ['terzijde', TERZIJDE] as const]
        .map(([waarde, [label]]) => ({ waarde, label }))} />
      <Keuze {...veld('richting', 'Richting')} leeg="Alle"
        keuzes={[{ waarde: 'inkomend', label: 'Bij de gateway aangeleverd' }, { waarde: 'uitgaand', label: 'Door de gateway gemaakt' }]} />
      <Tekstveld {...veld('afzender', 'Afzender')} invoermodus="numeric" maxLengte={8} />
      <Tekstveld {...veld('ontvanger', 'Ontvanger')} invoermodus="numeric" maxLengte={8} />
      <Tekstveld {...veld('van', 'Ontvangen van')} soort="date" />
      <Tekstveld {...veld('tot', 'Tot en met')} soort="date" />
      <Tekstveld {...veld('code', 'Retourcode')} invoermodus="numeric" maxLengte={4} lijst={CODES} />
      <Tekstveld {...veld('identificatie', 'Identificatie')} maxLengte={12} />
    </Filter>
  );
}

export function lijstPagina(kamer: Kamer): void {
  kamer.toon('/berichten', { scopes: ['lezen', 'beheer'] }, async (bezoek) => {
    const { query } = bezoek;
    // With only the scope beheer there is nothing but what was set aside.
    const gevraagd: Gevraagd = { ...Object.fromEntries(VELDEN.flatMap((naam) => (query[naam] === undefined ? [] : [[naam, query[naam].trim()]]))),
      ...(kan(bezoek, 'lezen') ? {} : { status: 'terzijde' }) };
    const fouten: Partial<Record<Veld, string>> = Object.fromEntries(VELDEN.flatMap((naam) => {
      const [patroon, melding] = KLOPT[naam] ?? [];
      const waarde = gevraagd[naam] ?? '';
      return waarde !== '' && patroon !== undefined && !patroon.test(waarde) ? [[naam, melding]] : [];
    }));
    if (gevraagd.van !== undefined && gevraagd.tot !== undefined && gevraagd.tot < gevraagd.van) fouten.tot = 'De laatste dag ligt voor de eerste.';
    let algemeen: string | undefined;
    let lijst: Lijst = { items: [] };
    if (Object.keys(fouten).length === 0) {
      try {
        lijst = await bezoek.api.haal<Lijst>('/v1/berichten', { ...vraagVan(bezoek, gevraagd), limiet: PER_PAGINA, cursor: query['cursor'] });
      } catch (fout) {
        if (!(fout instanceof Apifout) || fout.status !== 400) throw fout;
        algemeen = fout.probleem.detail;
      }
    }
    const mis = [...Object.entries(fouten).map(([veld, melding]) => ({ veld, melding })), ...(algemeen === undefined ? [] : [{ melding: algemeen }])];
    const adres = (cursor?: string): string => metVraag('/berichten', { ...gevraagd, cursor });
    const gefilterd = Object.keys(gevraagd).length > 0;
    return pagina('Berichten', (
      <>
        {query['gelukt'] === 'opnieuw' ? <Melding ernst="ok"><Alinea>Het bericht wordt opnieuw beoordeeld.</Alinea></Melding> : null}
        <Foutoverzicht fouten={mis} />
        <Zoekformulier gevraagd={gevraagd} fouten={fouten} />
        {gefilterd ? <Alinea><Koppeling naar="/berichten">Alle filters wissen</Koppeling></Alinea> : null}
        {mis.length > 0 ? null : (
          <Tabel bijschrift={`Berichten${bezoek.partij === undefined ? '' : ` van en aan ${partijnaam(bezoek.partij)}`}, nieuwste eerst`} kolommen={KOLOMMEN} rijen={lijst.items}
            leeg={gefilterd ? 'Er zijn geen berichten die hieraan voldoen. Maak de periode ruimer of wis een filter.' : 'Er zijn nog geen berichten.'} />)}
        <Bladeren eerste={query['cursor'] === undefined ? undefined : adres()} volgende={lijst.volgende === undefined ? undefined : adres(lijst.volgende)} />
      </>));
  });
}
