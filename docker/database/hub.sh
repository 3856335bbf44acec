#!/bin/sh
# Runs once, in an empty database directory: the hub gets a role that owns its database and nothing else,
# and the superuser loses its password, so that it can only be reached from inside the container.
set -eu
psql --set ON_ERROR_STOP=1 --set password="$POSTGRES_PASSWORD" --username "${POSTGRES_USER:-postgres}" --dbname postgres <<'SQL'
create role hub login password :'password';
create database hub owner hub;
alter role current_user password null;
SQL
