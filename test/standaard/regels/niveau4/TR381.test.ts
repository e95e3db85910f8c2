import { describe, it } from 'vitest';
import type { basis } from '../../../../src/standaard/berichten/gegenereerd/index.js';
import type { Contractproduct, Dossier } from '../../../../src/standaard/regels/dossier.js';
import { contractproduct, dossierVoor, metContract, start, stop } from '../../../hulp/dossiers.js';
import { verwachtNiveau34 } from '../../../hulp/niveau34.js';
import {
  aangevraagdProduct, declaratieVan, met301, met305, met307, met315, met317, nieuwProduct, prestatie, startProduct,
  stopProduct, toegewezenProduct, zonder,
} from '../../../hulp/variaties.js';

type Fouten = readonly (readonly [regel: string, retourcode: string, klasse: string, pad: string])[];
type Verwacht = (product: basis.CDT_Product, dossier: Partial<Dossier>, breekt: boolean) => void;

const product: basis.CDT_Product = { Categorie: '02', Code: '02A03' };
const fout = (breekt: boolean, klasse: string, pad: string): Fouten => (breekt ? [['TR381', 'S329', klasse, pad]] : []);
/** A product without Code has a Budget instead of an Omvang. */
const budget = ({ Code }: basis.CDT_Product) => (Code === undefined ? { Budget: 100_000 } : {});
const omvang = <T extends { readonly Omvang?: basis.CDT_Omvang }>({ Code }: basis.CDT_Product, element: T) =>
  (Code === undefined ? zonder(element, 'Omvang') : element);
/** The other allocation that a Verzoek must name is left as it is. */
const OngewijzigdeProducten = [{ ToewijzingNummer: 300201 }];

/**
 * Per message and class with an optional Code: a message about a product, with a dossier in which nothing else is
 * wrong.
 */
const MET_PRODUCT: readonly (readonly [soort: string, verwacht: Verwacht])[] = [
  ['WMO301', (Product, dossier, breekt) => verwachtNiveau34('WMO301',
    met301({ ToegewezenProducten: [{ ...omvang(Product, toegewezenProduct), ...budget(Product), Product }] }),
    dossierVoor('WMO301', dossier),
    ...fout(breekt, 'ToegewezenProduct', '/Client/ToegewezenProducten/ToegewezenProduct[1]'))],
  ['WMO305', (Product, dossier, breekt) => verwachtNiveau34('WMO305',
    met305({ StartProducten: [{ ...startProduct, Product }] }), dossierVoor('WMO305', dossier),
    ...fout(breekt, 'StartProduct', '/Client/StartProducten/StartProduct[1]'))],
  ['WMO307', (Product, dossier, breekt) => verwachtNiveau34('WMO307',
    met307({ StopProducten: [{ ...stopProduct, Product }] }),
    dossierVoor('WMO307', { starts: [{ ...start, categorie: Product.Categorie, code: Product.Code }], ...dossier }),
    ...fout(breekt, 'StopProduct', '/Client/StopProducten/StopProduct[1]'))],
  ['WMO315', (Product, dossier, breekt) => verwachtNiveau34('WMO315',
    met315({ AangevraagdeProducten: [{ ...omvang(Product, aangevraagdProduct), ...budget(Product), Product }] }),
    dossierVoor('WMO315', dossier),
    ...fout(breekt, 'AangevraagdProduct', '/Client/AangevraagdeProducten/AangevraagdProduct[1]'))],
  ['WMO317', (Product, dossier, breekt) => verwachtNiveau34('WMO317',
    // After the allocation of the example, with which it may not overlap.
    met317({ OngewijzigdeProducten, NieuweProducten: [{
      ...omvang(Product, nieuwProduct), ...budget(Product), Product,
      GewensteIngangsdatum: '2027-01-01', Einddatum: '2027-12-31' }] }),
    dossierVoor('WMO317', dossier),
    ...fout(breekt, 'NieuwProduct', '/Client/Verzoek/NieuweProducten/NieuwProduct[1]'))],
];

const declaratie: Verwacht = (_product, dossier, breekt) => verwachtNiveau34('WMO323',
  declaratieVan(prestatie), dossierVoor('WMO323', dossier),
  ...fout(breekt, 'Prestatie', '/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]'));
const ALLE = [...MET_PRODUCT, ['WMO323', declaratie] as const];

const onbekend: Contractproduct = { ...contractproduct, code: '02A04' };

describe('TR381', () => {
  it.each(ALLE)('voldoet: %s, de code staat in de lijst onder deze categorie', (_soort, verwacht) => {
    verwacht(product, metContract(onbekend, contractproduct), false);
  });

  it.each(ALLE)('breekt alleen TR381: %s, de code staat niet in de lijst', (_soort, verwacht) => {
    verwacht(product, metContract(onbekend), true);
    verwacht(product, metContract(), true);
  });

  it.each(ALLE)('breekt alleen TR381: %s, de code staat onder een andere categorie', (_soort, verwacht) => {
    verwacht(product, metContract({ ...contractproduct, categorie: '03' }), true);
  });

  it.each(ALLE)('niet van toepassing: %s, er is geen lijst ingesteld', (_soort, verwacht) => {
    verwacht(product, { contract: undefined }, false);
  });

  it.each(MET_PRODUCT)('niet van toepassing: %s, een product zonder Code', (_soort, verwacht) => {
    verwacht({ Categorie: '02' }, metContract(onbekend), false);
  });

  it('niet van toepassing: een verwijdering', () => {
    const weg = { StatusAanlevering: '3' } as const;
    verwachtNiveau34('WMO305', met305({ StartProducten: [{ ...startProduct, ...weg }] }),
      dossierVoor('WMO305', { starts: [start], ...metContract(onbekend) }));
    verwachtNiveau34('WMO307', met307({ StopProducten: [{ ...stopProduct, ...weg }] }),
      dossierVoor('WMO307', { stops: [stop], ...metContract(onbekend) }));
  });
});
