-- Terms: what has to be done, by whom, before the end of which day. Opened and closed by messages and steps; whether a
-- term is open, past its day, met or late follows from its dates and the date of asking, and is stored nowhere. No bsn:
-- a term hangs on messages, allocations and requests.

create table termijn (
  gemeente            text not null,
  aanbieder           text not null,
  -- What the term is about, as one text (src/gemeente/termijnenregister.ts): opening a term twice is opening it once.
  onderwerp           text not null,
  soort               text not null,
  -- The rule of the standard (OP271), or `beleid` for the policy of the region; `soort` is then its name in the file.
  bron                text not null,
  -- Order within a due date; the cursor of lists.
  volgnummer          bigint generated always as identity,
  -- Who must act.
  partij              text not null check (partij in ('gemeente', 'aanbieder')),
  -- What has to happen in time.
  gevolg              text not null,
  -- The day from which the term is counted; the term is met up to and including vervaldatum.
  start               date not null,
  vervaldatum         date not null,
  gesloten_op         date,
  -- The message that opened it, and what it hangs on.
  bericht_id          uuid references bericht (id),
  toewijzing_nummer   integer,
  referentie_aanbieder text,
  vooraankondiging_id uuid,
  primary key (gemeente, aanbieder, onderwerp, soort, bron)
);

-- Each term is in exactly one of these, in the order in which lists show it. Only what is still open is in the first.
create index termijn_open on termijn (gemeente, vervaldatum, volgnummer) where gesloten_op is null;
create index termijn_gehaald on termijn (gemeente, vervaldatum, volgnummer) where gesloten_op <= vervaldatum;
create index termijn_te_laat on termijn (gemeente, vervaldatum, volgnummer) where gesloten_op > vervaldatum;

-- What a message removed (StatusAanlevering 3), so that the terms of those deliveries are found.
create index start_product_verwijderd on start_product (verwijderd_door) where verwijderd_door is not null;
create index stop_product_verwijderd on stop_product (verwijderd_door) where verwijderd_door is not null;
