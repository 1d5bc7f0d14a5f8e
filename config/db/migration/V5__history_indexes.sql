-- What is still to be posted, and what is held, found without reading the whole history.
CREATE INDEX rated_day_unposted ON rated_day (posted, workspace_id, billing_day);
CREATE INDEX rated_day_outcome ON rated_day (outcome, billing_day);
