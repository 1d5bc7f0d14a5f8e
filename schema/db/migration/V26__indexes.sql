-- Indexes of which every one leads to few rows, so that a database without statistics of a day cannot choose a wrong one.

-- The amounts of an account on a day, on the days of a month, or for a workspace on a day. Takes the place of posting_invoice and posting_share.
CREATE INDEX IF NOT EXISTS posting_account ON posting (account_id, posted_day, workspace_id);
DROP INDEX IF EXISTS posting_invoice;
DROP INDEX IF EXISTS posting_share;

-- Fees are found by day and agreement. On PostgreSQL the index has the fees only: charges all have an empty agreement, by which they are never
-- to be found.
DROP INDEX IF EXISTS posting_agreement;
CREATE INDEX IF NOT EXISTS posting_agreement ON posting (billing_day, agreement_id)${of_fees};

-- No query uses it.
DROP INDEX IF EXISTS rated_day_run;
