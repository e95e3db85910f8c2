import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { basis, WMO317 } from '../../../../src/standaard/berichten/gegenereerd/index.js';
import { plusDagen } from '../../../../src/standaard/datum.js';
import type { Toewijzing } from '../../../../src/standaard/regels/dossier.js';
import { dossierVoor, metToewijzingen, toewijzing } from '../../../hulp/dossiers.js';
import { niveau34Van, verwachtNiveau34 } from '../../../hulp/niveau34.js';
import { met317, nieuwProduct, teWijzigenProduct, zonder } from '../../../hulp/variaties.js';
import { conflict, dagNul, datumsVan, geval, type Geval } from '../overlapOrakel.js';

const ONGEWIJZIGD = ['OngewijzigdProduct', '/Client/Verzoek/OngewijzigdeProducten/OngewijzigdProduct'] as const;
const TE_WIJZIGEN = ['TeWijzigenProduct', '/Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct'] as const;
const NIEUW = ['NieuwProduct', '/Client/Verzoek/NieuweProducten/NieuwProduct'] as const;

type Fout = readonly [regel: string, retourcode: string, klasse: string, pad: string];
const fout = ([klasse, pad]: readonly [string, string], nummer = 1): Fout =>
  ['TR361', '9361', klasse, `${pad}[${nummer}]`];

/** What the aanbieder asks for with these allocations; those in `houdt` stay as they are. */
interface Gevraagd {
  readonly houdt?: readonly Toewijzing[];
  readonly wijzigt?: readonly WMO317.TeWijzigenProduct[];
  readonly nieuw?: readonly WMO317.NieuwProduct[];
}

function verwacht(
  { houdt, wijzigt, nieuw: erbij }: Gevraagd, toewijzingen: readonly Toewijzing[], ...fouten: readonly Fout[]
): void {
  const bericht = met317({
    ...(houdt && { OngewijzigdeProducten: houdt.map(({ nummer }) => ({ ToewijzingNummer: nummer })) }),
    ...(wijzigt && { TeWijzigenProducten: wijzigt }), ...(erbij && { NieuweProducten: erbij }),
  });
  verwachtNiveau34('WMO317', bericht, dossierVoor('WMO317', metToewijzingen(...toewijzingen)), ...fouten);
}

/** Two allocations of one product, the first in April and May, the second from June on. */
const voorjaar: Toewijzing = { ...toewijzing, ingangsdatum: '2026-04-01', einddatum: '2026-05-31' };
const zomer: Toewijzing = { ...toewijzing, nummer: 300202, ingangsdatum: '2026-06-01', einddatum: undefined };
const wijzig = (van: Toewijzing, GewensteIngangsdatum: string, Einddatum?: string): WMO317.TeWijzigenProduct => ({
  ...zonder(teWijzigenProduct, 'Einddatum'), ToewijzingNummer: van.nummer, GewensteIngangsdatum,
  ...(Einddatum === undefined ? {} : { Einddatum }), Omvang: { Volume: 6, Eenheid: '04', Frequentie: '4' } });
const nieuw = (GewensteIngangsdatum: string, Einddatum: string, Product?: basis.CDT_Product): WMO317.NieuwProduct => ({
  ...nieuwProduct, ...(Product === undefined ? {} : { Product }), GewensteIngangsdatum, Einddatum });

describe('TR361', () => {
  it('voldoet: de gewenste periodes van hetzelfde product sluiten op elkaar aan', () => {
    verwacht({ houdt: [zomer], wijzigt: [wijzig(voorjaar, '2026-05-01', '2026-05-31')] }, [voorjaar, zomer]);
    verwacht({ houdt: [voorjaar], nieuw: [nieuw('2026-06-01', '2026-12-31')] }, [voorjaar]);
  });

  it('voldoet: een wijziging maakt plaats voor een nieuw product', () => {
    verwacht({
      wijzigt: [wijzig(zomer, '2026-06-01', '2026-06-30')], nieuw: [nieuw('2026-07-01', '2026-12-31')],
    }, [zomer]);
  });

  it('breekt alleen TR361: ongewijzigde toewijzingen van hetzelfde product overlappen; beide krijgen de code', () => {
    const langer = { ...voorjaar, einddatum: '2026-06-01' };
    const anders = { ...toewijzing, nummer: 300203, code: '02A04' };
    verwacht({ houdt: [langer, zomer], wijzigt: [wijzig(anders, '2026-05-01', '2026-12-31')] },
      [langer, zomer, anders], fout(ONGEWIJZIGD, 1), fout(ONGEWIJZIGD, 2));
  });

  it('breekt alleen TR361: de gevraagde Einddatum telt, niet die van de toewijzing', () => {
    verwacht({ houdt: [zomer], wijzigt: [wijzig(voorjaar, '2026-05-01', '2026-06-01')] }, [voorjaar, zomer],
      fout(TE_WIJZIGEN), fout(ONGEWIJZIGD));
  });

  it('breekt alleen TR361: een wijziging zonder Einddatum is gewenst zonder einde', () => {
    verwacht({ houdt: [zomer], wijzigt: [wijzig(voorjaar, '2026-05-01')] }, [voorjaar, zomer],
      fout(TE_WIJZIGEN), fout(ONGEWIJZIGD));
  });

  it('breekt alleen TR361: de toewijzing voor de GewensteIngangsdatum telt mee', () => {
    verwacht({ houdt: [voorjaar], wijzigt: [wijzig({ ...zomer, ingangsdatum: '2026-05-31' }, '2026-07-01')] },
      [voorjaar, { ...zomer, ingangsdatum: '2026-05-31' }], fout(TE_WIJZIGEN), fout(ONGEWIJZIGD));
  });

  it('breekt alleen TR361: een GewensteIngangsdatum voor de toewijzing telt mee', () => {
    verwacht({ houdt: [voorjaar], wijzigt: [wijzig(zomer, '2026-05-31')] }, [voorjaar, zomer],
      fout(TE_WIJZIGEN), fout(ONGEWIJZIGD));
  });

  it('breekt alleen TR361: een nieuw product overlapt met een toewijzing', () => {
    verwacht({ houdt: [voorjaar], nieuw: [nieuw('2026-05-31', '2026-12-31')] }, [voorjaar],
      fout(ONGEWIJZIGD), fout(NIEUW));
    verwacht({ houdt: [{ ...voorjaar, code: undefined }], nieuw: [nieuw('2026-05-31', '2026-12-31')] },
      [{ ...voorjaar, code: undefined }], fout(ONGEWIJZIGD), fout(NIEUW));
    verwacht({ houdt: [voorjaar], nieuw: [nieuw('2026-05-31', '2026-12-31')] },
      [{ ...voorjaar, categorie: undefined, code: undefined }], fout(ONGEWIJZIGD), fout(NIEUW));
  });

  it('breekt alleen TR361: dezelfde toewijzing blijft en wijzigt', () => {
    verwacht({ houdt: [voorjaar], wijzigt: [wijzig(voorjaar, '2026-05-01', '2026-05-31')] }, [voorjaar],
      fout(TE_WIJZIGEN), fout(ONGEWIJZIGD));
  });

  it('niet van toepassing: een ander product, of een categorie die mag overlappen', () => {
    const hulpmiddel = { Categorie: '14', Code: '14A01' } as const;
    verwacht({ houdt: [voorjaar], nieuw: [nieuw('2026-05-01', '2026-12-31', { Categorie: '02', Code: '02A04' })] },
      [voorjaar]);
    verwacht({ houdt: [voorjaar], nieuw: [nieuw('2026-05-01', '2026-12-31', hulpmiddel)] },
      [{ ...voorjaar, categorie: '14', code: '14A01' }]);
  });

  it('niet van toepassing: wat zelf TR350 of TR351 breekt, doet niet mee', () => {
    const voorbij = { ...voorjaar, einddatum: '2026-03-31', ingangsdatum: '2026-03-01' };
    verwacht({ houdt: [voorbij, zomer], wijzigt: [wijzig({ ...voorbij, nummer: 300203 }, '2026-06-01')] },
      [voorbij, zomer],
      ['TR350', '9350', ONGEWIJZIGD[0], `${ONGEWIJZIGD[1]}[1]`],
      ['TR351', '9351', TE_WIJZIGEN[0], `${TE_WIJZIGEN[1]}[1]`]);
    verwacht({ houdt: [zomer], wijzigt: [wijzig(voorbij, '2026-06-01')] }, [voorbij, zomer],
      ['TR351', '9351', TE_WIJZIGEN[0], `${TE_WIJZIGEN[1]}[1]`]);
  });
});

/** The day of the Dagtekening among those of the oracle; allocations that end before it are not current. */
const DAGTEKENING = 4;

/** An allocation, and what it is to become; without that it stays as it is. */
interface Wens { readonly toegewezen: Geval; readonly gewenst: Geval | undefined }
const wens: fc.Arbitrary<Wens> = fc.record({ toegewezen: geval, gewenst: fc.option(geval, { nil: undefined }) });

interface Post { readonly duurt: Geval; readonly pad: string; readonly isNieuw: boolean }

/** The lists of a Verzoek, and beside them what each of its products that takes part lasts, read from the text. */
class Situatie {
  readonly posten: Post[] = [];
  readonly toewijzingen: Toewijzing[] = [];
  readonly #ongewijzigd: WMO317.OngewijzigdProduct[] = [];
  readonly #teWijzigen: WMO317.TeWijzigenProduct[] = [];
  readonly #nieuw: WMO317.NieuwProduct[] = [];

  constructor(private readonly nul: string) {}

  neemOp({ toegewezen, gewenst }: Wens): void {
    const nummer = this.toewijzingen.length + 1;
    const { begin, eind } = datumsVan(this.nul, toegewezen);
    this.toewijzingen.push({
      ...toewijzing, nummer, categorie: toegewezen.product?.Categorie, code: toegewezen.product?.Code,
      ingangsdatum: begin, einddatum: eind });
    const isActueel = toegewezen.tot === undefined || toegewezen.tot >= DAGTEKENING;
    if (gewenst === undefined) {
      const plaats = this.#ongewijzigd.push({ ToewijzingNummer: nummer });
      if (isActueel) this.posten.push({ duurt: toegewezen, pad: `${ONGEWIJZIGD[1]}[${plaats}]`, isNieuw: false });
      return;
    }
    const plaats = this.#teWijzigen.push({ ToewijzingNummer: nummer, ...this.#gewenst(gewenst) });
    const duurt = { product: toegewezen.product, van: Math.min(toegewezen.van, gewenst.van), tot: gewenst.tot };
    if (isActueel) this.posten.push({ duurt, pad: `${TE_WIJZIGEN[1]}[${plaats}]`, isNieuw: false });
  }

  vraag(een: Geval): void {
    const product = een.product === undefined ? {} : { Product: een.product };
    const plaats = this.#nieuw.push({ ...product, ...this.#gewenst(een) });
    this.posten.push({ duurt: een, pad: `${NIEUW[1]}[${plaats}]`, isNieuw: true });
  }

  #gewenst(een: Geval): { readonly GewensteIngangsdatum: string; readonly Einddatum?: string } {
    const { begin, eind } = datumsVan(this.nul, een);
    return { GewensteIngangsdatum: begin, ...(eind === undefined ? {} : { Einddatum: eind }) };
  }

  bericht(): WMO317.Bericht {
    const { Header, Client } = met317({
      OngewijzigdeProducten: this.#ongewijzigd, TeWijzigenProducten: this.#teWijzigen, NieuweProducten: this.#nieuw });
    const Dagtekening = plusDagen(this.nul, DAGTEKENING);
    return { Header: { ...Header, BerichtIdentificatie: { Identificatie: 'W0001', Dagtekening } }, Client };
  }
}

describe('TR361', () => {
  it('is de paarsgewijze lezing van de gewenste situatie', () => {
    const wensen = fc.array(wens, { maxLength: 8 });
    fc.assert(fc.property(dagNul, wensen, fc.array(geval, { maxLength: 6 }), (nul, toegewezen, nieuwe) => {
      const situatie = new Situatie(nul);
      for (const een of toegewezen) situatie.neemOp(een);
      for (const een of nieuwe) situatie.vraag(een);
      const botsend = situatie.posten.filter((een) => situatie.posten.some((ander) =>
        een !== ander && !(een.isNieuw && ander.isNieuw) && conflict(een.duurt, ander.duurt)));
      // The last day of the window can lie after the system date that the dossier has when nothing is known.
      const dossier = dossierVoor('WMO317', {
        ...metToewijzingen(...situatie.toewijzingen), systeemdatum: plusDagen(nul, DAGTEKENING) });
      const gevonden = niveau34Van('WMO317', situatie.bericht(), dossier).filter(({ regel }) => regel === 'TR361');
      expect(gevonden.map(({ pad }) => pad).sort()).toEqual(botsend.map(({ pad }) => `/Bericht${pad}`).sort());
    }), { numRuns: 1000 });
  });
});
