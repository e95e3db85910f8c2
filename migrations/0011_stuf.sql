-- StUF-GGk envelopes: what is needed to answer one that came in, and to know one again that went out.

create table stuf_envelop (
  bericht_id              uuid primary key references bericht (id),
  referentienummer        text not null,
  zender_organisatie      text not null,
  zender_applicatie       text not null,
  zender_administratie    text,
  ontvanger_organisatie   text not null,
  ontvanger_applicatie    text not null,
  ontvanger_administratie text,
  -- As it stands on the envelope.
  tijdstip                text not null,
  applicatie_versie       text not null,
  applicatie_subversie    text not null,
  vastgelegd_op           timestamptz not null,
  -- A sender uses a number once.
  unique (referentienummer, zender_organisatie)
);

-- Fault messages (Fo01). Outgoing: waits for the sender of a message that could not be taken in. Incoming: somebody could not take in a
-- message that was made here; of that only the code is kept, because the rest may quote the message.
create table stuf_foutbericht (
  id               bigint generated always as identity primary key,
  richting         text not null check (richting in ('inkomend', 'uitgaand')),
  -- Who it is for, or who sent it.
  partij           text not null,
  referentienummer text not null,
  -- Number of the envelope that it is about.
  cross_refnummer  text not null,
  -- Incoming: the message that it is about.
  bericht_id       uuid references bericht (id),
  code             text not null,
  plek             text not null check (plek in ('client', 'server')),
  -- Outgoing: the Fo01 itself. It holds places and no values.
  inhoud           text,
  aangemaakt_op    timestamptz not null,
  bezorgd_op       timestamptz,
  check ((richting = 'uitgaand') = (inhoud is not null)),
  check ((richting = 'inkomend') = (bericht_id is not null)),
  unique (richting, partij, referentienummer)
);
-- An envelope that is delivered again gets no second fault message.
create unique index stuf_foutbericht_over on stuf_foutbericht (partij, cross_refnummer) where richting = 'uitgaand';
create index stuf_foutbericht_wachtend on stuf_foutbericht (partij, id) where richting = 'uitgaand' and bezorgd_op is null;
create index stuf_foutbericht_bericht on stuf_foutbericht (bericht_id) where bericht_id is not null;
