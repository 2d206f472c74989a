-- Where the trace of a submission goes on: its door's span, and that which made a notice. Null while nothing is traced.
ALTER TABLE submission ADD COLUMN traceparent text;
ALTER TABLE notice ADD COLUMN traceparent text;
