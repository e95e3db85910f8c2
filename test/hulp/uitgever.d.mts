import type { CryptoKey, JWK } from 'jose';

export interface Sleutel {
  readonly alg: string;
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly jwk: JWK;
}

export interface Tokenvraag {
  readonly client: string;
  /** Separated by spaces. */
  readonly scope?: string;
  /** In place of or besides the usual claims; undefined leaves one out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly kop?: Readonly<Record<string, unknown>>;
  /** Absent: the newest key of the issuer. */
  readonly sleutel?: Pick<Sleutel, 'alg' | 'kid'> & { readonly privateKey: CryptoKey | Uint8Array } | undefined;
  readonly geldigS?: number;
}

export interface Uitgever {
  readonly issuer: string;
  readonly audience: string;
  /** How often keys and metadata were asked for. */
  readonly tellers: { readonly jwks: number; readonly metadata: number };
  readonly sleutels: readonly Sleutel[];
  geef: (vraag: Tokenvraag) => Promise<string>;
  vreemd(alg?: string): Promise<Sleutel>;
  voegToe(alg?: string): Promise<void>;
  wissel(alg?: string): Promise<void>;
  zetStoring(aan: boolean): void;
  zetSleutelset(inhoud: unknown): void;
  zetMetadata(perAdres: Readonly<Record<string, unknown>> | undefined): void;
  stop(): Promise<void>;
}

export function startUitgever(poort?: number): Promise<Uitgever>;
