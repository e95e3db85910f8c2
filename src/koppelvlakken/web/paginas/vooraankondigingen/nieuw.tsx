/** Filing a notice: first the allocation it is about, found by its number or by bsn, and then what changes. */
import { metVraag, Apifout } from '../../api.js';
import { isAgbCode, kan, partijVan, type Bezoek } from '../../bezoek.js';
import { naar, pagina, type Kamer, type Uitkomst } from '../../kamer.js';
import { Formulier, Foutoverzicht, Keuze, Keuzerondjes, Knop, Tekstvak, Tekstveld, type Velden } from '../../opmaak/formulier.js';
import { Alinea, Kop2, Koppeling, Melding } from '../../opmaak/onderdelen.js';
import { keuzesUit, korteDatum, metLabel } from '../../opmaak/tekst.js';
import type { Lijst } from '../lijst.js';
import type { Toewijzing, Vooraankondiging } from './typen.js';

interface Veldfout { readonly veld?: string; readonly melding: string }
interface Toestand {
  readonly velden?: Velden; readonly fouten?: readonly Veldfout[]; readonly gevonden?: readonly Toewijzing[] | undefined; readonly status?: number; readonly gelukt?: boolean;
}

const VERWIJDERD = '13';
const PAD = '/vooraankondigingen/nieuw';

/** The gemeente of the form: that for which somebody works, or the one that an aanbieder names. */
const gemeenteVan = (bezoek: Bezoek, velden: Velden): string => {
  const partij = partijVan(bezoek);
  return isAgbCode(partij) ? velden['gemeente'] ?? '' : partij;
};

function Zoekformulier({ bezoek, velden, fout }: { readonly bezoek: Bezoek; readonly velden: Velden; readonly fout: (veld: string) => string | undefined }) {
  return (
    <Formulier naar={PAD} csrf={bezoek.csrf()} naam="Zoek de toewijzing">
      <input type="hidden" name="actie" value="zoek" />
      {isAgbCode(partijVan(bezoek)) ? (
        <Tekstveld naam="gemeente" label="Gemeentecode" waarde={velden['gemeente']} fout={fout('gemeente')} uitleg="Vier cijfers." invoermodus="numeric" maxLengte={4} verplicht />) : null}
      <Tekstveld naam="nummer" label="ToewijzingNummer" waarde={velden['nummer']} fout={fout('nummer')} invoermodus="numeric" maxLengte={9} verplicht={false} />
      {kan(bezoek, 'lezen', 'gemeente') ? (
        <Tekstveld naam="bsn" label="Of bsn van de cliënt" fout={fout('bsn')} uitleg="Wordt alleen gebruikt om te zoeken." invoermodus="numeric" maxLengte={9} verplicht={false} />) : null}
      <Knop soort="secondary-action">Zoek de toewijzing</Knop>
    </Formulier>
  );
}

const keuzeVan = ({ toewijzingNummer, aanbieder, product, ingangsdatum, einddatum }: Toewijzing, metAanbieder: boolean) => ({
  waarde: `${toewijzingNummer}-${aanbieder}`,
  label: `Toewijzing ${toewijzingNummer}${metAanbieder ? ` bij ${aanbieder}` : ''}`,
  uitleg: `${product?.code ?? metLabel('LDT_ProductCategorie', product?.categorie)}, ${korteDatum(ingangsdatum)} t/m ${einddatum === undefined ? 'open' : korteDatum(einddatum)}`,
});

function toon(bezoek: Bezoek, { velden = {}, fouten = [], gevonden, status = 200, gelukt }: Toestand): Uitkomst {
  const fout = (veld: string): string | undefined => fouten.find((een) => een.veld === veld)?.melding;
  return pagina('Nieuwe vooraankondiging', (
    <>
      <Alinea><Koppeling naar="/vooraankondigingen">Alle vooraankondigingen</Koppeling></Alinea>
      {gelukt === true ? <Melding ernst="ok"><Alinea>De vooraankondiging is ingediend.</Alinea></Melding> : null}
      <Foutoverzicht fouten={fouten} />
      {gevonden === undefined || gevonden.length === 0 ? (
        <>
          <Alinea>Meld hier dat een cliënt blijvend zwaardere of lichtere ondersteuning nodig heeft. Zoek eerst de toewijzing waar het om gaat.</Alinea>
          {gevonden === undefined ? null : <Melding ernst="warning"><Alinea>Er is geen toewijzing gevonden waarvoor u mag melden. Controleer wat u invulde.</Alinea></Melding>}
          <Zoekformulier bezoek={bezoek} velden={velden} fout={fout} />
        </>) : (
        <Formulier naar={PAD} csrf={bezoek.csrf()} naam="Vooraankondiging">
          <input type="hidden" name="gemeente" value={gemeenteVan(bezoek, velden)} />
          <Kop2>Waar het om gaat</Kop2>
          <Keuzerondjes naam="toewijzing" label="Toewijzing" verplicht fout={fout(`toewijzing-${keuzeVan(gevonden[0] as Toewijzing, false).waarde}`)}
            waarde={velden['toewijzing'] ?? (gevonden.length === 1 ? keuzeVan(gevonden[0] as Toewijzing, false).waarde : undefined)}
            keuzes={gevonden.map((een) => keuzeVan(een, !isAgbCode(partijVan(bezoek))))} />
          <Kop2>Wat er verandert</Kop2>
          <Keuzerondjes naam="richting" label="Richting" verplicht waarde={velden['richting']} fout={fout('richting-op')}
            keuzes={[{ waarde: 'op', label: 'Zwaarder' }, { waarde: 'af', label: 'Lichter' }]} />
          <Keuze naam="categorie" label="Categorie van het gewenste product" leeg="Kies een categorie" waarde={velden['categorie']} fout={fout('categorie')}
            keuzes={keuzesUit('LDT_ProductCategorie')} verplicht />
          <Tekstveld naam="code" label="Productcode" waarde={velden['code']} fout={fout('code')} maxLengte={5} verplicht={false} />
          <Tekstveld naam="vanaf" label="Vanaf" soort="date" waarde={velden['vanaf']} fout={fout('vanaf')} verplicht />
          <Tekstvak naam="toelichting" label="Toelichting" waarde={velden['toelichting']} maxLengte={4000} verplicht={false}
            uitleg="Waarom de ondersteuning blijvend verandert. Noem geen namen en geen bsn." />
          <Knop>Dien in</Knop>
          <Alinea><Koppeling naar={PAD}>Andere toewijzing zoeken</Koppeling></Alinea>
        </Formulier>)}
    </>), status);
}

/** Allocations of this client, or the one with this number, that the caller may file about. */
async function zoek(bezoek: Bezoek, gemeente: string, wat: { readonly bsn: string } | { readonly toewijzingNummer: number }): Promise<readonly Toewijzing[]> {
  const partij = partijVan(bezoek);
  const { items } = await bezoek.api.stuur<Lijst<Toewijzing>>('/v1/toewijzingen/zoek', { gemeente, ...wat, ...(isAgbCode(partij) ? { aanbieder: partij } : {}) });
  return items.filter(({ redenWijziging }) => redenWijziging !== VERWIJDERD);
}

function controleerZoek(gemeente: string, { nummer, bsn }: Velden): readonly Veldfout[] {
  return [
    ...(/^\d{4}$/.test(gemeente) ? [] : [{ veld: 'gemeente', melding: 'Vul de code van de gemeente in: vier cijfers.' }]),
    ...(nummer ? /^\d{1,9}$/.test(nummer) ? [] : [{ veld: 'nummer', melding: 'Een ToewijzingNummer heeft hooguit negen cijfers.' }]
      : bsn ? /^\d{9}$/.test(bsn) ? [] : [{ veld: 'bsn', melding: 'Een bsn heeft negen cijfers.' }]
        : [{ veld: 'nummer', melding: 'Vul een ToewijzingNummer of een bsn in.' }]),
  ];
}

function controleer({ toewijzing, richting, categorie, vanaf }: Velden): readonly Veldfout[] {
  return [
    ...(/^\d{1,9}-\d{8}$/.test(toewijzing ?? '') ? [] : [{ veld: 'toewijzing', melding: 'Kies de toewijzing waar het om gaat.' }]),
    ...(richting === 'op' || richting === 'af' ? [] : [{ veld: 'richting-op', melding: 'Kies of de ondersteuning zwaarder of lichter wordt.' }]),
    ...(categorie ? [] : [{ veld: 'categorie', melding: 'Kies de categorie van het gewenste product.' }]),
    ...(vanaf ? [] : [{ veld: 'vanaf', melding: 'Vul in vanaf wanneer de wijziging nodig is.' }]),
  ];
}

const VELDEN: Readonly<Record<string, string>> = { '/gewenstProduct': 'code', '/toewijzingNummer': 'toewijzing', '/vanaf': 'vanaf' };

function foutenUit({ probleem: { fouten, detail } }: Apifout): readonly Veldfout[] {
  if (fouten === undefined || fouten.length === 0) return [{ ...(/^vanaf /.test(detail) ? { veld: 'vanaf' } : {}), melding: detail }];
  return fouten.map(({ pad = '', melding }) => ({ melding, ...(VELDEN[pad] === undefined ? {} : { veld: VELDEN[pad] }) }));
}

/** The first allocation that can be chosen is where a fault of that choice leads. */
const bijKeuze = (fouten: readonly Veldfout[], [eerste]: readonly Toewijzing[]): readonly Veldfout[] => fouten.map((fout) =>
  (fout.veld === 'toewijzing' && eerste !== undefined ? { ...fout, veld: `toewijzing-${keuzeVan(eerste, false).waarde}` } : fout));

/** The allocation that a form names again, so that it can be chosen again. */
async function gekozen(bezoek: Bezoek, gemeente: string, { toewijzing = '' }: Velden): Promise<readonly Toewijzing[]> {
  const [, nummer, aanbieder = ''] = /^(\d{1,9})-(\d{8})$/.exec(toewijzing) ?? [];
  if (nummer === undefined || !/^\d{4}$/.test(gemeente)) return [];
  if (kan(bezoek, 'lezen', 'gemeente')) return zoek(bezoek, gemeente, { toewijzingNummer: Number(nummer) });
  return [{ toewijzingNummer: Number(nummer), aanbieder, ingangsdatum: '' }];
}

async function zoekEnToon(bezoek: Bezoek, velden: Velden): Promise<Uitkomst> {
  const gemeente = gemeenteVan(bezoek, velden);
  const fouten = controleerZoek(gemeente, velden);
  const { nummer, bsn = '' } = velden;
  if (fouten.length > 0) return toon(bezoek, { velden, fouten, status: 422 });
  // A number may stand in an address; a bsn never does, so what it finds is the answer to this form.
  if (nummer) return naar(metVraag(PAD, { gemeente, toewijzing: nummer }));
  const gevonden = await zoek(bezoek, gemeente, { bsn });
  return toon(bezoek, { velden: { gemeente }, gevonden });
}

async function dienIn(bezoek: Bezoek, velden: Velden): Promise<Uitkomst> {
  const gemeente = gemeenteVan(bezoek, velden);
  const fouten = controleer(velden);
  const opnieuw = async (wat: readonly Veldfout[], status: number): Promise<Uitkomst> => {
    const gevonden = await gekozen(bezoek, gemeente, velden);
    return toon(bezoek, { velden, fouten: bijKeuze(wat, gevonden), gevonden: gevonden.length === 0 ? undefined : gevonden, status });
  };
  if (fouten.length > 0) return opnieuw(fouten, 422);
  const { toewijzing = '', richting, categorie, code, vanaf, toelichting } = velden;
  const [toewijzingNummer, aanbieder] = toewijzing.split('-');
  let gemaakt: Vooraankondiging;
  try {
    gemaakt = await bezoek.api.stuur<Vooraankondiging>('/v1/vooraankondigingen', {
      gemeente, aanbieder, toewijzingNummer: Number(toewijzingNummer), richting, gewenstProduct: { categorie, ...(code ? { code } : {}) }, vanaf,
      ...(toelichting ? { toelichting } : {}) });
  } catch (fout) {
    if (!(fout instanceof Apifout) || ![400, 409, 422, 503].includes(fout.status)) throw fout;
    return opnieuw(foutenUit(fout), fout.status);
  }
  return naar(kan(bezoek, 'lezen', 'gemeente') ? `/vooraankondigingen/${gemaakt.id}?gelukt=ingediend` : `${PAD}?gelukt=ingediend`);
}

export function nieuweAankondiging(kamer: Kamer): void {
  kamer.toon(PAD, { scopes: ['gemeente', 'aanleveren'] }, async (bezoek) => {
    const { gemeente, toewijzing, gelukt } = bezoek.query;
    partijVan(bezoek);
    const velden = { ...(gemeente === undefined ? {} : { gemeente }), ...(toewijzing === undefined ? {} : { nummer: toewijzing }) };
    const waar = gemeenteVan(bezoek, velden);
    if (toewijzing === undefined || !/^\d{1,9}$/.test(toewijzing) || !/^\d{4}$/.test(waar)) return toon(bezoek, { velden, gelukt: gelukt === 'ingediend' });
    if (kan(bezoek, 'lezen', 'gemeente')) return toon(bezoek, { velden, gevonden: await zoek(bezoek, waar, { toewijzingNummer: Number(toewijzing) }) });
    // Whoever may only deliver cannot look it up; the API says whether it is theirs.
    const partij = partijVan(bezoek);
    return toon(bezoek, { velden, gevonden: isAgbCode(partij) ? [{ toewijzingNummer: Number(toewijzing), aanbieder: partij, ingangsdatum: '' }] : [] });
  });

  kamer.ontvang(PAD, { scopes: ['gemeente', 'aanleveren'] }, async (bezoek, velden) =>
    (velden['actie'] === 'zoek' ? zoekEnToon(bezoek, velden) : dienIn(bezoek, velden)));
}
