import { regelInXsd } from '../regel.js';

/** BerichtSubversie is 2; the schemas allow nothing else. */
export const CS015 = regelInXsd('CS015',
  ['WMO301', 'Header', 'BerichtSubversie'],
  ['WMO305', 'Header', 'BerichtSubversie'],
  ['WMO307', 'Header', 'BerichtSubversie'],
  ['WMO315', 'Header', 'BerichtSubversie'],
  ['WMO317', 'Header', 'BerichtSubversie'],
  ['WMO319', 'Header', 'BerichtSubversie'],
  ['WMO323', 'Header', 'BerichtSubversie'],
  ['WMO325', 'Header', 'BerichtSubversie']);
