-- los, uitbreiding
-- What needs a look is rare: of one party by status, however many good messages stand between.
drop index concurrently if exists bericht_status_afzender;
create index concurrently bericht_status_afzender on bericht (afzender, status, ontvangen_op desc, volgnummer desc)
  where status in ('deels-goedgekeurd', 'afgekeurd', 'mislukt', 'doorgestuurd');
drop index concurrently if exists bericht_status_ontvanger;
create index concurrently bericht_status_ontvanger on bericht (ontvanger, status, ontvangen_op desc, volgnummer desc)
  where status in ('deels-goedgekeurd', 'afgekeurd', 'mislukt', 'doorgestuurd');
