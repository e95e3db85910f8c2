-- Fault messages (Fo01) leave through the outbox as messages do: in the line of their party, with the same attempts and the same end.

-- Outgoing: who could not take the envelope in, and so on whose behalf it says so.
alter table stuf_foutbericht add column namens text;
update stuf_foutbericht set namens = substring(inhoud from '<StUF:zender><StUF:organisatie>([^<]*)<') where richting = 'uitgaand';
-- An outgoing one is known outside by its own number.
create unique index stuf_foutbericht_nummer on stuf_foutbericht (referentienummer) where richting = 'uitgaand';

alter table bezorging alter column bericht_id drop not null;
alter table bezorging add column foutbericht_id bigint unique references stuf_foutbericht (id);
-- Not validated: every row that is there has a message, and looking at them all would hold everybody up.
alter table bezorging add constraint bezorging_wat check (num_nonnulls(bericht_id, foutbericht_id) = 1) not valid;

insert into bezorging (foutbericht_id, partij, aangemaakt_op, bezorgd_op, bezorgd_via)
  select id, partij, aangemaakt_op, bezorgd_op, case when bezorgd_op is not null then 'postvak' end
  from stuf_foutbericht where richting = 'uitgaand' order by id;
-- Takes the index on what waited with it.
alter table stuf_foutbericht drop column bezorgd_op;

-- The two heads of a line: a webhook that takes no fault messages passes over them at no cost, however many there are.
create index bezorging_bericht_aan_de_beurt on bezorging (partij, id)
  where bezorgd_op is null and terzijde_op is null and foutbericht_id is null;
create index bezorging_foutbericht_aan_de_beurt on bezorging (partij, id)
  where bezorgd_op is null and terzijde_op is null and foutbericht_id is not null;
