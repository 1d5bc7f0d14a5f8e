-- Alerts on high consumption: what was told, once for each workspace, day and item (meter; empty for the total), and which
-- rating was compared with which thresholds last, so that a night looks only at what has changed.

CREATE TABLE IF NOT EXISTS raised_alert (
    workspace_id ${id} NOT NULL,
    billing_day  DATE NOT NULL,
    meter        ${code} NOT NULL,
    threshold    NUMERIC(60,2) NOT NULL,
    amount       NUMERIC(60,2) NOT NULL,
    currency     VARCHAR(3) NOT NULL,
    run_id       BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, billing_day, meter)
);
CREATE INDEX IF NOT EXISTS raised_alert_day ON raised_alert (billing_day);

CREATE TABLE IF NOT EXISTS alert_check (
    workspace_id ${id} NOT NULL,
    billing_day  DATE NOT NULL,
    rating       INTEGER NOT NULL,
    terms_digest VARCHAR(64) NOT NULL,
    PRIMARY KEY (workspace_id, billing_day)
);

-- Finds what a workspace has on the daily bill of an account, whatever the billing days.
CREATE INDEX IF NOT EXISTS posting_share ON posting (posted_day, account_id, workspace_id);
