-- Guards: input that is not as expected, why a run was stopped, and what a person said about it.

-- Input of a workspace-day that is not as expected; a row goes when the input is as expected again.
-- finding: missing, unreadable, vanished. subject: the file; empty for the whole workspace-day. run_id: the run that found it first.
CREATE TABLE IF NOT EXISTS input_finding (
    workspace_id ${id} NOT NULL,
    billing_day  DATE NOT NULL,
    finding      ${code} NOT NULL,
    subject      ${path} NOT NULL,
    detail       ${text} NOT NULL,
    run_id       BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, billing_day, finding, subject)
);
CREATE INDEX IF NOT EXISTS input_finding_day ON input_finding (billing_day);

-- The list for which a run was stopped, stored in a transaction of its own. A list with a fingerprint that was consented to
-- and whose amounts have grown since is a further version; consent is to one version.
CREATE TABLE IF NOT EXISTS guard_stop (
    fingerprint ${code} NOT NULL,
    version     INTEGER NOT NULL,
    level       ${code} NOT NULL,
    command_day DATE NOT NULL,
    evidence    VARCHAR(64) NOT NULL,
    run_id      BIGINT NOT NULL,
    PRIMARY KEY (fingerprint, version)
);

-- currency empty: amount is a number of rows, files or workspace-days.
CREATE TABLE IF NOT EXISTS guard_stop_reason (
    fingerprint ${code} NOT NULL,
    version     INTEGER NOT NULL,
    item        INTEGER NOT NULL,
    reason      ${code} NOT NULL,
    subject     ${path} NOT NULL,
    currency    VARCHAR(3) NOT NULL,
    amount      NUMERIC(60,2) NOT NULL,
    detail      ${text} NOT NULL,
    PRIMARY KEY (fingerprint, version, item)
);

-- Consents of a person; never changed, never deleted. kind and subject: stop (fingerprint#version), account (account id, from_day to to_day),
-- store (day), reference_missing (file), adopt_out (folder), migrate.
CREATE TABLE IF NOT EXISTS consent (
    consent_number BIGINT NOT NULL,
    kind           ${code} NOT NULL,
    subject        ${path} NOT NULL,
    from_day       DATE,
    to_day         DATE,
    reason         ${text} NOT NULL,
    given_by       ${text} NOT NULL,
    given_at       VARCHAR(40) NOT NULL,
    PRIMARY KEY (consent_number)
);
CREATE INDEX IF NOT EXISTS consent_subject ON consent (kind, subject);

-- Cells that a person knows: a hold, or input that is not as expected. workspace_id empty: of all workspaces. meter empty: of all
-- meters. until_day: covers cells to come up to that day; null: only the cells listed in acknowledged_cell.
CREATE TABLE IF NOT EXISTS acknowledgement (
    ack_number   BIGINT NOT NULL,
    workspace_id ${id} NOT NULL,
    from_day     DATE,
    until_day    DATE,
    reason       ${code} NOT NULL,
    meter        ${code} NOT NULL,
    note         ${text} NOT NULL,
    given_by     ${text} NOT NULL,
    given_at     VARCHAR(40) NOT NULL,
    PRIMARY KEY (ack_number)
);

CREATE TABLE IF NOT EXISTS acknowledged_cell (
    ack_number     BIGINT NOT NULL,
    workspace_id   ${id} NOT NULL,
    billing_day    DATE NOT NULL,
    reason         ${code} NOT NULL,
    meter          ${code} NOT NULL,
    retention_days INTEGER NOT NULL,
    PRIMARY KEY (ack_number, workspace_id, billing_day, reason, meter, retention_days)
);
CREATE INDEX IF NOT EXISTS acknowledged_cell_day ON acknowledged_cell (workspace_id, billing_day, reason);
