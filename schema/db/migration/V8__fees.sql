-- Fees: what is owed by agreement (packages, traffic packs, private deployments), posted beside usage.

-- The agreement that a posting is for; empty for usage. A posting without a workspace or a meter has them empty.
ALTER TABLE posting ADD COLUMN IF NOT EXISTS agreement_id ${id} DEFAULT '' NOT NULL;
CREATE INDEX IF NOT EXISTS posting_agreement ON posting (billing_day, agreement_id);

-- Billing days whose fees were posted; earlier ones are not looked at.
CREATE TABLE IF NOT EXISTS fee_day (
    billing_day DATE NOT NULL,
    run_id      BIGINT NOT NULL,
    PRIMARY KEY (billing_day)
);

-- Fees that cannot be posted yet.
CREATE TABLE IF NOT EXISTS fee_hold (
    billing_day  DATE NOT NULL,
    agreement_id ${id} NOT NULL,
    workspace_id ${id} NOT NULL,
    reason       ${code} NOT NULL,
    detail       ${text} NOT NULL,
    PRIMARY KEY (billing_day, agreement_id)
);
