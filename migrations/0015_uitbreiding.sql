-- uitbreiding
-- Which migrations only add something: code of the release before it works on with them, and may start on them. Rows without it count as
-- breaking, which is the safe side.
alter table migratie add column uitbreiding boolean not null default false;
