-- uitbreiding
-- Fault messages (Fo01) leave through the outbox as messages do: in the line of their party, with the same attempts and the same end.
-- A worker of the release before this one does not know them: while only such workers run, a party with a webhook waits at its first Fo01.

-- Outgoing: who could not take the envelope in, as it says itself.
alter table stuf_foutbericht add column namens text
  generated always as (substring(inhoud from '<StUF:zender><StUF:organisatie>([^<]*)<')) stored;

alter table bezorging alter column bericht_id drop not null;
alter table bezorging add column foutbericht_id bigint;
-- Not validated: every row that is there has a message, and looking at them all would hold everybody up.
alter table bezorging add constraint bezorging_foutbericht foreign key (foutbericht_id) references stuf_foutbericht (id) not valid;
alter table bezorging add constraint bezorging_wat check (num_nonnulls(bericht_id, foutbericht_id) = 1) not valid;

insert into bezorging (foutbericht_id, partij, aangemaakt_op, bezorgd_op, bezorgd_via)
  select id, partij, aangemaakt_op, bezorgd_op, case when bezorgd_op is not null then 'postvak' end
  from stuf_foutbericht where richting = 'uitgaand' order by id;

-- Also what an API of the release before this one puts ready goes out. `bezorgd_op` of stuf_foutbericht is no longer used.
create function zet_foutbericht_in_rij() returns trigger language plpgsql as $$
begin
  insert into bezorging (foutbericht_id, partij, aangemaakt_op) values (new.id, new.partij, new.aangemaakt_op);
  return null;
end $$;
create trigger foutbericht_in_rij after insert on stuf_foutbericht
  for each row when (new.richting = 'uitgaand') execute function zet_foutbericht_in_rij();
