/** Dates in tables, which do not break in their middle. */
import type { JSX } from 'preact';
import { korteDatum } from '../../opmaak/tekst.js';

export const Dag = ({ op }: { readonly op: string | undefined }): JSX.Element => <span class="iwmo-heel">{korteDatum(op)}</span>;

/** From when till when, both days included. */
export const Periode = ({ van, tot }: { readonly van: string; readonly tot: string | undefined }): JSX.Element => (tot === undefined
  ? <>vanaf <Dag op={van} />, zonder einddatum</> : <><Dag op={van} /> <span class="iwmo-heel">t/m {korteDatum(tot)}</span></>);
