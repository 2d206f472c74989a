#!/bin/bash
# Runs once, on a new data folder: the hub's roles and database as its README has them, and a role that only watches.
set -euo pipefail

psql --username=postgres --dbname=postgres --set=ON_ERROR_STOP=1 \
  --set=hub="$(cat /run/secrets/hub-password)" --set=watch="$(cat /run/secrets/watch-password)" <<'END'
CREATE ROLE hub LOGIN BYPASSRLS PASSWORD :'hub';
CREATE ROLE hub_partner NOLOGIN NOINHERIT;
GRANT hub_partner TO hub;
CREATE DATABASE hub OWNER hub;
CREATE ROLE watch LOGIN PASSWORD :'watch' IN ROLE pg_monitor;
END
