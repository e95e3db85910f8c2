/** What is asked for and what there is, beside each other; and what policy says of it. */
import type { JSX } from 'preact';
import { Alinea, Gegevens, Kop2, Kop3, Koppeling, Label, Melding, Tabel, type Kolom } from '../../opmaak/onderdelen.js';
import { bedrag, betekenis, datum, korteDatum, metLabel } from '../../opmaak/tekst.js';
import type { Omvang, Productwens, Reden, Situatieregel, Verzoek } from './typen.js';

/** `7 etmaal, elke week`: the codes of the standard as words. */
export const omvangTekst = (omvang: Omvang | undefined): string => (omvang === undefined ? '–'
  : `${omvang.Volume} ${betekenis('LDT_Eenheid', omvang.Eenheid)}, ${betekenis('LDT_Frequentie', omvang.Frequentie)}`);

export const productTekst = (product: Productwens | undefined): string => (product === undefined ? 'geen product genoemd'
  : `${product.Code ?? 'zonder productcode'}, categorie ${metLabel('LDT_ProductCategorie', product.Categorie)}`);

const alsOmvang = (omvang: Situatieregel['omvang']): Omvang | undefined =>
  omvang && { Volume: omvang.volume, Eenheid: omvang.eenheid, Frequentie: omvang.frequentie };

export const Toewijzinglink = ({ nummer }: { readonly nummer: number }) => <Koppeling naar={`/toewijzingen/${nummer}`}>{nummer}</Koppeling>;

function Aanvraag({ wens }: Pick<Verzoek, 'wens'>): JSX.Element {
  const { Verwijzer } = wens;
  return (
    <Gegevens items={[
      ['Product', productTekst(wens.Product)],
      ['Ingangsdatum', datum(wens.ToewijzingIngangsdatum)],
      ['Einddatum', wens.ToewijzingEinddatum === undefined ? 'geen' : datum(wens.ToewijzingEinddatum)],
      ['Omvang', omvangTekst(wens.Omvang)],
      wens.Budget === undefined ? undefined : ['Budget', bedrag(wens.Budget)],
      Verwijzer === undefined ? undefined
        : ['Verwijzer', [metLabel('LDT_TypeVerwijzer', Verwijzer.Type), Verwijzer.Naam, Verwijzer.ZorgverlenerCode].filter(Boolean).join(', ')],
      wens.BeschikkingNummer === undefined ? undefined : ['Beschikking', `${wens.BeschikkingNummer}, vanaf ${datum(wens.BeschikkingIngangsdatum)}`],
      wens.Raamcontract === undefined ? undefined : ['Raamcontract', metLabel('LDT_JaNee', wens.Raamcontract)],
      wens.Commentaar === undefined ? undefined : ['Toelichting', wens.Commentaar],
    ]} />
  );
}

interface Wijzigdeel { readonly wat: JSX.Element | string; readonly vanaf?: string; readonly tot?: string; readonly Omvang?: Omvang; readonly Budget?: number }

const WIJZIGING: readonly Kolom<Wijzigdeel>[] = [
  { kop: 'Wat', rijkop: true, cel: ({ wat }) => wat },
  { kop: 'Vanaf', cel: ({ vanaf }) => korteDatum(vanaf) },
  { kop: 'Tot en met', cel: ({ tot }) => korteDatum(tot) },
  { kop: 'Omvang', cel: ({ Omvang: omvang, Budget }) => (Budget === undefined ? omvangTekst(omvang) : bedrag(Budget)) },
];

function Wijziging({ wens }: Pick<Verzoek, 'wens'>): JSX.Element {
  const delen: Wijzigdeel[] = [
    ...(wens.TeWijzigenProducten ?? []).map(({ ToewijzingNummer, GewensteIngangsdatum, Einddatum, ...rest }) => ({
      ...rest, wat: <>Wijzig <Toewijzinglink nummer={ToewijzingNummer} /></>, vanaf: GewensteIngangsdatum, ...(Einddatum === undefined ? {} : { tot: Einddatum }) })),
    ...(wens.NieuweProducten ?? []).map(({ Product, GewensteIngangsdatum, Einddatum, ...rest }) => ({
      ...rest, wat: `Nieuw: ${productTekst(Product)}`, vanaf: GewensteIngangsdatum, ...(Einddatum === undefined ? {} : { tot: Einddatum }) })),
    ...(wens.OngewijzigdeProducten ?? []).map(({ ToewijzingNummer }) => ({ wat: <>Laat <Toewijzinglink nummer={ToewijzingNummer} /> zo</> })),
  ];
  return (
    <>
      <Gegevens items={[['Reden', metLabel('LDT_RedenVerzoek', wens.RedenVerzoek)]]} />
      <Tabel bijschrift="Gevraagde wijzigingen" verborgenBijschrift kolommen={WIJZIGING} rijen={delen} leeg="Er wordt niets gevraagd." />
    </>
  );
}

const levering = ({ gestart, gestopt, stopdatum }: Situatieregel): string =>
  (gestopt ? `gestopt${stopdatum === undefined ? '' : ` per ${korteDatum(stopdatum)}`}` : gestart ? 'gestart' : 'niet gestart');

const SITUATIE: readonly Kolom<Situatieregel>[] = [
  { kop: 'Toewijzing', rijkop: true, cel: ({ toewijzingNummer }) => <Toewijzinglink nummer={toewijzingNummer} /> },
  { kop: 'Product', cel: ({ product }) => (product === undefined ? 'geen' : product.code ?? metLabel('LDT_ProductCategorie', product.categorie)) },
  { kop: 'Periode', cel: ({ ingangsdatum, einddatum }) => `${korteDatum(ingangsdatum)} t/m ${einddatum === undefined ? 'open' : korteDatum(einddatum)}` },
  { kop: 'Omvang', cel: ({ omvang, budget }) => (budget === undefined ? omvangTekst(alsOmvang(omvang)) : bedrag(budget)) },
  { kop: 'Levering', cel: (regel) => (
    <>
      <div>{levering(regel)}</div>
      {regel.gedeclareerdTotEnMet === undefined ? null : <div>{`gedeclareerd t/m ${korteDatum(regel.gedeclareerdTotEnMet)}`}</div>}
    </>) },
];
const BIJ_ANDER: readonly Kolom<Situatieregel>[] = [...SITUATIE.slice(0, 1), { kop: 'Aanbieder', cel: ({ aanbieder }) => aanbieder }, ...SITUATIE.slice(1)];

export function WensEnSituatie({ verzoek }: { readonly verzoek: Verzoek }): JSX.Element {
  const eigen = verzoek.situatie.filter(({ aanbieder }) => aanbieder === verzoek.aanbieder);
  const elders = verzoek.situatie.filter(({ aanbieder }) => aanbieder !== verzoek.aanbieder);
  return (
    <div class="iwmo-naast">
      <section class="iwmo-vlak" aria-labelledby="wens">
        <Kop2 id="wens">Wat de aanbieder vraagt</Kop2>
        {verzoek.berichtsoort === 'WMO315' ? <Aanvraag wens={verzoek.wens} /> : <Wijziging wens={verzoek.wens} />}
      </section>
      <section class="iwmo-vlak" aria-labelledby="situatie">
        <Kop2 id="situatie">Wat de cliënt nu heeft</Kop2>
        <Kop3>Bij deze aanbieder</Kop3>
        <Tabel bijschrift="Toewijzingen bij deze aanbieder" verborgenBijschrift kolommen={SITUATIE} rijen={eigen} leeg="Niets." />
        <Kop3>Bij andere aanbieders</Kop3>
        <Tabel bijschrift="Toewijzingen bij andere aanbieders" verborgenBijschrift kolommen={BIJ_ANDER} rijen={elders} leeg="Niets." />
      </section>
    </div>
  );
}

const UITKOMST: Readonly<Record<string, readonly [string, 'safe' | 'warning' | 'active' | 'danger']>> = {
  toewijzen: ['Toewijzen', 'safe'], wachten: ['Een medewerker beslist', 'warning'], onderzoek: ['Eerst onderzoeken', 'active'], afwijzen: ['Afwijzen', 'danger'] };

export const Uitkomst = ({ uitkomst }: { readonly uitkomst: string }) => {
  const [naam, soort] = UITKOMST[uitkomst] ?? [uitkomst, 'neutral' as const];
  return <Label soort={soort}>{naam}</Label>;
};

const REDENEN: readonly Kolom<Reden>[] = [
  { kop: 'Reden', rijkop: true, cel: ({ melding }) => melding },
  { kop: 'Leidt tot', cel: ({ uitkomst, redenAfwijzing }) => (
    <><Uitkomst uitkomst={uitkomst} />{redenAfwijzing === undefined ? null : <div>{metLabel('LDT_RedenAfwijzingVerzoek', redenAfwijzing)}</div>}</>) },
  { kop: 'Regel', cel: ({ regel }) => regel },
  { kop: 'Staat in', cel: ({ bestand, onderdeel }) => [bestand, onderdeel].filter(Boolean).join(', ') },
];

export function Beleid({ verzoek: { beleid, status } }: { readonly verzoek: Verzoek }): JSX.Element {
  const open = status === 'onderhanden' || status === 'in-onderzoek';
  return (
    <section aria-labelledby="beleid">
      <Kop2 id="beleid">Wat het beleid zegt</Kop2>
      {open ? null : <Alinea klein>Gewogen naar wat de cliënt nu heeft; op dit verzoek is al besloten.</Alinea>}
      <Gegevens items={[
        ['Uitkomst', <Uitkomst uitkomst={beleid.uitkomst} />],
        ['Beleidsbestand', beleid.bestand ?? 'geen: voor deze gemeente is geen beleid ingelezen'],
        beleid.vervangt.length === 0 ? undefined : ['Komt in de plaats van', beleid.vervangt.map((nummer) => <div><Toewijzinglink nummer={nummer} /></div>)],
      ]} />
      <Tabel bijschrift="Redenen" verborgenBijschrift kolommen={REDENEN} rijen={beleid.redenen} leeg="Het beleid heeft niets tegen dit verzoek." />
      {beleid.bezwaren.length === 0 ? null : (
        <Melding ernst="warning" titel="Voor toewijzen staat in de weg">
          <ul class="utrecht-unordered-list">{beleid.bezwaren.map(({ melding }) => <li class="utrecht-unordered-list__item">{melding}</li>)}</ul>
        </Melding>)}
    </section>
  );
}
