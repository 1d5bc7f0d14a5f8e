-- Proof: what every unit of work amounted to when it was written, what did not balance, and the seals of the runs.

-- One row for each stage and unit of work, in the transaction of the rows it counts; never changed.
-- workspace_id: the workspace, or the account that is settled, or empty. version: the reading, rating, ... of the unit. parts: rows and digest of each table; digest: SHA-256 over them.
CREATE TABLE IF NOT EXISTS control_total (
    stage        ${code} NOT NULL,
    workspace_id ${id} NOT NULL,
    control_day  DATE NOT NULL,
    version      INTEGER NOT NULL,
    subject      ${path} NOT NULL,
    currency     VARCHAR(3) NOT NULL,
    posted_day   DATE,
    row_count    BIGINT NOT NULL,
    quantity     NUMERIC(80,2) NOT NULL,
    amount       NUMERIC(60,2) NOT NULL,
    parts        VARCHAR(2000) NOT NULL,
    digest       VARCHAR(64) NOT NULL,
    run_id       BIGINT NOT NULL,
    PRIMARY KEY (stage, workspace_id, control_day, version, subject, currency)
);
CREATE INDEX IF NOT EXISTS control_total_run ON control_total (run_id);

-- The workspace-days that a gate looks at, numbered, so that they are read page by page.
CREATE TABLE IF NOT EXISTS gate_scope (
    scope_number INTEGER NOT NULL,
    workspace_id ${id} NOT NULL,
    billing_day  DATE NOT NULL,
    PRIMARY KEY (scope_number)
);

-- The posted days whose bills a gate looks at.
CREATE TABLE IF NOT EXISTS gate_day (
    posted_day DATE NOT NULL,
    PRIMARY KEY (posted_day)
);

-- Up to which run everything has passed a gate; what later runs touched is looked at.
CREATE TABLE IF NOT EXISTS gate_passed (
    gate   ${code} NOT NULL,
    run_id BIGINT NOT NULL,
    PRIMARY KEY (gate)
);

-- The balance table of a gate: for each level how many pairs were compared, and the sums of both sides.
CREATE TABLE IF NOT EXISTS balance_check (
    run_id      BIGINT NOT NULL,
    gate        ${code} NOT NULL,
    level       ${code} NOT NULL,
    compared    BIGINT NOT NULL,
    differences BIGINT NOT NULL,
    left_sum    NUMERIC(80,2) NOT NULL,
    right_sum   NUMERIC(80,2) NOT NULL,
    PRIMARY KEY (run_id, gate, level)
);

CREATE TABLE IF NOT EXISTS discrepancy (
    run_id      BIGINT NOT NULL,
    gate        ${code} NOT NULL,
    item        INTEGER NOT NULL,
    level       ${code} NOT NULL,
    subject     ${text} NOT NULL,
    left_value  ${text} NOT NULL,
    right_value ${text} NOT NULL,
    PRIMARY KEY (run_id, gate, item)
);

-- The chain: each seal is made of the one before it and of the control totals written since.
CREATE TABLE IF NOT EXISTS run_seal (
    seal_number   INTEGER NOT NULL,
    run_id        BIGINT NOT NULL,
    previous_seal VARCHAR(64) NOT NULL,
    totals        BIGINT NOT NULL,
    totals_digest VARCHAR(64) NOT NULL,
    seal          VARCHAR(64) NOT NULL,
    PRIMARY KEY (seal_number)
);

CREATE INDEX IF NOT EXISTS ledger_entry_bill ON ledger_entry (bill_day, account_id);
