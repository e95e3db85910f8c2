import type { Berichtsoort } from '../../berichten/berichtsoorten.js';
import { WMO301 } from './WMO301.js';
import { WMO305 } from './WMO305.js';
import { WMO307 } from './WMO307.js';
import { WMO315 } from './WMO315.js';
import { WMO317 } from './WMO317.js';
import { WMO319 } from './WMO319.js';
import { WMO323 } from './WMO323.js';
import { WMO325 } from './WMO325.js';
import type { Regellijst } from './regellijst.js';

/** Return messages are not assessed: there is no answer to an answer. */
const GEEN: Regellijst = { niveau2: [], niveau3En4: [] };

export const REGELS: { readonly [B in Berichtsoort]: Regellijst } = {
  WMO301,
  WMO302: GEEN,
  WMO305,
  WMO306: GEEN,
  WMO307,
  WMO308: GEEN,
  WMO315,
  WMO316: GEEN,
  WMO317,
  WMO318: GEEN,
  WMO319,
  WMO320: GEEN,
  WMO323,
  WMO325,
};
