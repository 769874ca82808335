-- What a run was asked for, so that one that was lost can be started again.
alter table runs add column request varchar;
alter table runs add column attempts int default 1 not null;

-- One row for each map of progress: its end, and the lock of whoever changes it.
drop table progress;

create table progress_keys (
  key varchar(200) primary key,
  expires_at timestamp with time zone not null
);

create index progress_keys_expires on progress_keys (expires_at);

create table progress (
  key varchar(200) not null references progress_keys (key) on delete cascade,
  field varchar(200) not null,
  value varchar not null,
  primary key (key, field)
);
