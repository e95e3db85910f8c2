/** What the HTTP door needs from the rest: given in, so that the app itself starts nothing. */
import type { Registry } from 'prom-client';
import type { Logboek } from '../../platform/logboek.js';
import type { Pool } from '../../platform/database.js';
import type { Sleuteldienst } from '../../platform/kluis/sleuteldienst.js';
import type { Beslisser } from '../../verwerking/beslissen.js';
import type { Controledienst } from '../../verwerking/controle/dienst.js';
import type { Ontvanger } from '../../verwerking/ontvangen.js';
import type { Beoordelaar } from '../../verwerking/uitspraak.js';
import type { Adreskeuring } from '../webhook/adres.js';
import type { Wachtkamer } from './wachten.js';

export interface Gateway {
  readonly pool: Pool;
  readonly ontvanger: Ontvanger;
  readonly controle: Controledienst;
  /** For what a municipality makes: assessed here before it leaves. */
  readonly beoordelaar: Beoordelaar;
  readonly beslisser: Beslisser;
  readonly wachtkamer: Wachtkamer;
  readonly keurWebhook: Adreskeuring;
  readonly metingen: { tekst(): Promise<string>; readonly contentType: string; readonly register: Registry };
  readonly logboek: Logboek;
  /** The keys of the database; absent where encryption is off. */
  readonly sleutels: { readonly dienst: Sleuteldienst } | undefined;
}
