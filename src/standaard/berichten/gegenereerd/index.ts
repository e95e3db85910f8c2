// Gegenereerd uit schemas/ door `npm run genereer`. Niet met de hand wijzigen.
import * as WMO301 from './wmo301.js';
import * as WMO302 from './wmo302.js';
import * as WMO305 from './wmo305.js';
import * as WMO306 from './wmo306.js';
import * as WMO307 from './wmo307.js';
import * as WMO308 from './wmo308.js';
import * as WMO315 from './wmo315.js';
import * as WMO316 from './wmo316.js';
import * as WMO317 from './wmo317.js';
import * as WMO318 from './wmo318.js';
import * as WMO319 from './wmo319.js';
import * as WMO320 from './wmo320.js';
import * as WMO323 from './wmo323.js';
import * as WMO325 from './wmo325.js';
import type { Element } from '../structuur.js';

export { WMO301, WMO302, WMO305, WMO306, WMO307, WMO308, WMO315, WMO316, WMO317, WMO318, WMO319, WMO320, WMO323, WMO325 };
export * as basis from './basis.js';

/** The message of each type. */
export interface Berichten {
  WMO301: WMO301.Bericht;
  WMO302: WMO302.Bericht;
  WMO305: WMO305.Bericht;
  WMO306: WMO306.Bericht;
  WMO307: WMO307.Bericht;
  WMO308: WMO308.Bericht;
  WMO315: WMO315.Bericht;
  WMO316: WMO316.Bericht;
  WMO317: WMO317.Bericht;
  WMO318: WMO318.Bericht;
  WMO319: WMO319.Bericht;
  WMO320: WMO320.Bericht;
  WMO323: WMO323.Bericht;
  WMO325: WMO325.Bericht;
}

/** The classes of each message type. */
export interface Klassen {
  WMO301: WMO301.Klassen;
  WMO302: WMO302.Klassen;
  WMO305: WMO305.Klassen;
  WMO306: WMO306.Klassen;
  WMO307: WMO307.Klassen;
  WMO308: WMO308.Klassen;
  WMO315: WMO315.Klassen;
  WMO316: WMO316.Klassen;
  WMO317: WMO317.Klassen;
  WMO318: WMO318.Klassen;
  WMO319: WMO319.Klassen;
  WMO320: WMO320.Klassen;
  WMO323: WMO323.Klassen;
  WMO325: WMO325.Klassen;
}

export const SCHEMAS: { readonly [B in keyof Berichten]: {
  readonly namespace: string; readonly structuur: Element;
  readonly xsdVersie: { readonly BasisschemaXsdVersie: string; readonly BerichtXsdVersie: string };
} } = {
  WMO301: { namespace: WMO301.NAMESPACE, structuur: WMO301.STRUCTUUR, xsdVersie: WMO301.XSD_VERSIE },
  WMO302: { namespace: WMO302.NAMESPACE, structuur: WMO302.STRUCTUUR, xsdVersie: WMO302.XSD_VERSIE },
  WMO305: { namespace: WMO305.NAMESPACE, structuur: WMO305.STRUCTUUR, xsdVersie: WMO305.XSD_VERSIE },
  WMO306: { namespace: WMO306.NAMESPACE, structuur: WMO306.STRUCTUUR, xsdVersie: WMO306.XSD_VERSIE },
  WMO307: { namespace: WMO307.NAMESPACE, structuur: WMO307.STRUCTUUR, xsdVersie: WMO307.XSD_VERSIE },
  WMO308: { namespace: WMO308.NAMESPACE, structuur: WMO308.STRUCTUUR, xsdVersie: WMO308.XSD_VERSIE },
  WMO315: { namespace: WMO315.NAMESPACE, structuur: WMO315.STRUCTUUR, xsdVersie: WMO315.XSD_VERSIE },
  WMO316: { namespace: WMO316.NAMESPACE, structuur: WMO316.STRUCTUUR, xsdVersie: WMO316.XSD_VERSIE },
  WMO317: { namespace: WMO317.NAMESPACE, structuur: WMO317.STRUCTUUR, xsdVersie: WMO317.XSD_VERSIE },
  WMO318: { namespace: WMO318.NAMESPACE, structuur: WMO318.STRUCTUUR, xsdVersie: WMO318.XSD_VERSIE },
  WMO319: { namespace: WMO319.NAMESPACE, structuur: WMO319.STRUCTUUR, xsdVersie: WMO319.XSD_VERSIE },
  WMO320: { namespace: WMO320.NAMESPACE, structuur: WMO320.STRUCTUUR, xsdVersie: WMO320.XSD_VERSIE },
  WMO323: { namespace: WMO323.NAMESPACE, structuur: WMO323.STRUCTUUR, xsdVersie: WMO323.XSD_VERSIE },
  WMO325: { namespace: WMO325.NAMESPACE, structuur: WMO325.STRUCTUUR, xsdVersie: WMO325.XSD_VERSIE },
};
