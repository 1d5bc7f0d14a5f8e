-- Billing: usage, charges and holds by rating; postings by difference; invoices by month.
-- A workspace-day is rated again when its revision or its terms (plan, binding, prices) change.

CREATE TABLE IF NOT EXISTS rated_day (
    workspace_id ${id} NOT NULL,
    billing_day  DATE NOT NULL,
    rating       INTEGER NOT NULL,
    revision     INTEGER NOT NULL,
    terms_digest VARCHAR(64) NOT NULL,
    outcome      VARCHAR(16) NOT NULL,
    account_id   ${id},
    settlement   ${code},
    is_current   BOOLEAN NOT NULL,
    posted       BOOLEAN NOT NULL,
    run_id       BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, billing_day, rating)
);
CREATE INDEX IF NOT EXISTS rated_day_day ON rated_day (billing_day);
CREATE INDEX IF NOT EXISTS rated_day_run ON rated_day (run_id);
-- What is still to be posted, and what is held, found without reading the whole history.
CREATE INDEX IF NOT EXISTS rated_day_unposted ON rated_day (posted, workspace_id, billing_day);
CREATE INDEX IF NOT EXISTS rated_day_outcome ON rated_day (outcome, billing_day);

CREATE TABLE IF NOT EXISTS usage (
    workspace_id   ${id} NOT NULL,
    billing_day    DATE NOT NULL,
    rating         INTEGER NOT NULL,
    meter          ${code} NOT NULL,
    retention_days INTEGER NOT NULL,
    quantity       NUMERIC(60,2) NOT NULL,
    PRIMARY KEY (workspace_id, billing_day, rating, meter, retention_days)
);

CREATE TABLE IF NOT EXISTS charge (
    workspace_id   ${id} NOT NULL,
    billing_day    DATE NOT NULL,
    rating         INTEGER NOT NULL,
    meter          ${code} NOT NULL,
    retention_days INTEGER NOT NULL,
    quantity       NUMERIC(60,2) NOT NULL,
    list_price     NUMERIC(38,7),
    unit_price     NUMERIC(38,7) NOT NULL,
    price_version  DATE,
    currency       VARCHAR(3) NOT NULL,
    exact_amount   NUMERIC(80,18) NOT NULL,
    amount         NUMERIC(60,2) NOT NULL,
    PRIMARY KEY (workspace_id, billing_day, rating, meter, retention_days)
);

CREATE TABLE IF NOT EXISTS day_hold (
    workspace_id   ${id} NOT NULL,
    billing_day    DATE NOT NULL,
    rating         INTEGER NOT NULL,
    reason         ${code} NOT NULL,
    meter          ${code} NOT NULL,
    retention_days INTEGER NOT NULL,
    quantity       NUMERIC(60,2),
    detail         ${text} NOT NULL,
    PRIMARY KEY (workspace_id, billing_day, rating, reason, meter, retention_days)
);

CREATE TABLE IF NOT EXISTS posting (
    posting_id     ${id} NOT NULL,
    posted_day     DATE NOT NULL,
    billing_day    DATE NOT NULL,
    account_id     ${id} NOT NULL,
    settlement     ${code} NOT NULL,
    workspace_id   ${id} NOT NULL,
    meter          ${code} NOT NULL,
    retention_days INTEGER NOT NULL,
    kind           ${code} NOT NULL,
    ordinal        INTEGER NOT NULL,
    quantity       NUMERIC(60,2) NOT NULL,
    unit_price     NUMERIC(38,7) NOT NULL,
    price_version  DATE,
    currency       VARCHAR(3) NOT NULL,
    amount         NUMERIC(60,2) NOT NULL,
    rating         INTEGER NOT NULL,
    run_id         BIGINT NOT NULL,
    PRIMARY KEY (posting_id)
);
CREATE INDEX IF NOT EXISTS posting_workspace_day ON posting (workspace_id, billing_day);
CREATE INDEX IF NOT EXISTS posting_bill ON posting (posted_day, billing_day, account_id, workspace_id, meter, retention_days);
CREATE INDEX IF NOT EXISTS posting_invoice ON posting (account_id, posted_day);

-- A month that is being closed or is closed takes no postings any more.
CREATE TABLE IF NOT EXISTS closed_month (
    billing_month VARCHAR(7) NOT NULL,
    PRIMARY KEY (billing_month)
);

CREATE TABLE IF NOT EXISTS number_series (
    series      VARCHAR(32) NOT NULL,
    number_year INTEGER NOT NULL,
    last_number BIGINT NOT NULL,
    PRIMARY KEY (series, number_year)
);

CREATE TABLE IF NOT EXISTS invoice (
    invoice_number ${id} NOT NULL,
    billing_month  VARCHAR(7) NOT NULL,
    account_id     ${id} NOT NULL,
    currency       VARCHAR(3) NOT NULL,
    total          NUMERIC(60,2) NOT NULL,
    state          VARCHAR(16) NOT NULL,
    run_id         BIGINT NOT NULL,
    PRIMARY KEY (invoice_number),
    CONSTRAINT invoice_once UNIQUE (billing_month, account_id, currency)
);

CREATE TABLE IF NOT EXISTS invoice_line (
    invoice_number ${id} NOT NULL,
    workspace_id   ${id} NOT NULL,
    meter          ${code} NOT NULL,
    retention_days INTEGER NOT NULL,
    kind           ${code} NOT NULL,
    quantity       NUMERIC(60,2) NOT NULL,
    amount         NUMERIC(60,2) NOT NULL,
    PRIMARY KEY (invoice_number, workspace_id, meter, retention_days, kind)
);
