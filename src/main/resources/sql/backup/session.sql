-- Rows are compared as texts: both sides must write them alike, and see all of them.
SET extra_float_digits = 3;
SET DateStyle = 'ISO, YMD';
SET TimeZone = 'UTC';
SET IntervalStyle = 'postgres';
SET bytea_output = 'hex';
SET xmloption = 'content';
SET search_path = '';
SET row_security = off;
SET statement_timeout = 0;
SET lock_timeout = '60s';
SET idle_in_transaction_session_timeout = 0
