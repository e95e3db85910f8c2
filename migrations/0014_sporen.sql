-- The trace in which a message came in (W3C traceparent), so that its assessment is seen as part of it, whichever way the worker was woken.
alter table bericht add column spoor text;
