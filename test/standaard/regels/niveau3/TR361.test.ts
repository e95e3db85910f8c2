import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { basis, WMO317 } from '../../../../src/standaard/berichten/gegenereerd/index.js';
import { plusDagen } from '../../../../src/standaard/datum.js';
import type { Toewijzing } from '../../../../src/standaard/regels/dossier.js';
import { dossierVoor, metToewijzingen, toewijzing } from '../../../hulp/dossiers.js';
import { niveau34Van, verwachtNiveau34 } from '../../../hulp/niveau34.js';
import { met317, nieuwProduct, teWijzigenProduct, zonder } from '../../../hulp/variaties.js';
import { conflict, dagNul, datumsVan, geval, type Geval } from '../overlapOrakel.js';

type Producten = Parameters<typeof met317>[0];

const ONGEWIJZIGD = ['OngewijzigdProduct', '/Client/Verzoek/OngewijzigdeProducten/OngewijzigdProduct'] as const;
const TE_WIJZIGEN = ['TeWijzigenProduct', '/Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct'] as const;
const NIEUW = ['NieuwProduct', '/Client/Verzoek/NieuweProducten/NieuwProduct'] as const;

type Fout = readonly [regel: string, retourcode: string, klasse: string, pad: string];
const fout = ([klasse, pad]: readonly [string, string], nummer = 1): Fout => ['TR361', '9361', klasse, `${pad}[${nummer}]`];

function verwacht(producten: Producten, toewijzingen: readonly Toewijzing[], ...fouten: readonly Fout[]): void {
  verwachtNiveau34('WMO317', met317(producten), dossierVoor('WMO317', metToewijzingen(...toewijzingen)), ...fouten);
}

/** Two allocations of one product, the first in April and May, the second from June on. */
const voorjaar: Toewijzing = { ...toewijzing, ingangsdatum: '2026-04-01', einddatum: '2026-05-31' };
const zomer: Toewijzing = { ...toewijzing, nummer: 300202, ingangsdatum: '2026-06-01', einddatum: undefined };
const wijzig = (van: Toewijzing, GewensteIngangsdatum: string, Einddatum?: string): WMO317.TeWijzigenProduct => ({
  ...zonder(teWijzigenProduct, 'Einddatum'), ToewijzingNummer: van.nummer, GewensteIngangsdatum,
  ...(Einddatum === undefined ? {} : { Einddatum }), Omvang: { Volume: 6, Eenheid: '04', Frequentie: '4' } });
const nieuw = (GewensteIngangsdatum: string, Einddatum: string, Product?: basis.CDT_Product): WMO317.NieuwProduct => ({
  ...nieuwProduct, ...(Product === undefined ? {} : { Product }), GewensteIngangsdatum, Einddatum });
const houdt = (...gehouden: readonly Toewijzing[]) => gehouden.map(({ nummer }) => ({ ToewijzingNummer: nummer }));

describe('TR361', () => {
  it('voldoet: de gewenste periodes van hetzelfde product sluiten op elkaar aan', () => {
    verwacht({ OngewijzigdeProducten: houdt(zomer), TeWijzigenProducten: [wijzig(voorjaar, '2026-05-01', '2026-05-31')] }, [voorjaar, zomer]);
    verwacht({ OngewijzigdeProducten: houdt(voorjaar), NieuweProducten: [nieuw('2026-06-01', '2026-12-31')] }, [voorjaar]);
  });

  it('voldoet: een wijziging maakt plaats voor een nieuw product', () => {
    verwacht({ TeWijzigenProducten: [wijzig(zomer, '2026-06-01', '2026-06-30')], NieuweProducten: [nieuw('2026-07-01', '2026-12-31')] }, [zomer]);
  });

  it('breekt alleen TR361: ongewijzigde toewijzingen van hetzelfde product overlappen; beide krijgen de code', () => {
    const langer = { ...voorjaar, einddatum: '2026-06-01' };
    const anders = { ...toewijzing, nummer: 300203, code: '02A04' };
    verwacht({ OngewijzigdeProducten: houdt(langer, zomer), TeWijzigenProducten: [wijzig(anders, '2026-05-01', '2026-12-31')] },
      [langer, zomer, anders], fout(ONGEWIJZIGD, 1), fout(ONGEWIJZIGD, 2));
  });

  it('breekt alleen TR361: de gevraagde Einddatum telt, niet die van de toewijzing', () => {
    verwacht({ OngewijzigdeProducten: houdt(zomer), TeWijzigenProducten: [wijzig(voorjaar, '2026-05-01', '2026-06-01')] }, [voorjaar, zomer],
      fout(TE_WIJZIGEN), fout(ONGEWIJZIGD));
  });

  it('breekt alleen TR361: een wijziging zonder Einddatum is gewenst zonder einde', () => {
    verwacht({ OngewijzigdeProducten: houdt(zomer), TeWijzigenProducten: [wijzig(voorjaar, '2026-05-01')] }, [voorjaar, zomer],
      fout(TE_WIJZIGEN), fout(ONGEWIJZIGD));
  });

  it('breekt alleen TR361: de toewijzing voor de GewensteIngangsdatum telt mee', () => {
    verwacht({ OngewijzigdeProducten: houdt(voorjaar), TeWijzigenProducten: [wijzig({ ...zomer, ingangsdatum: '2026-05-31' }, '2026-07-01')] },
      [voorjaar, { ...zomer, ingangsdatum: '2026-05-31' }], fout(TE_WIJZIGEN), fout(ONGEWIJZIGD));
  });

  it('breekt alleen TR361: een GewensteIngangsdatum voor de toewijzing telt mee', () => {
    verwacht({ OngewijzigdeProducten: houdt(voorjaar), TeWijzigenProducten: [wijzig(zomer, '2026-05-31')] }, [voorjaar, zomer],
      fout(TE_WIJZIGEN), fout(ONGEWIJZIGD));
  });

  it('breekt alleen TR361: een nieuw product overlapt met een toewijzing', () => {
    verwacht({ OngewijzigdeProducten: houdt(voorjaar), NieuweProducten: [nieuw('2026-05-31', '2026-12-31')] }, [voorjaar],
      fout(ONGEWIJZIGD), fout(NIEUW));
    verwacht({ OngewijzigdeProducten: houdt({ ...voorjaar, code: undefined }), NieuweProducten: [nieuw('2026-05-31', '2026-12-31')] },
      [{ ...voorjaar, code: undefined }], fout(ONGEWIJZIGD), fout(NIEUW));
    verwacht({ OngewijzigdeProducten: houdt(voorjaar), NieuweProducten: [nieuw('2026-05-31', '2026-12-31')] },
      [{ ...voorjaar, categorie: undefined, code: undefined }], fout(ONGEWIJZIGD), fout(NIEUW));
  });

  it('breekt alleen TR361: dezelfde toewijzing blijft en wijzigt', () => {
    verwacht({ OngewijzigdeProducten: houdt(voorjaar), TeWijzigenProducten: [wijzig(voorjaar, '2026-05-01', '2026-05-31')] }, [voorjaar],
      fout(TE_WIJZIGEN), fout(ONGEWIJZIGD));
  });

  it('niet van toepassing: een ander product, of een categorie die mag overlappen', () => {
    const hulpmiddel = { Categorie: '14', Code: '14A01' } as const;
    verwacht({ OngewijzigdeProducten: houdt(voorjaar), NieuweProducten: [nieuw('2026-05-01', '2026-12-31', { Categorie: '02', Code: '02A04' })] },
      [voorjaar]);
    verwacht({ OngewijzigdeProducten: houdt(voorjaar), NieuweProducten: [nieuw('2026-05-01', '2026-12-31', hulpmiddel)] },
      [{ ...voorjaar, categorie: '14', code: '14A01' }]);
  });

  it('niet van toepassing: wat zelf TR350 of TR351 breekt, doet niet mee', () => {
    const voorbij = { ...voorjaar, einddatum: '2026-03-31', ingangsdatum: '2026-03-01' };
    verwacht({ OngewijzigdeProducten: houdt(voorbij, zomer), TeWijzigenProducten: [wijzig({ ...voorbij, nummer: 300203 }, '2026-06-01')] },
      [voorbij, zomer],
      ['TR350', '9350', ONGEWIJZIGD[0], `${ONGEWIJZIGD[1]}[1]`], ['TR351', '9351', TE_WIJZIGEN[0], `${TE_WIJZIGEN[1]}[1]`]);
    verwacht({ OngewijzigdeProducten: houdt(zomer), TeWijzigenProducten: [wijzig(voorbij, '2026-06-01')] }, [voorbij, zomer],
      ['TR351', '9351', TE_WIJZIGEN[0], `${TE_WIJZIGEN[1]}[1]`]);
  });
});

/** Allocations with days as numbers; those that end before day 4, the Dagtekening, are not current. */
const DAGTEKENING = 4;
type Wens = 'ongewijzigd' | 'te wijzigen';
const metWens = fc.record({ toegewezen: geval, wens: fc.constantFrom<Wens>('ongewijzigd', 'te wijzigen'), gewenst: geval });

/** What the entry of an allocation lasts, read from the text. */
function periode(toegewezen: Geval, wens: Wens, gewenst: Geval): Geval {
  if (wens === 'ongewijzigd') return toegewezen;
  return { product: toegewezen.product, van: Math.min(toegewezen.van, gewenst.van), tot: gewenst.tot };
}

describe('TR361', () => {
  it('is de paarsgewijze lezing van de gewenste situatie', () => {
    const situatie = fc.tuple(fc.array(metWens, { maxLength: 8 }), fc.array(geval, { maxLength: 6 }));
    fc.assert(fc.property(dagNul, situatie, (nul, [wensen, nieuwe]) => {
      const producten: { OngewijzigdeProducten: WMO317.OngewijzigdProduct[]; TeWijzigenProducten: WMO317.TeWijzigenProduct[] } =
        { OngewijzigdeProducten: [], TeWijzigenProducten: [] };
      const lijst: { geval: Geval; pad: string; isNieuw: boolean }[] = [];
      const toewijzingen = wensen.map(({ toegewezen, wens, gewenst }, i): Toewijzing => {
        const { begin, eind } = datumsVan(nul, toegewezen);
        const nummer = i + 1;
        const { begin: GewensteIngangsdatum, eind: Einddatum } = datumsVan(nul, gewenst);
        let pad: string;
        if (wens === 'ongewijzigd') pad = `${ONGEWIJZIGD[1]}[${producten.OngewijzigdeProducten.push({ ToewijzingNummer: nummer })}]`;
        else pad = `${TE_WIJZIGEN[1]}[${producten.TeWijzigenProducten.push({
          ToewijzingNummer: nummer, GewensteIngangsdatum, ...(Einddatum === undefined ? {} : { Einddatum }) })}]`;
        if (toegewezen.tot === undefined || toegewezen.tot >= DAGTEKENING) {
          lijst.push({ geval: periode(toegewezen, wens, gewenst), pad, isNieuw: false });
        }
        return {
          ...toewijzing, nummer, categorie: toegewezen.product?.Categorie, code: toegewezen.product?.Code, ingangsdatum: begin, einddatum: eind };
      });
      const NieuweProducten = nieuwe.map((een, i): WMO317.NieuwProduct => {
        const { begin, eind } = datumsVan(nul, een);
        lijst.push({ geval: een, pad: `${NIEUW[1]}[${i + 1}]`, isNieuw: true });
        return {
          ...(een.product === undefined ? {} : { Product: een.product }), GewensteIngangsdatum: begin,
          ...(eind === undefined ? {} : { Einddatum: eind }) };
      });
      const { Header, Client } = met317({ ...producten, NieuweProducten });
      const Dagtekening = plusDagen(nul, DAGTEKENING);
      const bericht = { Header: { ...Header, BerichtIdentificatie: { ...Header.BerichtIdentificatie, Dagtekening } }, Client };
      const gevonden = niveau34Van('WMO317', bericht,
        dossierVoor('WMO317', { ...metToewijzingen(...toewijzingen), systeemdatum: Dagtekening }));
      const verwachte = lijst.filter((een) => lijst.some((ander) =>
        een !== ander && !(een.isNieuw && ander.isNieuw) && conflict(een.geval, ander.geval)));
      expect(gevonden.filter(({ regel }) => regel === 'TR361').map(({ pad }) => pad).sort())
        .toEqual(verwachte.map(({ pad }) => `/Bericht${pad}`).sort());
    }), { numRuns: 1000 });
  });
});
