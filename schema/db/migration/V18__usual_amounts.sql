-- Change guard: what accounts are charged by billing day, which account-days are held as unusual, and what runs report.

-- Who is charged by a rating, and how much; of a rating that is held as unusual, who would be. Null for all others.
ALTER TABLE rated_day ADD COLUMN IF NOT EXISTS charge_account ${id};
ALTER TABLE rated_day ADD COLUMN IF NOT EXISTS charge_currency VARCHAR(3);
ALTER TABLE rated_day ADD COLUMN IF NOT EXISTS charge_amount NUMERIC(60,2);
CREATE INDEX IF NOT EXISTS rated_day_charge ON rated_day (billing_day, charge_account);
DROP INDEX IF EXISTS rated_day_day;

-- Sums of the usage charges of an account for a billing day, by the ratings in force; no fees. held: it is held as unusual.
CREATE TABLE IF NOT EXISTS account_day (
    account_id     ${id} NOT NULL,
    currency       VARCHAR(3) NOT NULL,
    billing_day    DATE NOT NULL,
    amount         NUMERIC(60,2) NOT NULL,
    workspace_days BIGINT NOT NULL,
    held           BOOLEAN NOT NULL,
    PRIMARY KEY (account_id, currency, billing_day)
);
CREATE INDEX IF NOT EXISTS account_day_day ON account_day (billing_day);

-- Account-days that are held as unusual; those that are not any more (held false) stay until their ratings say so.
CREATE TABLE IF NOT EXISTS unusual_account_day (
    account_id   ${id} NOT NULL,
    billing_day  DATE NOT NULL,
    currency     VARCHAR(3) NOT NULL,
    amount       NUMERIC(60,2) NOT NULL,
    fingerprint  ${code} NOT NULL,
    detail       ${text} NOT NULL,
    held         BOOLEAN NOT NULL,
    run_id       BIGINT NOT NULL,
    PRIMARY KEY (account_id, billing_day, currency)
);
CREATE INDEX IF NOT EXISTS unusual_account_day_day ON unusual_account_day (billing_day);

-- Work: workspace-days that are rated again because their account-day is held, or is not any more.
CREATE TABLE IF NOT EXISTS unusual_task (
    workspace_id ${id} NOT NULL,
    billing_day  DATE NOT NULL,
    PRIMARY KEY (workspace_id, billing_day)
);

-- What a run reports and nothing stops for. attention: the run ends with something to look at.
CREATE TABLE IF NOT EXISTS guard_report (
    run_id     BIGINT NOT NULL,
    source     ${code} NOT NULL,
    report_key VARCHAR(64) NOT NULL,
    detail     ${text} NOT NULL,
    attention  BOOLEAN NOT NULL,
    PRIMARY KEY (run_id, source, report_key)
);
CREATE INDEX IF NOT EXISTS guard_report_key ON guard_report (source, report_key);

-- The most that a single record brought to a measure; null in rows of older programs.
ALTER TABLE measure ADD COLUMN IF NOT EXISTS largest NUMERIC(60,0);
ALTER TABLE slice_measure ADD COLUMN IF NOT EXISTS largest NUMERIC(60,0);
