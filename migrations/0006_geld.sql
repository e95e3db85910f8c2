-- Money and signals: no tables, only the ways in that the lists need (src/gemeente: betaalregels, eigenBijdrage, productie, signalen).

-- Approved claim lines of a gemeente by the first day of their period. The number itself stays out of the order, and so out of cursors in
-- addresses: an aanbieder may put anything in it.
create index prestatie_geld on prestatie (gemeente, begindatum, aanbieder, md5(referentie_nummer)) where goedgekeurd;

-- All allocations of a client, whatever the aanbieder; and those that begin in a period.
create index toewijzing_bsn on toewijzing (gemeente, bsn);
create index toewijzing_ingang on toewijzing (gemeente, ingangsdatum);

-- What starts and stops changed, in order of receipt, and all deliveries of one client, taken back or not.
create index bericht_levering on bericht (gemeente, ontvangen_op, volgnummer) where berichtsoort in ('WMO305', 'WMO307');
create index start_product_bericht on start_product (bericht_id);
create index stop_product_bericht on stop_product (bericht_id);
create index start_product_client on start_product (gemeente, aanbieder, bsn);
create index stop_product_client on stop_product (gemeente, aanbieder, bsn);
