-- Bill details look up what paid the share of a workspace, workspace by workspace, also for an account with very many of them.
CREATE INDEX IF NOT EXISTS bill_payment_share ON bill_payment (account_id, posted_day, workspace_id);
DROP INDEX IF EXISTS bill_payment_account;
