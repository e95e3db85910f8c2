-- los, uitbreiding
-- Messages that were rejected before; what is rejected from now on is there already. Reads beside the work and holds nobody up.
insert into bericht_retourcode (retourcode, ontvangen_op, volgnummer, afzender, ontvanger, bericht_id)
select distinct een ->> 'retourcode', b.ontvangen_op, b.volgnummer, b.afzender, b.ontvanger, b.id
from bericht b cross join lateral jsonb_array_elements(b.bevindingen) as een
where b.bevindingen <> '[]' and een ->> 'retourcode' is not null on conflict do nothing;
-- By identification, of everybody or of one party; and all messages between two parties, whoever else they write with.
drop index concurrently if exists bericht_identificatie_afzender;
create index concurrently bericht_identificatie_afzender on bericht (identificatie, afzender, ontvangen_op desc, volgnummer desc);
drop index concurrently if exists bericht_identificatie_ontvanger;
create index concurrently bericht_identificatie_ontvanger on bericht (identificatie, ontvanger, ontvangen_op desc, volgnummer desc);
drop index concurrently if exists bericht_tussen;
create index concurrently bericht_tussen on bericht (afzender, ontvanger, ontvangen_op desc, volgnummer desc);
-- The fewer ones: made here without being an answer, or an answer that came from outside. Looked for among all others they would take for ever.
drop index concurrently if exists bericht_apart_afzender;
create index concurrently bericht_apart_afzender on bericht (afzender, ontvangen_op desc, volgnummer desc)
  where (richting = 'uitgaand') = (antwoord_op is null);
drop index concurrently if exists bericht_apart_ontvanger;
create index concurrently bericht_apart_ontvanger on bericht (ontvanger, ontvangen_op desc, volgnummer desc)
  where (richting = 'uitgaand') = (antwoord_op is null);
