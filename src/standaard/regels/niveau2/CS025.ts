import { regelInXsd } from '../regel.js';

/** BerichtVersie is 3; the schemas allow nothing else. */
export const CS025 = regelInXsd('CS025',
  ['WMO301', 'Header', 'BerichtVersie'],
  ['WMO305', 'Header', 'BerichtVersie'],
  ['WMO307', 'Header', 'BerichtVersie'],
  ['WMO315', 'Header', 'BerichtVersie'],
  ['WMO317', 'Header', 'BerichtVersie'],
  ['WMO319', 'Header', 'BerichtVersie'],
  ['WMO323', 'Header', 'BerichtVersie'],
  ['WMO325', 'Header', 'BerichtVersie']);
