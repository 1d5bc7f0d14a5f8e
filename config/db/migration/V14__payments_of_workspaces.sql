-- What paid the share of a workspace is looked up line by line of the bill details, also for an account with very many workspaces.
CREATE INDEX IF NOT EXISTS bill_payment_share ON bill_payment (account_id, posted_day, workspace_id);
DROP INDEX IF EXISTS bill_payment_account;
