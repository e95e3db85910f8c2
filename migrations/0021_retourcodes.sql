-- uitbreiding
-- The way in for messages by the code that they were rejected with: one row per message and code, in the order in which lists show messages.
create table bericht_retourcode (
  retourcode    text not null,
  -- As in `bericht`, so that a page of a list is a stretch of an index here.
  ontvangen_op  timestamptz not null,
  volgnummer    bigint not null,
  afzender      text not null,
  ontvanger     text not null,
  bericht_id    uuid not null references bericht (id),
  primary key (retourcode, ontvangen_op, volgnummer)
);
create index bericht_retourcode_afzender on bericht_retourcode (afzender, retourcode, ontvangen_op desc, volgnummer desc);
create index bericht_retourcode_ontvanger on bericht_retourcode (ontvanger, retourcode, ontvangen_op desc, volgnummer desc);

-- Filled by the database, so that a process of the release before this one fills it too. Most messages have no findings and cost nothing.
create function bericht_retourcode_bij() returns trigger language plpgsql as $$
begin
  insert into bericht_retourcode (retourcode, ontvangen_op, volgnummer, afzender, ontvanger, bericht_id)
  select distinct een ->> 'retourcode', new.ontvangen_op, new.volgnummer, new.afzender, new.ontvanger, new.id
  from jsonb_array_elements(new.bevindingen) as een where een ->> 'retourcode' is not null
  on conflict do nothing;
  return null;
end $$;
create trigger bericht_retourcode_bij after update of bevindingen on bericht for each row
  when (new.bevindingen <> '[]' and new.bevindingen is distinct from old.bevindingen) execute function bericht_retourcode_bij();
create trigger bericht_retourcode_nieuw after insert on bericht for each row
  when (new.bevindingen <> '[]') execute function bericht_retourcode_bij();
